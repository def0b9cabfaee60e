//! Promises about config files that hold for any text.

mod mistyped;
#[allow(dead_code, reason = "those about cache files have a test of their own")]
mod promises;
#[path = "botocore/shapes.rs"]
mod shapes;

use onramp_domain::config::{self, Document, Editor, Header, Line, LineKind, SignInForm};
use onramp_domain::entry::{Entry, Format, OutputFormat, SsoSession};
use onramp_domain::lint::lint;
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
            session: Rc::new(SsoSession {
                name: SessionName::parse(["corp", "lab", "my sso"][session]).unwrap(),
                start_url: ConfigValue::parse("https://d-1234567890.awsapps.com/start").unwrap(),
                region: ConfigValue::parse(["eu-west-1", "us-east-1"][region_of_session]).unwrap(),
                scopes: Scopes::default(),
            }),
            account_id: AccountId::parse(["111122223333", "000000000042"][account]).unwrap(),
            role_name: RoleName::parse("Dev").unwrap(),
            region: region.map(|region| ConfigValue::parse(region).unwrap()),
            output,
            extra: Default::default(),
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
    FixAll,
    /// The first two of these texts become the other.
    Replace(&'static str, &'static str),
}

impl Step {
    fn take(&self, editor: &mut Editor) {
        match self {
            Step::Merge(entry) => editor.merge(std::slice::from_ref(entry)),
            Step::Remove(name) => editor.remove_profiles(&[*name]),
            Step::Convert(name) => {
                let lab = SessionName::parse("lab").unwrap();
                let _ = editor.convert([*name], SignInForm::Session(&lab));
            }
            Step::FixFirst => {
                let problems = lint(editor.document(), None);
                if let Some(problem) = problems.iter().find(|problem| problem.fix().is_some()) {
                    editor.fix(problem, 0);
                }
            }
            Step::FixAll => {
                editor.fix_all_safe(&lint(editor.document(), None));
            }
            Step::Replace(from, to) => {
                editor.replace_text(editor.document().as_str().replacen(from, to, 2));
            }
        }
    }
}

fn step() -> impl Strategy<Value = Step> {
    let name = || prop::sample::select(shapes::NAMES);
    prop_oneof![
        entry().prop_map(Step::Merge),
        name().prop_map(Step::Remove),
        name().prop_map(Step::Convert),
        Just(Step::FixFirst),
        Just(Step::FixAll),
        prop::sample::select(vec![
            ("\n", "\r\n"),
            ("dev", "a"),
            ("[", "x\n["),
            ("\n", ""),
            ("r", "R")
        ])
        .prop_map(|(from, to)| Step::Replace(from, to)),
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
        let mut at_once = Editor::new(document.clone());
        let mut names: Vec<&str> = names.into_iter().map(|name| shapes::NAMES[name]).collect();
        at_once.remove_profiles(&names);
        promises::rows_name_every_line(&at_once);
        // By their last sections, from the file's beginning on. In another order what stands between them can differ.
        let is_of = |header: Header<'_>, name: &str| matches!(header, Header::Profile(it) if it == name);
        names.sort_by_key(|name| document.sections().rposition(|section| is_of(section.header(), name)));
        let mut one_by_one = Editor::new(document.clone());
        names.iter().for_each(|name| one_by_one.remove_profiles(&[*name]));
        let meant = |document: &Document| -> Vec<String> {
            let kept = |line: &Line<'_>| !matches!(line.kind(), LineKind::Blank | LineKind::Comment);
            let meant = document.lines().filter(kept);
            meant.map(|line| line.text().trim().to_owned()).collect()
        };
        prop_assert_eq!(meant(at_once.document()), meant(one_by_one.document()));
        // Sessions that go with their last profiles have an order of their own, and profiles of several sections none.
        let sections = |name: &str| document.sections().filter(|section| is_of(section.header(), name)).count();
        let are_single = names.iter().all(|name| sections(name) < 2);
        if are_single && !text.to_lowercase().contains("sso_session") {
            prop_assert_eq!(at_once.document(), one_by_one.document());
        }
    }

    #[test]
    fn fixes_make_nothing_worse(text in text()) {
        promises::fixes::fixes_are_safe(&text);
    }

    #[test]
    fn fixes_of_what_people_mistype_make_nothing_worse(
        lines in mistyped::lines(),
        ending in prop::sample::select(vec!["\n", "\n", "\r\n", "\r"]),
    ) {
        promises::fixes::fixes_are_safe(&lines.join(ending));
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
    fn several_edits_go_on_the_same_rows(text in text(), steps in prop::collection::vec(step(), 0..5)) {
        let steps: Vec<_> = steps.iter().map(|step| |editor: &mut Editor| step.take(editor)).collect();
        let steps: Vec<_> = steps.iter().map(|step| step as &dyn Fn(&mut Editor)).collect();
        promises::edits::edits_go_on_the_same_rows(&text, &steps);
    }

    #[test]
    fn entries_are_merged_one_after_the_other(text in text(), entries in prop::collection::vec(entry(), 0..4)) {
        let mut at_once = Editor::new(Document::parse(text));
        let mut one_by_one = at_once.clone();
        at_once.merge(&entries);
        promises::rows_name_every_line(&at_once);
        entries.iter().for_each(|entry| one_by_one.merge(std::slice::from_ref(entry)));
        let [at_once, one_by_one] = [&at_once, &one_by_one].map(|it| config::read(it.document()));
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
        let mut editor = Editor::new(document.clone());
        editor.update(std::slice::from_ref(&entry), &[removed]);
        promises::rows_name_every_line(&editor);
        let [before, reading] = [&document, editor.document()].map(config::read);
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
        let mut merged = Editor::new(Document::parse(""));
        merged.merge(&entries);
        prop_assert_eq!(merged.document().as_str(), block::write(&entries));
    }

    #[test]
    fn removing_what_was_merged_gives_the_file_before(text in text(), mut entry in entry()) {
        let text = text.trim_start_matches('\u{feff}');
        let document = Document::parse(text);
        let name = "nobody's";
        entry.profile = ProfileName::parse(name).unwrap();
        entry.session = Rc::new(SsoSession {
            name: SessionName::parse(name).unwrap(),
            ..SsoSession::clone(&entry.session)
        });
        let mut editor = Editor::new(document.clone());
        editor.merge(std::slice::from_ref(&entry));
        editor.remove_profiles(&[name]);
        let unended = !text.is_empty() && !text.ends_with(['\n', '\r']);
        let ending = if unended { document.line_ending().as_str() } else { "" };
        prop_assert_eq!(editor.document().as_str(), format!("{text}{ending}"));
    }
}
