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
        let list = Listing::parse(parameters, "accounts")?;
        let accounts = self.organisation.accounts(portal);
        let (page, next) = match (portal, list.position) {
            (Portal::Big, Position::Items(0)) if accounts.len() > 1 => {
                let first = list.size.min(accounts.len() / 2);
                (&accounts[..first], Some(Position::Gap(first)))
            }
            (_, Position::Gap(at)) => (&[][..], Some(Position::Items(at))),
            (_, Position::Items(at)) => list.page(accounts, at),
        };
        let account = |account: &Account| AccountInfo {
            account_id: account.id.to_string(),
            account_name: account.name.clone(),
            email_address: account.email.clone(),
        };
        let next_token = next.map(|next| list.token(next));
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
        let list = Listing::parse(parameters, id.as_str())?;
        let account = self.organisation.account(portal, id).ok_or(PortalError::Forbidden)?;
        let Position::Items(at) = list.position else {
            return Err(PortalError::InvalidRequest(BAD_NEXT_TOKEN));
        };
        let (page, next) = list.page(&account.roles, at);
        let role =
            |role: &Role| RoleInfo { account_id: id.to_string(), role_name: role.name.to_string() };
        let next_token = next.map(|next| list.token(next));
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

/// Where in a list a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Position {
    /// With this item.
    Items(usize),
    /// Nowhere: the page is empty, and the one after it begins with this item.
    Gap(usize),
}

/// A page as it is asked for, of the list with this name.
struct Listing<'a> {
    name: &'a str,
    size: usize,
    position: Position,
}

const BAD_NEXT_TOKEN: &str = "Invalid next token";

impl<'a> Listing<'a> {
    fn parse(parameters: &Parameters, name: &'a str) -> Result<Listing<'a>, PortalError> {
        let size = match &parameters.max_result {
            None => DEFAULT_PAGE,
            Some(text) => text
                .parse()
                .ok()
                .filter(|size| (1..=100).contains(size))
                .ok_or(PortalError::InvalidRequest("max_result must be between 1 and 100"))?,
        };
        let position = match parameters.next_token.as_deref() {
            None | Some("") => Position::Items(0),
            Some(token) => {
                read_token(token, name).ok_or(PortalError::InvalidRequest(BAD_NEXT_TOKEN))?
            }
        };
        Ok(Listing { name, size, position })
    }

    /// The items from a place on that fit, and where the next page begins.
    fn page<'l, T>(&self, list: &'l [T], at: usize) -> (&'l [T], Option<Position>) {
        let rest = list.get(at..).unwrap_or_default();
        let items = &rest[..self.size.min(rest.len())];
        let end = at + items.len();
        (items, (end < list.len()).then_some(Position::Items(end)))
    }

    /// Opaque to clients: which list, and where.
    fn token(&self, position: Position) -> String {
        let (kind, at) = match position {
            Position::Items(at) => ("items", at),
            Position::Gap(at) => ("gap", at),
        };
        URL_SAFE_NO_PAD.encode(format!("{} {kind} {at}", self.name))
    }
}

fn read_token(token: &str, name: &str) -> Option<Position> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(token).ok()?).ok()?;
    let (kind, at) = text.strip_prefix(name)?.strip_prefix(' ')?.split_once(' ')?;
    let at = at.parse().ok()?;
    match kind {
        "items" => Some(Position::Items(at)),
        "gap" => Some(Position::Gap(at)),
        _ => None,
    }
}

impl Parameters {
    fn account_id(&self) -> Result<AccountId, PortalError> {
        let id = self.account_id.as_deref().and_then(|text| AccountId::parse(text).ok());
        id.ok_or(PortalError::InvalidRequest("account_id must be twelve digits"))
    }
}
