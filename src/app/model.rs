//! What the page knows.

use crate::route::{Prefill, Screen};
use crate::screens::{config, platform, setup, token};
use crate::shared::Shared;
use chrono::{DateTime, Utc};

#[derive(Debug, Default)]
pub struct Model {
    pub screen: Screen,
    pub shared: Shared,
    /// "Set up".
    pub setup: setup::State,
    /// "Check a token".
    pub token: token::State,
    /// "Tidy my config".
    pub config: config::State,
    /// "For platform engineers".
    pub platform: platform::State,
    /// What the address filled in last.
    pub(super) prefill: Prefill,
    /// The newest choice of files that was taken.
    pub(super) files_sequence: u32,
    /// When the tick is due that was asked for.
    pub(super) tick_at: Option<DateTime<Utc>>,
}
