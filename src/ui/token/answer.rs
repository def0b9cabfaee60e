//! One answer: what a text is, how long it holds, what to run.

use crate::app::effect::CopyTarget;
use crate::app::event::{Event, TokenEvent};
use crate::app::model::Model;
use crate::app::token::{Checked, Finding, Names, Placeholder};
use crate::ui::parts::copy::copy_button;
use crate::ui::parts::plain::{h2, p};
use crate::ui::text::{self, Next};
use chrono::{DateTime, Utc};
use onramp_domain::cache::{
    CacheError, CacheKind, CacheReport, CliMessage, Cut, Owner, Standing, registration_region,
};
use yew::{AttrValue, Callback, Html, html};

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

pub(super) fn all(model: &Model, names: &Names, on: &Callback<Event>) -> Html {
    let sorted = model.token.sorted(model.now);
    let is_long = sorted.len() > WHOLE;
    let one = |(place, checked): (usize, &Checked)| {
        let around = Around { model, names, on, place };
        let name = name(checked);
        let (head, rest) = parts(checked, &around);
        let owner = names.owner(checked).filter(|_| is_long);
        let line = owner.map(|owner| text::name_and_owner(&name, &owner).into());
        let line = line.unwrap_or_else(|| name.clone());
        let end = checked.local_time.as_deref().filter(|_| is_long).map(str::to_owned);
        html! {
            <article key={place} class="card stack" aria-label={name}>
                { head }
                if let Some(end) = end { { p("", end) } }
                if checked.name.is_some() || checked.part.is_some() { { p("small quiet", line) } }
                if is_long && checked.outcome.is_ok() {
                    <details><summary>{ text::MORE }</summary><div class="stack">{ rest }</div></details>
                } else {
                    { rest }
                }
            </article>
        }
    };
    sorted.into_iter().map(one).collect()
}

/// A command line with its copy button.
pub(super) fn command(
    line: impl Into<AttrValue>,
    target: CopyTarget,
    model: &Model,
    on: &Callback<Event>,
) -> Html {
    let line = line.into();
    html! {
        <div class="command">
            <pre tabindex="0">{ &line }</pre>
            { copy_button(text::COPY, "", target, line.as_str().into(), &model.copied, on) }
        </div>
    }
}

fn name(checked: &Checked) -> AttrValue {
    let name = checked.name.as_deref().unwrap_or(text::PASTED);
    match checked.part {
        Some(part) => text::part(name, part).into(),
        None => name.to_owned().into(),
    }
}

fn parts(checked: &Checked, around: &Around<'_>) -> (Html, Html) {
    let now = around.model.now;
    match &checked.outcome {
        Ok(Finding::File(report)) => {
            let badge = text::state(report, now);
            let left = report.remaining(now).num_seconds();
            let head = head(text::kind(report), Some(badge), Some((left_class(report), left)));
            (head, file(report, checked, around))
        }
        Ok(Finding::Time(at)) => {
            let left = (*at - now).num_seconds();
            (head(text::TIME, None, Some((LEFT, left))), time(*at, checked))
        }
        Ok(Finding::Message(said)) => {
            let (title, sentence, next) = text::message(said);
            let owner = around.names.owner(checked);
            (head(title, None, None), message(said, sentence, next, owner.as_ref(), around))
        }
        Err(error) => (error_view(error, checked.cut), html! {}),
    }
}

/// A registration's end says nothing of a sign-in, so it is quiet.
fn left_class(report: &CacheReport) -> &'static str {
    match report.kind() {
        CacheKind::ClientRegistration => "quiet tabular",
        CacheKind::SsoToken(_) | CacheKind::RoleCredentials => LEFT,
    }
}

fn head(
    title: &'static str,
    badge: Option<(&'static str, &'static str)>,
    left: Option<(&'static str, i64)>,
) -> Html {
    html! {
        <div class="stack-s">
            <div class="result-head">
                { h2(title) }
                if let Some((class, badge)) = badge { <span {class}>{ badge }</span> }
            </div>
            if let Some((class, left)) = left { <p {class} role="timer">{ text::remaining(left) }</p> }
        </div>
    }
}

fn file(report: &CacheReport, checked: &Checked, around: &Around<'_>) -> Html {
    let refreshable = report.refreshable(around.model.now);
    let owner = around.names.owner(checked);
    let owner = owner.as_ref();
    let region = report.region().or_else(|| registration_region(checked.name.as_deref()?));
    let is_token = report.signs_the_cli_in();
    html! {
        <>
            { p("quiet small measure", text::kind_hint(report)) }
            <dl class="facts">
                { ends(report.expires_at(), checked) }
                if let Some(owner) = owner { { fact(text::LABEL_OWNER, text::owner(owner)) } }
                if let Some(profile) = around.names.profile_of(owner) { { fact(text::LABEL_PROFILE, profile.to_owned()) } }
                if let Some(start_url) = report.start_url() { { fact(text::LABEL_START_URL, start_url.to_owned()) } }
                if let Some(region) = region { { fact(text::LABEL_REGION, region.to_owned()) } }
                { fact(text::LABEL_REFRESH, text::refreshable(refreshable)) }
            </dl>
            if let Some(other) = owner.and_then(|owner| around.names.other_spelling(owner)) {
                { p("note warn", text::other_spelling(other.as_str())) }
            }
            { next(text::next(report, around.model.now), owner, around) }
            if is_token && report.standing(around.model.now) <= Standing::EndsSoon { { reminder(report.expires_at(), around) } }
            if is_token { { p("small quiet measure", text::EARLY_END) } }
        </>
    }
}

fn time(at: DateTime<Utc>, checked: &Checked) -> Html {
    html! {
        <>
            <dl class="facts">{ ends(at, checked) }</dl>
            { p("measure", text::TIME_HINT) }
        </>
    }
}

fn message(
    said: &CliMessage,
    sentence: &'static str,
    step: (&'static str, Next),
    owner: Option<&Owner>,
    around: &Around<'_>,
) -> Html {
    html! {
        <>
            { p("measure", sentence) }
            if let (CliMessage::TokenMissing { .. }, Some(owner)) = (said, owner) {
                { p("measure", text::looked_for(owner, &owner.file_name())) }
            }
            { next(step, owner, around) }
        </>
    }
}

/// What to run, and why.
pub(super) fn next(
    (why, what): (&'static str, Next),
    owner: Option<&Owner>,
    around: &Around<'_>,
) -> Html {
    let shell = around.model.command_shell;
    let (line, placeholder) = match what {
        Next::LogIn => around.names.log_in(owner, shell),
        Next::Test => around.names.test(owner, shell),
        Next::Other(line) => (line.to_owned(), Placeholder::Filled),
    };
    html! {
        <section class="stack-s" aria-label={text::NEXT}>
            { p("", why) }
            { command(line, CopyTarget::Command(around.place), around.model, around.on) }
            if placeholder == Placeholder::Stands { { p("small quiet", text::PROFILE_PLACEHOLDER) } }
        </section>
    }
}

fn reminder(at: DateTime<Utc>, around: &Around<'_>) -> Html {
    let onclick = around
        .on
        .reform(move |_| Event::Token(TokenEvent::ReminderClicked(at, text::REMINDER_TITLE)));
    html! {
        <div class="actions"><button type="button" class="button plain" {onclick}>{ text::REMINDER }</button></div>
    }
}

fn ends(at: DateTime<Utc>, checked: &Checked) -> Html {
    html! {
        <>
            <dt>{ text::LABEL_UNTIL }</dt>
            <dd>
                if let Some(local) = &checked.local_time { { local.to_string() }<br/> }
                <span class="quiet">{ at.naive_utc().to_string() }{ " " }{ text::UTC_LABEL }</span>
            </dd>
        </>
    }
}

fn fact(label: &'static str, value: impl Into<AttrValue>) -> Html {
    html! { <><dt>{ label }</dt><dd>{ value.into() }</dd></> }
}

fn error_view(error: &CacheError, cut: Option<Cut>) -> Html {
    let (title, sentence) = text::cache_error(error);
    html! {
        <div class="note bad" role="alert">
            { h2(title) }
            { p("", sentence) }
            if let (Some(cut), CacheError::NotJson { .. }) = (cut, error) { { p("", text::cut(cut)) } }
        </div>
    }
}
