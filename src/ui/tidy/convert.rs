//! The formats that a group of profiles can be converted to.
//!
//! A session is what nearly everybody wants, so for profiles without one it is a button of its own; the other ways are
//! opened by who looks for them, with who needs them.

use super::press;
use crate::app::event::Event;
use crate::app::event::TidyEvent;
use crate::app::tidy::overview::{Group, GroupKind};
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::plain::{details, div, p};
use crate::ui::text;
use onramp_domain::entry::Format;
use yew::Callback;

/// The button for a session, where that is the thing to do.
pub(super) fn to_session(place: usize, group: &Group, on: &Callback<Event>) -> Option<Element> {
    let is_legacy = matches!(group.kind, GroupKind::Legacy { .. });
    let format = group.other_formats().find(|format| *format == Format::SsoSession);
    format
        .filter(|_| is_legacy)
        .map(|format| button(place, format, on).attr("title", text::format_hint(format)))
}

/// The other ways.
pub(super) fn others(place: usize, group: &Group, on: &Callback<Event>) -> Option<Element> {
    let is_legacy = matches!(group.kind, GroupKind::Legacy { .. });
    let is_other = |format: &Format| !(is_legacy && *format == Format::SsoSession);
    let formats: Vec<Format> = group.other_formats().filter(is_other).collect();
    if formats.is_empty() {
        return None;
    }
    let rows = formats.into_iter().map(|format| {
        div("stack-s")
            .with(p("small", text::format_hint(format)))
            .with(p("small quiet", text::format_users(format)))
            .with(div("actions").with(button(place, format, on)))
    });
    Some(details(text::OTHER_FORMATS).with(el("div", "stack").with_all(rows)))
}

fn button(place: usize, format: Format, on: &Callback<Event>) -> Element {
    press("button", on, move || TidyEvent::ConvertClicked(place, format))
        .text(text::convert(format))
}
