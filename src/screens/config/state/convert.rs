//! Converting a group's profiles to another format: which session that takes.
//!
//! Whether the profiles fit it, the domain judges.

use super::{EditedFile, Group, SignIn};
use onramp_domain::SessionName;
use onramp_domain::config::{Document, SignInForm, read};
use onramp_domain::entry::Format;

/// The config with a group's profiles in this format. They keep the session that they have; legacy profiles get one
/// that is there for the same portal, or a new one named like the portal. `None` where they can't be converted, or are
/// already.
pub fn convert(
    config: &EditedFile,
    group: &Group,
    format: Format,
) -> Option<(SessionName, EditedFile)> {
    let names = sessions(config.document(), group.sign_in()?).into_iter();
    for name in names.filter_map(|name| SessionName::parse(&name).ok()) {
        let form = match format {
            Format::SsoSession => SignInForm::Session(&name),
            Format::Legacy => SignInForm::Legacy,
            Format::Both => SignInForm::Both(&name),
        };
        let mut is_possible = false;
        let edited = config.edited(&mut |editor| {
            let profiles = group.rows.iter().map(|row| &*row.name);
            is_possible = editor.convert(profiles, form).is_ok();
        });
        if is_possible {
            return Some((name, edited?));
        }
    }
    None
}

/// The sessions to try, the best first.
fn sessions(document: &Document, sign_in: &SignIn) -> Vec<String> {
    if let Some(session) = &sign_in.session {
        return vec![session.to_string()];
    }
    let reading = read(document);
    let base = portal_name(&sign_in.start_url);
    let new = (1..=reading.sso_sessions().len() + 1).map(|number| match number {
        1 => base.to_owned(),
        _ => format!("{base}-{number}"),
    });
    reading.sso_sessions().map(|session| session.name().to_owned()).chain(new).collect()
}

/// `acme` of `https://acme.awsapps.com/start`; AWS's own numbers mean nothing to anybody.
fn portal_name(start_url: &str) -> &str {
    let host = start_url.trim_start_matches("https://");
    let label = host.split(['.', '/']).next().unwrap_or_default();
    let is_number = label.starts_with("d-") || label.starts_with("ssoins-") || label == "start";
    if label.is_empty() || is_number { "my-sso" } else { label }
}

#[cfg(test)]
mod tests {
    use super::super::Overview;
    use super::*;
    use crate::file_text::FileText;

    #[track_caller]
    fn check(before: &str, expected: &str) {
        let profile = "[profile a]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 111122223333\n";
        let config = EditedFile::of(FileText::new(format!("{before}{profile}")));
        let overview = Overview::of(config.document());
        let is_legacy =
            |group: &&Group| group.sign_in().is_some_and(|sign_in| sign_in.session.is_none());
        let group = overview.groups.iter().find(is_legacy).expect("a legacy group");
        let name = || SessionName::parse(expected).expect("a name");
        let converted = |format| convert(&config, group, format).map(|(converted, _)| converted);
        assert_eq!(converted(Format::SsoSession), Some(name()));
        assert_eq!(converted(Format::Both), Some(name()));
        assert_eq!(converted(Format::Legacy), None);
    }

    #[test]
    fn a_session_of_the_same_portal_is_used_before_a_new_one() {
        check("", "acme");
        check(
            "[sso-session corp]\nsso_start_url = https://acme.awsapps.com/start/#/\nsso_region = eu-west-1\n",
            "corp",
        );
    }

    #[test]
    fn a_session_of_another_portal_keeps_its_name() {
        check(
            "[sso-session acme]\nsso_start_url = https://other.awsapps.com/start\nsso_region = eu-west-1\n",
            "acme-2",
        );
    }

    #[test]
    fn numbers_are_no_names() {
        assert_eq!(portal_name("https://d-1234567890.awsapps.com/start"), "my-sso");
        assert_eq!(portal_name(""), "my-sso");
        assert_eq!(portal_name("https://acme.awsapps.com/start/#/"), "acme");
    }
}
