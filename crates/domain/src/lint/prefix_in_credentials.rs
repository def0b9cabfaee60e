//! `[profile dev]` in the credentials file, where `[dev]` is meant: nothing else has that name here, or the config file
//! knows it. One that signs in belongs into that file instead. As `[dev]` its keys come into use, beside a sign-in perhaps: a person has to say so.

use super::ProblemKind;
use super::fix::{self, Choice, ChoiceLabel, Fix};
use super::subject::Problems;
use crate::config::{Document, Reading, Section, credentials};
use std::collections::HashSet;

pub(super) fn check(document: &Document, config: &Reading<'_>, problems: &mut Problems<'_>) {
    let mut taken: HashSet<&str> = credentials::names(document).collect();
    let signs_in = |section: &Section<'_>| {
        section.properties().any(|property| property.key().starts_with("sso_"))
    };
    for section in document.sections().filter(|section| !signs_in(section)) {
        let header = section.header_text();
        let Some(name) = header.strip_prefix("profile ").map(str::trim) else { continue };
        // Of two such headers only the first gets the name.
        let is_free = !name.is_empty() && taken.insert(name);
        if is_free || config.profile(name).is_some() {
            let edits = fix::header(section, name).filter(|_| is_free);
            let label = ChoiceLabel::Rename(name.into());
            let fix = edits.map(|edits| Fix::suggestion([Choice::new(label, edits)]));
            let kind = ProblemKind::PrefixInCredentials { header: header.into() };
            problems.push(kind, [section.line().number()], fix);
        }
    }
}
