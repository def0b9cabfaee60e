//! The forms of time in cache files.
//!
//! Not here: other forms that Python's dateutil takes too, which no tool writes.
//!
//! Source: FACTS "Cache files": `2025-05-26T10:42:21Z` and, before CLI 2.1.14, `…UTC`; offsets; fractions.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};

/// Not a time that the AWS CLI can use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadTimestamp {
    /// Not a time.
    #[error("not a time")]
    NotATime,
    /// A time without a zone, or with a zone's name that nothing says the offset of.
    #[error("a time without a zone")]
    WithoutZone,
}

/// Reads `2025-05-26T10:42:21Z`; the zone may also be `UTC`, `GMT` or an offset such as `+10:00`. A fraction of the
/// second is cut off.
///
/// # Errors
/// When it is no time, or one without a zone.
pub fn parse_timestamp(text: &str) -> Result<DateTime<Utc>, BadTimestamp> {
    let (local, zone) = local_time(text.trim()).ok_or(BadTimestamp::NotATime)?;
    match zone {
        "Z" | "z" | "UTC" | "GMT" => Ok(local.and_utc()),
        _ if zone.bytes().all(|b| b.is_ascii_uppercase()) => Err(BadTimestamp::WithoutZone),
        _ => {
            let offset = offset(zone).ok_or(BadTimestamp::NotATime)?;
            let utc = local.checked_sub_signed(offset).ok_or(BadTimestamp::NotATime)?;
            Ok(utc.and_utc())
        }
    }
}

/// Date and time of day, and what follows them.
fn local_time(text: &str) -> Option<(NaiveDateTime, &str)> {
    let (year, rest) = digits(text, 4)?;
    let (month, rest) = digits(rest.strip_prefix('-')?, 2)?;
    let (day, rest) = digits(rest.strip_prefix('-')?, 2)?;
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    if rest.is_empty() {
        return Some((date.and_hms_opt(0, 0, 0)?, rest));
    }
    let (hour, rest) = digits(rest.strip_prefix(['T', 't', ' '])?, 2)?;
    let (minute, rest) = digits(rest.strip_prefix(':')?, 2)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => digits(rest, 2)?,
        None => (0, rest),
    };
    let rest = match rest.strip_prefix(['.', ',']) {
        Some(fraction) => {
            let (_, rest) = digits(fraction, 1)?;
            rest.trim_start_matches(|c: char| c.is_ascii_digit())
        }
        None => rest,
    };
    Some((date.and_hms_opt(hour, minute, second)?, rest.trim_start()))
}

/// `+10:00`, `+1000` or `+10`; less than a day.
fn offset(zone: &str) -> Option<TimeDelta> {
    let (sign, rest) = match zone.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, rest) = digits(rest, 2)?;
    let (minutes, rest) = match rest.strip_prefix(':').unwrap_or(rest) {
        "" => (0, ""),
        rest => digits(rest, 2)?,
    };
    let in_range = hours < 24 && minutes < 60 && rest.is_empty();
    in_range.then(|| TimeDelta::minutes(sign * i64::from(hours * 60 + minutes)))
}

/// A number of exactly so many digits, and what follows it.
fn digits(text: &str, count: usize) -> Option<(u32, &str)> {
    let (number, rest) = text.split_at_checked(count)?;
    let all = number.bytes().all(|b| b.is_ascii_digit());
    Some((number.parse().ok().filter(|_| all)?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, seconds: Result<i64, BadTimestamp>) {
        assert_eq!(parse_timestamp(text).map(|time| time.timestamp()), seconds, "{text}");
    }

    #[test]
    fn every_form_in_use_is_the_same_moment() {
        for text in [
            "2025-05-26T10:42:21Z",
            "2025-05-26T10:42:21UTC",
            "2025-05-26 10:42:21 UTC",
            "2025-05-26T10:42:21+00:00",
            "2025-05-26T20:42:21+1000",
            "2025-05-26T03:42:21-07",
            "2025-05-26T10:42:21.999999999Z",
        ] {
            check(text, Ok(1_748_256_141));
        }
    }

    #[test]
    fn a_time_without_a_zone_is_told_from_no_time() {
        for text in
            ["2025-05-26T10:42:21", "2025-05-26T10:42:21.5", "2025-05-26", "2025-05-26T10:42:21EST"]
        {
            check(text, Err(BadTimestamp::WithoutZone));
        }
        for text in [
            "",
            "soon",
            "1748256141",
            "2025-02-30T10:42:21Z",
            "2025-05-26T24:00:00Z",
            "2025-05-26T10:42:60Z",
            "2025-05-26T10:42:21.Z",
            "2025-05-26T10:42:21+25:00",
            "2025-05-26T10:42:21+1",
            "+025-05-26T10:42:21Z",
            "２０２５-05-26T10:42:21Z",
        ] {
            check(text, Err(BadTimestamp::NotATime));
        }
    }
}
