//! "Check a token": the box and the files left, the answers right.
//!
//! Not here: the secrets in these files. A text that was read well is no longer in the box; what is drawn of it is
//! drawn from a report that holds none.

use crate::app::effect::{CopyTarget, FocusTarget};
use crate::app::event::{Event, TokenEvent};
use crate::app::model::{Copied, Model};
use crate::app::token::{CacheText, Checked};
use crate::shell::local_files;
use crate::ui::parts::copy::copy_button;
use crate::ui::parts::inputs::value_of;
use crate::ui::parts::plain::{button, h2, p};
use crate::ui::text;
use chrono::{DateTime, Utc};
use onramp_domain::cache::{CacheError, CacheKind, CacheReport};
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
                    { where_files_are() }
                </div>
                <section class="stack" aria-label={text::RESULT} id={FocusTarget::Answer.id()} tabindex="-1">
                    if model.token.checked().is_empty() {
                        { p("empty card", text::RESULT_EMPTY) }
                    }
                    for checked in model.token.checked() { { answer(checked, model.now, &model.copied, on) } }
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

fn answer(checked: &Checked, now: DateTime<Utc>, copied: &Copied, on: &Callback<Event>) -> Html {
    let name = checked.name.as_deref().unwrap_or(text::PASTED).to_owned();
    html! {
        <article class="card stack" aria-label={name.clone()}>
            { match &checked.outcome {
                Ok(report) => report_view(report, checked, now, copied, on),
                Err(error) => error_view(error),
            } }
            if checked.name.is_some() { { p("small quiet", name) } }
        </article>
    }
}

fn report_view(
    report: &CacheReport,
    checked: &Checked,
    now: DateTime<Utc>,
    copied: &Copied,
    on: &Callback<Event>,
) -> Html {
    let (state, refreshable) = (report.state(now), report.refreshable(now));
    let (class, badge) = text::state(report.kind(), state, refreshable);
    let (why, command) = text::next(report.kind(), state, refreshable);
    let utc = report.expires_at().naive_utc().to_string();
    html! {
        <>
            <div class="stack-s">
                <div class="result-head">{ h2(text::kind(report.kind())) }<span {class}>{ badge }</span></div>
                <p class="remaining tabular" role="timer">{ text::remaining(report.remaining(now).num_seconds()) }</p>
                { p("quiet small measure", text::kind_hint(report.kind())) }
            </div>
            <dl class="facts">
                <dt>{ text::LABEL_UNTIL }</dt>
                <dd>
                    if let Some(local) = &checked.local_time { { local.to_string() }<br/> }
                    <span class="quiet">{ utc }{ " " }{ text::UTC_LABEL }</span>
                </dd>
                if let Some(start_url) = report.start_url() { <dt>{ text::LABEL_START_URL }</dt><dd>{ start_url.to_owned() }</dd> }
                if let Some(region) = report.region() { <dt>{ text::LABEL_REGION }</dt><dd>{ region.to_owned() }</dd> }
                <dt>{ text::LABEL_REFRESH }</dt><dd>{ text::refreshable(refreshable) }</dd>
            </dl>
            <section class="stack-s" aria-label={text::NEXT}>
                { p("", why) }
                <div class="command">
                    <pre tabindex="0">{ command }</pre>
                    { copy_button(text::COPY, "", CopyTarget::Command, command.into(), copied, on) }
                </div>
                { p("small quiet", text::PROFILE_PLACEHOLDER) }
            </section>
            if let CacheKind::SsoToken(_) = report.kind() { { p("small quiet measure", text::EARLY_END) } }
        </>
    }
}

fn error_view(error: &CacheError) -> Html {
    let (title, sentence) = text::cache_error(error);
    html! {
        <div class="note bad" role="alert">{ h2(title) }{ p("", sentence) }</div>
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
