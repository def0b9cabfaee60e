//! A text area that takes pastes with every byte: a browser's own paste drops a byte order mark and changes line breaks.

use crate::file_text::FileText;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlTextAreaElement};
use yew::{AttrValue, Callback, Html, InputEvent, Properties, TargetCast, component, html};

/// Which pastes go to `on_paste` and never into the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasteScope {
    /// Every one, together with what is in the box: for secrets, which shall not stand there.
    Every,
    /// One that takes the place of all that is in the box. Any other is the browser's own matter, and `on_input`.
    Whole,
}

#[derive(PartialEq, Properties)]
pub struct PasteAreaProps {
    pub id: AttrValue,
    /// The label, and so the accessible name.
    pub label: AttrValue,
    /// With `\n` as the box has it.
    pub value: AttrValue,
    #[prop_or_default]
    pub placeholder: AttrValue,
    #[prop_or(2)]
    pub rows: u32,
    #[prop_or_default]
    pub readonly: bool,
    /// The id of what describes it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    pub scope: PasteScope,
    pub on_paste: Callback<FileText>,
    /// What is typed, or pasted into the midst.
    pub on_input: Callback<FileText>,
}

#[component]
pub fn PasteArea(props: &PasteAreaProps) -> Html {
    let (scope, on_paste) = (props.scope, props.on_paste.clone());
    let onpaste = move |event: Event| {
        if let Some(text) = pasted(&event, scope) {
            event.prevent_default();
            on_paste.emit(text);
        }
    };
    let oninput = props.on_input.reform(|event: InputEvent| {
        FileText::new(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    });
    html! {
        <div class="field">
            <label for={&props.id}>{ &props.label }</label>
            <textarea
                class="input"
                id={&props.id}
                value={&props.value}
                rows={props.rows.to_string()}
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                placeholder={&props.placeholder}
                readonly={props.readonly}
                aria-describedby={props.described_by.clone()}
                {onpaste}
                {oninput}
            />
        </div>
    }
}

/// The box's text with the paste in it, where that is ours to take.
fn pasted(event: &Event, scope: PasteScope) -> Option<FileText> {
    let area: HtmlTextAreaElement = event.target_dyn_into()?;
    let data = event.dyn_ref::<web_sys::ClipboardEvent>()?.clipboard_data()?;
    let text = data.get_data("text/plain").ok().filter(|text| !text.is_empty())?;
    let (start, end) = (area.selection_start().ok()??, area.selection_end().ok()??);
    if scope == PasteScope::Whole {
        return ((start, end) == (0, area.text_length())).then(|| FileText::new(text));
    }
    // A browser counts in UTF-16.
    let before: Vec<u16> = area.value().encode_utf16().collect();
    let (before, after) = (before.get(..start as usize)?, before.get(end as usize..)?);
    let kept = [before, after].map(String::from_utf16_lossy);
    Some(FileText::new([&kept[0], &*text, &kept[1]].concat()))
}
