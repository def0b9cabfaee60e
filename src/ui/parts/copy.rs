//! Text to take away: blocks and commands with a copy button that says "Copied" and keeps its width.
//!
//! Not here: the clipboard.

use crate::app::effect::CopyTarget;
use crate::app::event::Event;
use crate::app::model::Copied;
use crate::app::tidy::aws_file::AwsFile;
use crate::ui::parts::element::{Element, Told, el};
use crate::ui::parts::plain::{alert_line, div, pre, span};
use crate::ui::text;
use std::rc::Rc;
use yew::{AttrValue, Callback};

/// A button that copies. Its accessible name stays; "Copied" is shown in its place for a moment and announced by the
/// page's status line.
pub(in crate::ui) fn copy_button(
    name: &'static str,
    class: &'static str,
    target: CopyTarget,
    text: Rc<str>,
    copied: &Copied,
    on: &Callback<Event>,
) -> Element {
    let on = on.clone();
    let done = copied.shows(target);
    let names = el("span", "swap")
        .attr("aria-hidden", "true")
        .with(span("", name).attr_if("aria-hidden", hidden(done)))
        .with(span("", text::COPIED).attr_if("aria-hidden", hidden(!done)));
    el("button", class)
        .attr("type", "button")
        .attr("aria-label", name)
        .heard(Told::Click, move |_| {
            on.emit(Event::CopyClicked(target, Rc::clone(&text)));
        })
        .with(names)
}

/// A line to be run in a terminal, with its copy button.
pub(in crate::ui) fn line(
    line: &str,
    target: CopyTarget,
    copied: &Copied,
    on: &Callback<Event>,
) -> Element {
    let line: Rc<str> = line.into();
    div("command").with(pre(AttrValue::from(Rc::clone(&line)))).with(copy_button(
        text::COPY,
        "button",
        target,
        line,
        copied,
        on,
    ))
}

/// A command as a region of its own.
pub(in crate::ui) fn command(
    title: &'static str,
    hint: &'static str,
    target: CopyTarget,
    text: &str,
    copied: &Copied,
    on: &Callback<Event>,
) -> Element {
    let id = match target {
        CopyTarget::LogIn => "command-log-in",
        CopyTarget::Test => "command-test",
        CopyTarget::UseAsDefault => "command-default",
        CopyTarget::PutInPlace(AwsFile::Config) => "command-put-config",
        CopyTarget::PutInPlace(AwsFile::Credentials) => "command-put-credentials",
        CopyTarget::Block
        | CopyTarget::UserCode
        | CopyTarget::Link
        | CopyTarget::Details
        | CopyTarget::Command(_)
        | CopyTarget::TerminalLine(_)
        | CopyTarget::NewConfig
        | CopyTarget::NewCredentials
        | CopyTarget::Patch => "command",
    };
    let title = div("command-title")
        .with(el("h3", "").attr("id", id).text(title))
        .with(span("small quiet", hint));
    el("section", "").attr("aria-labelledby", id).with(title).with(line(text, target, copied, on))
}

/// Why copying failed, with the other way.
pub(in crate::ui) fn copy_fault(copied: &Copied) -> Option<Element> {
    copied.was_refused().then(|| alert_line("note warn", text::COPY_REFUSED))
}

fn hidden(yes: bool) -> Option<&'static str> {
    yes.then_some("true")
}
