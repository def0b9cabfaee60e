//! A line to run in a terminal, with its copy button.

use super::copy_button::{COPY, copy_button};
use super::highlight;
use crate::shared::CopyState;
use yew::{Callback, Html, MouseEvent, html};

/// `name` is the button's, and what it copies may be longer than what is shown. Under the line stands what it answers,
/// in a `div.answer`.
pub fn command(
    shown: &str,
    name: &'static str,
    copied: CopyState,
    on_copy: Callback<MouseEvent>,
    answer: Html,
) -> Html {
    html! {
        <div class="term">
            <pre>{ highlight::command(shown) }</pre>
            { copy_button("copy", name, COPY, copied, on_copy) }
            { answer }
        </div>
    }
}
