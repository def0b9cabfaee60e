//! Promises about config files that hold for any text.

#[allow(dead_code, reason = "those about cache files have a test of their own")]
mod promises;
#[path = "botocore/shapes.rs"]
mod shapes;

use onramp_domain::config::{
    self, Document, Header, Line, LineKind, Plan, Remark, SignInForm, plan_convert, plan_merge,
    plan_remove, plan_remove_all, plan_update, remarks,
};
use onramp_domain::entry::{Entry, Format, OutputFormat, Session};
use onramp_domain::names::{ConfigValue, ProfileName, Scopes, SessionName};
use onramp_domain::{AccountId, RoleName, block};
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

/// What can be done with a file; each does nothing where there is nothing for it.
#[derive(Clone, Debug)]
enum Step {
    Merge(Entry),
    Remove(&'static str),
    Convert(&'static str),
    FixFirst,
}

impl Step {
    fn plan(&self, document: &Document) -> Plan {
        let lab = SessionName::parse("lab").unwrap();
        let plan = match self {
            Step::Merge(entry) => Some(plan_merge(document, [entry])),
            Step::Remove(name) => Some(plan_remove(document, name)),
            Step::Convert(name) => plan_convert(document, [*name], SignInForm::Session(&lab)).ok(),
            Step::FixFirst => remarks(document, None).iter().find_map(Remark::fix),
        };
        plan.unwrap_or_else(|| plan_remove(document, "nobody's"))
    }
}

fn step() -> impl Strategy<Value = Step> {
    let name = || prop::sample::select(shapes::NAMES);
    prop_oneof![
        entry().prop_map(Step::Merge),
        name().prop_map(Step::Remove),
        name().prop_map(Step::Convert),
        Just(Step::FixFirst),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_byte_is_kept(text in text()) {
        promises::every_byte_is_kept(&text);
    }

    #[test]
    fn a_merge_changes_what_it_names_once_and_is_read_back(text in text(), entry in entry()) {
        promises::a_merge_is_read_back(&text, &entry);
    }

    #[test]
    fn a_removal_leaves_nothing_of_the_profile_and_all_of_the_others(text in text(), name in 0..shapes::NAMES.len()) {
        promises::a_removal_leaves_the_others(&text, shapes::NAMES[name]);
    }

    #[test]
    fn several_are_removed_as_one_after_the_other(text in text(), names in prop::collection::vec(0..shapes::NAMES.len(), 0..4)) {
        let document = Document::parse(text.as_str());
        let at_once = plan_remove_all(&document, names.iter().map(|name| shapes::NAMES[*name]));
        promises::plan_names_every_line(&at_once);
        // By their last sections, from the file's beginning on. In another order what stands between them can differ.
        let mut names: Vec<&str> = names.into_iter().map(|name| shapes::NAMES[name]).collect();
        let is_of = |header: Header<'_>, name: &str| matches!(header, Header::Profile(it) if it == name);
        names.sort_by_key(|name| document.sections().rposition(|section| is_of(section.header(), name)));
        let first = document.clone();
        let one_by_one = names.iter().fold(first, |document, name| plan_remove(&document, name).apply());
        let meant = |document: &Document| -> Vec<String> {
            let kept = |line: &Line<'_>| !matches!(line.kind(), LineKind::Blank | LineKind::Comment);
            let meant = document.lines().filter(kept);
            meant.map(|line| line.text().trim().to_owned()).collect()
        };
        let at_once = at_once.apply();
        prop_assert_eq!(meant(&at_once), meant(&one_by_one));
        // Sessions that go with their last profiles have an order of their own, and profiles of several sections none.
        let sections = |name: &str| document.sections().filter(|section| is_of(section.header(), name)).count();
        let are_single = names.iter().all(|name| sections(name) < 2);
        if are_single && !text.to_lowercase().contains("sso_session") {
            prop_assert_eq!(at_once, one_by_one);
        }
    }

    #[test]
    fn fixes_change_what_they_name_and_break_nothing(text in text()) {
        promises::fixes_are_safe(&text);
    }

    #[test]
    fn a_converted_profile_signs_in_where_it_did(
        text in text(),
        name in prop::sample::select(shapes::NAMES),
        session in prop::sample::select(vec!["corp", "lab", "my sso"]),
        form in 0..3usize,
    ) {
        let session = SessionName::parse(session).unwrap();
        let forms =
            [SignInForm::Session(&session), SignInForm::Legacy, SignInForm::Both(&session)];
        promises::edits::a_conversion_keeps_the_sign_in(&text, name, forms[form]);
    }

    #[test]
    fn edits_put_together_are_the_edits(text in text(), steps in prop::collection::vec(step(), 0..5)) {
        let steps: Vec<_> = steps.iter().map(|step| |document: &Document| step.plan(document)).collect();
        let steps: Vec<_> = steps.iter().map(|step| step as &dyn Fn(&Document) -> Plan).collect();
        promises::edits::edits_together_are_the_edits(&text, &steps);
    }

    #[test]
    fn entries_are_merged_one_after_the_other(text in text(), entries in prop::collection::vec(entry(), 0..4)) {
        let at_once = plan_merge(&Document::parse(text.as_str()), &entries);
        promises::plan_names_every_line(&at_once);
        let mut one_by_one = Document::parse(text);
        for entry in &entries {
            one_by_one = plan_merge(&one_by_one, [entry]).apply();
        }
        let at_once = at_once.apply();
        let [at_once, one_by_one] = [&at_once, &one_by_one].map(config::read);
        let sections = |reading: &config::Reading<'_>| {
            let names = reading.profiles().chain(reading.sso_sessions()).map(|it| it.name().to_owned());
            names.collect::<Vec<_>>()
        };
        prop_assert_eq!(sections(&at_once), sections(&one_by_one));
        let pairs = at_once.profiles().zip(one_by_one.profiles());
        for (one, other) in pairs.chain(at_once.sso_sessions().zip(one_by_one.sso_sessions())) {
            prop_assert!(one.iter().eq(other.iter()), "{}", one.name());
        }
    }

    #[test]
    fn an_update_leaves_what_it_does_not_name(text in text(), mut entry in entry(), removed in 0..shapes::NAMES.len()) {
        entry.profile = ProfileName::parse("nobody's").unwrap();
        let (document, removed) = (Document::parse(text), shapes::NAMES[removed]);
        let plan = plan_update(&document, std::slice::from_ref(&entry), [removed]);
        promises::plan_names_every_line(&plan);
        let after = plan.apply();
        let [before, reading] = [&document, &after].map(config::read);
        prop_assert!(reading.profile(removed).is_none());
        prop_assert!(reading.profile("nobody's").is_some());
        for profile in before.profiles().filter(|profile| profile.name() != removed) {
            let there = reading.profile(profile.name()).unwrap();
            prop_assert!(profile.iter().eq(there.iter()), "{}", profile.name());
        }
        for session in before.sso_sessions() {
            let there = reading.sso_session(session.name());
            prop_assert!(there.is_none_or(|there| session.iter().eq(there.iter())), "{}", session.name());
        }
    }

    #[test]
    fn a_merge_into_nothing_is_a_new_file(entries in prop::collection::vec(entry(), 0..6)) {
        let merged = plan_merge(&Document::parse(""), &entries).new_text();
        prop_assert_eq!(merged, block::write(&entries));
    }

    #[test]
    fn removing_what_was_merged_gives_the_file_before(text in text(), mut entry in entry()) {
        let text = text.trim_start_matches('\u{feff}');
        let document = Document::parse(text);
        let name = "nobody's";
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
}
