//! A simulated IAM Identity Center: AWS's seven calls, the access portals' start pages and the page on which a person
//! approves a sign-in, so like AWS's that the AWS CLI and the SDKs can't tell.
//!
//! Not here: a listener, and anything on disk. A program mounts [`FakeIdc::router`] where it likes; all state is in
//! memory, bounded, and gone with the last clone of [`FakeIdc`].
//!
//! In reading order:
//!
//! - [`settings`]: what a simulated Identity Center is made from; [`clock`], its time, which a test can turn; [`faults`],
//!   what goes wrong, and how often.
//! - `portals`, `organisation`: who signs in where, and to what they are assigned.
//! - `called_endpoint`: which region and endpoint family a call came in at.
//! - `center`: registrations, authorizations and sessions, and what each call makes of them. Without HTTP.
//! - `server`: the calls as JSON, the pages, and what tests turn, below `/fake/`.
//! - `random`, `expiring_list`: made-up secrets, and a list that forgets.

pub mod settings;

pub mod clock;

pub mod faults;

mod portals;

mod organisation;

mod called_endpoint;

mod center;

mod server;

mod random;

mod expiring_list;

pub use center::decision::Outcome;
pub use clock::{Clock, ManualClock};
pub use faults::{Faults, FaultsError};
pub use portals::start_urls;
pub use server::FakeIdc;
pub use settings::{Settings, VerificationForm};
