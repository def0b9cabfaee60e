//! What a simulated Identity Center is made from.
//!
//! Not here: the portals, which are always the same, and reading a command line, which is the program's.

use crate::{Clock, Faults};
use clap::ValueEnum;

/// The settings of one simulated Identity Center. [`Settings::at`] has the defaults.
#[derive(Clone, Debug)]
pub struct Settings {
    /// How many accounts the person of the big portal has. 12.
    pub accounts: usize,
    /// How many roles they have in each. 3.
    pub roles: usize,
    /// The same number makes the same organisation, codes and tokens again. 1.
    pub seed: u64,
    /// What goes wrong from the beginning; changed while it runs by `PUT /fake/faults`. Nothing.
    pub faults: Faults,
    /// Where the router is reached from a browser, without a slash at the end: `http://127.0.0.1:8080`. The
    /// approval page is at `{approval_base}/device`.
    pub approval_base: String,
    /// Which form the verification addresses have. [`VerificationForm::Simulated`].
    pub verification: VerificationForm,
    /// Whose time it is. The system's.
    pub clock: Clock,
}

impl Settings {
    /// The defaults, for a router that a browser reaches at this address.
    pub fn at(approval_base: impl Into<String>) -> Settings {
        Settings {
            accounts: 12,
            roles: 3,
            seed: 1,
            faults: Faults::default(),
            approval_base: approval_base.into().trim_end_matches('/').to_owned(),
            verification: VerificationForm::Simulated,
            clock: Clock::system(),
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
