//! A line to run in a terminal, with its copy button.

use super::copy_button::{COPY, CopyLook, copy_button};
use super::highlight;
use crate::shared::CopyState;
use yew::{Callback, Html, MouseEvent, html};

/// Under the line stands what it answers, in a `div.answer`.
pub fn command(line: &str, copied: CopyState, on_copy: Callback<MouseEvent>, answer: Html) -> Html {
    html! {
        <div class="term">
            <pre>{ highlight::command(line) }</pre>
            { copy_button(CopyLook::Terminal, COPY, COPY, copied, on_copy) }
            { answer }
        </div>
    }
}
