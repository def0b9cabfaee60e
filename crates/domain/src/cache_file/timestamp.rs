//! The forms of time in cache files: `2025-05-26T10:42:21Z` and, before CLI 2.1.14, `…UTC`; offsets; fractions. Python's
//! dateutil takes others too, which no tool writes.

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
    let mut rest = text.trim();
    let local = local_time(&mut rest).ok_or(BadTimestamp::NotATime)?;
    let offset = match rest.trim_start() {
        "Z" | "z" | "UTC" | "GMT" => TimeDelta::zero(),
        zone if zone.bytes().all(|b| b.is_ascii_uppercase()) => {
            return Err(BadTimestamp::WithoutZone);
        }
        zone => offset(zone).ok_or(BadTimestamp::NotATime)?,
    };
    Ok((local - offset).and_utc())
}

// By hand, since chrono's reader of formats takes 8 KB of the page, in Brotli.

/// Takes a time off the beginning of a text; a day alone is its midnight.
fn local_time(text: &mut &str) -> Option<NaiveDateTime> {
    let [year, month, day] = [number(text, "", 4)?, number(text, "-", 2)?, number(text, "-", 2)?];
    let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    let Some(hour) = number(text, "Tt ", 2) else { return day.and_hms_opt(0, 0, 0) };
    let [minute, second] = [number(text, ":", 2)?, number(text, ":", 2)?];
    if let Some(fraction) = text.strip_prefix(['.', ',']) {
        *text = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
        if *text == fraction {
            return None;
        }
    }
    day.and_hms_opt(hour, minute, second)
}

/// `+10:00`, `+1000` or `+10`.
fn offset(mut text: &str) -> Option<TimeDelta> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let hours = number(&mut text, "+-", 2)?;
    let minutes = match text {
        "" => 0,
        _ => number(&mut text, ":", 2).or_else(|| number(&mut text, "", 2))?,
    };
    let is_one = text.is_empty() && hours < 24 && minutes < 60;
    is_one.then(|| TimeDelta::minutes(sign * i64::from(hours * 60 + minutes)))
}

/// Takes a number of so many digits off the beginning of a text, behind one of these characters, where there are any.
fn number(text: &mut &str, behind: &str, digits: usize) -> Option<u32> {
    let rest = match behind {
        "" => *text,
        _ => text.strip_prefix(|c| behind.contains(c))?,
    };
    let (number, rest) = rest.split_at_checked(digits)?;
    if !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    *text = rest;
    number.parse().ok()
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
