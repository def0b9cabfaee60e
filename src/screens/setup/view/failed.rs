//! Something that went wrong, with AWS's own words under "Details", to be copied for support.

use crate::components::{COPY, Tone, callout, copy_button, fold};
use crate::screens::setup::failure::{self, Message};
use crate::screens::setup::ids;
use crate::screens::setup::msg::Msg;
use crate::screens::setup::text;
use crate::shared::Copied;
use onramp_domain::aws::CallError;
use yew::{Callback, Html, html};

/// An alert: what happened, why, what to do, the buttons that do it, the details.
pub fn failed(
    message: Message,
    buttons: Html,
    error: Option<&CallError>,
    copied: &Copied,
    send: &Callback<Msg>,
) -> Html {
    let content = html! {
        <>
            <h2>{ message.title }</h2>
            <p>{ message.text }</p>
            <div class="actions">{ buttons }</div>
            if let Some(error) = error {
                { details(error, copied, send) }
            }
        </>
    };
    callout(Tone::Bad, content)
}

fn details(error: &CallError, copied: &Copied, send: &Callback<Msg>) -> Html {
    let lines = failure::call_details(error);
    let copied = copied.state(ids::COPY_DETAILS, &lines);
    let copy = send.reform(|_| Msg::CopyDetailsClicked);
    let content = html! {
        <><pre>{ lines }</pre>{ copy_button("link small", COPY, COPY, copied, copy) }</>
    };
    fold(text::DETAILS, content)
}
