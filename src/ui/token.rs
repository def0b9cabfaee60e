//! "Check a token": the box and the files left, the answers right.
//!
//! Not here: the secrets in these files. A text that was read well is no longer in the box; what is drawn of it is
//! drawn from a report that holds none.

mod answer;
mod overview;
mod terminal;

use crate::app::effect::FocusTarget;
use crate::app::event::{Event, TokenEvent};
use crate::app::model::Model;
use crate::app::token::CacheText;
use crate::shell::local_files;
use crate::ui::parts::field::TextField;
use crate::ui::parts::inputs::value_of;
use crate::ui::parts::plain::{button, p};
use crate::ui::text;
use wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlElement, HtmlInputElement};
use yew::{Callback, DragEvent, Html, InputEvent, MouseEvent, html};

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Html {
    let read = {
        let report = on.reform(|texts| Event::Token(TokenEvent::FilesRead(texts)));
        move |files: &FileList| local_files(files, report.clone())
    };
    let ondrop = {
        let read = read.clone();
        move |event: DragEvent| {
            event.prevent_default();
            if let Some(files) = event.data_transfer().and_then(|transfer| transfer.files()) {
                read(&files);
            }
        }
    };
    let onchange = move |event: yew::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            if let Some(files) = input.files() {
                read(&files);
            }
            // So that the same file can be chosen again.
            input.set_value("");
        }
    };
    let names = model.token.names(&model.center);
    html! {
        <div class="drop-zone" {ondrop} ondragover={|event: DragEvent| event.prevent_default()}>
            <div class="page-head">
                <div>
                    <h1 id={FocusTarget::Step.id()} tabindex="-1">{ text::TOKEN_TITLE }</h1>
                    { p("lead", text::TOKEN_LEAD) }
                </div>
            </div>
            <div class="split">
                <div class="card stack">
                    { text_box(model, on) }
                    <div class="actions">
                        <input type="file" id="files" multiple=true hidden=true {onchange} />
                        <button type="button" class="button" onclick={press_file_input}>{ text::CHOOSE_FILES }</button>
                        { button("button plain", text::CLEAR, on, || Event::Token(TokenEvent::ClearClicked)) }
                    </div>
                    { sought(model, on) }
                    { where_files_are() }
                    { terminal::view(model, &names, on) }
                </div>
                <section class="stack" aria-label={text::RESULT} id={FocusTarget::Answer.id()} tabindex="-1">
                    if model.token.checked().is_empty() {
                        { p("empty card", text::RESULT_EMPTY) }
                    }
                    { overview::view(model, &names, on) }
                    { answer::all(model, &names, on) }
                </section>
            </div>
        </div>
    }
}

fn text_box(model: &Model, on: &Callback<Event>) -> Html {
    let pasted = |text: String| Event::Token(TokenEvent::CachePasted(CacheText::pasted(text)));
    let oninput = on.reform(move |event: InputEvent| pasted(value_of(event.target())));
    let onchange = on.reform(move |event: yew::Event| pasted(value_of(event.target())));
    html! {
        <div class="field">
            <label for="cache-file">{ text::CACHE_FILE }</label>
            <textarea id="cache-file" value={model.token.boxed().to_owned()} placeholder={text::CACHE_PLACEHOLDER}
                autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="cache-file-hint" {oninput} {onchange} />
            <p class="hint" id="cache-file-hint">
                if model.token.read_from_box() { { text::READ_AND_FORGOTTEN } } else { { text::CACHE_FILE_HINT } }
            </p>
        </div>
    }
}

/// The field for a session's name or a start URL: for whom files are compared and commands written.
fn sought(model: &Model, on: &Callback<Event>) -> Html {
    let entered = on.reform(|text| Event::Token(TokenEvent::SoughtEntered(text)));
    TextField {
        id: "sought",
        label: text::SOUGHT,
        value: model.token.sought(&model.center),
        placeholder: "",
        fault: None,
        hint: p("hint", text::SOUGHT_HINT),
    }
    .view(entered, Callback::noop())
}

fn where_files_are() -> Html {
    html! {
        <details>
            <summary>{ text::WHERE_FILES_ARE }</summary>
            <dl class="facts small">
                for (system, how) in text::WHERE_FILES_ARE_TEXT { <><dt>{ system }</dt><dd>{ how }</dd></> }
            </dl>
        </details>
    }
}

/// The file field itself is hidden, since its looks and words are the browser's own.
fn press_file_input(event: MouseEvent) {
    let button = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let input = button
        .and_then(|button| button.owner_document())
        .and_then(|document| document.get_element_by_id("files"));
    if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
        input.click();
    }
}
