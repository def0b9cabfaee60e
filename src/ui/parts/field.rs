//! Form fields: a label, a control, a hint or a fault under it, joined for assistive technology.

use super::element::{Element, Told, el};
use super::plain::{alert_line, div};
use crate::app::event::Event;
use crate::ui::text;
use onramp_domain::{Partition, Region};
use yew::{AttrValue, Callback};

/// A text field.
pub(in crate::ui) struct TextField<'a> {
    /// The element's id.
    pub(in crate::ui) id: &'static str,
    /// The label, and so the accessible name.
    pub(in crate::ui) label: &'static str,
    /// What stands in it.
    pub(in crate::ui) value: &'a str,
    /// What is shown while nothing does.
    pub(in crate::ui) placeholder: &'static str,
    /// What is wrong with it.
    pub(in crate::ui) fault: Option<String>,
    /// What it is for.
    pub(in crate::ui) hint: Element,
    /// What every key in it is.
    pub(in crate::ui) entered: fn(String) -> Event,
    /// What leaving it is, where that matters.
    pub(in crate::ui) left: Option<fn() -> Event>,
}

impl TextField<'_> {
    /// Draws it.
    pub(in crate::ui) fn view(self, on: &Callback<Event>) -> Element {
        let mut input = as_typed(el("input", ""))
            .attr("type", "text")
            .attr("id", self.id)
            .attr("placeholder", self.placeholder)
            .attr("aria-describedby", hint_id(self.id))
            .attr_if("aria-invalid", self.fault.as_ref().map(|_| "true"))
            .value(self.value)
            .entered(on, self.entered);
        if let Some(left) = self.left {
            let on = on.clone();
            input = input.heard(Told::Blur, move |_| on.emit(left()));
        }
        labelled(self.id, self.label, input).with(under(self.id, self.fault, self.hint))
    }
}

/// Text as it is typed: nothing completes or corrects it.
pub(in crate::ui) fn as_typed(field: Element) -> Element {
    field.attr("autocomplete", "off").attr("autocapitalize", "off").attr("spellcheck", "false")
}

/// A control with its label above it.
pub(in crate::ui) fn labelled(id: &'static str, label: &'static str, control: Element) -> Element {
    div("field").with(el("label", "").attr("for", id).text(label)).with(control)
}

/// What stands under a control: what is wrong with it, what it is for.
pub(in crate::ui) fn under(id: &'static str, fault: Option<String>, hint: Element) -> Element {
    let fault = fault.map(|sentence| alert_line("error", sentence));
    div("").attr("id", hint_id(id)).with(fault).with(hint)
}

/// A native select without its options. Once a person has chosen, the browser forgets which option a document names,
/// so the page sets it anew after each drawing ([`settle`](crate::shell::settle)).
pub(in crate::ui) fn select(
    id: &'static str,
    on: &Callback<Event>,
    entered: fn(String) -> Event,
) -> Element {
    el("select", "").attr("id", id).attr("aria-describedby", hint_id(id)).entered(on, entered)
}

/// An option of a select, and whether it is the chosen one.
pub(in crate::ui) fn option(value: &str, label: impl Into<AttrValue>, chosen: &str) -> Element {
    el("option", "")
        .attr("value", value.to_owned())
        .attr_if("selected", (value == chosen).then_some("selected"))
        .text(label)
}

/// A select of every region, or of one partition's where that is known, with a first line for none.
pub(in crate::ui) fn regions(
    id: &'static str,
    none: &'static str,
    partition: Option<Partition>,
    chosen: Option<&Region>,
    on: &Callback<Event>,
    entered: fn(String) -> Event,
) -> Element {
    let fits = |region: &Region| partition.is_none_or(|of| region.partition() == of);
    let is_listed = |region: &Region| fits(region) && Region::parse(region.id()).is_ok();
    // What is chosen is always in sight, also a region newer than the table or of another partition.
    let unlisted = chosen.filter(|region| !is_listed(region)).cloned();
    let chosen = chosen.map_or("", Region::id);
    let known = unlisted
        .into_iter()
        .chain(Region::all().filter(fits))
        .map(|region| option(region.id(), text::region_option(&region), chosen));
    select(id, on, entered).with(option("", none, chosen)).with_all(known)
}

fn hint_id(id: &str) -> String {
    [id, "-hint"].concat()
}
