//! What the page knows.
//!
//! Not here: how it comes to know it ([`super::update`]). A clone of it does not exist: it is moved from one event to
//! the next.

use super::commands::CommandShell;
use super::effect::CopyTarget;
use super::piece::Arrival;
use super::route::{Prefill, Screen};
use super::setup::Center;
use super::setup::rows::Seen;
use super::site::Site;
use super::{tidy, token};
use chrono::{DateTime, TimeDelta, Utc};

/// Everything.
#[derive(Debug)]
pub struct Model {
    /// The time of the last event.
    pub now: DateTime<Utc>,
    /// The screen.
    pub screen: Screen,
    /// What the address filled in last.
    pub prefill: Prefill,
    /// The company's settings.
    pub site: Site,
    /// The Identity Center that is being set up.
    pub center: Center,
    /// Whether the screens that may come later are here.
    pub piece: Arrival,
    /// "Check a token".
    pub token: token::room::Room,
    /// "Tidy my config".
    pub tidy: tidy::room::Room,
    /// The shell for which commands are shown.
    pub command_shell: CommandShell,
    /// What was copied a moment ago.
    pub copied: Copied,
    /// Which part of the list of accounts and roles is on screen.
    pub seen: Seen,
    /// Whether the alarm that moves count-downs on is set.
    pub ticking: Ticking,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Copied {
    /// Nothing, or long ago.
    #[default]
    Nothing,
    /// This, then.
    Done(CopyTarget, DateTime<Utc>),
    /// The browser refused.
    Refused,
}

impl Copied {
    /// Whether "Copied" stands on this button.
    pub fn shows(self, target: CopyTarget) -> bool {
        matches!(self, Copied::Done(copied, _) if copied == target)
    }

    /// Whether copying failed.
    pub fn was_refused(self) -> bool {
        self == Copied::Refused
    }

    /// The same a little later: "Copied" goes after two seconds.
    #[must_use]
    pub fn aged(self, now: DateTime<Utc>) -> Copied {
        match self {
            Copied::Done(_, at) if now - at >= TimeDelta::seconds(2) => Copied::Nothing,
            Copied::Nothing | Copied::Done(..) | Copied::Refused => self,
        }
    }
}

/// The alarm that moves count-downs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ticking {
    /// Not set.
    Idle,
    /// Set.
    Set,
}
