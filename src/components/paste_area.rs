//! A text area that takes pastes with every byte: a browser's own paste drops a byte order mark and changes line breaks.

use crate::file_text::FileText;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlTextAreaElement};
use yew::{AttrValue, Callback, Html, InputEvent, TargetCast, html};

/// Which pastes go to `on_paste` and never into the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasteScope {
    /// Every one, together with what is in the box: for secrets, which shall not stand there.
    Every,
    /// One that takes the place of all that is in the box. Any other is the browser's own matter, and `on_input`.
    Whole,
}

pub struct PasteArea {
    pub id: &'static str,
    /// The label, and so the accessible name.
    pub label: &'static str,
    /// With `\n` as the box has it.
    pub value: AttrValue,
    pub placeholder: &'static str,
    pub rows: &'static str,
    pub readonly: bool,
    /// The id of what describes it.
    pub described_by: &'static str,
    pub scope: PasteScope,
    pub on_paste: Callback<FileText>,
    /// What is typed, or pasted into the midst.
    pub on_input: Callback<FileText>,
}

pub fn paste_area(it: PasteArea) -> Html {
    let PasteArea { id, value, placeholder, rows, readonly, scope, on_paste, .. } = it;
    let onpaste = move |event: Event| {
        if let Some(text) = pasted(&event, scope) {
            event.prevent_default();
            on_paste.emit(text);
        }
    };
    let oninput = it.on_input.reform(|event: InputEvent| {
        FileText::new(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    });
    html! {
        <div class="field">
            <label for={id}>{ it.label }</label>
            <textarea
                class="input"
                {id}
                {value}
                {rows}
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                {placeholder}
                {readonly}
                aria-describedby={it.described_by}
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
