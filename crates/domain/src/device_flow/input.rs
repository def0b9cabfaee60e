//! What can happen to a sign-in: presses, answers, and the time.

use super::portal::Portal;
use crate::attempt::Attempt;
use crate::aws::Answer;
use crate::aws::model::{
    CreateTokenResponse, LogoutResponse, RegisterClientResponse, StartDeviceAuthorizationResponse,
};

/// One thing that happened.
#[derive(Debug)]
pub enum Input {
    /// The person wants to sign in here. Begins anew, also while another sign-in waits for approval.
    SignIn(Portal),
    /// The person wants the failed sign-in again, or a new code.
    TryAgain,
    /// RegisterClient ended.
    Registered(Attempt, Answer<RegisterClientResponse>),
    /// StartDeviceAuthorization ended.
    Authorized(Attempt, Answer<StartDeviceAuthorizationResponse>),
    /// CreateToken with the device code ended.
    Polled(Attempt, Answer<CreateTokenResponse>),
    /// CreateToken with the refresh token ended.
    Refreshed(Attempt, Answer<CreateTokenResponse>),
    /// Logout ended.
    LoggedOut(Attempt, Answer<LogoutResponse>),
    /// An alarm rang.
    Woke(Attempt),
    /// The page is visible again, or the network is back: alarms may be late.
    CameBack,
    /// The portal answered 401 to a call with the token of this number
    /// ([`Session::token_number`](super::Session::token_number)). A number other than the present token's says nothing about the present one.
    TokenRefused(Attempt),
    /// The AWS CLI has the session too ([`Session::cli_token`](super::Session::cli_token)) and refreshes it from now on.
    /// Of two who do, one could be left with a token that the other has used up.
    GivenToCli,
    /// The person gives the sign-in up.
    Cancel,
    /// The person ends the session.
    SignOut,
}
