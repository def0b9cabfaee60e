//! The person's decision on the approval page.
//!
//! Not here: the page.
//!
//! Two failures that people meet at AWS are told to the person alone, while the client goes on waiting: an
//! authorization begun in another region than the portal's, and one begun at hosts that the company's identity
//! provider doesn't know.

use super::Center;
use super::authorization::Authorization;
use chrono::{DateTime, Utc};
use onramp_domain::{EndpointFamily, Region};
use serde::{Deserialize, Serialize};

/// What the person has said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    /// Nothing yet.
    Open,
    /// Yes, at this time, at which the portal session began.
    Allowed(DateTime<Utc>),
    /// No.
    Denied,
    /// Yes, and the token has been handed out.
    Used,
}

/// What the person presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Answer {
    /// "Allow access".
    Allow,
    /// "Deny access".
    Deny,
}

/// What the approval page ends at. In the answer of `/fake/approve`: `invalid-grant`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Allowed; the client gets its token.
    Approved,
    /// Denied; the client is told so.
    Denied,
    /// Nothing waits under this code here.
    InvalidCode,
    /// The code ran out.
    Expired,
    /// The authorization was begun in another region. It goes on waiting.
    InvalidGrant,
    /// The identity provider doesn't know the address that the sign-in came through. It goes on waiting.
    DoesNotCompute,
}

impl Outcome {
    /// Whether something was decided. Otherwise the client goes on waiting.
    pub fn is_decision(self) -> bool {
        matches!(self, Outcome::Approved | Outcome::Denied)
    }
}

impl Center {
    /// The authorization that waits for a decision under this name: the code that the person compares, in capitals or
    /// not, with its dash or without; or the reference in the newest form of the address.
    ///
    /// `region` is that of the page's address, where it names one: codes of other regions are unknown there.
    pub(crate) fn waiting(
        &mut self,
        name: &str,
        region: Option<&Region>,
        now: DateTime<Utc>,
    ) -> Result<&mut Authorization, Outcome> {
        let authorization = self
            .authorizations
            .find_mut(|authorization| authorization.is_called(name))
            .filter(|it| region.is_none_or(|region| it.begun_at.reaches(region)))
            .filter(|it| it.decision == Decision::Open)
            .ok_or(Outcome::InvalidCode)?;
        if authorization.expires <= now { Err(Outcome::Expired) } else { Ok(authorization) }
    }

    /// Takes the person's answer.
    pub(crate) fn decide(
        &mut self,
        name: &str,
        answer: Answer,
        region: Option<&Region>,
        now: DateTime<Utc>,
    ) -> Outcome {
        let authorization = match self.waiting(name, region, now) {
            Ok(authorization) => authorization,
            Err(outcome) => return outcome,
        };
        if !authorization.portal.knows(authorization.family()) {
            return Outcome::DoesNotCompute;
        }
        if !authorization.begun_at.reaches(&authorization.portal.region()) {
            return Outcome::InvalidGrant;
        }
        match answer {
            Answer::Allow => {
                authorization.decision = Decision::Allowed(now);
                Outcome::Approved
            }
            Answer::Deny => {
                authorization.decision = Decision::Denied;
                Outcome::Denied
            }
        }
    }
}

impl Authorization {
    fn is_called(&self, name: &str) -> bool {
        let letters = |code: &str| {
            let letters = code.chars().filter(char::is_ascii_alphanumeric);
            letters.map(|c| c.to_ascii_uppercase()).collect::<String>()
        };
        name == self.request_uri || letters(name) == letters(&self.user_code)
    }

    /// The family of the portal that the person is led to. A bare path leads to the one that works.
    fn family(&self) -> EndpointFamily {
        self.begun_at.0.as_ref().map_or(EndpointFamily::DualStack, |endpoint| endpoint.family)
    }
}
