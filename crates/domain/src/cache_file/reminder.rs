//! A calendar's file that reminds of a sign-in's end (RFC 5545).

use chrono::{DateTime, TimeDelta, Utc};

/// So long before the end the calendar rings.
const BEFORE: TimeDelta = TimeDelta::minutes(10);

/// One event at `at`, with an alarm ten minutes before. `now` is when it was made.
pub fn reminder(at: DateTime<Utc>, now: DateTime<Utc>, title: &str) -> String {
    let (at, stamp, title) = (compact(at), compact(now), escaped(title));
    let before = BEFORE.num_minutes();
    let lines = format!(
        "BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Onramp//Check a token//EN
BEGIN:VEVENT
UID:{at}-{stamp}@onramp
DTSTAMP:{stamp}
DTSTART:{at}
SUMMARY:{title}
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT{before}M
DESCRIPTION:{title}
END:VALARM
END:VEVENT
END:VCALENDAR"
    );
    lines.lines().map(folded).collect()
}

/// No line is longer than this, in bytes and without its break (RFC 5545 section 3.1).
const LONGEST: usize = 75;

/// A line with its break. One that is too long goes on in others, which begin with a blank.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 2);
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out + "\r\n"
}

/// `20261124T180000Z`.
fn compact(at: DateTime<Utc>) -> String {
    let text = at.naive_utc().to_string();
    text.get(..19).unwrap_or_default().replace(['-', ':'], "").replace(' ', "T") + "Z"
}

/// RFC 5545 section 3.3.11.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', r"\\").replace(',', r"\,").replace(';', r"\;");
    text.replace(char::is_control, " ")
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
