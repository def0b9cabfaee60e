//! One answer: what a text is, how long it holds, what to run.

use super::next::{Around, next};
use super::{fact, watch};
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::token::{Checked, Finding, Names, Whose};
use crate::ui::parts::element::{Draw, Element, el};
use crate::ui::parts::plain::{details, div, h2, p, span};
use crate::ui::text;
use chrono::{DateTime, Utc};
use onramp_domain::cache::{
    CacheError, CacheKind, CacheReport, CliMessage, Cut, Standing, is_same_portal,
    registration_region,
};
use std::rc::Rc;
use yew::{AttrValue, Callback, Html};

/// More answers than this show their heads, and the rest when asked.
const WHOLE: usize = 2;

/// The look of what is left.
const LEFT: &str = "remaining tabular";

/// All of them, a list of its own since they change their order.
pub(super) fn all(model: &Model, names: &Names<'_>, on: &Callback<Event>) -> Html {
    let sorted = model.token.sorted(model.now);
    let is_long = sorted.len() > WHOLE;
    let one = |(place, checked): (usize, &Checked)| {
        let around = Around { model, names, on, place };
        let article = headed(checked, &around);
        let article = if is_long && checked.outcome.is_ok() {
            let end = checked.local_time.as_ref().map(|end| p("", AttrValue::from(Rc::clone(end))));
            let more = details(text::MORE).with(rest(div("stack"), checked, &around));
            let whose = text::whose(&names.whose(checked)).map(|whose| p("", whose));
            article.with(end).with(whose).with(named(checked)).with(more)
        } else {
            rest(article.with(named(checked)), checked, &around)
        };
        article.draw()
    };
    sorted.into_iter().map(one).collect()
}

/// What an answer comes to, in a word.
pub(super) fn state(checked: &Checked, now: DateTime<Utc>) -> &'static str {
    match &checked.outcome {
        Ok(Finding::File(report)) => text::state(report, now).1,
        Ok(Finding::Time(_)) => text::TIME,
        Ok(Finding::Message { said, .. }) => text::message(said).0,
        Err(error) => text::cache_error(error).0,
    }
}

/// An answer's article with what it is and how long it holds.
fn headed(checked: &Checked, around: &Around<'_>) -> Element {
    let now = around.model.now;
    let head = match &checked.outcome {
        Ok(Finding::File(report)) => {
            let (class, badge) = text::state(report, now);
            head(text::kind(report), Some(span(class, badge))).with(left(
                left_class(report),
                report.expires_at(),
                now,
            ))
        }
        Ok(Finding::Time(at)) => head(text::TIME, None).with(left(LEFT, *at, now)),
        Ok(Finding::Message { said, .. }) => head(text::message(said).0, None),
        Err(error) => error_view(error, checked.cut),
    };
    el("article", "card stack").key(around.place).attr("aria-label", name(checked)).with(head)
}

fn head(title: &'static str, badge: Option<Element>) -> Element {
    div("stack-s").with(div("result-head").with(h2(title)).with(badge))
}

fn left(class: &'static str, ends_at: DateTime<Utc>, now: DateTime<Utc>) -> Element {
    p(class, text::remaining((ends_at - now).num_seconds())).attr("role", "timer")
}

/// A registration's end says nothing of a sign-in, so it is quiet.
fn left_class(report: &CacheReport) -> &'static str {
    match report.kind() {
        CacheKind::ClientRegistration => "quiet tabular",
        CacheKind::SsoToken(_) | CacheKind::RoleCredentials => LEFT,
    }
}

fn name(checked: &Checked) -> AttrValue {
    let name = checked.name.as_deref().unwrap_or(text::PASTED);
    match checked.part {
        Some(part) => text::part(name, part).into(),
        None => name.to_owned().into(),
    }
}

/// The name as a line, where it tells an answer from others.
fn named(checked: &Checked) -> Option<Element> {
    let is_told = checked.name.is_some() || checked.part.is_some();
    is_told.then(|| p("small quiet", name(checked)))
}

/// Adds what else there is to say to `answer`.
fn rest(answer: Element, checked: &Checked, around: &Around<'_>) -> Element {
    match &checked.outcome {
        Ok(Finding::File(report)) => file(answer, report, checked, around),
        Ok(Finding::Time(at)) => {
            answer.with(ends(el("dl", "facts"), *at, checked)).with(p("measure", text::TIME_HINT))
        }
        Ok(Finding::Message { said, .. }) => {
            message(answer, said, &around.names.whose(checked), around)
        }
        Err(_) => answer,
    }
}

fn file(answer: Element, report: &CacheReport, checked: &Checked, around: &Around<'_>) -> Element {
    let (now, whose) = (around.model.now, around.names.whose(checked));
    let is_token = report.signs_the_cli_in();
    let ends_in_time = is_token && report.standing(now) <= Standing::EndsSoon;
    let watch = ends_in_time.then(|| watch::view(report.expires_at(), &whose, around));
    answer
        .with(p("quiet small measure", text::kind_hint(report)))
        .with(facts(report, checked, &whose, around))
        .with_all(warnings(report, &whose, around.names))
        .with(next(text::next(report, now), &whose, around))
        .with(watch)
        .with(is_token.then(|| p("small quiet measure", text::EARLY_END)))
}

/// Where the file and the names that are known don't go together.
fn warnings(report: &CacheReport, whose: &Whose<'_>, names: &Names<'_>) -> Vec<Element> {
    let Some(owner) = &whose.owner else { return vec![] };
    let spelling = names.other_spelling(owner).map(|known| {
        let used_by = names.in_config(known).map(|sign_in| &*sign_in.profiles);
        text::other_spelling(known.as_str(), used_by)
    });
    let elsewhere = names.in_config(owner).and_then(|sign_in| {
        let url = report.start_url()?;
        let differs = !sign_in.start_url.is_empty() && !is_same_portal(&sign_in.start_url, url);
        differs.then(|| text::elsewhere(owner, url, &sign_in.start_url))
    });
    spelling.into_iter().chain(elsewhere).map(|text| p("note warn", text)).collect()
}

fn facts(
    report: &CacheReport,
    checked: &Checked,
    whose: &Whose<'_>,
    around: &Around<'_>,
) -> Element {
    let region = report.region().or_else(|| registration_region(checked.name.as_deref()?));
    let used_by = (!whose.profiles.is_empty()).then(|| text::profile_list(whose.profiles));
    let known = [
        (text::LABEL_OWNER, whose.owner.as_ref().map(text::owner)),
        (text::LABEL_USED_BY, used_by),
        (text::LABEL_START_URL, report.start_url().map(str::to_owned)),
        (text::LABEL_REGION, region.map(str::to_owned)),
        (text::LABEL_REFRESH, Some(text::refreshable(report.refreshable(around.model.now)))),
    ];
    let facts = ends(el("dl", "facts"), report.expires_at(), checked);
    known.into_iter().fold(facts, |facts, (label, said)| match said {
        Some(said) => fact(facts, label, said),
        None => facts,
    })
}

/// Adds to a list when something ends, first in the person's own time.
fn ends(facts: Element, at: DateTime<Utc>, checked: &Checked) -> Element {
    let utc = at.naive_utc().to_string() + " " + text::UTC_LABEL;
    let mut until = el("dd", "");
    if let Some(local) = &checked.local_time {
        until = until.text(AttrValue::from(Rc::clone(local))).with(el("br", ""));
    }
    facts.with(el("dt", "").text(text::LABEL_UNTIL)).with(until.with(span("quiet", utc)))
}

fn message(answer: Element, said: &CliMessage, whose: &Whose<'_>, around: &Around<'_>) -> Element {
    let (_, sentence, step) = text::message(said);
    let looked_for = match (said, &whose.owner) {
        (CliMessage::TokenMissing { .. } | CliMessage::FileMissing { .. }, Some(owner)) => {
            Some(text::looked_for(owner, &owner.file_name()))
        }
        (CliMessage::FileMissing { file }, None) => Some(text::looked_for_unknown(file)),
        _ => None,
    };
    let looked_for = looked_for.map(|text| p("measure", text));
    answer.with(p("measure", sentence)).with(looked_for).with(next(step, whose, around))
}

fn error_view(error: &CacheError, cut: Option<Cut>) -> Element {
    let (title, sentence) = text::cache_error(error);
    let cut = cut.filter(|_| matches!(error, CacheError::NotJson { .. }));
    // Another program's file is nobody's fault.
    let class = match error {
        CacheError::UnknownKind(_) => "note",
        CacheError::Empty
        | CacheError::LooksLikeConfig
        | CacheError::NotJson { .. }
        | CacheError::NotAnObject
        | CacheError::MissingExpiry
        | CacheError::BadTimestamp
        | CacheError::TimestampWithoutZone => "note bad",
    };
    div(class)
        .attr("role", "alert")
        .with(h2(title))
        .with(p("", sentence))
        .with(cut.map(|cut| p("", text::cut(cut))))
}
