//! Parts that the steps share.

use crate::components::any_button;
use crate::screens::setup::ids;
use crate::screens::setup::msg::Msg;
use yew::{Callback, Html, MouseEvent, html};

/// A button with a word on it.
pub fn button(
    class: &'static str,
    word: &'static str,
    send: &Callback<Msg>,
    msg: fn() -> Msg,
) -> Html {
    any_button(class, None, word.into(), click(send, msg))
}

/// What a press sends.
pub fn click(send: &Callback<Msg>, msg: fn() -> Msg) -> Callback<MouseEvent> {
    send.reform(move |_| msg())
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
