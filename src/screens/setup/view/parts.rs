//! What the steps are drawn from, and the parts that they share.

use crate::components::{COPY, Tone, any_button, callout, copy_button, fold};
use crate::effect::CopyId;
use crate::screens::setup::failure::{self, Message};
use crate::screens::setup::text;
use crate::screens::setup::{Msg, State, ids};
use crate::shared::Shared;
use chrono::{DateTime, Utc};
use onramp_domain::aws::CallError;
use yew::{Callback, Html, MouseEvent, SubmitEvent, html};

/// What every part of the screen is drawn from.
pub struct Context<'a> {
    pub state: &'a State,
    pub shared: &'a Shared,
    pub now: DateTime<Utc>,
    pub send: &'a Callback<Msg>,
}

impl Context<'_> {
    /// What a press sends.
    pub fn click(&self, msg: fn() -> Msg) -> Callback<MouseEvent> {
        self.send.reform(move |_| msg())
    }

    /// What a form sends, in place of the browser.
    pub fn on_submit(&self, msg: fn() -> Msg) -> Callback<SubmitEvent> {
        self.send.reform(move |event: SubmitEvent| {
            event.prevent_default();
            msg()
        })
    }

    /// A button with a word on it.
    pub fn button(&self, class: &'static str, word: &'static str, msg: fn() -> Msg) -> Html {
        any_button(class, None, word.into(), self.click(msg))
    }

    /// A button that copies this text. `name` is its accessible name, `word` stands on it.
    pub fn copy_button(
        &self,
        class: &'static str,
        [name, word]: [&'static str; 2],
        (id, text): (CopyId, &str),
        msg: fn() -> Msg,
    ) -> Html {
        copy_button(class, name, word, self.shared.copied.state(id, text), self.click(msg))
    }

    /// Something went wrong: what happened, why, what to do, the buttons that do it; and AWS's own words under "Details",
    /// to be copied for support.
    pub fn failed(&self, message: Message, buttons: Html, error: Option<&CallError>) -> Html {
        let details = |error| {
            let lines = failure::call_details(error);
            let copied = (ids::COPY_DETAILS, &*lines);
            let copy = || Msg::CopyDetailsClicked;
            let copy = self.copy_button("link small", [COPY, COPY], copied, copy);
            fold(text::DETAILS, html! { <><pre>{ lines }</pre>{ copy }</> })
        };
        let content = html! {
            <>
                <h2>{ message.title }</h2>
                <p>{ message.text }</p>
                <div class="actions">{ buttons }</div>
                { error.map(details) }
            </>
        };
        callout(Tone::Bad, content)
    }
}

/// The panel of the step that is open. Its heading is the page's.
pub fn panel(title: &'static str, content: Html) -> Html {
    html! {
        <section class="panel" aria-labelledby={ids::STEP.0}>
            <h1 id={ids::STEP.0} tabindex="-1">{ title }</h1>
            { content }
        </section>
    }
}
