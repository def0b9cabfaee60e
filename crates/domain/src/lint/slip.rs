//! Values that are certain to be meant otherwise: with a comment behind them, in quotes, with dashes in an account id,
//! in other capitals, without `https://`.

use super::credential_source::SOURCES;
use super::{Fix, ProblemKind, Problems, fix, lines_read, not_a_start_url};
use crate::aws::Region;
use crate::config::{Document, LineEdits, Reading};
use crate::entry::OutputFormat;
use crate::names::AccountId;
use crate::portal::StartUrl;
use std::borrow::Cow;

/// Settings whose values have neither quotes nor `#` in them.
const PLAIN_KEYS: [&str; 15] = [
    "region",
    "output",
    "sso_session",
    "sso_region",
    "sso_account_id",
    "sso_role_name",
    "sso_start_url",
    "sso_registration_scopes",
    "role_arn",
    "source_profile",
    "credential_source",
    "mfa_serial",
    "role_session_name",
    "login_session",
    "services",
];

/// A value as it is meant.
pub(super) struct MeantSetting<'t> {
    pub(super) value: Cow<'t, str>,
    slip: Slip,
    /// Which gets a line of its own.
    comment: Option<&'t str>,
}

/// What came in between.
#[derive(Clone, Copy)]
enum Slip {
    Comment,
    Quotes,
    Spelling,
}

/// Tells the values that are certain to be meant otherwise, and gives the document with them put right; line by line
/// the same, so without the comments behind them.
pub(super) fn put_right(
    document: &Document,
    reading: &Reading<'_>,
    problems: &mut Problems<'_>,
) -> Document {
    let mut put_right = LineEdits::default();
    for property in lines_read(document, reading) {
        let (key, value) = (property.key(), property.first_line_value());
        let Some(meant) = meant(&key, value, reading) else { continue };
        let mut edits = LineEdits::default();
        fix::put_value(property, &meant.value, &mut edits);
        put_right.extend(&edits);
        if let Some(comment) = meant.comment {
            let line = property.line();
            let (mark, text) = comment.strip_prefix("//").map_or(("", comment), |rest| ("#", rest));
            edits.insert(line.index(), &[line.indentation(), mark, text]);
        }
        let kind = match (meant.slip, &*key) {
            (Slip::Comment, _) => ProblemKind::CommentInValue((&*key).into()),
            (Slip::Quotes, _) => ProblemKind::QuotedValue((&*key).into()),
            (Slip::Spelling, "sso_account_id") => {
                ProblemKind::AccountId { value: value.into(), meant: Some((&*meant.value).into()) }
            }
            (Slip::Spelling, "sso_start_url") => ProblemKind::StartUrlScheme(value.into()),
            (Slip::Spelling, "output") => ProblemKind::UnknownOutput(value.into()),
            (Slip::Spelling, "credential_source") => ProblemKind::CredentialSource(value.into()),
            (Slip::Spelling, key) => ProblemKind::UnknownRegion {
                key: if key == "region" { "region" } else { "sso_region" },
                value: value.into(),
                nearest: Region::parse(&meant.value).ok(),
            },
        };
        problems.push(kind, &[property.line().number()], Some(Fix::safe(edits)));
    }
    fix::applied(document, put_right)
}

/// What a value is meant to be; `None` where it is as it should be, or nobody can tell.
pub(super) fn meant<'t>(
    key: &str,
    text: &'t str,
    reading: &Reading<'_>,
) -> Option<MeantSetting<'t>> {
    let is_name = |name: &str| match key {
        "sso_session" => reading.sso_session(name).is_some(),
        "source_profile" => reading.profile(name).is_some(),
        _ => false,
    };
    if text.is_empty() || !PLAIN_KEYS.contains(&key) || text.contains('\n') || is_name(text) {
        return None;
    }
    let marks = [" #", " ;", " //", "\t#", "\t;", "\t//"];
    let mark = marks.iter().filter_map(|mark| text.find(mark)).min();
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
    Some(MeantSetting { value: spelled.map_or(Cow::Borrowed(value), Cow::Owned), slip, comment })
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
        "credential_source" => {
            let known = SOURCES.into_iter().find(|known| known.eq_ignore_ascii_case(value));
            known.map(str::to_owned)
        }
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
    let is_url = |text| StartUrl::parse(text).is_ok() && !not_a_start_url::has_more(text);
    (is_url(value) && is_url(&https)).then_some(https)
}

/// `EU-West-1`, `eu_west_1`, `eu-west1`, with the dashes of a word processor, and the availability zone `eu-west-1a`.
fn region(value: &str) -> Option<String> {
    fn letters(text: &str) -> impl Iterator<Item = char> {
        let is_between =
            |c: &char| matches!(c, '-' | '_' | ' ' | '\u{2010}'..='\u{2015}' | '\u{2212}');
        text.chars().filter(move |c| !is_between(c)).map(|c| c.to_ascii_lowercase())
    }
    let zone = value.strip_suffix(|c: char| c.is_ascii_alphabetic()).unwrap_or(value);
    let is_meant = |region: &Region| letters(region.id()).eq(letters(zone));
    Region::all().find(is_meant).map(|region| region.id().to_owned())
}
