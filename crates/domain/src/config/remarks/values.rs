//! Values that can't be right.
//!
//! Not here: values that contradict each other from profile to session.

use super::fix::Fix;
use super::{Found, Read, RemarkKind};
use crate::config::section::{Property, Section};
use crate::entry::OutputFormat;
use crate::names::AccountId;
use crate::region::{Partition, Region};
use crate::start_url::StartUrl;

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

pub(super) fn look(reading: Read<'_, '_>, found: &mut Found<'_>) {
    for settings in reading.profiles().chain(reading.sso_sessions()) {
        let section = settings.section();
        for property in section.properties().filter(|property| property.lines().len() == 1) {
            value(property, found);
        }
        portal(section, found);
    }
}

fn value(property: Property<'_>, found: &mut Found<'_>) {
    let key = property.key();
    let value = property.first_line_value();
    if value.is_empty() || !PLAIN_KEYS.contains(&key.as_ref()) {
        return;
    }
    let line = property.line().number();
    let comment = [" #", " ;", "\t#", "\t;"].iter().filter_map(|mark| value.find(mark)).min();
    if let Some(at) = comment {
        let (value, comment) = (value[..at].trim_end().into(), value[at..].trim_start().into());
        let fix = Fix::LiftComment { property: property.index(), value, comment };
        found.push(RemarkKind::CommentInValue { key: key.into() }, [line], Some(fix));
        return;
    }
    if let Some(inside) = unquoted(value) {
        let fix = Fix::SetValues(vec![(property.index(), inside.into())]);
        found.push(RemarkKind::QuotedValue { key: key.into() }, [line], Some(fix));
        return;
    }
    let found_value = match key.as_ref() {
        "sso_account_id" => account_id(value),
        "sso_region" => region("sso_region", value),
        "region" => region("region", value),
        "output" => output(value),
        _ => None,
    };
    if let Some((kind, meant)) = found_value {
        let fix = meant.map(|meant| Fix::SetValues(vec![(property.index(), meant)]));
        found.push(kind, [line], fix);
    }
}

fn unquoted(value: &str) -> Option<&str> {
    let pairs = [('"', '"'), ('\'', '\''), ('\u{201c}', '\u{201d}'), ('\u{2018}', '\u{2019}')];
    let inside =
        pairs.into_iter().find_map(|(open, close)| value.strip_prefix(open)?.strip_suffix(close));
    inside.map(str::trim).filter(|inside| !inside.is_empty())
}

type Wrong = (RemarkKind, Option<Box<str>>);

fn account_id(value: &str) -> Option<Wrong> {
    if AccountId::parse(value).is_ok() {
        return None;
    }
    let digits: String = value.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
    let is_number = (1..=12).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    // More than a few zeros no spreadsheet has taken.
    let meant = (is_number && digits.len() >= 8).then(|| format!("{digits:0>12}").into_boxed_str());
    Some((RemarkKind::AccountId { value: value.into(), meant: meant.clone() }, meant))
}

/// Where people work there are regions without Identity Center, and ones to come: of `region` only what can't be one.
fn region(key: &'static str, value: &str) -> Option<Wrong> {
    if Region::all().any(|known| known.id() == value) {
        return None;
    }
    let is_shaped = Region::in_partition(value, Partition::Aws).is_ok();
    if key == "region" && (is_shaped || value.ends_with("-global") || value.starts_with("fips-")) {
        return None;
    }
    let nearest = match Region::parse(value) {
        Ok(known) => Some(known),
        Err(unknown) => unknown.nearest,
    };
    let meant = nearest.as_ref().map(|region| region.id().into());
    Some((RemarkKind::UnknownRegion { key, value: value.into(), nearest }, meant))
}

fn output(value: &str) -> Option<Wrong> {
    if OutputFormat::from_name(value).is_some() {
        return None;
    }
    let meant = OutputFormat::from_name(&value.to_ascii_lowercase());
    let meant = meant.map(|format| format.as_str().into());
    Some((RemarkKind::UnknownOutput { value: value.into() }, meant))
}

/// A start URL and the region beside it.
fn portal(section: Section<'_>, found: &mut Found<'_>) {
    let [Some(url), Some(beside)] =
        ["sso_start_url", "sso_region"].map(|key| section.property(key))
    else {
        return;
    };
    let Ok(start_url) = StartUrl::parse(url.first_line_value()) else { return };
    let Ok(region) = Region::parse(beside.first_line_value()) else { return };
    let lines = [beside, url].map(|property| property.line().number());
    let named = start_url.region().filter(|named| named.id() != region.id());
    if let Some(named) = named.cloned() {
        let fix = Fix::SetValues(vec![(beside.index(), named.id().into())]);
        found.push(RemarkKind::RegionDiffers { named, region }, lines, Some(fix));
    } else if let Some(partition) = start_url.partition().filter(|it| *it != region.partition()) {
        found.push(RemarkKind::PartitionDiffers { start_url: partition, region }, lines, None);
    }
}
