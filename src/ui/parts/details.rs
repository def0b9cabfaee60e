//! What went wrong, said to a person, with AWS's own words under "Details", to be copied for support.

use super::copy::copy_button;
use crate::app::effect::CopyTarget;
use crate::app::event::Event;
use crate::app::model::Copied;
use crate::ui::parts::plain::{h2, p};
use crate::ui::text::{self, Said};
use onramp_domain::answer::CallError;
use yew::{Callback, Html, html};

/// An alert: what happened, why, what to do, the buttons that do it, the details.
pub(in crate::ui) fn alert(
    said: &Said,
    actions: Html,
    error: Option<&CallError>,
    copied: &Copied,
    on: &Callback<Event>,
) -> Html {
    html! {
        <div class="note bad" role="alert">
            { h2(said.title) }
            { p("measure", said.text.clone()) }
            <div class="actions">{ actions }</div>
            { details(error, copied, on) }
        </div>
    }
}

/// The call's error as AWS and the relay put it.
pub(in crate::ui) fn details(
    error: Option<&CallError>,
    copied: &Copied,
    on: &Callback<Event>,
) -> Html {
    let Some(error) = error else { return html! {} };
    let lines = text::call_details(error);
    html! {
        <details>
            <summary>{ text::DETAILS }</summary>
            <div class="code"><pre tabindex="0">{ lines.clone() }</pre></div>
            <div class="actions">{ copy_button(text::COPY, "plain", CopyTarget::Details, lines.into(), copied, on) }</div>
        </details>
    }
}
