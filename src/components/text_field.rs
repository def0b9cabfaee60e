//! A text field: its label, what is wrong with it, what it is for; joined for assistive technology.

use super::icon::{Glyph, small_icon};
use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, FocusEvent, Html, InputEvent, TargetCast, classes, html};

#[derive(Default)]
pub struct TextField {
    pub id: AttrValue,
    /// The label, and so the accessible name.
    pub label: &'static str,
    pub value: String,
    pub placeholder: &'static str,
    pub error: Option<AttrValue>,
    pub hint: Html,
    /// `big`.
    pub class: &'static str,
    pub inputmode: Option<&'static str>,
    pub on_input: Callback<String>,
    /// The person left it.
    pub on_leave: Callback<()>,
}

pub fn text_field(it: TextField) -> Html {
    let TextField { id, value, placeholder, inputmode, .. } = it;
    let hint_id = format!("{id}-hint");
    let oninput = it
        .on_input
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <div class="field">
            <label for={&id}>{ it.label }</label>
            <input
                class={classes!("input", it.class)}
                type="text"
                {id}
                {value}
                {placeholder}
                {inputmode}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-describedby={hint_id.clone()}
                aria-invalid={it.error.as_ref().map(|_| "true")}
                {oninput}
                onblur={it.on_leave.reform(|_: FocusEvent| ())}
            />
            <div id={hint_id}>
                { field_error(it.error) }
                <div class="hint">{ it.hint }</div>
            </div>
        </div>
    }
}

/// What is wrong with a field, under it.
pub fn field_error(error: Option<AttrValue>) -> Html {
    html! {
        if let Some(error) = error {
            <p class="error" role="alert">{ small_icon(Glyph::Warning) }<span>{ error }</span></p>
        }
    }
}
