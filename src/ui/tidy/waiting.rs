//! What "Set up" sent here, with what stands in its way.

use super::press;
use crate::app::event::{Event, TidyEvent};
use crate::app::model::Model;
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::plain::{button, div, p};
use crate::ui::text;
use yew::Callback;

/// More conflicts than this are counted with the rest, and one press takes care of all.
const MOST_CONFLICTS: usize = 20;

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Option<Element> {
    let (waiting, draft) = (model.tidy.waiting(), model.tidy.draft());
    if waiting.entries().is_empty() {
        return None;
    }
    let conflicts = waiting.conflicts();
    let dont =
        button("button plain", text::DONT_MERGE, on, || Event::Tidy(TidyEvent::DontMergeClicked));
    let merge = |class, name| button(class, name, on, || Event::Tidy(TidyEvent::MergeClicked));
    let actions = div("actions");
    let (class, sentence, actions) = if draft.is_empty() {
        ("note info", text::WAITING_FOR_CONFIG, actions.with(dont))
    } else if !draft.is_config() {
        ("note warn", text::WAITING_NO_CONFIG, actions.with(dont))
    } else if conflicts.is_empty() {
        (
            "note info",
            text::WAITING_READY,
            actions.with(merge("button primary", text::MERGE)).with(dont),
        )
    } else {
        let all = button("button primary", text::RENAME_ALL, on, || {
            Event::Tidy(TidyEvent::RenameAllClicked)
        });
        let actions = actions.with(all).with(merge("button", text::MERGE_ANYWAY)).with(dont);
        ("note warn", text::WAITING_CONFLICTS, actions)
    };
    let rows = conflicts.iter().take(MOST_CONFLICTS).enumerate().map(|(place, conflict)| {
        let rename = press("button", on, move || TidyEvent::RenameClicked(place));
        el("li", "entry")
            .with(div("what").text(text::conflict(conflict)))
            .with(rename.text(text::free_name(conflict)))
    });
    let is_shown = !conflicts.is_empty() && !draft.is_empty();
    Some(
        el("section", class)
            .attr("aria-label", text::WAITING)
            .with(el("h2", "").text(text::waiting(waiting.entries().len())))
            .with(p("", sentence).attr_if("role", is_shown.then_some("alert")))
            .with(is_shown.then(|| el("ul", "entries").with_all(rows)))
            .with(actions),
    )
}
