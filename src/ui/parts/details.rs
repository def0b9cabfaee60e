//! What went wrong, said to a person, with AWS's own words under "Details", to be copied for support.

use super::copy::copy_button;
use super::element::Element;
use crate::app::effect::CopyTarget;
use crate::app::event::Event;
use crate::app::model::Copied;
use crate::ui::parts::plain::{self, div, h2, p, pre};
use crate::ui::text::{self, Said};
use onramp_domain::answer::CallError;
use std::rc::Rc;
use yew::{AttrValue, Callback};

/// An alert: what happened, why, what to do, the buttons that do it, the details.
pub(in crate::ui) fn alert(
    said: &Said,
    actions: Element,
    error: Option<&CallError>,
    copied: &Copied,
    on: &Callback<Event>,
) -> Element {
    div("note bad")
        .attr("role", "alert")
        .with(h2(said.title))
        .with(p("measure", said.text.clone()))
        .with(actions)
        .with(error.map(|error| details(error, copied, on)))
}

/// The call's error as AWS and the relay put it.
fn details(error: &CallError, copied: &Copied, on: &Callback<Event>) -> Element {
    let lines: Rc<str> = text::call_details(error).into();
    let copy =
        copy_button(text::COPY, "button plain", CopyTarget::Details, Rc::clone(&lines), copied, on);
    plain::details(text::DETAILS)
        .with(div("code").with(pre(AttrValue::from(lines))))
        .with(div("actions").with(copy))
}
