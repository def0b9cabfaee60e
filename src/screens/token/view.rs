//! How "Check a token" is drawn: the answers, and below them what takes more files in.
//!
//! A text that was read is no longer in the box; what is drawn of it comes from a report without secrets.

mod answer;
mod command;
mod config;
mod file;
mod notifications;
mod row;

use super::advice;
use super::msg::{Copyable, Msg};
use super::state::{Answer, KnownOwners, Ownership, State};
use super::text;
use super::update::{HEADING, RESULT};
use crate::components::{
    Glyph, PasteArea, PasteScope, TextField, Tone, actions, button, file_button, note, paste_area,
    text_field, where_files_are,
};
use crate::shared::Shared;
use chrono::{DateTime, Utc};
use yew::{Callback, Html, html};

pub fn view(state: &State, shared: &Shared, now: DateTime<Utc>, send: &Callback<Msg>) -> Html {
    let owners = state.owners();
    let context = ViewContext { state, owners: &owners, shared, now, send };
    html! {
        <div class="column">
            <div class="hero">
                <h1 id={HEADING.0} tabindex="-1">{ text::TITLE }</h1>
                <p class="lead">{ lead(state, now) }{ " " }{ text::PRIVACY }</p>
            </div>
            { result(&context) }
            { drop_section(&context) }
        </div>
    }
}

struct ViewContext<'a> {
    state: &'a State,
    owners: &'a KnownOwners<'a>,
    shared: &'a Shared,
    now: DateTime<Utc>,
    send: &'a Callback<Msg>,
}

/// An answer to be drawn.
struct Shown<'a> {
    page: &'a ViewContext<'a>,
    answer: &'a Answer,
    /// Its place among the answers as they came.
    place: usize,
    ownership: Ownership,
}

fn lead(state: &State, now: DateTime<Utc>) -> String {
    let reports = state.answers.iter().filter_map(Answer::report);
    if reports.count() < 2 {
        return text::LEAD.to_owned();
    }
    let (working, all) = state.working(now);
    text::working(working, all)
}

/// The only answer in full, or several as rows.
fn result(context: &ViewContext<'_>) -> Html {
    let answers = context.state.sorted(context.now);
    let number = answers.len();
    let article = |(at, (place, answer)): (usize, (usize, &Answer))| {
        let ownership = context.owners.ownership(answer);
        let shown = Shown { page: context, answer, place, ownership };
        let (class, body) = match (number, at) {
            (1, _) => ("panel", answer::view(&shown)),
            (_, 0) => ("token-row first", row::view(&shown)),
            (_, _) => ("token-row", row::view(&shown)),
        };
        html! { <article {class} key={place} aria-label={file::label(&shown)}>{ body }</article> }
    };
    html! {
        <section class="files" aria-label={text::RESULT} id={RESULT.0} tabindex="-1">
            { overview(context) }
            { for answers.into_iter().enumerate().map(article) }
            { config::view(context) }
        </section>
    }
}

fn drop_section(context: &ViewContext<'_>) -> Html {
    let ViewContext { state, send, .. } = context;
    let name = if state.answers.is_empty() { text::CHECK } else { text::CHECK_ANOTHER };
    let text_box = &state.text_box;
    let hint = if text_box.is_rest { text::READ_AND_REMOVED } else { text::CACHE_FILE_HINT };
    let area = PasteArea {
        id: "cache-file",
        label: text::CACHE_FILE,
        value: text_box.text.clone().into(),
        placeholder: text::CACHE_FILE_PLACEHOLDER,
        rows: "2",
        readonly: false,
        described_by: "cache-file-hint",
        scope: PasteScope::Every,
        on_paste: send.reform(Msg::TextEntered),
        on_input: send.reform(Msg::TextEntered),
    };
    let search = TextField {
        id: "search".into(),
        label: text::SEARCH,
        value: state.search().to_owned(),
        hint: text::SEARCH_HINT.into(),
        on_input: send.reform(Msg::SearchEntered),
        ..TextField::default()
    };
    let choose = file_button("button", text::CHOOSE_FILES);
    html! {
        <section class="drop" aria-label={name}>
            { paste_area(area) }
            <p class="hint" id="cache-file-hint">{ hint }</p>
            {
                actions(html! {
                    <>
                        { choose }
                        if !state.is_empty() {
                            { button("link", text::CLEAR, send, Msg::ClearClicked) }
                        }
                    </>
                })
            }
            { text_field(search) }
            { where_files_are(text::WHERE_FILES_ARE, text::WHERE_FILES_ARE_ON) }
            { command::in_a_terminal(context) }
        </section>
    }
}

/// What concerns all answers: what to run, which file is not among them, and a clock that is behind.
fn overview(context: &ViewContext<'_>) -> Html {
    let ViewContext { state, owners, now, .. } = context;
    let reports = || state.answers.iter().filter_map(Answer::report);
    let is_several = reports().nth(1).is_some();
    let for_all = is_several.then(|| advice::for_all(state, owners, *now)).flatten();
    let clock_behind = reports().any(|report| report.shows_clock_behind(*now));
    html! {
        <>
            { notifications::still_watched(context) }
            if clock_behind {
                { file::warning(text::CLOCK_BEHIND) }
            }
            { missing(context) }
            if let Some(advice) = for_all {
                <section class="panel" aria-label={text::ALL_FILES}>
                    { command::view(&advice, Copyable::CommandForAll, context) }
                </section>
            }
        </>
    }
}

/// The file that the person looks for is not among these. What a config has is listed there.
fn missing(context: &ViewContext<'_>) -> Html {
    let ViewContext { state, owners, .. } = context;
    let missing = state.missing(owners).filter(|owner| owners.in_config(owner).is_none());
    let Some(searched) = missing else { return Html::default() };
    let mut owned = state.answers.iter().filter_map(|answer| owners.ownership(answer).owner);
    let other = owned.find(|owner| owner.is_other_spelling_of(&searched));
    note(Tone::Plain(Glyph::Help), text::missing(&searched, other.as_ref()))
}
