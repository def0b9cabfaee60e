//! What the domain promises of any text, as checks on one. Shared by the property tests and the fuzz targets.
//!
//! Here what `config` promises of a document; in the modules what a plan says of itself, what several edits come to,
//! and what `cache` promises.

pub(crate) mod cache;
pub(crate) mod edits;
mod plans;

pub(crate) use plans::plan_names_every_line;

use onramp_domain::config::{self, Document, credentials, plan_merge, plan_remove, remarks};
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
