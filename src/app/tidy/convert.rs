//! Converting a group's profiles to another format: which session that takes, and the plan.
//!
//! Not here: whether the profiles fit it, which the domain judges.

use super::overview::{Group, GroupKind};
use onramp_domain::SessionName;
use onramp_domain::config::{Document, Plan, SignInForm, plan_convert, read};
use onramp_domain::entry::Format;

/// What profiles were converted to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Converted {
    /// They share this session.
    Session(SessionName),
    /// They have start URL and region of their own.
    Legacy,
    /// They share this session, and have its start URL and region besides.
    Both(SessionName),
}

/// The plan that gives a group's profiles this format. A session stays the one that they have; legacy profiles get one
/// that is there for the same portal, or a new one named like the portal. `None` where they can't be converted.
pub(super) fn plan(
    document: &Document,
    group: &Group,
    format: Format,
) -> Option<(Converted, Plan)> {
    let to = |name| match format {
        Format::SsoSession => Converted::Session(name),
        Format::Legacy => Converted::Legacy,
        Format::Both => Converted::Both(name),
    };
    let names = sessions(document, &group.kind).into_iter();
    names.filter_map(|name| SessionName::parse(&name).ok()).find_map(|name| {
        let converted = to(name);
        let profiles = group.rows.iter().map(|row| &*row.name);
        let plan = plan_convert(document, profiles, converted.form()).ok()?;
        Some((converted, plan))
    })
}

impl Converted {
    fn form(&self) -> SignInForm<'_> {
        match self {
            Converted::Session(name) => SignInForm::Session(name),
            Converted::Legacy => SignInForm::Legacy,
            Converted::Both(name) => SignInForm::Both(name),
        }
    }
}

/// The sessions to try, the best first.
fn sessions(document: &Document, kind: &GroupKind) -> Vec<String> {
    match kind {
        GroupKind::Session { name, .. } => vec![name.to_string()],
        GroupKind::Legacy { start_url, .. } => {
            let reading = read(document);
            let base = portal_name(start_url);
            let new = (1..=reading.sso_sessions().len() + 1).map(|number| match number {
                1 => base.to_owned(),
                _ => format!("{base}-{number}"),
            });
            reading.sso_sessions().map(|session| session.name().to_owned()).chain(new).collect()
        }
        GroupKind::AssumedRole
        | GroupKind::WebIdentity
        | GroupKind::Login
        | GroupKind::Process
        | GroupKind::AccessKeys
        | GroupKind::Settings => vec![],
    }
}

/// `acme` of `https://acme.awsapps.com/start`; AWS's own numbers say nothing to anybody.
fn portal_name(start_url: &str) -> &str {
    let host = start_url.trim_start_matches("https://");
    let label = host.split(['.', '/']).next().unwrap_or_default();
    let is_number = label.starts_with("d-") || label.starts_with("ssoins-") || label == "start";
    if label.is_empty() || is_number { "my-sso" } else { label }
}

#[cfg(test)]
mod tests {
    use super::super::overview::Overview;
    use super::*;

    #[track_caller]
    fn check(before: &str, expected: Option<&str>) {
        let profile = "[profile a]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 111122223333\n";
        let document = Document::parse(format!("{before}{profile}"));
        let overview = Overview::of(&document);
        let is_legacy = |group: &&Group| matches!(group.kind, GroupKind::Legacy { .. });
        let group = overview.groups().iter().find(is_legacy).expect("a legacy group");
        let name = expected.map(|name| SessionName::parse(name).unwrap());
        let plan = |format| plan(&document, group, format).map(|(converted, _)| converted);
        assert_eq!(plan(Format::SsoSession), name.clone().map(Converted::Session));
        assert_eq!(plan(Format::Both), name.map(Converted::Both));
    }

    #[test]
    fn a_session_of_the_same_portal_is_used_before_a_new_one() {
        check("", Some("acme"));
        check(
            "[sso-session corp]\nsso_start_url = https://acme.awsapps.com/start/#/\nsso_region = eu-west-1\n",
            Some("corp"),
        );
    }

    #[test]
    fn a_session_of_another_portal_keeps_its_name() {
        check(
            "[sso-session acme]\nsso_start_url = https://other.awsapps.com/start\nsso_region = eu-west-1\n",
            Some("acme-2"),
        );
    }

    #[test]
    fn numbers_are_no_names() {
        assert_eq!(portal_name("https://d-1234567890.awsapps.com/start"), "my-sso");
        assert_eq!(portal_name(""), "my-sso");
        assert_eq!(portal_name("https://acme.awsapps.com/start/#/"), "acme");
    }
}
