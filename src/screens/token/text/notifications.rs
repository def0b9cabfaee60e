//! How a person hears of a sign-in's end.

pub const REMINDER: &str = "Remind me before it ends";
pub const NOTIFY: &str = "Tell me when it ends";
pub const NOTIFY_NO_MORE: &str = "Don't tell me any more";
pub const STILL_WATCHED: &str = "We'll still tell you when this ends:";

/// Titles of the browser's notifications.
pub const ENDS_SOON: &str = "Your AWS sign-in ends soon";
pub const HAS_ENDED: &str = "Your AWS sign-in has ended";

pub const ASKING: &str = "Your browser is asking whether this page may tell you.";
pub const ON: &str = "Your browser tells you for as long as this page is open in a tab, also while you look at something else. It names the session, nothing more.";
pub const ON_BUT_RENEWS: &str = "The CLI renews this one by itself, so there is nothing to tell. Your browser tells you when one ends for good, for as long as this page is open in a tab.";
pub const DENIED: &str = "Your browser doesn't let this page tell you. Allow notifications for this site in its settings, or use the calendar reminder.";
pub const UNSUPPORTED: &str =
    "This browser doesn't let pages tell you anything. Use the calendar reminder.";

/// A calendar entry, with the command that helps then.
pub fn reminder(command: &str) -> String {
    format!("AWS sign-in ends: {command}")
}
