//! What can happen to a listing, and what it needs done.

use crate::AccountId;
use crate::attempt::Attempt;
use crate::aws::Answer;
use crate::aws::model::{ListAccountRolesResponse, ListAccountsResponse};
use chrono::{DateTime, Utc};

/// One thing that happened.
#[derive(Debug)]
pub enum Input {
    /// Begin anew, with nothing.
    Start {
        /// Where the random numbers begin; any.
        seed: u32,
        /// The number of the access token that calls are made with from now on
        /// ([`Session::token_number`](crate::device_flow::Session::token_number)).
        token: Attempt,
    },
    /// ListAccounts ended.
    AccountsPage(Attempt, Answer<ListAccountsResponse>),
    /// ListAccountRoles ended.
    RolesPage(Attempt, Answer<ListAccountRolesResponse>),
    /// An alarm rang.
    Woke(Attempt),
    /// The page is visible again: alarms may be late.
    CameBack,
    /// Ask nothing more for now. What is under way is still taken in.
    Stop,
    /// Go on after `Stop`, after an interruption, or with another token after the last was refused.
    Resume {
        /// The number of the access token from now on.
        token: Attempt,
    },
    /// The person presses "Try again" for what failed.
    RetryFailed,
}

/// One thing to do. Every call is answered by exactly one input with the same attempt, at the latest after
/// [`CALL_TIMEOUT_SECONDS`](crate::aws::CALL_TIMEOUT_SECONDS).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// ListAccounts; answered by `AccountsPage`.
    ListAccounts {
        /// Of this call.
        attempt: Attempt,
        /// From the page before.
        next_token: Option<String>,
    },
    /// ListAccountRoles; answered by `RolesPage`.
    ListRoles {
        /// Of this call.
        attempt: Attempt,
        /// Whose roles.
        account_id: AccountId,
        /// From the page before.
        next_token: Option<String>,
    },
    /// Send `Woke` with this attempt at that time or soon after. A later alarm replaces an earlier one.
    WakeAt {
        /// Of this alarm.
        attempt: Attempt,
        /// When.
        at: DateTime<Utc>,
    },
    /// The portal refused the access token. Nothing more is asked until `Resume` names another.
    TokenRefused {
        /// The refused token's number, for the sign-in's
        /// [`TokenRefused`](crate::device_flow::Input::TokenRefused). Where the sign-in has another token already,
        /// `Resume` with that one.
        token: Attempt,
    },
}
