//! Remarks: what is wrong with a config file, or unwise, on which lines, and what would put it right.
//!
//! Not here: the sentences for the person, and anything outside the two files. Nothing is said about what merely could
//! be written otherwise.
//!
//! Source, where a remark says what the CLI does: botocore's `configloader`, `credentials` (`SSOProvider`,
//! `AssumeRoleProvider`) and `tokens` (`SSOTokenProvider`), read for it; each kind names its own.

mod all;
mod chains;
mod credentials;
mod fix;
mod headers;
mod kind;
mod lines;
mod no_config;
mod refused;
mod sessions;
mod sign_in;
mod values;

pub use all::Fixes;
pub use credentials::{fixes as credentials_fixes, remarks as credentials_remarks};
pub use kind::{Contents, Oddity, RemarkKind};

use super::document::Document;
use super::line::{Line, LineNumber};
use super::plan::Plan;
use super::read::{Reading, read};
use super::section::{Property, Section};
use fix::Fix;
use std::fmt;

/// One thing to say about a document.
#[derive(Clone, PartialEq, Eq)]
pub struct Remark {
    document: Document,
    kind: RemarkKind,
    lines: Vec<LineNumber>,
    fix: Option<Fix>,
}

/// Everything there is to say about a config file, by line. Profiles in `credentials` count as sources of its own; what
/// there is to say about that file, [`credentials::remarks`](super::credentials::remarks) says.
///
/// Linear in the documents' lengths.
pub fn remarks(document: &Document, credentials: Option<&Document>) -> Vec<Remark> {
    let reading = read(document);
    let mut found = Found { document, remarks: Vec::new() };
    if let Some(contents) = no_config::contents(document) {
        found.push(
            RemarkKind::NotAConfig(contents),
            document.lines().next().map(Line::number),
            None,
        );
        return found.remarks;
    }
    refused::look(&reading, &mut found);
    headers::look(&reading, &mut found);
    lines::look(&mut found);
    sessions::look(&reading, &mut found);
    sign_in::look(&reading, &mut found);
    values::look(&reading, &mut found);
    chains::look(&reading, credentials, &mut found);
    found.by_line()
}

/// What a text is that is no config file; `None` for a config file, be it empty or faulty.
pub fn contents(document: &Document) -> Option<Contents> {
    no_config::contents(document)
}

/// All fixes of a config file together: what they change, round after round, as one plan. Linear in the document's
/// length, a bounded number of times.
pub fn plan_fixes(document: &Document, credentials: Option<&Document>) -> Fixes {
    all::plan(document, &|document| remarks(document, credentials))
}

impl Remark {
    /// What it is.
    pub fn kind(&self) -> &RemarkKind {
        &self.kind
    }

    /// The lines that it is about, the most important first. None where something is not there.
    pub fn lines(&self) -> &[LineNumber] {
        &self.lines
    }

    /// Whether there is a change that puts it right without losing anything.
    pub fn is_fixable(&self) -> bool {
        self.fix.is_some()
    }

    /// The change that puts it right, where there is a safe one.
    pub fn fix(&self) -> Option<Plan> {
        self.fix.as_ref().map(|fix| fix.plan(&self.document))
    }
}

impl fmt::Debug for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?}", self.lines, self.kind)
    }
}

/// Remarks in the making.
struct Found<'d> {
    document: &'d Document,
    remarks: Vec<Remark>,
}

impl Found<'_> {
    fn push(
        &mut self,
        kind: RemarkKind,
        lines: impl IntoIterator<Item = LineNumber>,
        fix: Option<Fix>,
    ) {
        let document = self.document.clone();
        self.remarks.push(Remark { document, kind, lines: lines.into_iter().collect(), fix });
    }

    /// All of them, by the first of their lines.
    fn by_line(mut self) -> Vec<Remark> {
        self.remarks.sort_by_key(|remark| remark.lines.first().copied());
        self.remarks
    }
}

/// A setting's line.
fn line_of(section: Section<'_>, key: &str) -> Option<LineNumber> {
    section.property(key).map(|property| property.line().number())
}

/// The lines of the settings of these keys, as far as the section has them.
fn lines_of(section: Section<'_>, keys: &[&str]) -> Vec<LineNumber> {
    let named = |property: &Property<'_>| keys.iter().any(|key| property.has_key(key));
    section.properties().filter(named).map(|property| property.line().number()).collect()
}

/// The only one of these names that is one or two letters away.
fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<Box<str>> {
    let close = |name: &&str| {
        name.len().abs_diff(wanted.len()) <= 2 && crate::region::edit_distance(wanted, name) <= 2
    };
    let mut close = names.filter(close);
    close.next().filter(|_| close.next().is_none()).map(Box::from)
}

/// Every name is compared, so it is done only for so many; beyond them nobody would look through the list either.
const NAMES_TO_COMPARE: usize = 200;

fn names_to_compare<'a, 'd>(
    settings: impl ExactSizeIterator<Item = &'a super::Settings<'d>>,
) -> impl Iterator<Item = &'a str>
where
    'd: 'a,
{
    let limit = if settings.len() > NAMES_TO_COMPARE { 0 } else { NAMES_TO_COMPARE };
    settings.take(limit).map(super::Settings::name)
}

/// Used in the submodules' signatures.
type Read<'r, 'd> = &'r Reading<'d>;

#[cfg(test)]
mod tests;
