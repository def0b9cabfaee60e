//! How a person hears of a sign-in's end.

use crate::app::token::{NoticeWords, Notifying};

pub(in crate::ui) const REMINDER: &str = "Remind me before it ends";
pub(in crate::ui) const NOTIFY: &str = "Tell me when it ends";
pub(in crate::ui) const NOTIFY_NO_MORE: &str = "Don't tell me any more";

/// What the browser's notifications say.
pub(in crate::ui) const NOTICE: NoticeWords = NoticeWords {
    soon: "Your AWS sign-in ends soon",
    ended: "Your AWS sign-in has ended",
    session: "Session",
};

/// A calendar's entry, with the command that helps then.
pub(in crate::ui) fn reminder(command: &str) -> String {
    ["AWS sign-in ends: ", command].concat()
}

/// Whether the page will tell, and if not, why.
pub(in crate::ui) fn notifying(notifying: Notifying) -> Option<&'static str> {
    match notifying {
        Notifying::Off => None,
        Notifying::Asking(_) => Some("Your browser asks you whether this page may."),
        Notifying::On(..) => Some(
            "Your browser tells you, as long as this page stays open in a tab. It says no more than the session's name.",
        ),
        Notifying::Denied => Some(
            "Your browser does not let this page tell you. Allow notifications for this site in its settings, or take the calendar's reminder.",
        ),
        Notifying::Unsupported => {
            Some("This browser does not let pages tell you anything. Take the calendar's reminder.")
        }
    }
}
