//! The forms of time in cache files: `2025-05-26T10:42:21Z` and, before CLI 2.1.14, `…UTC`; offsets; fractions. Python's
//! dateutil takes others too, which no tool writes.

use super::error::CacheError;
use chrono::{DateTime, Timelike, Utc};

/// Reads `2025-05-26T10:42:21Z`; the zone may also be `UTC`, `GMT` or an offset such as `+10:00`. A fraction of the
/// second is cut off.
///
/// # Errors
/// When it is no time, or one without a zone.
pub fn parse_timestamp(text: &str) -> Result<DateTime<Utc>, CacheError> {
    let text = text.trim().replace(',', ".");
    let text = with_separators(&text).unwrap_or(text);
    if let Some((local, offset)) = split_offset(&text) {
        return at(local.trim_end(), &offset).ok_or(CacheError::BadTimestamp);
    }
    let zoneless = text.trim_end_matches(|c: char| c.is_ascii_uppercase());
    Err(if at(zoneless, "Z").is_some() {
        CacheError::TimestampWithoutZone
    } else {
        CacheError::BadTimestamp
    })
}

/// With a `T` between day and time, and with dashes and colons in `20250526T104221`.
fn with_separators(text: &str) -> Option<String> {
    if let Some((day, time)) = text.split_once(['T', ' ', 't'])
        && day.len() == "20250526".len()
    {
        let (year, month, day) = (day.get(..4)?, day.get(4..6)?, day.get(6..)?);
        let (hour, minute, rest) = (time.get(..2)?, time.get(2..4)?, time.get(4..)?);
        return Some(format!("{year}-{month}-{day}T{hour}:{minute}:{rest}"));
    }
    let (day, time) = text.split_at_checked("2025-05-26".len())?;
    Some(format!("{day}T{}", time.strip_prefix(['T', ' ', 't'])?))
}

/// A time and its offset as RFC 3339 writes it.
fn split_offset(text: &str) -> Option<(&str, String)> {
    if let Some(local) = ["Z", "z", "UTC", "GMT"].iter().find_map(|it| text.strip_suffix(it)) {
        return Some((local, "Z".to_owned()));
    }
    let sign = "2025-05-26".len() + text.get("2025-05-26".len()..)?.rfind(['+', '-'])?;
    let (hours, minutes) = text[sign + 1..].split_at_checked(2)?;
    let minutes = if minutes.is_empty() { "00" } else { minutes.trim_start_matches(':') };
    Some((&text[..sign], format!("{}{hours}:{minutes}", &text[sign..=sign])))
}

fn at(local: &str, offset: &str) -> Option<DateTime<Utc>> {
    let rest = match local.len() {
        10 => "T00:00:00",
        16 => ":00",
        _ => "",
    };
    let time = DateTime::parse_from_rfc3339(&format!("{local}{rest}{offset}")).ok()?.to_utc();
    // A leap second's time is one to chrono and none to Python.
    let exists = time.nanosecond() < 1_000_000_000;
    exists.then(|| time.with_nanosecond(0)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, seconds: Result<i64, CacheError>) {
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
            "2025-05-26 10:42:21 GMT",
            "2025-05-26T10:42:21 GMT",
            "20250526T104221Z",
            "20250526T204221+1000",
        ] {
            check(text, Ok(1_748_256_141));
        }
        check("2025-05-26T10:42Z", Ok(1_748_256_120));
        check("2025-05-26T20:42+10:00", Ok(1_748_256_120));
    }

    #[test]
    fn a_time_without_a_zone_is_told_from_no_time() {
        for text in [
            "2025-05-26T10:42:21",
            "2025-05-26T10:42:21.5",
            "2025-05-26",
            "2025-05-26T10:42",
            "20250526T104221",
            "2025-05-26T10:42:21EST",
        ] {
            check(text, Err(CacheError::TimestampWithoutZone));
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
            check(text, Err(CacheError::BadTimestamp));
        }
    }
}
