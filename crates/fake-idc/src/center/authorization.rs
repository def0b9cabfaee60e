//! StartDeviceAuthorization, and the person's decision on the approval page.
//!
//! Not here: the page, and handing the token out.
//!
//! Two failures that people meet at AWS are told to the person alone, while the client goes on waiting: an
//! authorization begun in another region than the portal's, and one begun at hosts that the company's identity
//! provider doesn't know (FACTS "The wrong region", "Two endpoint families").

use super::{Center, OidcError};
use crate::place::Place;
use crate::portals::Portal;
use crate::{Faults, VerificationForm};
use chrono::{DateTime, TimeDelta, Utc};
use onramp_domain::{EndpointFamily, Region, Secret};
use serde::Deserialize;

/// A device authorization under way (RFC 8628).
#[derive(Clone)]
pub(crate) struct Authorization {
    pub(crate) device_code: Secret,
    pub(crate) user_code: String,
    pub(crate) request_uri: String,
    pub(crate) portal: Portal,
    pub(crate) client_name: String,
    pub(crate) expires: DateTime<Utc>,
    pub(super) client_id: String,
    pub(crate) interval: TimeDelta,
    pub(super) polled: Option<DateTime<Utc>>,
    pub(super) decision: Decision,
    begun_at: Place,
}

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

/// What the approval page ends at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

    /// Its name in the answer of `/fake/approve`: `invalid-grant`.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Approved => "approved",
            Outcome::Denied => "denied",
            Outcome::InvalidCode => "invalid-code",
            Outcome::Expired => "expired",
            Outcome::InvalidGrant => "invalid-grant",
            Outcome::DoesNotCompute => "does-not-compute",
        }
    }
}

/// Under which name an authorization is looked for on the approval page.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Name<'a> {
    /// The code that the person compares, in capitals or not, with its dash or without.
    UserCode(&'a str),
    /// The reference in the newest form of the address.
    RequestUri(&'a str),
}

/// StartDeviceAuthorization's body.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StartDeviceAuthorization {
    client_id: String,
    client_secret: Secret,
    start_url: String,
}

/// The interval in recorded answers, FACTS "The seven calls".
const INTERVAL: TimeDelta = TimeDelta::seconds(1);

/// How long a code is remembered after it ran out, so that the client hears so.
const REMEMBERED: TimeDelta = TimeDelta::hours(1);

impl Center {
    /// Begins an authorization. The right region is not asked for: AWS finds that out on the approval page.
    pub(crate) fn start(
        &mut self,
        request: &StartDeviceAuthorization,
        place: &Place,
        faults: &Faults,
        now: DateTime<Utc>,
    ) -> Result<Authorization, OidcError> {
        let client = self.client(&request.client_id, &request.client_secret, place, now)?;
        let (client_id, client_name) = (client.id.clone(), client.name.clone());
        let portal = Portal::at_start_url(&request.start_url)
            .filter(|portal| is_same_partition(place, *portal))
            .ok_or(OidcError::UnknownStartUrl)?;
        let authorization = Authorization {
            device_code: self.random.device_code(),
            user_code: self.random.user_code(),
            request_uri: self.random.request_uri(),
            portal,
            client_name,
            expires: now + faults.code_life(),
            client_id,
            interval: INTERVAL,
            polled: None,
            decision: Decision::Open,
            begun_at: place.clone(),
        };
        let until = authorization.expires + REMEMBERED;
        self.authorizations.insert(authorization.clone(), until, now);
        Ok(authorization)
    }

    /// The authorization that waits for a decision under this name.
    ///
    /// `region` is that of the page's address, where it names one: codes of other regions are unknown there.
    pub(crate) fn waiting(
        &mut self,
        name: Name<'_>,
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
        name: Name<'_>,
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
    /// The addresses for the person: one to type the code into, and one that holds it.
    pub(crate) fn verification(&self, form: VerificationForm, base: &str) -> (String, String) {
        let region = self.begun_at.region().cloned().unwrap_or_else(|| self.portal.region());
        let page = match form {
            VerificationForm::Simulated => format!("{base}/device"),
            VerificationForm::DeviceSso => {
                format!("https://device.sso.{region}.{}/", region.partition().suffix())
            }
            VerificationForm::StartUrl => format!("{}/#/device", self.portal.start_url()),
            VerificationForm::Instance => {
                format!("{}/#/device", self.portal.instance_url(EndpointFamily::Standard))
            }
            VerificationForm::InstanceDualStack => {
                format!("{}/#/device", self.portal.instance_url(EndpointFamily::DualStack))
            }
            VerificationForm::PlatformAuthorize => {
                let reference = self.request_uri.replace(':', "%3A");
                let page = format!(
                    "https://{region}.signin.aws/platform/authorize?request_uri={reference}"
                );
                return (page.clone(), page);
            }
        };
        let complete = format!("{page}?user_code={}", self.user_code);
        (page, complete)
    }

    /// Whether the token may be asked for here.
    pub(super) fn is_begun_at(&self, place: &Place) -> bool {
        self.begun_at.region().is_none_or(|region| place.reaches(region))
    }

    fn is_called(&self, name: Name<'_>) -> bool {
        match name {
            Name::UserCode(code) => {
                let letters = |code: &str| {
                    code.chars()
                        .filter(char::is_ascii_alphanumeric)
                        .map(|c| c.to_ascii_uppercase())
                        .collect::<String>()
                };
                letters(code) == letters(&self.user_code)
            }
            Name::RequestUri(uri) => uri == self.request_uri,
        }
    }

    /// The family of the portal that the person is led to. A bare path leads to the one that works.
    fn family(&self) -> EndpointFamily {
        match &self.begun_at {
            Place::Anywhere => EndpointFamily::DualStack,
            Place::At(endpoint) => endpoint.family,
        }
    }
}

/// Partitions know nothing of each other's portals.
fn is_same_partition(place: &Place, portal: Portal) -> bool {
    place.region().is_none_or(|region| region.partition() == portal.region().partition())
}
