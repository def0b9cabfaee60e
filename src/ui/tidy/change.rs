//! What goes out: the change as a diff, and the whole text.

use super::{in_place, part};
use crate::app::effect::{CopyTarget, FocusTarget};
use crate::app::event::{Event, TidyEvent};
use crate::app::model::Model;
use crate::app::tidy::aws_file::AwsFile;
use crate::app::tidy::credentials::Credentials;
use crate::app::tidy::diff::{Diff, DiffRow};
use crate::app::tidy::disk::Folders;
use crate::ui::parts::copy::copy_button;
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::plain::{button, div, p, pre, span};
use crate::ui::text;
use onramp_domain::config::RowKind;
use std::rc::Rc;
use yew::{AttrValue, Callback, Html};

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Element {
    let credentials = model.tidy.draft().credentials();
    div("apart aside")
        .with(changes(model, on))
        .with(in_place::save(model, on))
        .with(new_config(model, on))
        .with(credentials.and_then(|credentials| credentials_changes(credentials)))
        .with(credentials.map(|credentials| new_credentials(credentials, model, on)))
        .with(in_place::commands(model, on))
}

fn changes(model: &Model, on: &Callback<Event>) -> Element {
    let tidy = &model.tidy;
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
    let copy = copy(text::COPY_PATCH, "button plain", CopyTarget::Patch, model, on);
    diff(part, tidy.draft().diff(), text::DIFF, Some(copy))
}

/// Only where there are any.
fn credentials_changes(credentials: &Credentials) -> Option<Element> {
    credentials.since()?;
    let part = part("credentials-changes", text::CREDENTIALS_CHANGES, Html::default());
    Some(diff(part, credentials.diff(), text::CREDENTIALS_DIFF, None))
}

/// The lines, and what they come to.
fn diff(part: Element, diff: &Diff, name: &'static str, copy: Option<Element>) -> Element {
    let rest = (diff.more > 0).then(|| p("small quiet", text::diff_rest(diff.more)));
    let summary = span("small quiet tabular", text::diff_summary(diff.added, diff.removed));
    part.with(div("code").with(lines(diff, name)))
        .with(rest)
        .with(div("list-head").with(summary).with(copy))
}

fn lines(diff: &Diff, name: &'static str) -> Element {
    let rows = diff.rows.iter().map(|row| match row {
        DiffRow::Gap => div("gap").text("⋯"),
        DiffRow::Line { kind, old, new, text: line, odd } => {
            let (tag, sign) = match kind {
                RowKind::Kept => ("div", " "),
                RowKind::Removed => ("del", "−"),
                RowKind::Added => ("ins", "+"),
            };
            el(tag, "")
                .with(number(*old))
                .with(number(*new))
                .with(span("sign", sign))
                .with(span("", line.to_string()))
                .with(odd.map(|ending| span("sign", text::line_ending(ending))))
        }
    });
    div("diff")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", name)
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
    let download = button("button", text::DOWNLOAD, on, || {
        Event::Tidy(TidyEvent::DownloadClicked(AwsFile::Config))
    });
    // One obvious press: none while nothing changed, then saving, where the folder is open.
    let class = match (draft.since(), model.tidy.in_place().folders()) {
        (Some(_), Folders::NotOffered | Folders::Offered) => "button primary",
        (None, _) | (_, Folders::Open) => "button",
    };
    let buttons = div("actions")
        .with(copy(text::COPY_NEW_CONFIG, class, CopyTarget::NewConfig, model, on))
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

/// What is shown of it has no keys; what goes out has.
fn new_credentials(credentials: &Credentials, model: &Model, on: &Callback<Event>) -> Element {
    let download = button("button", text::DOWNLOAD_CREDENTIALS, on, || {
        Event::Tidy(TidyEvent::DownloadClicked(AwsFile::Credentials))
    });
    let target = CopyTarget::NewCredentials;
    let buttons = div("actions")
        .with(copy(text::COPY_NEW_CREDENTIALS, "button", target, model, on))
        .with(download);
    part("new-credentials", text::NEW_CREDENTIALS, buttons)
        .with(div("code").with(pre(AttrValue::from(Rc::clone(credentials.shown())))))
        .with(p("small quiet", text::NEW_CREDENTIALS_HINT))
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
