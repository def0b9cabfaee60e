//! A line to run in a terminal, with its copy button.

use super::copy_button::{COPY, CopyLook, copy_button};
use super::highlight;
use crate::shared::CopyState;
use yew::{Callback, Html, MouseEvent, html};

/// Under the line stands what it answers, in a `div.answer`.
pub fn command(line: &str, copied: CopyState, on_copy: Callback<MouseEvent>, answer: Html) -> Html {
    terminal(line, COPY, copied, on_copy, answer)
}

/// The same of a command that is long: what it does is shown in short, and copied whole. `name` is the button's.
pub fn command_in_short(
    short: &str,
    name: &'static str,
    copied: CopyState,
    on_copy: Callback<MouseEvent>,
) -> Html {
    terminal(short, name, copied, on_copy, Html::default())
}

fn terminal(
    text: &str,
    name: &'static str,
    copied: CopyState,
    on_copy: Callback<MouseEvent>,
    answer: Html,
) -> Html {
    html! {
        <div class="term">
            <pre>{ highlight::command(text) }</pre>
            { copy_button(CopyLook::Terminal, name, COPY, copied, on_copy) }
            { answer }
        </div>
    }
}
