//! What `config` promises, as checks on one text. Shared by the property tests and the fuzz targets.

use onramp_domain::config::{
    self, Change, Document, Line, LineEnding, Plan, credentials, plan_merge, plan_remove, remarks,
};
use onramp_domain::entry::Entry;

pub(crate) fn every_byte_is_kept(text: &str) {
    let document = Document::parse(text);
    let mut again: String = text.chars().take_while(|c| *c == '\u{feff}').collect();
    for line in document.lines() {
        again.extend([line.text(), line.ending().as_str()]);
    }
    assert_eq!(again, text);
}

/// A fix changes what it names, and gives the CLI no new reason to refuse the file.
pub(crate) fn fixes_are_safe(text: &str) {
    let document = Document::parse(text);
    let refused = |document: &Document| config::read(document).refusals().len();
    for remark in remarks(&document, None) {
        let Some(plan) = remark.fix() else { continue };
        assert!(!plan.is_empty(), "{remark:?} has an empty fix");
        plan_names_every_line(&plan);
        // What is wrong in `[DEFAULT]` counts from the first section on that takes it.
        let before = refused(&document);
        assert!(text.contains("[DEFAULT]") || refused(&plan.apply()) <= before, "{remark:?}");
    }
}

pub(crate) fn a_merge_is_read_back(text: &str, entry: &Entry) {
    let document = Document::parse(text);
    let plan = plan_merge(&document, [entry]);
    plan_names_every_line(&plan);
    let after = plan.apply();
    let again = plan_merge(&after, [entry]);
    assert!(again.is_empty(), "{}", again.to_patch("once", "twice"));
    let reading = config::read(&after);
    // What is wrong in `[DEFAULT]` counts from the first section on that takes it.
    let refused = config::read(&document).refusals().len();
    assert!(text.contains("[DEFAULT]") || reading.refusals().len() <= refused);
    let profile = reading.profile(entry.profile.as_str()).unwrap();
    for (key, value) in entry.properties() {
        assert_eq!(profile.text(key).as_deref(), Some(value));
    }
    for key in entry.format.foreign_keys() {
        assert!(profile.section().property(key).is_none());
    }
    if let Some(session) = entry.session_section() {
        let there = reading.sso_session(session.name.as_str()).unwrap();
        for (key, value) in session.properties() {
            assert_eq!(there.text(key).as_deref(), Some(value));
        }
    }
}

pub(crate) fn a_removal_leaves_the_others(text: &str, name: &str) {
    let document = Document::parse(text);
    let plan = plan_remove(&document, name);
    plan_names_every_line(&plan);
    let after = plan.apply();
    let [before, reading] = [&document, &after].map(config::read);
    assert!(reading.profile(name).is_none());
    assert!(plan_remove(&after, name).is_empty());
    for profile in before.profiles().filter(|profile| profile.name() != name) {
        let there = reading.profile(profile.name()).unwrap();
        assert!(profile.iter().eq(there.iter()), "{}", profile.name());
    }
    let in_credentials = credentials::plan_remove(&document, name);
    plan_names_every_line(&in_credentials);
    assert!(credentials::sections(&in_credentials.apply(), name).next().is_none());
}

/// A plan's changes and its patch say what it does.
pub(crate) fn plan_names_every_line(plan: &Plan) {
    check_names_every_line(plan);
    assert_eq!(patched(plan.document().as_str(), &plan.to_patch("a", "b")), plan.new_text());
    assert_eq!(plan.is_empty(), plan.changes().next().is_none());
}

/// What a plan's changes say, against what it does.
fn check_names_every_line(plan: &Plan) {
    let old: Vec<_> = plan.document().lines().map(|line| (line.text(), line.ending())).collect();
    let after = plan.apply();
    let mut new = after.lines();
    let mut next = 0;
    for change in plan.changes() {
        let (Change::Changed { line, .. } | Change::Removed { line, .. } | Change::Ended { line }) =
            change
        else {
            if let Change::Added { line, new: text } = change {
                for there in new.by_ref() {
                    if there.number() == line {
                        assert_eq!(there.text(), text);
                        break;
                    }
                    assert_eq!(
                        (there.text(), there.ending()),
                        old[next],
                        "line {line} of the new text"
                    );
                    next += 1;
                }
            }
            continue;
        };
        while next + 1 < line.get() {
            let there = new.next().expect("a line that is not named stays");
            assert_eq!((there.text(), there.ending()), old[next]);
            next += 1;
        }
        next += 1;
        match change {
            Change::Changed { old: before, new: text, .. } => {
                assert_eq!(before, old[next - 1].0);
                assert_eq!(new.next().map(Line::text), Some(text));
            }
            Change::Removed { old: before, .. } => assert_eq!(before, old[next - 1].0),
            Change::Ended { .. } => {
                assert_eq!(old[next - 1].1, LineEnding::Missing);
                assert_eq!(new.next().map(Line::text), Some(old[next - 1].0));
            }
            Change::MarkRemoved | Change::Added { .. } => unreachable!("handled above"),
        }
    }
    let rest: Vec<_> = new.map(|line| (line.text(), line.ending())).collect();
    assert_eq!(rest, old[next..]);
}

/// Carries a unified patch out, as `patch` does.
fn patched(old: &str, patch: &str) -> String {
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let mut new = String::new();
    let mut next = 0;
    let mut lines = patch.split_inclusive('\n').skip(2).peekable();
    while let Some(line) = lines.next() {
        if let Some(header) = line.strip_prefix("@@ -") {
            let numbers: Vec<usize> =
                header.split([',', ' ', '+']).filter_map(|number| number.parse().ok()).collect();
            let start = if numbers[1] == 0 { numbers[0] } else { numbers[0] - 1 };
            new.extend(old[next..start].iter().copied());
            next = start;
            continue;
        }
        let unended = lines.next_if(|next| next.starts_with('\\')).is_some();
        let text = if unended { line.strip_suffix('\n').unwrap() } else { line };
        match text.split_at(1) {
            (" " | "-", text) if old[next] != text => {
                panic!("{text:?} for {:?}", old[next])
            }
            (" ", text) => (new.push_str(text), next += 1).1,
            ("-", _) => next += 1,
            ("+", text) => new.push_str(text),
            other => panic!("{other:?}"),
        }
    }
    new.extend(old[next..].iter().copied());
    new
}
