//! A choice of one among many: a native select, as a field or as a chip; and that of a region.

use super::text_field::field_error;
use onramp_domain::{Partition, Region};
use web_sys::HtmlSelectElement;
use yew::{
    AttrValue, Callback, Event, Html, Properties, TargetCast, component, html, use_effect,
    use_node_ref,
};

/// How a select looks, and what names it.
#[derive(Clone, Debug, PartialEq)]
pub enum SelectLook {
    /// A field: this label above, hint and error under it.
    Field { label: AttrValue, hint: Html, error: Option<AttrValue> },
    /// A chip: this word is shown, and this is its accessible name.
    Chip { word: AttrValue, name: AttrValue },
}

impl SelectLook {
    pub fn field(label: &'static str, hint: Html) -> SelectLook {
        SelectLook::Field { label: label.into(), hint, error: None }
    }

    pub fn chip(word: &'static str, name: impl Into<AttrValue>) -> SelectLook {
        SelectLook::Chip { word: word.into(), name: name.into() }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct SelectOption {
    pub value: AttrValue,
    pub label: AttrValue,
    /// Options with the same group, which follow each other, stand under it.
    pub group: Option<AttrValue>,
}

impl SelectOption {
    /// Without a group.
    pub fn new(value: impl Into<AttrValue>, label: impl Into<AttrValue>) -> SelectOption {
        SelectOption { value: value.into(), label: label.into(), group: None }
    }
}

pub fn select(
    id: &'static str,
    look: SelectLook,
    choices: Vec<SelectOption>,
    value: AttrValue,
    on_choose: Callback<String>,
) -> Html {
    html! { <Select {id} {look} {choices} {value} {on_choose} /> }
}

#[derive(PartialEq, Properties)]
pub struct SelectProps {
    pub id: AttrValue,
    pub look: SelectLook,
    pub choices: Vec<SelectOption>,
    pub value: AttrValue,
    pub on_choose: Callback<String>,
}

#[component]
pub fn Select(props: &SelectProps) -> Html {
    let select = use_node_ref();
    // Once a person has chosen, a browser forgets which option the document names.
    use_effect({
        let (select, value) = (select.clone(), props.value.clone());
        move || {
            if let Some(select) = select.cast::<HtmlSelectElement>()
                && select.value() != *value
            {
                select.set_value(&value);
            }
        }
    });
    let onchange = props
        .on_choose
        .reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let options = groups(&props.choices).into_iter().map(|(group, choices)| {
        let options = choices.iter().map(|choice| {
            let selected = choice.value == props.value;
            html! { <option value={&choice.value} {selected}>{ &choice.label }</option> }
        });
        match group {
            Some(group) => html! { <optgroup label={group}>{ for options }</optgroup> },
            None => html! { <>{ for options }</> },
        }
    });
    let (id, options) = (&props.id, html! { <>{ for options }</> });
    match &props.look {
        SelectLook::Field { label, hint, error } => {
            let hint_id = format!("{id}-hint");
            html! {
                <div class="field">
                    <label for={id}>{ label }</label>
                    <span class="select">
                        <select
                            {id}
                            aria-describedby={hint_id.clone()}
                            aria-invalid={error.as_ref().map(|_| "true")}
                            ref={select}
                            {onchange}
                        >
                            { options }
                        </select>
                    </span>
                    <div id={hint_id}>
                        { field_error(error.clone()) }
                        <div class="hint">{ hint.clone() }</div>
                    </div>
                </div>
            }
        }
        SelectLook::Chip { word, name } => html! {
            <label class="chip pick">
                <span>{ word }</span>
                <select {id} aria-label={name} ref={select} {onchange}>{ options }</select>
            </label>
        },
    }
}

fn groups(choices: &[SelectOption]) -> Vec<(Option<AttrValue>, &[SelectOption])> {
    let runs = choices.chunk_by(|one, next| one.group == next.group);
    runs.map(|run| (run[0].group.clone(), run)).collect()
}

/// Every region, grouped by partition, or those of the one that is known. The one that is chosen is always there, also
/// when it is newer than the table. `none` is the first option: "Choose a region".
pub fn region_select(
    id: &'static str,
    look: SelectLook,
    none: &'static str,
    partition: Option<Partition>,
    chosen: Option<&Region>,
    on_choose: &Callback<Option<Region>>,
) -> Html {
    let partitions = match partition {
        Some(partition) => vec![partition],
        None => Partition::ALL.to_vec(),
    };
    let listed = |one: Partition| {
        let group = partition.is_none().then_some(AttrValue::Static(name(one)));
        one.regions().map(move |region| choice(&region, group.clone()))
    };
    let mut choices = vec![SelectOption::new("", none)];
    choices.extend(partitions.into_iter().flat_map(listed));
    if let Some(chosen) = chosen
        && choices.iter().all(|choice| *choice.value != *chosen.id())
    {
        choices.insert(1, choice(chosen, None));
    }
    let value = chosen.map_or_else(String::new, |region| region.id().to_owned());
    let chosen = chosen.cloned();
    let on_choose = on_choose.reform(move |id: String| match &chosen {
        Some(chosen) if chosen.id() == id => Some(chosen.clone()),
        Some(_) | None => Region::parse(&id).ok(),
    });
    select(id, look, choices, value.into(), on_choose)
}

fn choice(region: &Region, group: Option<AttrValue>) -> SelectOption {
    let label = format!("{} {}", region.name(), region.id());
    SelectOption { value: region.id().to_owned().into(), label: label.into(), group }
}

fn name(partition: Partition) -> &'static str {
    match partition {
        Partition::Aws => "AWS",
        Partition::China => "China",
        Partition::GovCloud => "AWS GovCloud (US)",
        Partition::EuSovereign => "European Sovereign Cloud",
    }
}
