//! The calls by name: an effect's request as it is sent, and how its answer becomes an event.
//!
//! Not here: HTTP itself.

use super::http::{Arrived, Outgoing, answer, done};
use crate::app::effect::Access;
use crate::app::event::{Event, PortalEvent, RegionNotOffered, SiteUnreadable};
use onramp_domain::Region;
use onramp_domain::attempt::Attempt;
use onramp_domain::call::Call;
use onramp_domain::device_flow::{
    AuthorizeRequest, Input, LogoutRequest, PollRequest, RefreshRequest, RegisterRequest,
};
use onramp_domain::listing::{self, AccountsRequest, RolesRequest};
use onramp_domain::portal_host::PortalHost;

/// Reads an event out of what arrived; `None` arrives where nothing did.
type Read = Box<dyn FnOnce(Option<&Arrived>) -> Event>;

/// A request, and what its answer is to the page.
pub(super) struct Conversation {
    /// What is sent.
    pub(super) outgoing: Outgoing,
    /// Reads the answer.
    pub(super) read: Read,
}

fn conversation(
    outgoing: Outgoing,
    read: impl FnOnce(Option<&Arrived>) -> Event + 'static,
) -> Conversation {
    Conversation { outgoing, read: Box::new(read) }
}

/// `onramp.json`; a host without one answers 404, or with the page itself.
pub(super) fn site() -> Conversation {
    conversation(Outgoing::get("onramp.json", &[]), |arrived| {
        Event::SiteGot(match arrived {
            Some(arrived) if arrived.status() == 404 || arrived.is_markup() => Ok(None),
            Some(arrived) if arrived.is_success() => arrived.json().map(Some).ok_or(SiteUnreadable),
            Some(_) | None => Err(SiteUnreadable),
        })
    })
}

/// What the relay says of a portal (INTERFACE `GET /aws/region`).
pub(super) fn look_up_region(portal: PortalHost) -> Conversation {
    let outgoing = Outgoing::get("/aws/region", &[("portal", portal.as_str())]);
    conversation(outgoing, |arrived| {
        let fields = arrived.filter(|arrived| arrived.is_success()).and_then(Arrived::fields);
        let id = fields.and_then(|mut fields| fields.text("region").ok());
        let region = id.map(|id| id.and_then(|id| Region::parse(&id).ok()));
        Event::Portal(PortalEvent::RegionLookedUp(portal, region.ok_or(RegionNotOffered)))
    })
}

pub(super) fn register(attempt: Attempt, request: &RegisterRequest) -> Conversation {
    let call = Call::RegisterClient;
    conversation(
        Outgoing::posted(call, request.endpoint(), request.body().to_json()),
        move |arrived| Event::Flow(Input::Registered(attempt, answer(call, arrived))),
    )
}

pub(super) fn authorize(attempt: Attempt, request: &AuthorizeRequest) -> Conversation {
    let call = Call::StartDeviceAuthorization;
    conversation(
        Outgoing::posted(call, request.endpoint(), request.body().to_json()),
        move |arrived| Event::Flow(Input::Authorized(attempt, answer(call, arrived))),
    )
}

pub(super) fn poll(attempt: Attempt, request: &PollRequest) -> Conversation {
    let call = Call::CreateToken;
    conversation(
        Outgoing::posted(call, request.endpoint(), request.body().to_json()),
        move |arrived| Event::Flow(Input::Polled(attempt, answer(call, arrived))),
    )
}

pub(super) fn refresh(attempt: Attempt, request: &RefreshRequest) -> Conversation {
    let call = Call::CreateToken;
    conversation(
        Outgoing::posted(call, request.endpoint(), request.body().to_json()),
        move |arrived| Event::Flow(Input::Refreshed(attempt, answer(call, arrived))),
    )
}

pub(super) fn log_out(attempt: Attempt, request: &LogoutRequest) -> Conversation {
    let call = Call::Logout;
    conversation(
        Outgoing::with_token(call, request.endpoint(), request.token(), &[]),
        move |arrived| Event::Flow(Input::LoggedOut(attempt, done(call, arrived))),
    )
}

pub(super) fn list_accounts(
    attempt: Attempt,
    request: &AccountsRequest,
    access: &Access,
) -> Conversation {
    let call = Call::ListAccounts;
    let outgoing = Outgoing::with_token(call, &access.endpoint, &access.token, &request.query());
    conversation(outgoing, move |arrived| {
        Event::Listing(listing::Input::AccountsPage(attempt, answer(call, arrived)))
    })
}

pub(super) fn list_roles(
    attempt: Attempt,
    request: &RolesRequest,
    access: &Access,
) -> Conversation {
    let call = Call::ListAccountRoles;
    let outgoing = Outgoing::with_token(call, &access.endpoint, &access.token, &request.query());
    conversation(outgoing, move |arrived| {
        Event::Listing(listing::Input::RolesPage(attempt, answer(call, arrived)))
    })
}
