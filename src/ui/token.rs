//! "Check a token": the box and the files left, the answers right.
//!
//! Not here: the secrets in these files. A text that was read well is no longer in the box; what is drawn of it is
//! drawn from a report that holds none.

use crate::app::effect::{CopyTarget, FocusTarget};
use crate::app::event::{Event, TokenEvent};
use crate::app::model::{Copied, Model};
use crate::app::token::{CacheText, Checked};
use crate::shell;
use crate::ui::parts::copy::line;
use crate::ui::parts::element::{Draw, Element, Told, el};
use crate::ui::parts::field::{as_typed, labelled};
use crate::ui::parts::plain::{button, details, div, h2, p, span};
use crate::ui::text;
use chrono::{DateTime, Utc};
use onramp_domain::cache::{CacheError, CacheKind, CacheReport, Refreshable};
use std::rc::Rc;
use yew::{AttrValue, Callback, Html};

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Html {
    let report = on.reform(|texts| Event::Token(TokenEvent::FilesRead(texts)));
    let title = el("h1", "")
        .attr("id", FocusTarget::Step.id())
        .attr("tabindex", "-1")
        .text(text::TOKEN_TITLE);
    let lead = p("lead", text::TOKEN_LEAD);
    let empty = model.token.checked().is_empty().then(|| p("empty card", text::RESULT_EMPTY));
    let answers = model.token.checked().iter();
    let answers = el("section", "stack")
        .attr("aria-label", text::RESULT)
        .attr("id", FocusTarget::Answer.id())
        .attr("tabindex", "-1")
        .with(empty)
        .with_all(answers.map(|checked| answer(checked, model.now, &model.copied, on)));
    let column = div("card stack")
        .with(text_box(model, on))
        .with(buttons(report.clone(), on))
        .with(where_files_are());
    div("drop-zone")
        .heard(Told::Drop, move |event| {
            event.prevent_default();
            shell::dropped_files(&event, report.clone());
        })
        .heard(Told::DragOver, |event| event.prevent_default())
        .with(div("page-head").with(div("").with(title).with(lead)))
        .with(div("split").with(column).with(answers))
        .draw()
}

fn buttons(report: Callback<Vec<CacheText>>, on: &Callback<Event>) -> Element {
    let files = el("input", "")
        .attr("type", "file")
        .attr("id", "files")
        .attr("multiple", "multiple")
        .attr("hidden", "hidden")
        .heard(Told::Change, move |event| {
            shell::chosen_files(&event, report.clone());
        });
    // The file field itself is hidden, since its looks and words are the browser's own.
    let choose = el("button", "button")
        .attr("type", "button")
        .heard(Told::Click, |_| shell::press("files"))
        .text(text::CHOOSE_FILES);
    let clear = button("button plain", text::CLEAR, on, || Event::Token(TokenEvent::ClearClicked));
    div("actions").with(files).with(choose).with(clear)
}

fn text_box(model: &Model, on: &Callback<Event>) -> Element {
    let field = as_typed(el("textarea", ""))
        .attr("id", "cache-file")
        .attr("placeholder", text::CACHE_PLACEHOLDER)
        .attr("aria-describedby", "cache-file-hint")
        .value(model.token.boxed())
        .entered(on, |text| Event::Token(TokenEvent::CachePasted(CacheText::pasted(text))));
    let hint =
        if model.token.read_from_box() { text::READ_AND_FORGOTTEN } else { text::CACHE_FILE_HINT };
    labelled("cache-file", text::CACHE_FILE, field)
        .with(p("hint", hint).attr("id", "cache-file-hint"))
}

fn where_files_are() -> Element {
    let facts = text::WHERE_FILES_ARE_TEXT.into_iter();
    let facts =
        facts.fold(el("dl", "facts small"), |facts, (system, how)| fact(facts, system, how));
    details(text::WHERE_FILES_ARE).with(facts)
}

/// Adds a term and what there is to say of it to a list.
fn fact(facts: Element, term: &'static str, said: impl Into<AttrValue>) -> Element {
    facts.with(el("dt", "").text(term)).with(el("dd", "").text(said))
}

fn answer(checked: &Checked, now: DateTime<Utc>, copied: &Copied, on: &Callback<Event>) -> Element {
    let name = checked.name.as_deref().unwrap_or(text::PASTED).to_owned();
    let article = el("article", "card stack").attr("aria-label", name.clone());
    let article = match &checked.outcome {
        Ok(report) => report_view(article, report, checked, now, copied, on),
        Err(error) => article.with(error_view(error)),
    };
    article.with(checked.name.is_some().then(|| p("small quiet", name)))
}

fn report_view(
    article: Element,
    report: &CacheReport,
    checked: &Checked,
    now: DateTime<Utc>,
    copied: &Copied,
    on: &Callback<Event>,
) -> Element {
    let (state, refreshable) = (report.state(now), report.refreshable(now));
    let (class, badge) = text::state(report.kind(), state, refreshable);
    let (why, command) = text::next(report.kind(), state, refreshable);
    let early_end = matches!(report.kind(), CacheKind::SsoToken(_))
        .then(|| p("small quiet measure", text::EARLY_END));
    let remaining = text::remaining(report.remaining(now).num_seconds());
    let head = div("stack-s")
        .with(div("result-head").with(h2(text::kind(report.kind()))).with(span(class, badge)))
        .with(p("remaining tabular", remaining).attr("role", "timer"))
        .with(p("quiet small measure", text::kind_hint(report.kind())));
    let next = el("section", "stack-s")
        .attr("aria-label", text::NEXT)
        .with(p("", why))
        .with(line(command, CopyTarget::Command, copied, on))
        .with(p("small quiet", text::PROFILE_PLACEHOLDER));
    article.with(head).with(facts(report, checked, refreshable)).with(next).with(early_end)
}

fn facts(report: &CacheReport, checked: &Checked, refreshable: Refreshable) -> Element {
    let utc = report.expires_at().naive_utc().to_string() + " " + text::UTC_LABEL;
    let mut until = el("dd", "");
    if let Some(local) = &checked.local_time {
        until = until.text(AttrValue::from(Rc::clone(local))).with(el("br", ""));
    }
    let mut facts = el("dl", "facts")
        .with(el("dt", "").text(text::LABEL_UNTIL))
        .with(until.with(span("quiet", utc)));
    if let Some(start_url) = report.start_url() {
        facts = fact(facts, text::LABEL_START_URL, start_url.to_owned());
    }
    if let Some(region) = report.region() {
        facts = fact(facts, text::LABEL_REGION, region.to_owned());
    }
    fact(facts, text::LABEL_REFRESH, text::refreshable(refreshable))
}

fn error_view(error: &CacheError) -> Element {
    let (title, sentence) = text::cache_error(error);
    div("note bad").attr("role", "alert").with(h2(title)).with(p("", sentence))
}
