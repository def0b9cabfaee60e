//! A simulated IAM Identity Center: AWS's seven calls, the access portals' start pages and the page on which a person
//! approves a sign-in, so like AWS's that the AWS CLI and the SDKs can't tell.
//!
//! Not here: a listener, and anything on disk. A program mounts [`FakeIdc::router`] where it likes; all state is in
//! memory, bounded, and gone with the last clone of [`FakeIdc`].
//!
//! In reading order:
//!
//! - [`settings`]: what a simulated Identity Center is made from.
//! - [`clock`]: its time, which a test can turn.
//! - [`faults`]: what goes wrong, and how often.

pub mod settings;

pub mod clock;

pub mod faults;

mod server;

pub use clock::{Clock, ManualClock};
pub use faults::{Faults, FaultsError};
pub use server::FakeIdc;
pub use settings::{Settings, VerificationForm};
