//! Values that are certain to be meant otherwise: with a comment behind them, in quotes, with dashes in an account id,
//! in capitals, without `https://`.

use super::ProblemKind;
use super::fix::{self, Fix};
use super::subject::{Problems, Subject};
use crate::aws::Region;
use crate::config::{Document, LineEdits, LineNumber, Property, Reading, Section, Settings};
use crate::entry::OutputFormat;
use crate::names::AccountId;
use crate::portal::StartUrl;
use std::borrow::Cow;
use std::collections::HashMap;

/// Settings whose values have neither quotes nor `#` in them.
const PLAIN_KEYS: [&str; 7] = [
    "region",
    "output",
    "sso_session",
    "sso_region",
    "sso_account_id",
    "sso_role_name",
    "sso_start_url",
];

/// A value as it is meant.
pub(super) struct Meant<'t> {
    pub(super) value: Cow<'t, str>,
    slip: Slip,
    comment: Option<&'t str>,
}

/// What came in between.
#[derive(Clone, Copy)]
enum Slip {
    Comment,
    Quotes,
    Spelling,
    /// `aws sso login` wrote it elsewhere; that is told by itself.
    Elsewhere,
}

/// The values that are meant otherwise, by their lines.
pub(super) type Slips<'d> = HashMap<LineNumber, Meant<'d>>;

/// What is meant by a value that stands elsewhere.
pub(super) fn elsewhere(value: &str) -> Meant<'_> {
    Meant { value: value.into(), slip: Slip::Elsewhere, comment: None }
}

pub(super) fn all<'d>(document: &'d Document, reading: &Reading<'d>) -> Slips<'d> {
    let slip = |property: Property<'d>| {
        let meant = meant(&property.key(), property.first_line_value(), reading)?;
        Some((property.line().number(), meant))
    };
    lines_read(document, reading).filter_map(slip).collect()
}

/// Every setting of one line in the sections that count, and in `[DEFAULT]`.
pub(super) fn lines_read<'d>(
    document: &'d Document,
    reading: &Reading<'d>,
) -> impl Iterator<Item = Property<'d>> {
    let read = reading.profiles().chain(reading.sso_sessions());
    let defaults = document.sections().filter(|it| it.header_text() == "DEFAULT");
    let sections = read.map(Settings::section).chain(defaults);
    sections.flat_map(Section::properties).filter(|property| property.lines().len() == 1)
}

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    if subject.slips.is_empty() {
        return;
    }
    for property in subject.lines_read() {
        let Some(meant) = subject.slips.get(&property.line().number()) else { continue };
        let (key, value) = (property.key(), property.first_line_value());
        let kind = match (meant.slip, &*key) {
            (Slip::Elsewhere, _) => continue,
            (Slip::Comment, _) => ProblemKind::CommentInValue { key: (&*key).into() },
            (Slip::Quotes, _) => ProblemKind::QuotedValue { key: (&*key).into() },
            (Slip::Spelling, "sso_account_id") => {
                ProblemKind::AccountId { value: value.into(), meant: Some((&*meant.value).into()) }
            }
            (Slip::Spelling, "sso_start_url") => {
                ProblemKind::StartUrlScheme { value: value.into() }
            }
            (Slip::Spelling, "output") => ProblemKind::UnknownOutput { value: value.into() },
            (Slip::Spelling, key) => ProblemKind::UnknownRegion {
                key: if key == "region" { "region" } else { "sso_region" },
                value: value.into(),
                nearest: Region::parse(&meant.value).ok(),
            },
        };
        problems.push(kind, [property.line().number()], Some(Fix::safe(edits(property, meant))));
    }
}

/// The value as it is meant, where that is another; with the comment on a line of its own.
fn edits(property: Property<'_>, meant: &Meant<'_>) -> LineEdits {
    let mut edits = LineEdits::default();
    if let Some(comment) = meant.comment {
        let line = property.line();
        edits.insert(line.index(), [line.indentation(), comment]);
    }
    fix::put_value(property, &meant.value, &mut edits);
    edits
}

/// What a value is meant to be; `None` where it is as it should be, or nobody can tell.
pub(super) fn meant<'t>(key: &str, text: &'t str, reading: &Reading<'_>) -> Option<Meant<'t>> {
    let is_name = |name: &str| key == "sso_session" && reading.sso_session(name).is_some();
    if text.is_empty() || !PLAIN_KEYS.contains(&key) || text.contains('\n') || is_name(text) {
        return None;
    }
    let marks = [" #", " ;", "\t#", "\t;"].iter().filter(|_| text.contains(['#', ';']));
    let mark = marks.filter_map(|mark| text.find(mark)).min();
    let (value, comment) =
        mark.map_or((text, None), |at| (text[..at].trim_end(), Some(text[at..].trim_start())));
    let inside = unquoted(value).filter(|_| !is_name(value));
    let value = inside.unwrap_or(value);
    let spelled = spelled(key, value);
    let slip = match (comment, inside, &spelled) {
        (Some(_), _, _) => Slip::Comment,
        (None, Some(_), _) => Slip::Quotes,
        (None, None, Some(_)) => Slip::Spelling,
        (None, None, None) => return None,
    };
    Some(Meant { value: spelled.map_or(Cow::Borrowed(value), Cow::Owned), slip, comment })
}

fn unquoted(value: &str) -> Option<&str> {
    let pairs = [('"', '"'), ('\'', '\''), ('\u{201c}', '\u{201d}'), ('\u{2018}', '\u{2019}')];
    let inside =
        pairs.into_iter().find_map(|(open, close)| value.strip_prefix(open)?.strip_suffix(close));
    inside.map(str::trim).filter(|inside| !inside.is_empty())
}

/// The only spelling of this value that there is, where it is another one.
fn spelled(key: &str, value: &str) -> Option<String> {
    let spelled = match key {
        "sso_account_id" if value.contains(['-', ' ']) => {
            let digits: String = value.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
            AccountId::parse(&digits).is_ok().then_some(digits)
        }
        "output" if value.contains(|c: char| c.is_ascii_uppercase()) => {
            let lower = value.to_ascii_lowercase();
            OutputFormat::from_name(&lower).is_some().then_some(lower)
        }
        "region" | "sso_region" => region(value),
        "sso_start_url" => https(value),
        _ => None,
    };
    spelled.filter(|spelled| spelled != value)
}

/// `http://acme.awsapps.com/start`, and without a scheme.
fn https(value: &str) -> Option<String> {
    let has =
        |scheme: &str| value.get(..scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme));
    let rest = if has("http://") { &value["http://".len()..] } else { value };
    let https = (!has("https://")).then(|| ["https://", rest].concat())?;
    (StartUrl::parse(value).is_ok() && StartUrl::parse(&https).is_ok()).then_some(https)
}

/// `EU-West-1`, `eu_west_1`, and the availability zone `eu-west-1a`.
fn region(value: &str) -> Option<String> {
    let is_plain = value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if is_plain && value.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let lower = value.to_ascii_lowercase().replace('_', "-");
    let of_zone = lower.strip_suffix(|c: char| c.is_ascii_lowercase());
    let mut candidates = [Some(lower.as_str()), of_zone].into_iter().flatten();
    let is_region = |text: &&str| Region::all().any(|region| region.id() == *text);
    candidates.find(is_region).map(str::to_owned)
}
