//! `[profile dev]` in the credentials file, where `[dev]` is meant: nothing else has that name here, or the config file
//! knows it. One that signs in belongs into that file instead. As `[dev]` its keys come into use, beside a sign-in perhaps: a person has to say so.

use super::{ChoiceLabel, Fix, ProblemKind, Problems, fix};
use crate::config::{Document, Reading, Section, credentials};
use std::borrow::Cow;
use std::collections::HashSet;

pub(super) fn check(document: &Document, config: &Reading<'_>, problems: &mut Problems<'_>) {
    let mut taken: HashSet<Cow<'_, str>> =
        credentials::names(document).map(Cow::Borrowed).collect();
    let signs_in = |section: &Section<'_>| {
        section.properties().any(|property| property.key().starts_with("sso_"))
    };
    for section in document.sections().filter(|section| !signs_in(section)) {
        let header = section.header_text();
        let Some(name) = header.strip_prefix("profile ").map(str::trim) else { continue };
        // Of two such headers only the first gets the name.
        let is_free = !name.is_empty() && taken.insert(name.into());
        if is_free || config.profile(name).is_some() {
            let edits = fix::header(section, name).filter(|_| is_free);
            let fix = edits.map(|edits| Fix::suggestion(ChoiceLabel::Rename(name.into()), edits));
            let kind = ProblemKind::PrefixInCredentials(header.into());
            problems.push(kind, &[section.line().number()], fix);
        }
    }
}
