//! What is shown only when a person asks for it: a `details` element.

use yew::{Html, html};

pub fn fold(summary: &'static str, content: Html) -> Html {
    details(None, false, summary, content)
}

/// It is open to begin with, or from now on.
pub fn open_fold(summary: &'static str, content: Html) -> Html {
    details(None, true, summary, content)
}

/// Of the folds with the same group only one is open.
pub fn fold_of(group: &'static str, summary: &'static str, content: Html) -> Html {
    details(Some(group), false, summary, content)
}

/// The fold of a group that is open to begin with.
pub fn open_fold_of(group: &'static str, summary: &'static str, content: Html) -> Html {
    details(Some(group), true, summary, content)
}

fn details(name: Option<&'static str>, open: bool, summary: &'static str, content: Html) -> Html {
    html! {
        <details class="fold" {name} {open}>
            <summary>{ summary }</summary>
            <div class="inside">{ content }</div>
        </details>
    }
}
