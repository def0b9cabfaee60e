//! Something that went wrong, with AWS's own words under "Details", to be copied for support.

use crate::components::{Callout, CopyButton, Fold, Tone};
use crate::file_text::FileText;
use crate::screens::setup::failure::{self, Message};
use crate::screens::setup::ids;
use crate::screens::setup::msg::Msg;
use crate::screens::setup::text;
use crate::shared::Copied;
use onramp_domain::aws::CallError;
use yew::{AttrValue, Callback, Html, html};

/// An alert: what happened, why, what to do, the buttons that do it, the details.
pub fn failed(
    message: Message,
    buttons: Html,
    error: Option<&CallError>,
    copied: &Copied,
    send: &Callback<Msg>,
) -> Html {
    html! {
        <Callout tone={Tone::Bad} title={message.title}>
            <p>{ message.text }</p>
            <div class="actions">{ buttons }</div>
            if let Some(error) = error {
                { details(error, copied, send) }
            }
        </Callout>
    }
}

fn details(error: &CallError, copied: &Copied, send: &Callback<Msg>) -> Html {
    let lines = FileText::new(failure::call_details(error));
    html! {
        <Fold summary={text::DETAILS}>
            <pre>{ AttrValue::from(lines.expose().clone()) }</pre>
            <CopyButton
                id={ids::COPY_DETAILS}
                text={lines}
                copied={copied.clone()}
                on_copy={send.reform(|_| Msg::CopyDetailsClicked)}
            />
        </Fold>
    }
}
