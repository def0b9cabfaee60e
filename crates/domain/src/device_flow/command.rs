//! What a sign-in needs done: calls ready to be sent, and one alarm clock.

use crate::attempt::Attempt;
use crate::aws::Request;
use chrono::{DateTime, Utc};

/// One thing to do. Every call is answered by exactly one input with the same attempt, at the latest after
/// [`CALL_TIMEOUT_SECONDS`](crate::aws::CALL_TIMEOUT_SECONDS), when it is given up as unreachable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// RegisterClient; answered by `Registered`.
    Register(Attempt, Request),
    /// StartDeviceAuthorization; answered by `Authorized`.
    Authorize(Attempt, Request),
    /// CreateToken with the device code; answered by `Polled`.
    Poll(Attempt, Request),
    /// CreateToken with the refresh token; answered by `Refreshed`.
    Refresh(Attempt, Request),
    /// Logout; answered by `LoggedOut`.
    Logout(Attempt, Request),
    /// Send `Woke` with this attempt at that time or soon after. A later alarm replaces an earlier one.
    WakeAt {
        /// Of this alarm.
        attempt: Attempt,
        /// When.
        at: DateTime<Utc>,
    },
}
