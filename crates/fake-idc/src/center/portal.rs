//! The access portal's calls: the two lists, role credentials and Logout.
//!
//! Not here: how the token came about.

use super::{Center, PortalError};
use crate::called_endpoint::Call;
use crate::organisation::{Access, Account, Role};
use crate::portals::Portal;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use onramp_domain::aws::model::{
    AccountInfo, GetRoleCredentialsResponse, ListAccountRolesResponse, ListAccountsResponse,
    RoleCredentials, RoleInfo,
};
use onramp_domain::{AccountId, Secret};
use serde::Deserialize;

/// Every query parameter of these calls, as it stands in the query.
#[derive(Deserialize)]
pub(crate) struct Parameters {
    account_id: Option<String>,
    role_name: Option<String>,
    max_result: Option<String>,
    next_token: Option<String>,
}

/// A permission set's session duration, unless its administrator changed it.
const CREDENTIALS_LIFE: TimeDelta = TimeDelta::hours(1);

/// How many items come where `max_result` is left out; AWS does not say how many it sends.
const DEFAULT_PAGE: usize = 20;

impl Center {
    /// One page of the accounts. The big portal's second page is empty and has a next one, as AWS's may.
    pub(crate) fn accounts(
        &self,
        token: &Secret,
        parameters: &Parameters,
        call: &Call,
    ) -> Result<ListAccountsResponse, PortalError> {
        let portal = self.signed_in(token, call)?;
        let size = parameters.size()?;
        let accounts = self.organisation.accounts(portal);
        let (page, next_token) = if let Some(at) = parameters.next_in(GAP) {
            (&[][..], Some(next_token("accounts", at)))
        } else {
            match (portal, parameters.start("accounts")?) {
                (Portal::Big, 0) if accounts.len() > 1 => {
                    let first = size.min(accounts.len() / 2);
                    (&accounts[..first], Some(next_token(GAP, first)))
                }
                (_, start) => page("accounts", accounts, start, size),
            }
        };
        let account = |account: &Account| AccountInfo {
            account_id: account.id.to_string(),
            account_name: account.name.clone(),
            email_address: account.email.clone(),
        };
        Ok(ListAccountsResponse { account_list: page.iter().map(account).collect(), next_token })
    }

    /// One page of the roles in an account.
    pub(crate) fn roles(
        &self,
        token: &Secret,
        parameters: &Parameters,
        call: &Call,
    ) -> Result<ListAccountRolesResponse, PortalError> {
        let portal = self.signed_in(token, call)?;
        let id = parameters.account_id()?;
        let (start, size) = (parameters.start(id.as_str())?, parameters.size()?);
        let account = self.organisation.account(portal, id).ok_or(PortalError::Forbidden)?;
        let (page, next_token) = page(id.as_str(), &account.roles, start, size);
        let role =
            |role: &Role| RoleInfo { account_id: id.to_string(), role_name: role.name.to_string() };
        Ok(ListAccountRolesResponse { role_list: page.iter().map(role).collect(), next_token })
    }

    /// Credentials of a role that is theirs.
    pub(crate) fn credentials(
        &mut self,
        token: &Secret,
        parameters: &Parameters,
        call: &Call,
    ) -> Result<GetRoleCredentialsResponse, PortalError> {
        let portal = self.signed_in(token, call)?;
        let id = parameters.account_id()?;
        let name = parameters
            .role_name
            .as_deref()
            .filter(|name| !name.is_empty())
            .ok_or(PortalError::InvalidRequest("role_name is required"))?;
        self.organisation
            .account(portal, id)
            .and_then(|account| account.roles.iter().find(|role| role.name.as_str() == name))
            .filter(|role| role.access == Access::Granted)
            .ok_or(PortalError::Forbidden)?;
        let role_credentials = RoleCredentials {
            access_key_id: self.random.access_key_id(),
            secret_access_key: self.random.secret_access_key(),
            session_token: self.random.session_token(),
            expiration: Some((call.now + CREDENTIALS_LIFE).timestamp_millis()),
        };
        Ok(GetRoleCredentialsResponse { role_credentials })
    }

    /// Ends the session.
    pub(crate) fn logout(&mut self, token: &Secret, call: &Call) -> Result<(), PortalError> {
        let session = self.session(token, call).cloned().ok_or(PortalError::Unauthorized)?;
        self.end_session(&session);
        Ok(())
    }

    fn signed_in(&self, token: &Secret, call: &Call) -> Result<Portal, PortalError> {
        let session = self.session(token, call).ok_or(PortalError::Unauthorized)?;
        Ok(session.portal)
    }
}

/// The list of which a page is the empty one: the one after it begins in the middle of the accounts.
const GAP: &str = "gap";

/// The items from a place on that fit, and the token of the next page.
fn page<'l, T>(name: &str, list: &'l [T], start: usize, size: usize) -> (&'l [T], Option<String>) {
    let rest = list.get(start..).unwrap_or_default();
    let items = &rest[..size.min(rest.len())];
    let end = start + items.len();
    (items, (end < list.len()).then(|| next_token(name, end)))
}

/// Opaque to clients: which list, and where.
fn next_token(list: &str, at: usize) -> String {
    URL_SAFE_NO_PAD.encode(format!("{list} {at}"))
}

impl Parameters {
    fn size(&self) -> Result<usize, PortalError> {
        let Some(text) = &self.max_result else { return Ok(DEFAULT_PAGE) };
        let size = text.parse().ok().filter(|size| (1..=100).contains(size));
        size.ok_or(PortalError::InvalidRequest("max_result must be between 1 and 100"))
    }

    /// Where the page begins that is asked for of this list.
    fn start(&self, list: &str) -> Result<usize, PortalError> {
        match self.next_token.as_deref() {
            None | Some("") => Ok(0),
            Some(_) => self.next_in(list).ok_or(PortalError::InvalidRequest("Invalid next token")),
        }
    }

    /// Where the token says, if it is one of this list.
    fn next_in(&self, list: &str) -> Option<usize> {
        let bytes = URL_SAFE_NO_PAD.decode(self.next_token.as_ref()?).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        text.strip_prefix(list)?.strip_prefix(' ')?.parse().ok()
    }

    fn account_id(&self) -> Result<AccountId, PortalError> {
        let id = self.account_id.as_deref().and_then(|text| AccountId::parse(text).ok());
        id.ok_or(PortalError::InvalidRequest("account_id must be twelve digits"))
    }
}
