//! What is in a config file, for the list: profiles by what they get their credentials from.

use onramp_domain::config::{Document, LineNumber, ProfileUse, Reading, Settings, read};
use onramp_domain::entry::Format;
use onramp_domain::search::fold;
use onramp_domain::sort::sort_by;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Every profile, in groups.
#[derive(Debug, Default)]
pub struct Overview {
    pub groups: Vec<Group>,
    pub profiles: usize,
    pub accounts: usize,
}

/// Profiles that get their credentials in one way.
#[derive(Debug)]
pub struct Group {
    pub kind: GroupKind,
    /// The profiles, those of one account together.
    pub rows: Vec<Row>,
    /// The formats in which they sign in, each once.
    pub formats: Vec<Format>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum GroupKind {
    SignIn(SignIn),
    /// By a role that another profile assumes.
    AssumedRole,
    WebIdentity,
    Login,
    Process,
    AccessKeys,
    /// None of its own.
    Settings,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SignIn {
    /// Their session; `None` in the legacy format, which has start URL and region in each profile.
    pub session: Option<Box<str>>,
    /// Empty where it is missing.
    pub start_url: Box<str>,
    /// The SSO region; empty where it is missing.
    pub region: Box<str>,
}

#[derive(Debug)]
pub struct Row {
    pub name: Rc<str>,
    pub line: LineNumber,
    /// The account's id; empty where none is named.
    pub account_id: Box<str>,
    /// The role's name or ARN; empty where none is named.
    pub role: Box<str>,
}

impl Overview {
    /// Reads a document. Linear in its length, but for the sorting.
    pub fn of(document: &Document) -> Overview {
        let reading = read(document);
        let mut groups: Vec<Group> = Vec::new();
        let mut places: HashMap<GroupKind, usize> = HashMap::new();
        let mut place = |kind: GroupKind, groups: &mut Vec<Group>| {
            *places.entry(kind).or_insert_with_key(|kind| {
                groups.push(Group { kind: kind.clone(), rows: Vec::new(), formats: Vec::new() });
                groups.len() - 1
            })
        };
        for session in reading.sso_sessions() {
            place(session_kind(session.name(), &reading), &mut groups);
        }
        // Most profiles have a session, and each session's group is named once.
        let mut sessions: HashMap<Cow<'_, str>, usize> = HashMap::new();
        for profile in reading.profiles() {
            let used = ProfileUse::of(profile);
            let session = match used {
                ProfileUse::SignIn { .. } => profile.text("sso_session"),
                _ => None,
            };
            let known = session.as_deref().and_then(|name| sessions.get(name).copied());
            let place = known.unwrap_or_else(|| {
                let place = place(kind_of(profile, &used, &reading), &mut groups);
                sessions.extend(session.map(|name| (name, place)));
                place
            });
            let group = &mut groups[place];
            let format = group.sign_in().map(|sign_in| format_of(profile, sign_in));
            group.formats.extend(format.filter(|format| !group.formats.contains(format)));
            group.rows.push(row(profile, used));
        }
        for group in &mut groups {
            sort_by(&mut group.rows, |one, other| one.account_id.cmp(&other.account_id));
        }
        let ids = groups.iter().flat_map(|group| &group.rows).map(|row| &*row.account_id);
        let accounts = ids.filter(|id| !id.is_empty()).collect::<HashSet<&str>>().len();
        Overview { groups, profiles: reading.profiles().len(), accounts }
    }

    pub fn has(&self, name: &str) -> bool {
        self.groups.iter().flat_map(|group| &group.rows).any(|row| &*row.name == name)
    }
}

impl Group {
    /// Where its profiles sign in, if they do.
    pub fn sign_in(&self) -> Option<&SignIn> {
        match &self.kind {
            GroupKind::SignIn(sign_in) => Some(sign_in),
            GroupKind::AssumedRole
            | GroupKind::WebIdentity
            | GroupKind::Login
            | GroupKind::Process
            | GroupKind::AccessKeys
            | GroupKind::Settings => None,
        }
    }

    /// The formats that its profiles can be converted to: those that not all of them have. None where nobody knows
    /// where they sign in.
    pub fn other_formats(&self) -> impl Iterator<Item = Format> {
        let is_known = !self.rows.is_empty()
            && self.sign_in().is_some_and(|it| !it.start_url.is_empty() && !it.region.is_empty());
        Format::ALL.into_iter().filter(move |format| is_known && self.formats != [*format])
    }
}

impl Row {
    /// Whether its name, account or role has this in it, given as `fold` makes it.
    pub fn matches(&self, filter: &str) -> bool {
        let has = |text: &str| fold(text).contains(filter);
        filter.is_empty() || has(&self.name) || has(&self.account_id) || has(&self.role)
    }
}

fn row(profile: &Settings<'_>, used: ProfileUse) -> Row {
    let (account_id, role) = match &used {
        ProfileUse::SignIn { account_id, role_name } => (&**account_id, &**role_name),
        // An ARN's fifth part is its account: `arn:aws:iam::111122223333:role/Admin`.
        ProfileUse::AssumedRole { role_arn } => {
            (role_arn.split(':').nth(4).unwrap_or_default(), &**role_arn)
        }
        ProfileUse::WebIdentity
        | ProfileUse::Login
        | ProfileUse::Process
        | ProfileUse::AccessKeys
        | ProfileUse::Settings => ("", ""),
    };
    let (account_id, role) = (account_id.into(), role.into());
    let line = profile.section().line().number();
    Row { name: profile.name().into(), line, account_id, role }
}

fn kind_of(profile: &Settings<'_>, used: &ProfileUse, reading: &Reading<'_>) -> GroupKind {
    match used {
        ProfileUse::SignIn { .. } => match profile.text("sso_session") {
            Some(name) => session_kind(&name, reading),
            None => sign_in(None, Some(profile)),
        },
        ProfileUse::AssumedRole { .. } => GroupKind::AssumedRole,
        ProfileUse::WebIdentity => GroupKind::WebIdentity,
        ProfileUse::Login => GroupKind::Login,
        ProfileUse::Process => GroupKind::Process,
        ProfileUse::AccessKeys => GroupKind::AccessKeys,
        ProfileUse::Settings => GroupKind::Settings,
    }
}

fn session_kind(name: &str, reading: &Reading<'_>) -> GroupKind {
    sign_in(Some(name), reading.sso_session(name))
}

fn sign_in(session: Option<&str>, settings: Option<&Settings<'_>>) -> GroupKind {
    let text = |key| settings.and_then(|settings| settings.text(key)).unwrap_or_default().into();
    let (start_url, region) = (text("sso_start_url"), text("sso_region"));
    GroupKind::SignIn(SignIn { session: session.map(Box::from), start_url, region })
}

fn format_of(profile: &Settings<'_>, sign_in: &SignIn) -> Format {
    let has = |key| profile.get(key).is_some();
    match &sign_in.session {
        Some(_) if has("sso_start_url") || has("sso_region") => Format::Both,
        Some(_) => Format::SsoSession,
        None => Format::Legacy,
    }
}
