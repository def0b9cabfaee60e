//! Promises about config files that hold for any text.

#[path = "botocore/shapes.rs"]
mod shapes;

use onramp_domain::config::{
    self, Change, Document, Line, LineEnding, Plan, credentials, plan_merge, plan_remove,
};
use onramp_domain::entry::{Entry, Format, OutputFormat, Session};
use onramp_domain::names::{ConfigValue, ProfileName, Scopes, SessionName};
use onramp_domain::{AccountId, RoleName};
use proptest::prelude::*;
use std::rc::Rc;

fn text() -> impl Strategy<Value = String> {
    let shaped =
        prop::collection::vec(any::<u8>(), 0..150).prop_map(|choices| shapes::text_of(&choices));
    prop_oneof![4 => shaped, 1 => any::<String>()]
}

fn entry() -> impl Strategy<Value = Entry> {
    let format = prop_oneof![Just(Format::SsoSession), Just(Format::Legacy), Just(Format::Both)];
    let session = (0..3usize, 0..2usize);
    let region = prop::option::of(prop_oneof![Just("eu-west-1"), Just("us-west-2")]);
    let output = prop::option::of(Just(OutputFormat::Json));
    (format, 0..shapes::NAMES.len(), session, 0..2usize, region, output).prop_map(
        |(format, profile, (session, region_of_session), account, region, output)| Entry {
            format,
            profile: ProfileName::parse(shapes::NAMES[profile]).unwrap(),
            session: Rc::new(Session {
                name: SessionName::parse(["corp", "lab", "my sso"][session]).unwrap(),
                start_url: ConfigValue::parse("https://d-1234567890.awsapps.com/start").unwrap(),
                region: ConfigValue::parse(["eu-west-1", "us-east-1"][region_of_session]).unwrap(),
                scopes: Scopes::default(),
            }),
            account_id: AccountId::parse(["111122223333", "000000000042"][account]).unwrap(),
            role_name: RoleName::parse("Dev").unwrap(),
            region: region.map(|region| ConfigValue::parse(region).unwrap()),
            output,
        },
    )
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

fn check_plan(plan: &Plan) {
    check_names_every_line(plan);
    assert_eq!(patched(plan.document().as_str(), &plan.to_patch("a", "b")), plan.apply().as_str());
    assert_eq!(plan.is_empty(), plan.changes().next().is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_byte_is_kept(text in text()) {
        let document = Document::parse(text.as_str());
        let mut again = String::new();
        again.extend(text.chars().take_while(|c| *c == '\u{feff}'));
        for line in document.lines() {
            again.extend([line.text(), line.ending().as_str()]);
        }
        prop_assert_eq!(again, text);
    }

    #[test]
    fn a_merge_leaves_every_line_that_it_does_not_name(text in text(), entries in prop::collection::vec(entry(), 0..4)) {
        check_plan(&plan_merge(&Document::parse(text), &entries));
    }

    #[test]
    fn merging_twice_is_merging_once(text in text(), entry in entry()) {
        let once = plan_merge(&Document::parse(text), [&entry]).apply();
        let again = plan_merge(&once, [&entry]);
        prop_assert!(again.is_empty(), "{}", again.to_patch("once", "twice"));
    }

    #[test]
    fn entries_are_merged_one_after_the_other(text in text(), entries in prop::collection::vec(entry(), 0..4)) {
        let at_once = plan_merge(&Document::parse(text.as_str()), &entries).apply();
        let mut one_by_one = Document::parse(text);
        for entry in &entries {
            one_by_one = plan_merge(&one_by_one, [entry]).apply();
        }
        let read = |document: &Document| {
            let reading = config::read(document);
            let sections = reading.profiles().chain(reading.sso_sessions());
            sections.map(|settings| format!("{settings:?} {:?}", settings.iter().collect::<Vec<_>>())).collect::<Vec<_>>()
        };
        prop_assert_eq!(read(&at_once), read(&one_by_one));
    }

    #[test]
    fn what_is_merged_is_read_back(text in text(), entry in entry()) {
        let document = Document::parse(text);
        // What is wrong in `[DEFAULT]` counts from the first section on that takes it.
        let has_defaults = document.as_str().contains("[DEFAULT]");
        let before = config::read(&document).refusals().len();
        let after = plan_merge(&document, [&entry]).apply();
        let reading = config::read(&after);
        prop_assert!(has_defaults || reading.refusals().len() <= before);
        let profile = reading.profile(entry.profile.as_str()).unwrap();
        for (key, value) in entry.properties() {
            prop_assert_eq!(profile.text(key), Some(value.into()));
        }
        for key in entry.format.foreign_keys() {
            prop_assert!(profile.section().property(key).is_none());
        }
        if let Some(session) = entry.session_section() {
            let there = reading.sso_session(session.name.as_str()).unwrap();
            for (key, value) in session.properties() {
                prop_assert_eq!(there.text(key), Some(value.into()));
            }
        }
    }

    #[test]
    fn removing_what_was_merged_gives_the_file_before(text in text(), entry in entry()) {
        let text = text.trim_start_matches('\u{feff}');
        let document = Document::parse(text);
        let name = "nobody's";
        let mut entry = entry;
        entry.profile = ProfileName::parse(name).unwrap();
        entry.session = Rc::new(Session {
            name: SessionName::parse(name).unwrap(),
            ..Session::clone(&entry.session)
        });
        let after = plan_remove(&plan_merge(&document, [&entry]).apply(), name).apply();
        let unended = !text.is_empty() && !text.ends_with(['\n', '\r']);
        let ending = if unended { document.line_ending().as_str() } else { "" };
        prop_assert_eq!(after.as_str(), format!("{text}{ending}"));
    }

    #[test]
    fn a_removal_leaves_nothing_of_the_profile_and_all_of_the_others(text in text(), name in 0..shapes::NAMES.len()) {
        let name = shapes::NAMES[name];
        let document = Document::parse(text);
        let plan = plan_remove(&document, name);
        check_plan(&plan);
        let after = plan.apply();
        let [before, reading] = [&document, &after].map(config::read);
        prop_assert!(reading.profile(name).is_none());
        prop_assert!(plan_remove(&after, name).is_empty());
        for profile in before.profiles().filter(|profile| profile.name() != name) {
            let there = reading.profile(profile.name()).unwrap();
            prop_assert_eq!(profile.iter().collect::<Vec<_>>(), there.iter().collect::<Vec<_>>());
        }
        let in_credentials = credentials::plan_remove(&document, name);
        check_plan(&in_credentials);
        prop_assert!(credentials::sections(&in_credentials.apply(), name).next().is_none());
    }
}
