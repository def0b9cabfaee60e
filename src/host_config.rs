//! What the company that hosts this page has set: `onramp.json`, beside the page.
//!
//! A page without such a file is complete. Everything in it is a default that a person can change, or something that
//! the company doesn't allow. What of it can't be read is left out, and the page says so.

pub use onramp_domain::host_config::{CompanyPortal, HostConfigUnreadable};

/// The file's keys, but for the relay's.
pub type HostConfig = onramp_domain::HostConfig<serde::de::IgnoredAny>;

/// The host's settings, as far as the page has them.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum HostSettings {
    /// Asked for, not here yet.
    #[default]
    Loading,
    /// Here; an absent file is an empty one.
    Ready(Box<HostConfig>),
    /// There is a file, and it can't be read: defaults are used, and the page says so.
    Unreadable,
}

impl HostSettings {
    /// The file, where there is one that can be read.
    pub fn config(&self) -> Option<&HostConfig> {
        match self {
            HostSettings::Ready(config) => Some(config),
            HostSettings::Loading | HostSettings::Unreadable => None,
        }
    }
}
