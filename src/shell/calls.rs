//! The calls by name: from an effect's request to the event that answers it.
//!
//! Not here: HTTP itself.

use super::http::{Outgoing, fetch_beside, fetch_region};
use crate::app::effect::Access;
use crate::app::event::{Event, PortalEvent, SiteUnreadable};
use crate::app::site::SiteFile;
use onramp_domain::attempt::Attempt;
use onramp_domain::call::Call;
use onramp_domain::device_flow::{
    AuthorizeRequest, Endpoint, Input, LogoutRequest, PollRequest, RefreshRequest, RegisterRequest,
};
use onramp_domain::listing::{self, AccountsRequest, RolesRequest};
use onramp_domain::portal_host::PortalHost;

pub(super) async fn site() -> Event {
    let file: Result<Option<SiteFile>, _> = fetch_beside("onramp.json").await;
    Event::SiteGot(file.map_err(|_| SiteUnreadable))
}

pub(super) async fn look_up_region(portal: PortalHost) -> Event {
    let answer = fetch_region(portal.as_str()).await;
    Event::Portal(PortalEvent::RegionLookedUp(portal, answer))
}

pub(super) async fn register(attempt: Attempt, request: RegisterRequest) -> Event {
    let answer = to(Call::RegisterClient, request.endpoint()).send(&request.body()).await;
    Event::Flow(Input::Registered(attempt, answer))
}

pub(super) async fn authorize(attempt: Attempt, request: AuthorizeRequest) -> Event {
    let answer = to(Call::StartDeviceAuthorization, request.endpoint()).send(&request.body()).await;
    Event::Flow(Input::Authorized(attempt, answer))
}

pub(super) async fn poll(attempt: Attempt, request: PollRequest) -> Event {
    let answer = to(Call::CreateToken, request.endpoint()).send(&request.body()).await;
    Event::Flow(Input::Polled(attempt, answer))
}

pub(super) async fn refresh(attempt: Attempt, request: RefreshRequest) -> Event {
    let answer = to(Call::CreateToken, request.endpoint()).send(&request.body()).await;
    Event::Flow(Input::Refreshed(attempt, answer))
}

pub(super) async fn log_out(attempt: Attempt, request: LogoutRequest) -> Event {
    let outgoing =
        Outgoing { token: Some(request.token()), ..to(Call::Logout, request.endpoint()) };
    Event::Flow(Input::LoggedOut(attempt, outgoing.post().await))
}

pub(super) async fn list_accounts(
    attempt: Attempt,
    request: AccountsRequest,
    access: Access,
) -> Event {
    let outgoing = Outgoing {
        query: request.query(),
        token: Some(&access.token),
        ..to(Call::ListAccounts, &access.endpoint)
    };
    Event::Listing(listing::Input::AccountsPage(attempt, outgoing.fetch().await))
}

pub(super) async fn list_roles(attempt: Attempt, request: RolesRequest, access: Access) -> Event {
    let outgoing = Outgoing {
        query: request.query(),
        token: Some(&access.token),
        ..to(Call::ListAccountRoles, &access.endpoint)
    };
    Event::Listing(listing::Input::RolesPage(attempt, outgoing.fetch().await))
}

fn to<'a>(call: Call, endpoint: &Endpoint) -> Outgoing<'a> {
    Outgoing { call, path: endpoint.relay_path(call), query: Vec::new(), token: None }
}
