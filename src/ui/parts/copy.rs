//! Text to take away: blocks and commands with a copy button that says "Copied" and keeps its width.
//!
//! Not here: the clipboard.

use crate::app::effect::CopyTarget;
use crate::app::event::Event;
use crate::app::model::Copied;
use crate::ui::text;
use std::rc::Rc;
use yew::{Callback, Classes, Html, classes, html};

/// A button that copies. Its accessible name stays; "Copied" is shown in its place for a moment and announced by the
/// page's status line.
pub(in crate::ui) fn copy_button(
    name: &'static str,
    class: impl Into<Classes>,
    target: CopyTarget,
    text: Rc<str>,
    copied: &Copied,
    on: &Callback<Event>,
) -> Html {
    let onclick = on.reform(move |_| Event::CopyClicked(target, Rc::clone(&text)));
    let done = copied.shows(target);
    html! {
        <button type="button" class={classes!("button", class.into())} {onclick} aria-label={name}>
            <span class="swap" aria-hidden="true">
                <span aria-hidden={hidden(done)}>{ name }</span>
                <span aria-hidden={hidden(!done)}>{ text::COPIED }</span>
            </span>
        </button>
    }
}

/// A command line with its copy button, as a region of its own.
pub(in crate::ui) fn command(
    title: &'static str,
    hint: &'static str,
    target: CopyTarget,
    line: &str,
    copied: &Copied,
    on: &Callback<Event>,
) -> Html {
    let id = match target {
        CopyTarget::LogIn => "command-log-in",
        CopyTarget::Test => "command-test",
        CopyTarget::UseAsDefault => "command-default",
        CopyTarget::Block
        | CopyTarget::UserCode
        | CopyTarget::Link
        | CopyTarget::Details
        | CopyTarget::Command
        | CopyTarget::NewConfig
        | CopyTarget::Patch => "command",
    };
    html! {
        <section aria-labelledby={id}>
            <div class="command-title"><h3 {id}>{ title }</h3><span class="small quiet">{ hint }</span></div>
            <div class="command">
                <pre tabindex="0">{ line }</pre>
                { copy_button(text::COPY, "", target, line.into(), copied, on) }
            </div>
        </section>
    }
}

/// Why copying failed, with the other way.
pub(in crate::ui) fn copy_fault(copied: &Copied) -> Html {
    if copied.was_refused() {
        html! { <p class="note warn" role="alert">{ text::COPY_REFUSED }</p> }
    } else {
        html! {}
    }
}

fn hidden(yes: bool) -> Option<&'static str> {
    yes.then_some("true")
}
