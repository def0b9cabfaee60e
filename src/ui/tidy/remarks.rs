//! What is wrong with the config: why it matters, on which lines, and the press that puts it right.

use super::{part, press};
use crate::app::effect::FocusTarget;
use crate::app::event::{Event, TidyEvent};
use crate::app::model::Model;
use crate::app::tidy::List;
use crate::app::tidy::draft::{Done, Finding, ToDo};
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::plain::{button, div, h2, p, span};
use crate::ui::text;
use onramp_domain::config::RemarkKind;
use std::rc::Rc;
use yew::{AttrValue, Callback};

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Element {
    let (draft, shown) = (model.tidy.draft(), model.tidy.shown(List::Remarks));
    let findings = draft.findings();
    let count = (!findings.is_empty()).then(|| {
        span("small quiet tabular", text::count(findings.len(), text::REMARK, text::REMARK_MANY))
    });
    let fixable = findings.iter().filter(|finding| finding.remark.is_fixable()).count();
    let all = (fixable > 1).then(|| {
        button("button primary", text::FIX_ALL, on, || Event::Tidy(TidyEvent::FixAllClicked))
    });
    let part = part(FocusTarget::Remarks.id(), text::REMARKS, div("actions").with(count).with(all));
    if draft.is_empty() && draft.credentials().is_none() {
        return part.with(p("empty card", text::REMARKS_EMPTY));
    }
    if findings.is_empty() {
        return part.with(match draft.to_do() {
            ToDo::Nothing => p("note good", text::NO_REMARKS),
            ToDo::Everything | ToDo::Findings => p("empty card", text::LOOKING),
        });
    }
    let refused = draft.refused().map(|file| {
        let note = div("note bad").attr("role", "alert");
        note.with(h2(text::refused_title(file))).with(p("", text::REFUSED_TEXT))
    });
    let rest = match draft.done() {
        Done::FixedAll { left, .. } => Some(p("note info", text::after_fixes(*left))),
        Done::Nothing
        | Done::Opened
        | Done::Typed
        | Done::CredentialsOpened
        | Done::CredentialsClosed
        | Done::Fixed
        | Done::Removed(..)
        | Done::Merged(_)
        | Done::Converted(_)
        | Done::Updated { .. } => None,
    };
    let rows =
        findings.iter().take(shown).enumerate().map(|(place, finding)| row(place, finding, on));
    part.with(rest).with(refused).with(el("ul", "entries").with_all(rows)).with(more(
        findings.len(),
        shown,
        List::Remarks,
        on,
    ))
}

/// The press that shows more of a list, where there is more.
pub(super) fn more(all: usize, shown: usize, list: List, on: &Callback<Event>) -> Option<Element> {
    (all > shown)
        .then(|| press("button", on, move || TidyEvent::MoreClicked(list)).text(text::SHOW_MORE))
}

fn row(place: usize, finding: &Finding, on: &Callback<Event>) -> Element {
    let (title, why) = text::remark(finding.remark.kind());
    let (class, weight) = text::weight(finding.weight);
    let quotes = finding.quotes.iter().map(|quote| {
        el("p", "quote")
            .with(span("small quiet tabular", text::line_in(finding.file, quote.number)))
            .with(el("code", "").text(AttrValue::from(quote.text.expose().clone())))
    });
    let fix = finding.remark.is_fixable().then(|| {
        press("button", on, move || TidyEvent::FixClicked(place))
            .attr("aria-label", text::fix(&title))
            .text(text::FIX)
    });
    el("li", "entry")
        .with(
            div("what stack-s")
                .with(span(class, weight))
                .with(el("h3", "").text(title))
                .with(p("small", why))
                .with_all(quotes),
        )
        .with(fix)
        .with(remove_keys(finding, on))
}

/// What is no fix, since keys that are gone can't be brought back, but what one comes to do.
fn remove_keys(finding: &Finding, on: &Callback<Event>) -> Option<Element> {
    let RemarkKind::AccessKeysInCredentials { profile } = finding.remark.kind() else {
        return None;
    };
    let name: Rc<str> = (&**profile).into();
    let remove = press("button", on, move || TidyEvent::RemoveKeysClicked(Rc::clone(&name)));
    Some(remove.attr("aria-label", text::remove_keys_of(profile)).text(text::REMOVE_KEYS))
}
