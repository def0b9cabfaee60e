//! StartDeviceAuthorization: an authorization under way, and where the person goes to decide on it.
//!
//! Not here: the decision ([`super::decision`]), and handing the token out ([`super::token`]).

use super::decision::Decision;
use super::{Center, OidcError};
use crate::VerificationForm;
use crate::called_endpoint::{Call, CalledEndpoint};
use crate::portals::Portal;
use chrono::{DateTime, TimeDelta, Utc};
use onramp_domain::aws::model::{
    StartDeviceAuthorizationRequest, StartDeviceAuthorizationResponse,
};
use onramp_domain::{EndpointFamily, Secret};

/// A device authorization under way (RFC 8628).
pub(crate) struct Authorization {
    pub(super) device_code: Secret,
    pub(crate) user_code: String,
    pub(super) request_uri: String,
    pub(crate) portal: Portal,
    pub(crate) client_name: String,
    pub(super) expires: DateTime<Utc>,
    pub(super) client_id: String,
    pub(super) interval: TimeDelta,
    pub(super) polled: Option<DateTime<Utc>>,
    pub(super) decision: Decision,
    pub(super) begun_at: CalledEndpoint,
}

/// The interval in recorded answers.
const INTERVAL: TimeDelta = TimeDelta::seconds(1);

/// How long a code is remembered after it ran out, so that the client hears so.
const REMEMBERED: TimeDelta = TimeDelta::hours(1);

impl Center {
    /// Begins an authorization. The right region is not asked for: AWS finds that out on the approval page.
    pub(crate) fn start(
        &mut self,
        request: &StartDeviceAuthorizationRequest,
        call: &Call,
    ) -> Result<StartDeviceAuthorizationResponse, OidcError> {
        let client = self.client(&request.client_id, &request.client_secret, call)?;
        let (client_id, client_name) = (client.id.clone(), client.name.clone());
        let portal = Portal::at_start_url(&request.start_url)
            .filter(|portal| is_same_partition(&call.endpoint, *portal))
            .ok_or(OidcError::InvalidRequest(""))?;
        let authorization = Authorization {
            device_code: self.random.device_code(),
            user_code: self.random.user_code(),
            request_uri: self.random.request_uri(),
            portal,
            client_name,
            expires: call.now + call.faults.code_life,
            client_id,
            interval: INTERVAL,
            polled: None,
            decision: Decision::Open,
            begun_at: call.endpoint.clone(),
        };
        let (verification_uri, complete) =
            authorization.verification(self.verification, &self.approval_base);
        let answer = StartDeviceAuthorizationResponse {
            device_code: authorization.device_code.clone(),
            user_code: authorization.user_code.clone(),
            verification_uri,
            verification_uri_complete: Some(complete),
            expires_in: Some(call.faults.code_life.num_seconds()),
            interval: Some(INTERVAL.num_seconds()),
        };
        let until = authorization.expires + REMEMBERED;
        self.authorizations.insert(authorization, until, call.now);
        Ok(answer)
    }
}

impl Authorization {
    /// The addresses for the person: one to type the code into, and one that holds it.
    fn verification(&self, form: VerificationForm, base: &str) -> (String, String) {
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
}

/// Partitions know nothing of each other's portals.
fn is_same_partition(called: &CalledEndpoint, portal: Portal) -> bool {
    called.region().is_none_or(|region| region.partition() == portal.region().partition())
}
