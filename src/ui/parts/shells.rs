//! The choice of the shell that commands are shown for.
//!
//! Not here: the commands.

use super::element::{Element, Told, el};
use super::plain::div;
use crate::app::commands::CommandShell;
use crate::app::event::Event;
use crate::ui::text;
use yew::{AttrValue, Callback};

/// A row of choices. `group` tells its buttons from those of another row on the same screen.
pub(in crate::ui) fn shells(
    group: impl Into<AttrValue>,
    chosen: CommandShell,
    on: &Callback<Event>,
) -> Element {
    let group = group.into();
    let shell = |shell: CommandShell| {
        let on = on.clone();
        let radio = el("input", "")
            .attr("type", "radio")
            .attr("name", group.clone())
            .checked(shell == chosen)
            .heard(Told::Change, move |_| on.emit(Event::ShellChosen(shell)));
        el("label", "").with(radio).text(text::shell(shell))
    };
    div("segments")
        .attr("role", "radiogroup")
        .attr("aria-label", text::SHELL)
        .with_all(CommandShell::ALL.map(shell))
}
