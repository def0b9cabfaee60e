//! The only answer: what a file or a message is, how long it lasts, what to run.

use super::{Shown, command, file, notifications};
use crate::components::{Glyph, fold, icon, paragraph, quiet};
use crate::screens::token::advice;
use crate::screens::token::msg::Copyable;
use crate::screens::token::state::Outcome;
use crate::screens::token::text::{self, ProblemText};
use onramp_domain::cache_file::{CacheError, CacheReport};
use onramp_domain::cli_message::{Cause, CliMessage};
use yew::{Html, html};

pub(super) fn view(shown: &Shown<'_>) -> Html {
    match &shown.answer.outcome {
        Outcome::File(report) => of_file(report, shown),
        Outcome::Time(at) => html! {
            <>
                <div class="token-head"><h2>{ text::TIME }</h2></div>
                { file::time_left(*at, shown.page.now) }
                <p class="ends"><span>{ file::ends(*at, shown.page.now) }</span></p>
                { quiet(text::TIME_HINT) }
            </>
        },
        Outcome::Message(message) => of_message(message, shown),
        Outcome::NotCache(..) | Outcome::Unreadable(_) => problem(shown),
    }
}

fn of_file(report: &CacheReport, shown: &Shown<'_>) -> Html {
    html! {
        <>
            <div class="token-head">
                <h2>{ file::heading(shown) }</h2>
                { file::tag(report, shown.page.now) }
            </div>
            { file::hero(report, shown.page.now) }
            { next(shown) }
            { file::warnings(shown) }
            { notifications::view(report, shown) }
            { fold(text::DETAILS, file::details(report, shown)) }
        </>
    }
}

/// What to run for an answer, if anything.
pub(super) fn next(shown: &Shown<'_>) -> Option<Html> {
    let Shown { page, answer, place, ownership } = shown;
    let advice = advice::for_answer(answer, ownership.clone(), page.owners.config, page.now)?;
    Some(command::view(&advice, Copyable::Command(*place), page))
}

/// A message: what it means, what it names, what to run.
pub(super) fn of_message(message: &CliMessage, shown: &Shown<'_>) -> Html {
    let config = shown.page.owners.config;
    let cause = message.cause_with(config);
    let said = text::message(cause);
    let (file, profile) = (message.mentions.file.as_deref(), message.mentions.profile.as_deref());
    let looked_for = match (cause, &shown.ownership.owner, file, profile, config) {
        (Cause::NotSignedIn, Some(owner), ..) => Some(text::looked_for(owner)),
        (Cause::NotSignedIn, None, Some(file), ..) => Some(text::looked_for_unknown(file)),
        (Cause::ProfileMissing, _, _, Some(profile), Some(config)) => {
            Some(text::profile_is_not_there(profile, config.profiles()))
        }
        _ => None,
    };
    let mut said_of_it = text::mentions(&CliMessage { cause, ..message.clone() });
    said_of_it.extend(looked_for);
    html! {
        <>
            <h2>{ said.title }</h2>
            <div class="stack-s">
                { paragraph(said.meaning) }
                { for said_of_it.into_iter().map(paragraph) }
            </div>
            { next(shown) }
        </>
    }
}

/// What is no cache file that can be read.
pub(super) fn problem(shown: &Shown<'_>) -> Html {
    let answer = shown.answer;
    let (ProblemText { title, text }, cut, class) = match &answer.outcome {
        Outcome::NotCache(error, cut) => (text::cache_error(error), *cut, class(error)),
        Outcome::Unreadable(error) => (text::file_error(error), None, "callout span bad"),
        Outcome::File(_) | Outcome::Time(_) | Outcome::Message(_) => return Html::default(),
    };
    let has_name = answer.name.is_some() || answer.part.is_some();
    html! {
        <div {class} role="alert">
            { icon(Glyph::Warning) }
            <h2>{ title }</h2>
            { paragraph(text) }
            { for cut.map(|cut| paragraph(text::cut(cut))) }
            if has_name {
                <p class="small">{ file::file_name(answer) }</p>
            }
        </div>
    }
}

/// Another program's file is nobody's fault.
fn class(error: &CacheError) -> &'static str {
    match error {
        CacheError::UnknownKind(_) | CacheError::Database | CacheError::BareSecret => {
            "callout span"
        }
        CacheError::Empty
        | CacheError::LooksLikeConfig
        | CacheError::NotJson
        | CacheError::NotAnObject
        | CacheError::MissingExpiry
        | CacheError::BadTimestamp
        | CacheError::TimestampWithoutZone => "callout span bad",
    }
}
