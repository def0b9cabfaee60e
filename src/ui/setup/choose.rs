//! Step three: the list left, the block right; who is signed in on top.

use super::{list, result};
use crate::app::effect::CopyTarget;
use crate::app::event::{Event, PortalEvent};
use crate::app::model::Model;
use crate::app::route::share_link;
use crate::ui::parts::copy::copy_button;
use crate::ui::parts::details::alert;
use crate::ui::parts::plain::{button, h2, p};
use crate::ui::text;
use onramp_domain::device_flow::{FlowState, Input, SignedOutReason};
use yew::{Callback, Html, html};

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Html {
    html! {
        <div class="stack">
            { ended(model, on) }
            if list::is_empty_for_good(model) {
                <section class="card narrow stack-s">
                    { h2(text::NO_ACCOUNTS_TITLE) }
                    { p("measure", text::NO_ACCOUNTS_TEXT) }
                </section>
            } else {
                <div class="split">
                    { list::view(model, on) }
                    { result::view(model, on) }
                </div>
            }
        </div>
    }
}

/// Who is signed in, where, until when, and the way out.
pub(super) fn session(model: &Model, on: &Callback<Event>) -> Html {
    let FlowState::SignedIn(session) = model.center.flow() else { return html! {} };
    let portal = session.portal();
    let link =
        share_link(&portal.start_url, portal.region.id(), model.center.form().session_name_text());
    let left = (session.expires_at() - model.now).num_seconds();
    html! {
        <div class="stack-s session">
            { p("small quiet", text::signed_in(&portal.start_url, left, session.refreshes_itself())) }
            <div class="actions">
                { copy_button(text::COPY_LINK, "", CopyTarget::Link, link.into(), &model.copied, on) }
                { button("button", text::SIGN_OUT, on, || Event::Flow(Input::SignOut)) }
            </div>
        </div>
    }
}

/// The session ended by itself: said, and one press to go on, with everything that was chosen.
fn ended(model: &Model, on: &Callback<Event>) -> Html {
    let FlowState::SignedOut(reason) = model.center.flow() else { return html! {} };
    let error = match reason {
        SignedOutReason::SessionEnded(error) | SignedOutReason::Expired(error) => error.as_ref(),
        SignedOutReason::Fresh | SignedOutReason::Cancelled | SignedOutReason::SignedOut(_) => None,
    };
    let actions = html! {
        <>
            { button("button primary", text::SIGN_IN_AGAIN, on, || Event::Portal(PortalEvent::SignInClicked)) }
            { button("button", text::START_OVER, on, || Event::Portal(PortalEvent::StartOverClicked)) }
        </>
    };
    alert(&text::session_ended(reason), actions, error, &model.copied, on)
}
