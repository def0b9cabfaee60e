//! What goes out: the change as a diff, and the whole text.

use super::part;
use crate::app::effect::{CopyTarget, FocusTarget};
use crate::app::event::{Event, TidyEvent};
use crate::app::model::Model;
use crate::app::tidy::diff::{Diff, DiffRow};
use crate::ui::parts::copy::copy_button;
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::plain::{button, div, p, pre, span};
use crate::ui::text;
use onramp_domain::config::RowKind;
use std::rc::Rc;
use yew::{AttrValue, Callback, Html};

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Element {
    div("apart aside").with(changes(model, on)).with(new_config(model, on))
}

fn changes(model: &Model, on: &Callback<Event>) -> Element {
    let (tidy, diff) = (&model.tidy, model.tidy.draft().diff());
    let undo = tidy
        .can_undo()
        .then(|| button("button", text::UNDO, on, || Event::Tidy(TidyEvent::UndoClicked)));
    let redo = tidy
        .can_redo()
        .then(|| button("button", text::REDO, on, || Event::Tidy(TidyEvent::RedoClicked)));
    let part = part(FocusTarget::Changes.id(), text::CHANGES, div("actions").with(undo).with(redo));
    if tidy.draft().since().is_none() {
        return part.with(div("code").with(p("empty", text::NO_CHANGES)));
    }
    let rest = (diff.more > 0).then(|| p("small quiet", text::diff_rest(diff.more)));
    let summary = span("small quiet tabular", text::diff_summary(diff.added, diff.removed));
    let copy = copy(text::COPY_PATCH, "button plain", CopyTarget::Patch, model, on);
    part.with(div("code").with(lines(diff)))
        .with(rest)
        .with(div("list-head").with(summary).with(copy))
}

fn lines(diff: &Diff) -> Element {
    let rows = diff.rows.iter().map(|row| match row {
        DiffRow::Gap => div("gap").text("⋯"),
        DiffRow::Line { kind, old, new, text } => {
            let (tag, sign) = match kind {
                RowKind::Kept => ("div", " "),
                RowKind::Removed => ("del", "−"),
                RowKind::Added => ("ins", "+"),
            };
            el(tag, "")
                .with(number(*old))
                .with(number(*new))
                .with(span("sign", sign))
                .with(span("", text.to_string()))
        }
    });
    div("diff")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", text::DIFF)
        .with(div("").with_all(rows))
}

fn number(line: Option<usize>) -> Element {
    span("n", line.map(|line| line.to_string()).unwrap_or_default())
}

fn new_config(model: &Model, on: &Callback<Event>) -> Element {
    let draft = model.tidy.draft();
    if draft.is_empty() {
        let part = part("new-config", text::NEW_CONFIG, Html::default());
        return part.with(div("code").with(p("empty", text::NEW_CONFIG_EMPTY)));
    }
    let download = button("button", text::DOWNLOAD, on, || Event::Tidy(TidyEvent::DownloadClicked));
    let buttons = div("actions")
        .with(copy(text::COPY_NEW_CONFIG, "button primary", CopyTarget::NewConfig, model, on))
        .with(download);
    // A browser lays out only those pieces of a long text that are seen.
    let exact = match draft.strips() {
        [all] => pre(AttrValue::from(Rc::clone(all.expose()))),
        strips => {
            let strips = strips
                .iter()
                .map(|strip| span("strip", AttrValue::from(Rc::clone(strip.expose()))));
            el("pre", "").attr("tabindex", "0").with_all(strips)
        }
    };
    let diff = draft.diff();
    let sticky = draft.since().map(|_| {
        div("sticky-copy")
            .with(span("small", text::diff_summary(diff.added, diff.removed)))
            .with(copy(text::COPY_CONFIG_SHORT, "button primary", CopyTarget::NewConfig, model, on))
    });
    part("new-config", text::NEW_CONFIG, buttons)
        .with(div("code").with(exact))
        .with(p("small quiet", text::NEW_CONFIG_HINT))
        .with(sticky)
}

/// The text is the model's own, and goes from there.
fn copy(
    name: &'static str,
    class: &'static str,
    target: CopyTarget,
    model: &Model,
    on: &Callback<Event>,
) -> Element {
    copy_button(name, class, target, Rc::default(), &model.copied, on)
}
