//! The forms of time in cache files: `2025-05-26T10:42:21Z` and, before CLI 2.1.14, `…UTC`; offsets; fractions. Python's
//! dateutil takes others too, which no tool writes.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Timelike, Utc};

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
    let text = text.trim().replace(',', ".").replacen([' ', 't'], "T", 1);
    if !text.bytes().take(4).all(|b| b.is_ascii_digit()) {
        return Err(BadTimestamp::NotATime);
    }
    let utc = ["Z", "z", "UTC", "GMT"].iter().find_map(|zone| text.strip_suffix(zone));
    let time = match utc {
        Some(local) => local_time(local.trim_end()).map(|time| time.and_utc()),
        None => {
            DateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M:%S%.f%#z").ok().map(|it| it.to_utc())
        }
    };
    // A leap second's time is one to chrono and none to Python.
    match time.filter(|time| time.nanosecond() < 1_000_000_000) {
        Some(time) => time.with_nanosecond(0).ok_or(BadTimestamp::NotATime),
        None => {
            let zoneless = text.trim_end_matches(|c: char| c.is_ascii_uppercase());
            let is_time = utc.is_none() && local_time(zoneless).is_some();
            Err(if is_time { BadTimestamp::WithoutZone } else { BadTimestamp::NotATime })
        }
    }
}

fn local_time(text: &str) -> Option<NaiveDateTime> {
    let midnight = || NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0);
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").ok().or_else(midnight)
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
