//! A text field: its label, what is wrong with it, what it is for; joined for assistive technology.

use super::icon::{Glyph, small_icon};
use web_sys::HtmlInputElement;
use yew::{
    AttrValue, Callback, Classes, FocusEvent, Html, InputEvent, Properties, TargetCast, classes,
    component, html,
};

#[derive(PartialEq, Properties)]
pub struct TextFieldProps {
    pub id: AttrValue,
    /// The label, and so the accessible name.
    pub label: AttrValue,
    pub value: AttrValue,
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// What is wrong with it.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// What it is for.
    #[prop_or_default]
    pub hint: Html,
    /// `big`.
    #[prop_or_default]
    pub class: Classes,
    #[prop_or_default]
    pub inputmode: Option<AttrValue>,
    pub on_input: Callback<String>,
    /// The person left it.
    #[prop_or_default]
    pub on_leave: Callback<()>,
}

#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let hint_id = format!("{}-hint", props.id);
    let oninput = props
        .on_input
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <div class="field">
            <label for={&props.id}>{ &props.label }</label>
            <input
                class={classes!("input", props.class.clone())}
                type="text"
                id={&props.id}
                value={&props.value}
                placeholder={&props.placeholder}
                inputmode={props.inputmode.clone()}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-describedby={hint_id.clone()}
                aria-invalid={props.error.as_ref().map(|_| "true")}
                {oninput}
                onblur={props.on_leave.reform(|_: FocusEvent| ())}
            />
            <div id={hint_id}>
                <FieldError error={props.error.clone()} />
                <div class="hint">{ props.hint.clone() }</div>
            </div>
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub struct FieldErrorProps {
    pub error: Option<AttrValue>,
}

/// What is wrong with a field, under it.
#[component]
pub fn FieldError(props: &FieldErrorProps) -> Html {
    match &props.error {
        Some(error) => html! {
            <p class="error" role="alert">{ small_icon(Glyph::Warning) }<span>{ error }</span></p>
        },
        None => Html::default(),
    }
}
