//! What rules look at, what they look with, and where they put what they find.

use super::Searched;
use super::fix::Fix;
use super::{Problem, ProblemKind};
use crate::config::{
    Document, Excerpt, Header, LineNumber, ProfileUse, Property, Reading, Section, Settings,
};
use crate::sort::{sort_by, sort_by_key};
use std::borrow::Cow;
use std::collections::HashMap;

/// A config file as it is meant, line by line the one that came in.
#[derive(Clone, Copy)]
pub(super) struct Subject<'d> {
    pub(super) document: &'d Document,
    /// The credentials file beside it, where that is here.
    pub(super) credentials: Option<&'d CredentialsFile<'d>>,
    pub(super) reading: &'d Reading<'d>,
}

impl<'d> Subject<'d> {
    /// Whether a profile has a key, in this file or in the credentials file beside it.
    pub(super) fn has(&self, profile: &Settings<'_>, key: &str) -> bool {
        profile.get(key).is_some() || self.credentials.is_some_and(|it| it.has(profile.name(), key))
    }

    /// What a profile gets its credentials from, going by both files.
    pub(super) fn profile_use(&self, profile: &Settings<'_>) -> ProfileUse {
        ProfileUse::having(|key| self.has(profile, key), |key| profile.text(key))
    }

    pub(super) fn searched(&self) -> Searched {
        self.credentials.map_or(Searched::Config, |_| Searched::BothFiles)
    }
}

/// The credentials file, by profile.
pub(super) struct CredentialsFile<'c> {
    pub(super) document: &'c Document,
    /// Where each name's last section is.
    places: HashMap<Cow<'c, str>, usize>,
}

impl<'c> CredentialsFile<'c> {
    pub(super) fn new(document: &'c Document) -> CredentialsFile<'c> {
        let places = document.sections().map(|it| (it.header_text().into(), it.index()));
        CredentialsFile { document, places: places.collect() }
    }

    pub(super) fn has_profile(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }

    fn has(&self, profile: &str, key: &str) -> bool {
        let place = self.places.get(profile);
        place.is_some_and(|place| self.document.section(*place).property(key).is_some())
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

    pub(super) fn push(&mut self, kind: ProblemKind, lines: &[LineNumber], fix: Option<Fix>) {
        let document = self.document.clone();
        self.problems.push(Problem { document, kind, lines: lines.to_vec(), fix });
    }

    /// All of them, by the first of their lines.
    pub(super) fn by_line(mut self) -> Vec<Problem> {
        sort_by_key(&mut self.problems, |problem| problem.lines.first().copied());
        self.problems
    }
}

/// Every setting of one line in the sections that count, and in `[DEFAULT]`.
pub(super) fn lines_read<'d>(document: &'d Document, reading: &Reading<'d>) -> Vec<Property<'d>> {
    let mut sections: Vec<Section<'d>> = reading.profiles().map(Settings::section).collect();
    sections.extend(reading.sso_sessions().map(Settings::section));
    sections.extend(document.sections().filter(|it| it.header() == Header::Defaults));
    let mut lines = Vec::new();
    for section in sections {
        lines.extend(section.properties().filter(|property| property.lines().len() == 1));
    }
    lines
}

/// Every setting of a document.
pub(super) fn properties(document: &Document) -> impl Iterator<Item = Property<'_>> {
    let count = document.parts().properties.len();
    (0..count).map(|index| Property::of(document, index))
}

/// The sections that are there again, each behind the one before it of that name.
pub(super) fn again<'d>(
    document: &'d Document,
    name: fn(Section<'d>) -> Option<Header<'d>>,
) -> Vec<[Section<'d>; 2]> {
    let mut last: HashMap<Header<'d>, usize> = HashMap::new();
    let mut again = Vec::new();
    for section in document.sections() {
        let Some(name) = name(section) else { continue };
        if let Some(before) = last.insert(name, section.index()) {
            again.push([document.section(before), section]);
        }
    }
    again
}

/// What profiles or sessions are compared by.
pub(super) type Likeness<'d> = Vec<Option<Cow<'d, str>>>;

/// Those that are alike, in groups of two or more.
pub(super) fn alike<'s, 'd>(
    mut all: Vec<(Likeness<'d>, &'s Settings<'d>)>,
) -> Vec<Vec<&'s Settings<'d>>> {
    sort_by_key(&mut all, |(_, settings)| settings.section().index());
    sort_by(&mut all, |(one, _), (other, _)| one.cmp(other));
    let groups = all.chunk_by(|(one, _), (other, _)| one == other);
    let groups = groups.filter(|group| group.len() > 1);
    groups.map(|group| group.iter().map(|(_, settings)| *settings).collect()).collect()
}

pub(super) fn names(all: &[&Settings<'_>]) -> Vec<Excerpt> {
    all.iter().map(|settings| settings.name().into()).collect()
}

/// Their headers' lines.
pub(super) fn lines(all: &[&Settings<'_>]) -> Vec<LineNumber> {
    all.iter().map(|settings| settings.section().line().number()).collect()
}

/// A setting's line.
pub(super) fn line_of(section: Section<'_>, key: &str) -> Option<LineNumber> {
    section.property(key).map(|property| property.line().number())
}
