//! Which shell commands are shown for.
//!
//! Not here: the commands ([`crate::app::commands`]).

use super::element::{Element, Told, el};
use super::plain::div;
use crate::app::commands::CommandShell;
use crate::app::event::Event;
use crate::ui::text;
use yew::Callback;

/// A row of all shells, of which one is chosen.
pub(in crate::ui) fn shells(chosen: CommandShell, on: &Callback<Event>) -> Element {
    let shell = |shell: CommandShell| {
        let on = on.clone();
        let radio = el("input", "")
            .attr("type", "radio")
            .attr("name", "shell")
            .checked(shell == chosen)
            .heard(Told::Change, move |_| on.emit(Event::ShellChosen(shell)));
        el("label", "").with(radio).text(text::shell(shell))
    };
    div("segments")
        .attr("role", "radiogroup")
        .attr("aria-label", text::SHELL)
        .with_all(CommandShell::ALL.map(shell))
}
