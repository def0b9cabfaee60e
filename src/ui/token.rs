//! "Check a token": the box and the files left, the answers right.
//!
//! Not here: the secrets in these files. A text that was read well is no longer in the box; what is drawn of it is
//! drawn from a report that holds none.

mod answer;
mod config;
mod next;
mod overview;
mod terminal;
mod watch;

use crate::app::effect::FocusTarget;
use crate::app::event::{Event, TokenEvent};
use crate::app::model::Model;
use crate::app::token::{BoxState, CacheText};
use crate::shell;
use crate::ui::parts::element::{Draw, Element, Told, el};
use crate::ui::parts::field::{TextField, as_typed, labelled};
use crate::ui::parts::files::{chooser, drop_zone, where_it_is};
use crate::ui::parts::plain::{div, p};
use crate::ui::text;
use yew::{AttrValue, Callback, Html};

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Html {
    let report = on.reform(|texts| Event::Token(TokenEvent::FilesRead(texts)));
    let title = el("h1", "")
        .attr("id", FocusTarget::Step.id())
        .attr("tabindex", "-1")
        .text(text::TOKEN_TITLE);
    let lead = p("lead", text::TOKEN_LEAD);
    let names = model.token.names(&model.center);
    let has_answer = !model.token.checked().is_empty() || names.config().is_some();
    let empty = (!has_answer).then(|| p("empty card", text::RESULT_EMPTY));
    let answers = el("section", "stack")
        .attr("aria-label", text::RESULT)
        .attr("id", FocusTarget::Answer.id())
        .attr("tabindex", "-1")
        .with(empty);
    let answers = overview::view(answers, model, &names, on).with(answer::all(model, &names, on));
    let answers = overview::behind(answers, model, &names);
    let column = div("card stack")
        .with(text_box(model, on))
        .with(buttons(report.clone(), on))
        .with(sought(model, on))
        .with(where_it_is(text::WHERE_FILES_ARE, &text::WHERE_FILES_ARE_TEXT))
        .with(terminal::view(model, &names, on));
    drop_zone(move |event| shell::dropped_files(event, report.clone()))
        .with(div("page-head").with(div("").with(title).with(lead)))
        .with(div("split").with(column).with(answers))
        .draw()
}

/// How many answers there are, and what the first says: no time, since that would be told every second.
pub(super) fn announcement(model: &Model) -> String {
    let sorted = model.token.sorted(model.now);
    let first = sorted.first().map(|(_, checked)| answer::state(checked, model.now));
    first.map_or_else(String::new, |state| text::token_status(sorted.len(), state))
}

fn buttons(report: Callback<Vec<CacheText>>, on: &Callback<Event>) -> Element {
    let chosen = move |event| shell::chosen_files(&event, report.clone());
    let (choose, clear) =
        (("button", text::CHOOSE_FILES), || Event::Token(TokenEvent::ClearClicked));
    chooser("files", None, choose, chosen, on, clear)
}

fn text_box(model: &Model, on: &Callback<Event>) -> Element {
    let pasted = on.clone();
    let field = as_typed(el("textarea", ""))
        .attr("id", "cache-file")
        .attr("placeholder", text::CACHE_PLACEHOLDER)
        .attr("aria-describedby", "cache-file-hint")
        .value(model.token.boxed())
        .heard(Told::Paste, move |event| {
            if let Some(text) = shell::pasted_text(&event) {
                pasted.emit(Event::Token(TokenEvent::CachePasted(text)));
            }
        })
        .entered(on, |text| Event::Token(TokenEvent::CachePasted(CacheText::pasted(text))));
    let hint = match model.token.box_state() {
        BoxState::Read => text::READ_AND_FORGOTTEN,
        BoxState::AsEntered => text::CACHE_FILE_HINT,
    };
    labelled("cache-file", text::CACHE_FILE, field)
        .with(p("hint", hint).attr("id", "cache-file-hint"))
}

/// The field for a session's name or a start URL: for whom files are compared and commands written.
fn sought(model: &Model, on: &Callback<Event>) -> Element {
    TextField {
        id: "sought",
        label: text::SOUGHT,
        value: model.token.sought(&model.center),
        placeholder: "",
        fault: None,
        hint: p("hint", text::SOUGHT_HINT),
        entered: |text| Event::Token(TokenEvent::SoughtEntered(text)),
        left: None,
    }
    .view(on)
}

/// Adds a term and what there is to say of it to a list.
fn fact(facts: Element, term: impl Into<AttrValue>, said: impl Into<AttrValue>) -> Element {
    facts.with(el("dt", "").text(term)).with(el("dd", "").text(said))
}
