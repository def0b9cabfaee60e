//! A calendar's file that reminds of a sign-in's end (RFC 5545).

use chrono::{DateTime, TimeDelta, Utc};
use std::fmt::Write;

/// So long before the end the calendar rings.
const BEFORE: TimeDelta = TimeDelta::minutes(10);

/// One event at `at`, with an alarm ten minutes before. `now` is when it was made.
pub fn reminder(at: DateTime<Utc>, now: DateTime<Utc>, title: &str) -> String {
    let (at, stamp) = (compact(at), compact(now));
    let title = escaped(title);
    [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Onramp//Check a token//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{at}-{stamp}@onramp"),
        format!("DTSTAMP:{stamp}"),
        format!("DTSTART:{at}"),
        format!("SUMMARY:{title}"),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        format!("TRIGGER:-PT{}M", BEFORE.num_minutes()),
        format!("DESCRIPTION:{title}"),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR\r\n".to_owned(),
    ]
    .map(|line| folded(&line))
    .join("\r\n")
}

/// No line is longer than this, in bytes and without its break (RFC 5545 section 3.1).
const LONGEST: usize = 75;

/// A line that is too long goes on in others, which begin with a blank.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LONGEST && c != '\r' && c != '\n' {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out
}

/// `20261124T180000Z`.
fn compact(at: DateTime<Utc>) -> String {
    at.naive_utc().to_string().chars().take(19).fold(String::new(), |mut text, c| {
        match c {
            '-' | ':' => {}
            ' ' => text.push('T'),
            c => text.push(c),
        }
        text
    }) + "Z"
}

/// RFC 5545 section 3.3.11.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ',' | ';' => {
                // Writing to a string can't fail.
                let _ = write!(out, "\\{c}");
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn a_reminder_is_an_event_with_an_alarm() {
        let at = "2026-11-24T18:00:05.5Z".parse().unwrap();
        let now = "2026-11-24T10:00:00Z".parse().unwrap();
        let text = reminder(at, now, "Sign-in ends; a\\b, c\n");
        assert!(text.lines().count() == text.matches("\r\n").count());
        expect![[r#"
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Onramp//Check a token//EN
            BEGIN:VEVENT
            UID:20261124T180005Z-20261124T100000Z@onramp
            DTSTAMP:20261124T100000Z
            DTSTART:20261124T180005Z
            SUMMARY:Sign-in ends\; a\\b\, c 
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER:-PT10M
            DESCRIPTION:Sign-in ends\; a\\b\, c 
            END:VALARM
            END:VEVENT
            END:VCALENDAR
        "#]]
        .assert_eq(&text.replace("\r\n", "\n"));
    }

    #[test]
    fn no_line_is_longer_than_a_calendar_takes_and_none_loses_a_letter() {
        let (at, title) = ("2026-11-24T18:00:05Z".parse().unwrap(), "prä ".repeat(60));
        let text = reminder(at, at, &title);
        assert!(text.split("\r\n").all(|line| line.len() <= LONGEST), "{text}");
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "{text}");
        let unfolded = text.replace("\r\n ", "");
        assert_eq!(unfolded.matches(&title).count(), 2, "{unfolded}");
    }
}
