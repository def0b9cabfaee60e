//! One answer: what a text is, how long it holds, what to run.

use super::fact;
use crate::app::effect::CopyTarget;
use crate::app::event::{Event, TokenEvent};
use crate::app::model::Model;
use crate::app::token::{Checked, Finding, Names, Placeholder};
use crate::ui::parts::copy::line;
use crate::ui::parts::element::{Draw, Element, Told, el};
use crate::ui::parts::plain::{details, div, h2, p, span};
use crate::ui::text::{self, Next};
use chrono::{DateTime, Utc};
use onramp_domain::cache::{
    CacheError, CacheKind, CacheReport, CliMessage, Cut, Owner, Standing, registration_region,
};
use std::rc::Rc;
use yew::{AttrValue, Callback, Html};

/// More answers than this show their heads, and the rest when asked.
const WHOLE: usize = 2;

/// The look of what is left.
const LEFT: &str = "remaining tabular";

/// What an answer is drawn from, besides itself.
pub(super) struct Around<'a> {
    pub(super) model: &'a Model,
    pub(super) names: &'a Names,
    pub(super) on: &'a Callback<Event>,
    /// Tells its command from others.
    pub(super) place: usize,
}

/// All of them, a list of its own since they change their order.
pub(super) fn all(model: &Model, names: &Names, on: &Callback<Event>) -> Html {
    let sorted = model.token.sorted(model.now);
    let is_long = sorted.len() > WHOLE;
    let one = |(place, checked): (usize, &Checked)| {
        let around = Around { model, names, on, place };
        let owner = names.owner(checked).filter(|_| is_long);
        let article = headed(checked, &around);
        let article = if is_long && checked.outcome.is_ok() {
            let end = checked.local_time.as_ref().map(|end| p("", AttrValue::from(Rc::clone(end))));
            let more = details(text::MORE).with(rest(div("stack"), checked, &around));
            article.with(end).with(named(checked, owner.as_ref())).with(more)
        } else {
            rest(article.with(named(checked, owner.as_ref())), checked, &around)
        };
        article.draw()
    };
    sorted.into_iter().map(one).collect()
}

/// What to run, and why.
pub(super) fn next(
    (why, what): (&'static str, Next),
    owner: Option<&Owner>,
    around: &Around<'_>,
) -> Element {
    let shell = around.model.command_shell;
    let (command, placeholder) = match what {
        Next::LogIn => around.names.log_in(owner, shell),
        Next::Test => around.names.test(owner, shell),
        Next::Other(command) => (command.to_owned(), Placeholder::Filled),
    };
    let target = CopyTarget::Command(around.place);
    let stands =
        (placeholder == Placeholder::Stands).then(|| p("small quiet", text::PROFILE_PLACEHOLDER));
    el("section", "stack-s")
        .attr("aria-label", text::NEXT)
        .with(p("", why))
        .with(line(&command, target, &around.model.copied, around.on))
        .with(stands)
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
        Ok(Finding::Message(said)) => head(text::message(said).0, None),
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

/// The name as a line, where it tells an answer from others, with whose it is.
fn named(checked: &Checked, owner: Option<&Owner>) -> Option<Element> {
    let name = name(checked);
    let line = match owner {
        Some(owner) => text::name_and_owner(&name, owner).into(),
        None => name,
    };
    (checked.name.is_some() || checked.part.is_some()).then(|| p("small quiet", line))
}

/// Adds what else there is to say to `answer`.
fn rest(answer: Element, checked: &Checked, around: &Around<'_>) -> Element {
    match &checked.outcome {
        Ok(Finding::File(report)) => file(answer, report, checked, around),
        Ok(Finding::Time(at)) => {
            answer.with(ends(el("dl", "facts"), *at, checked)).with(p("measure", text::TIME_HINT))
        }
        Ok(Finding::Message(said)) => {
            message(answer, said, around.names.owner(checked).as_ref(), around)
        }
        Err(_) => answer,
    }
}

fn file(answer: Element, report: &CacheReport, checked: &Checked, around: &Around<'_>) -> Element {
    let (now, owner) = (around.model.now, around.names.owner(checked));
    let owner = owner.as_ref();
    let other = owner
        .and_then(|owner| around.names.other_spelling(owner))
        .map(|other| p("note warn", text::other_spelling(other.as_str())));
    let is_token = report.signs_the_cli_in();
    let ends_in_time = is_token && report.standing(now) <= Standing::EndsSoon;
    answer
        .with(p("quiet small measure", text::kind_hint(report)))
        .with(facts(report, checked, owner, around))
        .with(other)
        .with(next(text::next(report, now), owner, around))
        .with(ends_in_time.then(|| reminder(report.expires_at(), around.on)))
        .with(is_token.then(|| p("small quiet measure", text::EARLY_END)))
}

fn facts(
    report: &CacheReport,
    checked: &Checked,
    owner: Option<&Owner>,
    around: &Around<'_>,
) -> Element {
    let region = report.region().or_else(|| registration_region(checked.name.as_deref()?));
    let known = [
        (text::LABEL_OWNER, owner.map(text::owner)),
        (text::LABEL_PROFILE, around.names.profile_of(owner).map(str::to_owned)),
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

fn message(
    answer: Element,
    said: &CliMessage,
    owner: Option<&Owner>,
    around: &Around<'_>,
) -> Element {
    let (_, sentence, step) = text::message(said);
    let looked_for = match (said, owner) {
        (CliMessage::TokenMissing { .. }, Some(owner)) => {
            Some(p("measure", text::looked_for(owner, &owner.file_name())))
        }
        _ => None,
    };
    answer.with(p("measure", sentence)).with(looked_for).with(next(step, owner, around))
}

fn reminder(at: DateTime<Utc>, on: &Callback<Event>) -> Element {
    let on = on.clone();
    let asked =
        move |_| on.emit(Event::Token(TokenEvent::ReminderClicked(at, text::REMINDER_TITLE)));
    let button = el("button", "button plain")
        .attr("type", "button")
        .heard(Told::Click, asked)
        .text(text::REMINDER);
    div("actions").with(button)
}

fn error_view(error: &CacheError, cut: Option<Cut>) -> Element {
    let (title, sentence) = text::cache_error(error);
    let cut = cut.filter(|_| matches!(error, CacheError::NotJson { .. }));
    div("note bad")
        .attr("role", "alert")
        .with(h2(title))
        .with(p("", sentence))
        .with(cut.map(|cut| p("", text::cut(cut))))
}
