//! Converting profiles of the legacy form to a session: which session that is, and the plan.
//!
//! Not here: whether the profiles fit it, which the domain judges.

use onramp_domain::SessionName;
use onramp_domain::config::{Document, Plan, SignInForm, plan_convert, read};
use std::rc::Rc;

/// The plan that gives these profiles a session, and the session's name: one that is there for the same portal, or
/// a new one named like the portal. `None` where they can't be converted.
pub(super) fn plan(
    document: &Document,
    profiles: &[Rc<str>],
    start_url: &str,
) -> Option<(SessionName, Plan)> {
    let reading = read(document);
    let there = reading.sso_sessions().map(|session| session.name().to_owned());
    let base = portal_name(start_url);
    let new = (1..=reading.sso_sessions().len() + 1).map(|number| match number {
        1 => base.to_owned(),
        _ => format!("{base}-{number}"),
    });
    let names = there.chain(new).filter_map(|name| SessionName::parse(&name).ok());
    names.into_iter().find_map(|name| {
        let profiles = profiles.iter().map(|profile| &**profile);
        let plan = plan_convert(document, profiles, SignInForm::Session(&name)).ok()?;
        Some((name, plan))
    })
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
    use super::*;

    #[track_caller]
    fn check(before: &str, expected: Option<&str>) {
        let profile = "[profile a]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 111122223333\n";
        let document = Document::parse(format!("{before}{profile}"));
        let plan = plan(&document, &["a".into()], "https://acme.awsapps.com/start");
        assert_eq!(plan.as_ref().map(|(name, _)| name.as_str()), expected);
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
