//! What rules look at, what they look with, and where they put what they find.

use super::Searched;
use super::fix::{Choice, ChoiceLabel, Fix};
use super::slip::Slips;
use super::split_by_login::Split;
use super::{Problem, ProblemKind};
use crate::config::{
    Document, LineNumber, ProfileUse, Property, Reading, Section, Settings, Value,
};
use crate::sort::sort_by_key;
use std::borrow::Cow;
use std::collections::HashMap;

/// A config file, read with its headers as they are meant.
#[derive(Clone, Copy)]
pub(super) struct Subject<'r, 'd> {
    pub(super) document: &'d Document,
    /// The credentials file beside it, where that is here.
    pub(super) credentials: Option<&'r Credentials<'r>>,
    pub(super) reading: &'r Reading<'d>,
    pub(super) slips: &'r Slips<'d>,
    /// Sections that count for nothing, since `aws sso login` wrote them beside those that they are meant for.
    pub(super) splits: &'r [Split<'d>],
}

impl<'r, 'd> Subject<'r, 'd> {
    /// The value of a key as it is meant.
    pub(super) fn text(&self, settings: &Settings<'d>, key: &str) -> Option<Cow<'r, str>>
    where
        'd: 'r,
    {
        let property = settings.property(key)?;
        match property.value() {
            Value::Text(_) if property.lines().len() == 1 => Some(self.value(property)),
            Value::Text(text) => Some(text),
            Value::Nested(_) => None,
        }
    }

    /// A setting's value as it is meant, where it stands on one line.
    pub(super) fn value(&self, property: Property<'d>) -> Cow<'r, str>
    where
        'd: 'r,
    {
        let meant = self.slips.get(&property.line().number());
        meant.map_or(property.first_line_value(), |meant| &meant.value).into()
    }

    /// Whether a profile has a key, in this file or in the credentials file beside it.
    pub(super) fn has(&self, profile: &Settings<'_>, key: &str) -> bool {
        profile.get(key).is_some()
            || self.credentials.is_some_and(|it| it.of(profile.name(), key).is_some())
    }

    /// What a profile gets its credentials from, going by both files.
    pub(super) fn profile_use(&self, profile: &Settings<'_>) -> ProfileUse {
        ProfileUse::having(|key| self.has(profile, key), |key| profile.text(key))
    }

    pub(super) fn searched(&self) -> Searched {
        self.credentials.map_or(Searched::Config, |_| Searched::BothFiles)
    }

    /// The session that a profile names, where it is there.
    pub(super) fn session_of(&self, profile: &Settings<'d>) -> Option<&'r Settings<'d>> {
        self.reading.sso_session(&self.text(profile, "sso_session")?)
    }

    pub(super) fn lines_read(&self) -> impl Iterator<Item = Property<'d>> {
        super::slip::lines_read(self.document, self.reading)
    }

    /// The keys with which a profile or a session says where it signs in, as they are meant.
    pub(super) fn portal(&self, settings: &Settings<'d>) -> [Option<Cow<'r, str>>; 2] {
        ["sso_start_url", "sso_region"].map(|key| self.text(settings, key))
    }
}

/// The credentials file, by profile.
pub(super) struct Credentials<'c> {
    pub(super) document: &'c Document,
    sections: HashMap<&'c str, Section<'c>>,
}

impl<'c> Credentials<'c> {
    pub(super) fn new(document: &'c Document) -> Credentials<'c> {
        let sections = document.sections().map(|section| (section.header_text(), section));
        Credentials { document, sections: sections.collect() }
    }

    pub(super) fn has_profile(&self, name: &str) -> bool {
        self.sections.contains_key(name)
    }

    pub(super) fn of(&self, profile: &str, key: &str) -> Option<Property<'c>> {
        self.sections.get(profile)?.property(key)
    }
}

/// Problems in the making.
pub(super) struct Problems<'d> {
    document: &'d Document,
    problems: Vec<Problem>,
}

impl<'d> Problems<'d> {
    pub(super) fn of(document: &'d Document) -> Problems<'d> {
        Problems { document, problems: Vec::new() }
    }

    pub(super) fn push(
        &mut self,
        kind: ProblemKind,
        lines: impl IntoIterator<Item = LineNumber>,
        fix: Option<Fix>,
    ) {
        let document = self.document.clone();
        self.problems.push(Problem { document, kind, lines: lines.into_iter().collect(), fix });
    }

    /// All of them, by the first of their lines.
    pub(super) fn by_line(mut self) -> Vec<Problem> {
        sort_by_key(&mut self.problems, |problem| problem.lines.first().copied());
        self.problems
    }
}

/// A setting's line.
pub(super) fn line_of(section: Section<'_>, key: &str) -> Option<LineNumber> {
    section.property(key).map(|property| property.line().number())
}

/// A fix that gives this key of a section a value: for a person to choose.
pub(super) fn suggest_value(section: Section<'_>, key: &str, value: &str) -> Option<Fix> {
    let property = section.property(key).filter(|property| property.lines().len() == 1)?;
    Some(suggest(property, value))
}

/// A fix that gives a setting of one line another value: for a person to choose.
pub(super) fn suggest(property: Property<'_>, value: &str) -> Fix {
    let edits = super::fix::value(property, value);
    Fix::suggestion([Choice::new(ChoiceLabel::Use(value.into()), edits)])
}
