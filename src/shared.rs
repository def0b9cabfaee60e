//! What several screens read: the host's settings, the shell chosen for commands, what was just copied.

use crate::commands::CommandShell;
use crate::effect::CopyId;
use crate::file_text::FileText;
use crate::host_config::HostSettings;
use chrono::{DateTime, TimeDelta, Utc};

/// Written by the root alone.
#[derive(Clone, Debug, Default)]
pub struct Shared {
    /// The host's settings.
    pub host: HostSettings,
    /// The page's address, without what stands from `#` on.
    pub address: String,
    /// The shell for which commands are shown.
    pub command_shell: CommandShell,
    /// Whether the browser opens folders.
    pub opens_folders: bool,
    /// What was copied a moment ago.
    pub copied: Copied,
    /// Whether a person can see the page.
    pub presence: Presence,
}

/// Whether a person can see the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Presence {
    /// It is on screen.
    #[default]
    Here,
    /// It is hidden.
    Away,
}

/// What was copied last, for as long as that is worth saying.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Copied {
    /// Nothing, or long ago.
    #[default]
    Nothing,
    /// This text, by this button, then.
    Done(CopyId, FileText, DateTime<Utc>),
    /// The browser refused.
    Refused,
}

/// How a copy button stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyState {
    /// It copies.
    Ready,
    /// It has just done so.
    Copied,
}

impl Shared {
    /// A link to this page with this behind it: `#/setup?…`.
    pub fn link(&self, hash: &str) -> String {
        [&self.address, hash].concat()
    }
}

/// How long "Copied" is said.
const COPIED_FOR: TimeDelta = TimeDelta::seconds(2);

impl Copied {
    /// How this button stands: "Copied" only while it still would copy the same text.
    pub fn state(&self, button: CopyId, text: &str) -> CopyState {
        match self {
            Copied::Done(copied, what, _) if *copied == button && **what.expose() == *text => {
                CopyState::Copied
            }
            Copied::Nothing | Copied::Done(..) | Copied::Refused => CopyState::Ready,
        }
    }

    /// The same a little later. A clock that is set back ends it too.
    pub fn age(&mut self, now: DateTime<Utc>) {
        if let Copied::Done(_, _, at) = self
            && (now - *at).abs() >= COPIED_FOR
        {
            *self = Copied::Nothing;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::at;

    #[test]
    fn copied_is_said_for_two_seconds_and_only_of_the_same_text() {
        let (block, text) = (CopyId("block", 0), FileText::new("a"));
        let now = at("2026-11-24T10:00:00Z");
        let mut copied = Copied::Done(block, text.clone(), now);
        assert_eq!(copied.state(block, "a"), CopyState::Copied);
        assert_eq!(copied.state(block, "b"), CopyState::Ready);
        assert_eq!(copied.state(CopyId("block", 1), "a"), CopyState::Ready);
        copied.age(now + TimeDelta::seconds(1));
        assert_eq!(copied.state(block, "a"), CopyState::Copied);
        copied.age(now + TimeDelta::seconds(2));
        assert_eq!(copied, Copied::Nothing);
        let mut copied = Copied::Done(block, text, now);
        copied.age(now - TimeDelta::hours(1));
        assert_eq!(copied, Copied::Nothing);
    }
}
