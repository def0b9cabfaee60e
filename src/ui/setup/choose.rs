//! Step three: the list left, the block right; who is signed in on top.

use super::{list, result};
use crate::app::effect::CopyTarget;
use crate::app::event::{Event, PortalEvent};
use crate::app::model::Model;
use crate::app::route::share_link;
use crate::ui::parts::copy::copy_button;
use crate::ui::parts::details::alert;
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::plain::{button, div, h2, p};
use crate::ui::text;
use onramp_domain::device_flow::{FlowState, Input, SignedOutReason};
use yew::Callback;

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Element {
    let body = if list::is_empty_for_good(model) {
        el("section", "card narrow stack-s")
            .with(h2(text::NO_ACCOUNTS_TITLE))
            .with(p("measure", text::NO_ACCOUNTS_TEXT))
    } else {
        div("split").with(list::view(model, on)).with(result::view(model, on))
    };
    div("stack").with(ended(model, on)).with(body)
}

/// Who is signed in, where, until when, and the way out.
pub(super) fn session(model: &Model, on: &Callback<Event>) -> Option<Element> {
    let FlowState::SignedIn(session) = model.center.flow() else { return None };
    let portal = session.portal();
    let link =
        share_link(&portal.start_url, portal.region.id(), model.center.form().session_name_text());
    let left = (session.expires_at() - model.now).num_seconds();
    let who = text::signed_in(&portal.start_url, left, session.refreshes_itself());
    let copy =
        copy_button(text::COPY_LINK, "button", CopyTarget::Link, link.into(), &model.copied, on);
    let sign_out = button("button", text::SIGN_OUT, on, || Event::Flow(Input::SignOut));
    let actions = div("actions").with(copy).with(sign_out);
    Some(div("stack-s session").with(p("small quiet", who)).with(actions))
}

/// The session ended by itself: said, and one press to go on, with everything that was chosen.
fn ended(model: &Model, on: &Callback<Event>) -> Option<Element> {
    let FlowState::SignedOut(reason) = model.center.flow() else { return None };
    let error = match reason {
        SignedOutReason::SessionEnded(error) | SignedOutReason::Expired(error) => error.as_ref(),
        SignedOutReason::Fresh | SignedOutReason::Cancelled | SignedOutReason::SignedOut(_) => None,
    };
    let actions = div("actions")
        .with(button("button primary", text::SIGN_IN_AGAIN, on, || {
            Event::Portal(PortalEvent::SignInClicked)
        }))
        .with(button("button", text::START_OVER, on, || {
            Event::Portal(PortalEvent::StartOverClicked)
        }));
    Some(alert(&text::session_ended(reason), actions, error, &model.copied, on))
}
