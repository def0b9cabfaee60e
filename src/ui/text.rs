//! Every sentence a person reads, in one place and one language, so that another can stand beside it.
//!
//! Not here: layout. What can happen is matched exhaustively, so that nothing new goes without its sentence. A
//! sentence says what happened, why, and what to do next.

mod failure;
mod format;
mod help;
mod remark;
mod returning;
mod setup;
mod tidy;
mod tidy_files;
mod token;

pub(super) use failure::{
    Said, call_details, denied_hint, flow_failure, listing_fault, session_ended, signed_out,
    trouble,
};
pub(super) use format::*;
pub(super) use help::*;
pub(super) use remark::remark;
pub(super) use returning::*;
pub(super) use setup::*;
pub(super) use tidy::*;
pub(super) use tidy_files::*;
pub(super) use token::*;

use crate::app::route::Screen;

pub(super) const PRODUCT: &str = "Onramp";
pub(super) const SKIP: &str = "Skip to the content";
pub(super) const MAIN_NAVIGATION: &str = "Main";
pub(super) const COPY: &str = "Copy";
pub(super) const COPIED: &str = "Copied";
pub(super) const COPY_REFUSED: &str = "Your browser did not let this page copy. Select the text and copy it with your keyboard instead.";
pub(super) const DETAILS: &str = "Details";
pub(super) const CLEAR: &str = "Clear";
pub(super) const PIECE_LOADING: &str = "Loading this part of the page…";
pub(super) const PIECE_MISSING: &str = "This part of the page did not load. Your connection may be gone, or a new version of the page may just have been published: then reload it.";
pub(super) const FOOT_PRIVACY: &str =
    "Tokens stay in this tab's memory and are gone when you close it.";

pub(super) fn screen(screen: Screen) -> &'static str {
    match screen {
        Screen::SetUp => "Set up",
        Screen::Token => "Check a token",
        Screen::Tidy => "Tidy my config",
        Screen::Help => "Help",
    }
}

/// A count-down: `9:05`, `1:02:03`.
pub(super) fn clock(seconds: i64) -> String {
    let seconds = seconds.max(0);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// How long, in words: `3 days`, `2 h 5 min`, `4 min 10 s`.
pub(super) fn duration(seconds: i64) -> String {
    let seconds = seconds.max(0);
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60);
    match (days, hours, minutes) {
        (0, 0, 0) => format!("{seconds} s"),
        (0, 0, _) => format!("{minutes} min {} s", seconds % 60),
        (0, _, _) => format!("{hours} h {minutes} min"),
        (1, _, _) => format!("1 day {hours} h"),
        (_, _, _) => format!("{days} days"),
    }
}

/// `1 role`, `1,204 roles`.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_counts_read_well() {
        assert_eq!(
            (clock(545).as_str(), clock(3723).as_str(), clock(-1).as_str()),
            ("9:05", "1:02:03", "0:00")
        );
        assert_eq!(duration(250), "4 min 10 s");
        assert_eq!(duration(7500), "2 h 5 min");
        assert_eq!(duration(90 * 86_400), "90 days");
        assert_eq!(count(1, "role", "roles"), "1 role");
        assert_eq!(count(25_000, "role", "roles"), "25,000 roles");
        assert_eq!(count(999, "role", "roles"), "999 roles");
    }
}
