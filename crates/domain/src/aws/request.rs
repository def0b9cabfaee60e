//! A call ready to be sent: whoever sends it adds nothing but the transport.

use super::model::{CreateTokenRequest, RegisterClientRequest, StartDeviceAuthorizationRequest};
use super::{Endpoint, Operation};
use crate::{AccountId, Secret};
use serde::Serialize;

/// So long a call may take before it is given up as [unreachable](super::CallError::unreachable).
pub const CALL_TIMEOUT_SECONDS: u32 = 30;

/// What AWS allows at most in one page.
const MAX_RESULT: &str = "100";

/// A query's parameters, not yet encoded.
pub type Query = Vec<(&'static str, String)>;

/// One call. Its `Debug` shows no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What is called; gives the method.
    pub operation: Operation,
    /// Where.
    pub endpoint: Endpoint,
    /// For the portal's operations, in the header [`TOKEN_HEADER`](super::TOKEN_HEADER).
    pub token: Option<Secret>,
    /// Of the portal's lists.
    pub query: Query,
    /// Of OIDC's operations, as JSON.
    pub body: Option<RequestBody>,
}

/// A call's body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum RequestBody {
    /// RegisterClient's.
    RegisterClient(RegisterClientRequest),
    /// StartDeviceAuthorization's.
    StartDeviceAuthorization(StartDeviceAuthorizationRequest),
    /// CreateToken's.
    CreateToken(CreateTokenRequest),
}

/// What the portal's operations need: where it is, and a token that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// Where the session is.
    pub endpoint: Endpoint,
    /// Of the session.
    pub token: Secret,
}

impl Request {
    /// An OIDC call.
    pub fn oidc(endpoint: Endpoint, body: RequestBody) -> Request {
        let operation = match body {
            RequestBody::RegisterClient(_) => Operation::RegisterClient,
            RequestBody::StartDeviceAuthorization(_) => Operation::StartDeviceAuthorization,
            RequestBody::CreateToken(_) => Operation::CreateToken,
        };
        Request { operation, endpoint, token: None, query: vec![], body: Some(body) }
    }

    /// A portal call.
    pub fn portal(operation: Operation, access: &Access, query: Query) -> Request {
        let Access { endpoint, token } = access.clone();
        Request { operation, endpoint, token: Some(token), query, body: None }
    }

    /// ListAccounts: one page, that a token of the page before names.
    pub fn list_accounts(access: &Access, next_token: Option<String>) -> Request {
        Request::portal(Operation::ListAccounts, access, page(None, next_token))
    }

    /// ListAccountRoles: the same of one account's.
    pub fn list_account_roles(
        access: &Access,
        account_id: AccountId,
        next_token: Option<String>,
    ) -> Request {
        Request::portal(Operation::ListAccountRoles, access, page(Some(account_id), next_token))
    }

    /// The call's path at the relay, from the origin's root and without the query.
    pub fn relay_path(&self) -> String {
        self.operation.relay_url_path(&self.endpoint.region, self.endpoint.family)
    }
}

fn page(account_id: Option<AccountId>, next_token: Option<String>) -> Query {
    [
        account_id.map(|id| ("account_id", id.to_string())),
        Some(("max_result", MAX_RESULT.to_owned())),
        next_token.map(|token| ("next_token", token)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{EndpointFamily, Region};
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(request: impl Fn(&Access) -> Request, expect: Expect) {
        let region = Region::parse("eu-west-1").unwrap();
        let endpoint = Endpoint { region, family: EndpointFamily::DualStack };
        let request = request(&Access { endpoint, token: Secret::new("hush") });
        assert!(!format!("{request:?}").contains("hush"));
        let query: Vec<String> =
            request.query.iter().map(|(key, value)| format!("{key}={value}")).collect();
        expect.assert_eq(&format!("{} {}", request.relay_path(), query.join("&")));
    }

    #[test]
    fn a_list_is_asked_for_page_by_page() {
        let next_token = Some("n&m".to_owned());
        check(
            |access| Request::list_accounts(access, None),
            expect!["/aws-dualstack/eu-west-1/portal/assignment/accounts max_result=100"],
        );
        let account_id = AccountId::parse("000000000042").unwrap();
        check(
            |access| Request::list_account_roles(access, account_id, next_token.clone()),
            expect![
                "/aws-dualstack/eu-west-1/portal/assignment/roles account_id=000000000042&max_result=100&next_token=n&m"
            ],
        );
    }
}
