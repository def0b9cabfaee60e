//! Headers that the CLI reads as nothing, though they are meant as a profile or a session: `[dev]`, `[ profile dev ]`,
//! `[sso_session corp]`, `[profile my dev]`.
//!
//! Source: botocore's `configloader.build_profile_map` takes headers only that begin with `profile` or `sso-session` and
//! have exactly one name; and `default`.

use super::fix::{self, Choice, ChoiceLabel, Fix};
use super::split_by_login::{self, Split};
use super::subject::Problems;
use super::{ProblemKind, odd_character};
use crate::config::{Document, Header, Reading, Section, read, trim};
use crate::edit_distance::edit_distance;
use crate::names::{ProfileName, SessionName};
use std::borrow::Cow;
use std::collections::HashSet;

/// Keys that only a profile has.
const PROFILE_KEYS: [&str; 6] = [
    "sso_session",
    "sso_account_id",
    "sso_role_name",
    "role_arn",
    "source_profile",
    "credential_process",
];

/// Keys that a section without a kind may have as a profile, or as something else.
const COMMON_KEYS: [&str; 6] =
    ["region", "output", "sso_start_url", "sso_region", "aws_access_key_id", "cli_pager"];

/// A header that is read by nobody, and what it would have to be.
pub(super) struct Misread<'d> {
    section: Section<'d>,
    kind: ProblemKind,
    fix: Option<Fix>,
}

/// What a header is meant as.
enum Meant {
    Profile(ProfileName),
    Session(SessionName),
}

/// The document's headers that nobody reads, and the reading in which those count whose meaning is certain.
pub(super) fn meant(document: &Document) -> (Vec<Misread<'_>>, Vec<Split<'_>>, Reading<'_>) {
    let mut reading = read(document);
    let splits = split_by_login::all(document, &reading);
    let is_split =
        |section: &Section<'_>| splits.iter().any(|it| it.beside.index() == section.index());
    let mut misread = Vec::new();
    let mut meant = Vec::new();
    // Of several that would get one name only the first gets it.
    let mut taken = HashSet::new();
    for section in document.sections().filter(|section| !is_split(section)) {
        match section.header() {
            Header::Nameless | Header::Other => {}
            Header::Profile(_) | Header::SsoSession(_) | Header::Services(_) | Header::Defaults => {
                continue;
            }
        }
        let Some((header, certainty)) = meant_by(section) else {
            if section.header() == Header::Nameless {
                let kind = ProblemKind::Nameless { header: section.header_text().into() };
                misread.push(Misread { section, kind, fix: None });
            }
            continue;
        };
        let is_free = !header.is_in(&reading) && taken.insert(header.text());
        let edits = fix::header(section, &header.text()).filter(|_| is_free);
        let fix = edits.map(|edits| match certainty {
            Certainty::Certain => {
                meant.push((header.read(), section));
                Fix::safe(edits)
            }
            Certainty::Guess => {
                let choice = Choice::new(ChoiceLabel::Rename((&*header.text()).into()), edits);
                Fix::suggestion(std::iter::once(choice).chain(as_session(section, &reading)))
            }
        });
        misread.push(Misread { kind: header.kind(section), section, fix });
    }
    meant.extend(splits.iter().map(|split| (split.header.clone(), split.meant)));
    reading.take_in(meant);
    (misread, splits, reading)
}

pub(super) fn check(misread: Vec<Misread<'_>>, problems: &mut Problems<'_>) {
    for Misread { section, kind, fix } in misread {
        problems.push(kind, [section.line().number()], fix);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Certainty {
    Certain,
    Guess,
}

/// What a header is meant as, with the known words first.
fn meant_by(section: Section<'_>) -> Option<(Meant, Certainty)> {
    let plain = odd_character::straightened(section.header_text());
    let plain = trim(&plain);
    let (word, name) = plain.split_once([' ', '\t']).unwrap_or((plain, ""));
    let name = match Header::read(plain) {
        Header::Profile(name) | Header::SsoSession(name) => name,
        _ => Cow::Borrowed(name.trim()),
    };
    let word = word.to_ascii_lowercase().replace('_', "-");
    match word.trim_end_matches(':') {
        "default" if name.is_empty() || name == "default" => {
            Some((Meant::Profile(ProfileName::parse("default").ok()?), Certainty::Certain))
        }
        "profile" => Some((Meant::Profile(ProfileName::parse(&name).ok()?), Certainty::Certain)),
        "sso-session" => {
            Some((Meant::Session(SessionName::parse(&name).ok()?), Certainty::Certain))
        }
        "services" | "plugins" | "preview" => None,
        word if !name.is_empty() && edit_distance(word, "profile") < 2 => {
            Some((Meant::Profile(ProfileName::parse(&name).ok()?), Certainty::Certain))
        }
        word if !name.is_empty() && edit_distance(word, "sso-session") < 3 => {
            Some((Meant::Session(SessionName::parse(&name).ok()?), Certainty::Certain))
        }
        _ if section.header() == Header::Nameless => {
            let name = |kind| {
                Some(plain.strip_prefix(kind)?.trim_start_matches(['-', '_', ':', '.', '/']))
            };
            let profile = name("profile").and_then(|name| ProfileName::parse(name).ok());
            let session = name("sso-session").and_then(|name| SessionName::parse(name).ok());
            let meant = profile.map(Meant::Profile).or(session.map(Meant::Session));
            meant.map(|meant| (meant, Certainty::Guess))
        }
        _ => {
            let has = |keys: &[&str]| keys.iter().any(|key| section.property(key).is_some());
            let certain = has(&PROFILE_KEYS).then_some(Certainty::Certain);
            let certainty = certain.or(has(&COMMON_KEYS).then_some(Certainty::Guess))?;
            Some((Meant::Profile(ProfileName::parse(plain).ok()?), certainty))
        }
    }
}

/// What has a start URL and nothing of a profile can be a session too.
fn as_session(section: Section<'_>, reading: &Reading<'_>) -> Option<Choice> {
    section.property("sso_start_url").filter(|_| section.header() == Header::Other)?;
    let name = SessionName::parse(section.header_text()).ok()?;
    let is_free = reading.sso_session(name.as_str()).is_none();
    let edits = fix::header(section, &name.header()).filter(|_| is_free)?;
    Some(Choice::new(ChoiceLabel::Rename(name.header().into()), edits))
}

impl Meant {
    /// What has to stand between the brackets.
    fn text(&self) -> String {
        match self {
            Meant::Profile(name) => name.header(),
            Meant::Session(name) => name.header(),
        }
    }

    fn is_in(&self, reading: &Reading<'_>) -> bool {
        match self {
            Meant::Profile(name) => reading.profile(name.as_str()).is_some(),
            Meant::Session(name) => reading.sso_session(name.as_str()).is_some(),
        }
    }

    fn read<'d>(&self) -> Header<'d> {
        match self {
            Meant::Profile(name) => Header::Profile(Cow::Owned(name.as_str().to_owned())),
            Meant::Session(name) => Header::SsoSession(Cow::Owned(name.as_str().to_owned())),
        }
    }

    fn kind(&self, section: Section<'_>) -> ProblemKind {
        let header = section.header_text().into();
        match self {
            _ if section.header() == Header::Nameless => ProblemKind::Nameless { header },
            Meant::Profile(name) => ProblemKind::NotAProfile { header, name: name.as_str().into() },
            Meant::Session(name) => ProblemKind::NotASession { header, name: name.as_str().into() },
        }
    }
}
