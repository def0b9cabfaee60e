//! Form fields: a label, a control, a hint or a fault under it, joined for assistive technology.

use super::inputs::value_of;
use crate::app::effect::FocusTarget;
use crate::app::event::Event;
use crate::ui::text;
use onramp_domain::Region;
use yew::{AttrValue, Callback, Html, InputEvent, html};

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
    pub(in crate::ui) fault: Option<AttrValue>,
    /// What it is for.
    pub(in crate::ui) hint: Html,
}

impl TextField<'_> {
    /// Draws it; every key goes to `on_input`.
    pub(in crate::ui) fn view(self, on_input: Callback<String>, on_blur: Callback<()>) -> Html {
        let hint_id = format!("{}-hint", self.id);
        let oninput = Callback::from(move |event: InputEvent| on_input.emit(value_of(event.target())));
        let onblur = on_blur.reform(|_| ());
        html! {
            <div class="field">
                <label for={self.id}>{ self.label }</label>
                <input type="text" id={self.id} value={self.value.to_owned()} placeholder={self.placeholder}
                    autocomplete="off" autocapitalize="off" spellcheck="false"
                    aria-invalid={self.fault.is_some().then_some("true")} aria-describedby={hint_id.clone()}
                    {oninput} {onblur} />
                <div id={hint_id}>{ fault(self.fault) }{ self.hint }</div>
            </div>
        }
    }
}

/// What is wrong with a field, where something is. The first one on a screen takes the focus.
pub(in crate::ui) fn fault(fault: Option<AttrValue>) -> Html {
    match fault {
        Some(sentence) => html! { <p class="error" role="alert" id={FocusTarget::Fault.id()} tabindex="-1">{ sentence }</p> },
        None => html! {},
    }
}

/// A select of every region, with a first line for none.
pub(in crate::ui) fn regions(
    id: &'static str,
    none: &'static str,
    chosen: Option<&Region>,
    described_by: Option<&'static str>,
    on: &Callback<Event>,
    event: fn(Option<Region>) -> Event,
) -> Html {
    let onchange = on.reform(move |change: yew::Event| event(Region::parse(&value_of(change.target())).ok()));
    let extra = chosen.filter(|region| Region::parse(region.id()).is_err());
    html! {
        <select {id} {onchange} aria-describedby={described_by}>
            <option value="" ~selected={chosen.is_none()}>{ none }</option>
            for region in extra.cloned().into_iter().chain(Region::all()) {
                <option value={region.id().to_owned()} ~selected={chosen == Some(&region)}>
                    { text::region_option(&region) }
                </option>
            }
        </select>
    }
}
