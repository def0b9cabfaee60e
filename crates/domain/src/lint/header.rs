//! Headers that the CLI reads as nothing, though they are meant as a profile or a session: `[dev]`, `[ profile dev ]`,
//! `[sso_session corp]`, `[profile my dev]`.
//!
//! Source: botocore's `configloader.build_profile_map` takes headers only that begin with `profile` or `sso-session` and
//! have exactly one name; and `default`.

use super::{
    Applicability, Choice, ChoiceLabel, Fix, ProblemKind, Problems, fix, odd_character, slip,
    split_by_login,
};
use crate::config::{Document, Header, LineEdits, Reading, Section, read, trim};
use crate::edit_distance::edit_distance;
use crate::names::{ProfileName, SessionName};
use std::borrow::Cow;
use std::collections::HashSet;

/// Keys that only a profile has.
const PROFILE_KEYS: [&str; 10] = [
    "sso_session",
    "sso_account_id",
    "sso_role_name",
    "role_arn",
    "source_profile",
    "credential_process",
    "credential_source",
    "web_identity_token_file",
    "mfa_serial",
    "login_session",
];

/// Keys that a section without a kind may have as a profile, or as something else.
const COMMON_KEYS: [&str; 6] =
    ["region", "output", "sso_start_url", "sso_region", "aws_access_key_id", "cli_pager"];

type Names<'d> = HashSet<Cow<'d, str>>;

/// What a header is meant as.
struct MeantHeader {
    /// What has to stand between the brackets.
    header: String,
    kind: ProblemKind,
    /// Whether another section has the name.
    is_taken: bool,
    applicability: Applicability,
}

/// Tells the headers that nobody reads, and gives the document with those put right whose meaning is certain; line by
/// line the same.
pub(super) fn put_right(document: &Document, problems: &mut Problems<'_>) -> Document {
    let reading = read(document);
    let mut put_right = LineEdits::default();
    let splits = split_by_login::put_right(document, &reading, &mut put_right, problems);
    // Of several that would get one name only the first gets it.
    let mut taken = Names::new();
    let mut wanted: Names<'_> = document.sections().filter_map(|it| wanted(it, &reading)).collect();
    for section in document.sections().filter(|it| splits.binary_search(&it.index()).is_err()) {
        if !matches!(section.header(), Header::Nameless | Header::Other) {
            continue;
        }
        let is_nameless = section.header() == Header::Nameless;
        let nameless = || ProblemKind::Nameless(section.header_text().into());
        let Some(meant) = meant(section, &reading, &wanted) else {
            if is_nameless {
                problems.push(nameless(), &[section.line().number()], None);
            }
            continue;
        };
        let is_free = !meant.is_taken && taken.insert(meant.header.clone().into());
        // Nor is a later one meant as the session that an earlier one is.
        if let ProblemKind::NotASession { name, .. } = &meant.kind {
            wanted.remove(&**name);
        }
        let edits = fix::header(section, &meant.header).filter(|_| is_free);
        let fix = edits.map(|edits| match meant.applicability {
            Applicability::Safe => {
                put_right.extend(&edits);
                Fix::safe(edits)
            }
            Applicability::Suggestion => {
                let label = ChoiceLabel::Rename(meant.header.into());
                let mut choices = vec![Choice::new(label, edits)];
                choices.extend(as_session(section, &reading));
                Fix::choices_of(choices)
            }
        });
        let kind = if is_nameless { nameless() } else { meant.kind };
        problems.push(kind, &[section.line().number()], fix);
    }
    fix::applied(document, put_right)
}

/// The session that a profile asks for and that isn't there, as it is meant; whatever the profile's own header says.
fn wanted<'d>(profile: Section<'d>, reading: &Reading<'d>) -> Option<Cow<'d, str>> {
    let property = profile.property("sso_session").filter(|it| it.lines().len() == 1)?;
    let name = property.first_line_value();
    let meant = slip::meant("sso_session", name, reading);
    let name = meant.map_or(Cow::Borrowed(name), |meant| meant.value);
    Some(name).filter(|name| reading.sso_session(name).is_none())
}

/// What a header is meant as: the session that a profile wants and that isn't there; then by the known words.
fn meant(section: Section<'_>, reading: &Reading<'_>, wanted: &Names<'_>) -> Option<MeantHeader> {
    let plain = odd_character::straightened(section.header_text());
    let plain = unwrapped(trim(&plain));
    let (word, name) = plain.split_once([' ', '\t']).unwrap_or((plain, ""));
    let name = match Header::read(plain) {
        Header::Profile(name) | Header::SsoSession(name) => name,
        _ => Cow::Borrowed(name.trim()),
    };
    let header = || section.header_text().into();
    let profile = |name: &str, applicability| {
        let name = ProfileName::parse(name).ok()?;
        let kind = ProblemKind::NotAProfile { header: header(), name: name.as_str().into() };
        let is_taken = reading.profile(name.as_str()).is_some();
        Some(MeantHeader { header: name.header(), kind, is_taken, applicability })
    };
    let session = |name: &str, applicability| {
        let name = SessionName::parse(name).ok()?;
        let kind = ProblemKind::NotASession { header: header(), name: name.as_str().into() };
        let is_taken = reading.sso_session(name.as_str()).is_some();
        Some(MeantHeader { header: name.header(), kind, is_taken, applicability })
    };
    let last = plain.split_whitespace().next_back().unwrap_or(plain);
    let is_other = section.header() == Header::Other;
    if is_other && may_be_session(section) && wanted.contains(last) {
        return session(last, Applicability::Safe);
    }
    let word = word.to_ascii_lowercase().replace('_', "-");
    let word = word.trim_end_matches(':');
    let is_near = |known: &str, most: usize| {
        word == known || !name.is_empty() && edit_distance(word, known) <= most
    };
    if word == "default" && (name.is_empty() || name == "default") {
        profile("default", Applicability::Safe)
    } else if ["services", "plugins", "preview"].contains(&word) {
        None
    } else if is_near("profile", 1) {
        profile(&name, Applicability::Safe)
    } else if is_near("profile", 2) {
        profile(&name, Applicability::Suggestion)
    } else if is_near("sso-session", 2) {
        session(&name, Applicability::Safe)
    } else if section.header() == Header::Nameless {
        let behind = |kind: &str| {
            Some(plain.strip_prefix(kind)?.trim_start_matches(['-', '_', ':', '.', '/', '=']))
        };
        let meant = behind("profile").and_then(|name| profile(name, Applicability::Suggestion));
        meant.or_else(|| session(behind("sso-session")?, Applicability::Suggestion))
    } else if has_any(section, &PROFILE_KEYS) {
        profile(plain, Applicability::Safe)
    } else if has_any(section, &COMMON_KEYS) {
        profile(plain, Applicability::Suggestion)
    } else {
        None
    }
}

/// Without the quotes of another format, and the brackets of TOML's tables.
fn unwrapped(header: &str) -> &str {
    let pairs = [("\"", "\""), ("'", "'"), ("[", "]")];
    let inside = |(open, close)| header.strip_prefix(open)?.strip_suffix(close);
    pairs.into_iter().find_map(inside).unwrap_or(header)
}

/// Whether it has a start URL and nothing of a profile.
pub(super) fn may_be_session(section: Section<'_>) -> bool {
    section.property("sso_start_url").is_some() && !has_any(section, &PROFILE_KEYS)
}

fn has_any(section: Section<'_>, keys: &[&str]) -> bool {
    keys.iter().any(|key| section.property(key).is_some())
}

/// What has a start URL and nothing of a profile can be a session too.
fn as_session(section: Section<'_>, reading: &Reading<'_>) -> Option<Choice> {
    section.property("sso_start_url").filter(|_| section.header() == Header::Other)?;
    let name = SessionName::parse(section.header_text()).ok()?;
    let is_free = reading.sso_session(name.as_str()).is_none();
    let edits = fix::header(section, &name.header()).filter(|_| is_free)?;
    Some(Choice::new(ChoiceLabel::Rename(name.header().into()), edits))
}
