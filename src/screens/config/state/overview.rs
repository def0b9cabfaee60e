//! What is in a config file, for the list: profiles by what they get their credentials from.

use onramp_domain::config::{Document, LineNumber, ProfileUse, Settings, read};
use onramp_domain::entry::Format;
use onramp_domain::search::fold;
use onramp_domain::sort::sort_by;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::mem::discriminant;
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

#[derive(Debug)]
pub enum GroupKind {
    SignIn(SignIn),
    /// In another way, as this one of its profiles does.
    Other(ProfileUse),
}

#[derive(Debug)]
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
        // By what all profiles of a group have in common: their session's name, or what can't be one.
        let mut places: HashMap<Cow<'_, str>, usize> = HashMap::new();
        for session in reading.sso_sessions() {
            places.insert(Cow::Borrowed(session.name()), groups.len());
            groups.push(Group::new(sign_in(Some(session.name()), Some(session))));
        }
        for profile in reading.profiles() {
            let used = ProfileUse::of(profile);
            let session = profile.text("sso_session");
            let key = match (&used, &session) {
                (ProfileUse::SignIn { .. }, Some(session)) => session.clone(),
                (ProfileUse::SignIn { .. }, None) => {
                    let text = |key| profile.text(key).unwrap_or_default();
                    Cow::Owned(["\0", &text("sso_start_url"), "\0", &text("sso_region")].concat())
                }
                (other, _) => Cow::Owned(format!("\0{:?}", discriminant(other))),
            };
            let place = *places.entry(key).or_insert(groups.len());
            if place == groups.len() {
                groups.push(Group::new(match (&used, &session) {
                    (ProfileUse::SignIn { .. }, Some(session)) => sign_in(Some(session), None),
                    (ProfileUse::SignIn { .. }, None) => sign_in(None, Some(profile)),
                    (other, _) => GroupKind::Other((*other).clone()),
                }));
            }
            let group = &mut groups[place];
            let format = group.sign_in().map(|sign_in| format_of(profile, sign_in));
            group.formats.extend(format.filter(|format| !group.formats.contains(format)));
            group.rows.push(row(profile, used));
        }
        for group in &mut groups {
            sort_by(&mut group.rows, |one, other| one.account_id.cmp(&other.account_id));
        }
        let rows = groups.iter().flat_map(|group| &group.rows);
        let ids = rows.map(|row| &*row.account_id).filter(|id| !id.is_empty());
        let accounts = ids.map(Cow::Borrowed).collect::<HashSet<Cow<'_, str>>>().len();
        Overview { groups, profiles: reading.profiles().len(), accounts }
    }

    pub fn has(&self, name: &str) -> bool {
        self.groups.iter().flat_map(|group| &group.rows).any(|row| &*row.name == name)
    }
}

impl Group {
    fn new(kind: GroupKind) -> Group {
        Group { kind, rows: Vec::new(), formats: Vec::new() }
    }

    /// Where its profiles sign in, if they do.
    pub fn sign_in(&self) -> Option<&SignIn> {
        let GroupKind::SignIn(sign_in) = &self.kind else { return None };
        Some(sign_in)
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
