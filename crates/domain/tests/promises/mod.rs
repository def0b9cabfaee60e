//! What the domain promises of any text, as checks on one. Shared by the property tests and the fuzz targets.
//!
//! Here what `config` promises of a document; in the modules what an edit session shows, what several edits come to, that
//! fixes make nothing worse, and what `cache` promises.

pub(crate) mod cache_file;
pub(crate) mod edits;
pub(crate) mod fixes;
mod rows;

pub(crate) use rows::rows_name_every_line;

use onramp_domain::config::{self, Document, Editor, credentials};
use onramp_domain::entry::Entry;

pub(crate) fn every_byte_is_kept(text: &str) {
    let document = Document::parse(text);
    let mut again: String = text.chars().take_while(|c| *c == '\u{feff}').collect();
    for line in document.lines() {
        again.extend([line.text(), line.ending().as_str()]);
    }
    assert_eq!(again, text);
}

pub(crate) fn a_merge_is_read_back(text: &str, entry: &Entry) {
    let document = Document::parse(text);
    let mut editor = Editor::new(document.clone());
    editor.merge(std::slice::from_ref(entry));
    rows_name_every_line(&editor);
    let after = editor.document().clone();
    editor.merge(std::slice::from_ref(entry));
    assert_eq!(*editor.document(), after, "merging twice is merging once");
    let reading = config::read(&after);
    // What is wrong in `[DEFAULT]` counts from the first section on that takes it.
    let refused = config::read(&document).parse_errors().len();
    assert!(text.contains("[DEFAULT]") || reading.parse_errors().len() <= refused);
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
    let mut editor = Editor::new(document.clone());
    editor.remove_profiles(&[name]);
    rows_name_every_line(&editor);
    let after = editor.document().clone();
    let [before, reading] = [&document, &after].map(config::read);
    assert!(reading.profile(name).is_none());
    editor.remove_profiles(&[name]);
    assert_eq!(*editor.document(), after, "removing twice is removing once");
    for profile in before.profiles().filter(|profile| profile.name() != name) {
        let there = reading.profile(profile.name()).unwrap();
        assert!(profile.iter().eq(there.iter()), "{}", profile.name());
    }
    let mut credentials = Editor::new(document.clone());
    credentials.remove_credentials(&[name]);
    rows_name_every_line(&credentials);
    assert!(credentials::names(credentials.document()).all(|other| other != name));
}
