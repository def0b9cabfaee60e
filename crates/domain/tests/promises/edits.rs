//! What conversions and several edits one after another promise.
//!
//! Not here: single merges and removals.

use super::plan_names_every_line;
use onramp_domain::StartUrl;
use onramp_domain::config::{
    self, Document, Line, Plan, Reading, Settings, SignInForm, plan_convert,
};

/// A converted profile signs in where it did before, every other one is as it was, and converting again changes
/// nothing.
pub(crate) fn a_conversion_keeps_the_sign_in(text: &str, name: &str, form: SignInForm<'_>) {
    let document = Document::parse(text);
    let Ok(plan) = plan_convert(&document, [name], form) else { return };
    plan_names_every_line(&plan);
    let after = plan.apply();
    let again = plan_convert(&after, [name], form).expect("what was converted can be");
    assert!(again.is_empty(), "{}", again.to_patch("once", "twice"));

    let [before, reading] = [&document, &after].map(config::read);
    // What is wrong in `[DEFAULT]` counts from the first section on that takes it.
    assert!(text.contains("[DEFAULT]") || reading.refusals().len() <= before.refusals().len());
    for profile in before.profiles().filter(|profile| profile.name() != name) {
        let there = reading.profile(profile.name()).unwrap();
        assert!(profile.iter().eq(there.iter()), "{}", profile.name());
    }
    let [from, to] = [&before, &reading].map(|reading| reading.profile(name).unwrap());
    match form {
        SignInForm::Session(session) => {
            assert_eq!(to.text("sso_session").as_deref(), Some(session.as_str()));
            assert!(to.get("sso_start_url").is_none() && to.get("sso_region").is_none());
        }
        SignInForm::Legacy => assert!(to.get("sso_session").is_none()),
        SignInForm::Both(session) => {
            assert_eq!(to.text("sso_session").as_deref(), Some(session.as_str()));
            let session = reading.sso_session(session.as_str()).unwrap();
            for key in ["sso_start_url", "sso_region"] {
                assert_eq!(to.text(key), session.text(key));
            }
        }
    }
    assert!(is_same(&portal(&before, from), &portal(&reading, to)));
}

/// Several edits put together make the lines that they made one by one.
pub(crate) fn edits_together_are_the_edits(text: &str, steps: &[&dyn Fn(&Document) -> Plan]) {
    let base = Document::parse(text);
    let Some((first, rest)) = steps.split_first() else { return };
    let mut all = first(&base);
    for step in rest {
        let plan = step(&all.apply());
        all = all.then(&plan);
        plan_names_every_line(&all);
        assert_eq!(lines(&all.apply()), lines(&plan.apply()));
    }
}

fn lines(document: &Document) -> Vec<&str> {
    document.lines().map(Line::text).collect()
}

/// Start URL and region: a session's where one is named, else the profile's own.
fn portal(reading: &Reading<'_>, profile: &Settings<'_>) -> [String; 2] {
    let session = profile.text("sso_session");
    let from = match &session {
        Some(name) => reading.sso_session(name).expect("a session that could be converted from"),
        None => profile,
    };
    ["sso_start_url", "sso_region"].map(|key| from.text(key).unwrap().into_owned())
}

fn is_same(one: &[String; 2], other: &[String; 2]) -> bool {
    let [url, other_url] = [one, other].map(|portal| StartUrl::parse(&portal[0]));
    let is_same_url = one[0] == other[0]
        || matches!((url, other_url), (Ok(url), Ok(other)) if url.as_str() == other.as_str());
    is_same_url && one[1] == other[1]
}
