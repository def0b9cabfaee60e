//! Form fields: a label, a control, a hint or a fault under it, joined for assistive technology.

use super::inputs::value_of;
use crate::app::event::Event;
use crate::ui::text;
use onramp_domain::{Partition, Region};
use web_sys::HtmlSelectElement;
use yew::{
    AttrValue, Callback, Event as DomEvent, Html, InputEvent, Properties, component, html,
    use_effect, use_node_ref,
};

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
        let oninput = on_input.reform(|event: InputEvent| value_of(event.target()));
        // Programs that fill in forms may tell of it by `change` alone.
        let onchange = on_input.reform(|event: DomEvent| value_of(event.target()));
        let onblur = on_blur.reform(|_| ());
        html! {
            <div class="field">
                <label for={self.id}>{ self.label }</label>
                <input type="text" id={self.id} value={self.value.to_owned()} placeholder={self.placeholder}
                    autocomplete="off" autocapitalize="off" spellcheck="false"
                    aria-invalid={self.fault.is_some().then_some("true")} aria-describedby={hint_id.clone()}
                    {oninput} {onchange} {onblur} />
                <div id={hint_id}>{ fault(self.fault) }{ self.hint }</div>
            </div>
        }
    }
}

/// What is wrong with a field, where something is.
pub(in crate::ui) fn fault(fault: Option<AttrValue>) -> Html {
    match fault {
        Some(sentence) => {
            html! { <p class="error" role="alert">{ sentence }</p> }
        }
        None => html! {},
    }
}

/// A select of every region, or of one partition's where that is known, with a first line for none.
pub(in crate::ui) fn regions(
    id: &'static str,
    none: &'static str,
    partition: Option<Partition>,
    chosen: Option<&Region>,
    on: &Callback<Event>,
    event: fn(Option<Region>) -> Event,
) -> Html {
    let unlisted = chosen.filter(|region| Region::parse(region.id()).is_err()).cloned();
    let mut options = vec![(AttrValue::from(""), AttrValue::from(none))];
    options.extend(
        unlisted
            .into_iter()
            .chain(
                Region::all().filter(|region| partition.is_none_or(|of| region.partition() == of)),
            )
            .map(|region| (region.id().to_owned().into(), text::region_option(&region).into())),
    );
    let value = chosen.map_or("", Region::id).to_owned();
    let on_change = on.reform(move |id: String| event(Region::parse(&id).ok()));
    html! { <Select {id} {value} {options} {on_change} /> }
}

/// A native select. The browser forgets which option a document names once a person has chosen another, so the value
/// is set on the element itself after every change.
#[component]
pub(in crate::ui) fn Select(props: &SelectProps) -> Html {
    let select = use_node_ref();
    {
        let select = select.clone();
        let value = props.value.clone();
        use_effect(move || {
            if let Some(select) = select.cast::<HtmlSelectElement>()
                && select.value() != *value
            {
                select.set_value(&value);
            }
        });
    }
    let onchange = props.on_change.reform(|change: DomEvent| value_of(change.target()));
    html! {
        <select ref={select} id={props.id} {onchange} aria-describedby={format!("{}-hint", props.id)}>
            for (value, label) in props.options.iter() {
                <option value={value.clone()} selected={*value == props.value}>{ label.clone() }</option>
            }
        </select>
    }
}

/// Of [`Select`].
#[derive(Properties, PartialEq)]
pub(in crate::ui) struct SelectProps {
    /// The element's id; its hint's is this and `-hint`.
    pub(in crate::ui) id: &'static str,
    /// The chosen option's value.
    pub(in crate::ui) value: AttrValue,
    /// Values and labels.
    pub(in crate::ui) options: Vec<(AttrValue, AttrValue)>,
    /// Gets the value that a person chose.
    pub(in crate::ui) on_change: Callback<String>,
}
