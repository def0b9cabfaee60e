//! What a simulated Identity Center is made from; what a person may choose of it is the options of a command.
//!
//! Not here: the portals, which are always the same.

use crate::{Clock, Faults};
use clap::builder::RangedU64ValueParser;
use clap::{Args, ValueEnum};

/// More than any organisation has, and less than fills a machine.
const MOST: u64 = 100_000;

/// The settings of one simulated Identity Center. [`Settings::at`] has the defaults.
#[derive(Clone, Debug, Args)]
pub struct Settings {
    /// How many accounts the person with many accounts has.
    #[arg(long, value_name = "N", default_value_t = 12, value_parser = RangedU64ValueParser::<usize>::new().range(..=MOST))]
    pub accounts: usize,
    /// How many roles they have in each.
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = RangedU64ValueParser::<usize>::new().range(..=MOST))]
    pub roles: usize,
    /// What goes wrong: a comma list of throttle=N/s, error=P%, drop=P%, slow=N ms, code-life=N s, token-life=N s,
    /// session-life=N s.
    #[arg(long, value_name = "SPEC", default_value = "", hide_default_value = true, value_parser = Faults::parse)]
    pub faults: Faults,
    /// The same number makes the same organisation again.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Which of AWS's forms the approval addresses have; simulated is the organisation's own page.
    #[arg(long, value_name = "FORM", value_enum, default_value_t)]
    pub verification: VerificationForm,
    /// Where the router is reached from a browser: `http://127.0.0.1:8080`. The approval page is at
    /// `{approval_base}/device`.
    #[arg(skip)]
    pub approval_base: String,
    /// Whose time it is.
    #[arg(skip)]
    pub clock: Clock,
}

impl Settings {
    /// The defaults, for a router that a browser reaches at this address.
    pub fn at(approval_base: impl Into<String>) -> Settings {
        Settings {
            accounts: 12,
            roles: 3,
            faults: Faults::default(),
            seed: 1,
            verification: VerificationForm::Simulated,
            approval_base: approval_base.into(),
            clock: Clock::System,
        }
    }
}

/// The forms that verification addresses have been seen in.
///
/// Each is answered below `/HOST/` too, as the path and query of an address at HOST.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, ValueEnum)]
pub enum VerificationForm {
    /// `{approval_base}/device?user_code=…`: this organisation's own page, so that a browser here can open it.
    #[default]
    Simulated,
    /// `https://device.sso.{region}.{suffix}/?user_code=…`.
    DeviceSso,
    /// `{start URL}/#/device?user_code=…`.
    StartUrl,
    /// `https://ssoins-….{region}.portal.{suffix}/#/device?user_code=…`.
    Instance,
    /// `https://ssoins-….portal.{region}.app.aws/#/device?user_code=…`.
    #[value(name = "instance-dualstack")]
    InstanceDualStack,
    /// `https://{region}.signin.aws/platform/authorize?request_uri=…`, which does not show the code.
    PlatformAuthorize,
}
