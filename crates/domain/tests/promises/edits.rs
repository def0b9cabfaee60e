//! What conversions and several edits one after another promise.

use super::rows_name_every_line;
use onramp_domain::StartUrl;
use onramp_domain::config::{self, Document, Editor, Reading, Settings, SignInForm};

/// A converted profile signs in where it did before, every other one is as it was, and converting again changes
/// nothing.
pub(crate) fn a_conversion_keeps_the_sign_in(text: &str, name: &str, form: SignInForm<'_>) {
    let document = Document::parse(text);
    let mut editor = Editor::new(document.clone());
    if editor.convert([name], form).is_err() {
        assert!(!editor.is_changed());
        return;
    }
    rows_name_every_line(&editor);
    let after = editor.document().clone();
    editor.convert([name], form).expect("what was converted can be");
    assert_eq!(*editor.document(), after, "converting twice is converting once");

    let [before, reading] = [&document, &after].map(config::read);
    // What is wrong in `[DEFAULT]` counts from the first section on that takes it.
    assert!(
        text.contains("[DEFAULT]") || reading.parse_errors().len() <= before.parse_errors().len()
    );
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
    if let Some(session) = to.text("sso_session").and_then(|name| reading.sso_session(&name)) {
        for (key, theirs) in session.iter() {
            assert!(to.get(&key).is_none_or(|own| own == theirs), "the CLI refuses another {key}");
        }
    }
    assert!(is_same(&portal(&before, from), &portal(&reading, to)));
}

/// Each edit of a session does what it would do by itself, and the rows say what all of them did together.
pub(crate) fn edits_go_on_the_same_rows(text: &str, steps: &[&dyn Fn(&mut Editor)]) {
    let mut all = Editor::new(Document::parse(text));
    for step in steps {
        let mut one = Editor::new(all.document().clone());
        step(&mut one);
        step(&mut all);
        rows_name_every_line(&all);
        let lines = |document: &Document| -> Vec<String> {
            document.lines().map(|line| line.text().to_owned()).collect()
        };
        assert_eq!(lines(all.document()), lines(one.document()));
    }
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
