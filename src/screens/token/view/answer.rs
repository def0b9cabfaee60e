//! The only answer: what a file or a message is, how long it lasts, what to run.

use super::{ViewContext, command, file, notifications};
use crate::components::{Glyph, fold, icon};
use crate::screens::token::advice;
use crate::screens::token::msg::Copyable;
use crate::screens::token::state::{Answer, Outcome};
use crate::screens::token::text::{self, ProblemText};
use onramp_domain::cache_file::{CacheError, CacheReport, Cut};
use onramp_domain::cli_message::{Cause, CliMessage};
use yew::{Html, classes, html};

pub(super) fn view(answer: &Answer, place: usize, context: &ViewContext<'_>) -> Html {
    let body = match &answer.outcome {
        Outcome::File(report) => of_file(report, answer, place, context),
        Outcome::Time(at) => html! {
            <>
                <div class="token-head"><h2>{ text::TIME }</h2></div>
                { file::time_left(*at, context.now) }
                <p class="ends"><span>{ file::ends(*at, context.now) }</span></p>
                <p class="quiet">{ text::TIME_HINT }</p>
            </>
        },
        Outcome::Message(message) => of_message(message, answer, place, context),
        Outcome::NotCache(..) | Outcome::Unreadable(_) => problem(answer),
    };
    html! {
        <article class="panel" key={place} aria-label={file::label(answer, context)}>{ body }</article>
    }
}

fn of_file(report: &CacheReport, answer: &Answer, place: usize, context: &ViewContext<'_>) -> Html {
    html! {
        <>
            <div class="token-head">
                <h2>{ file::heading(answer, context) }</h2>
                { file::tag(report, context.now) }
            </div>
            { file::hero(report, context.now) }
            { next(answer, place, context) }
            { file::warnings(answer, context) }
            { notifications::view(report, place, context) }
            { fold(text::DETAILS, file::details(report, answer, context)) }
        </>
    }
}

/// What to run for an answer, if anything.
pub(super) fn next(answer: &Answer, place: usize, context: &ViewContext<'_>) -> Html {
    match advice::for_answer(answer, context.owners, context.now) {
        Some(advice) => command::view(&advice, Copyable::Command(place), context),
        None => Html::default(),
    }
}

/// A message: what it means, what it names, what to run.
pub(super) fn of_message(
    message: &CliMessage,
    answer: &Answer,
    place: usize,
    context: &ViewContext<'_>,
) -> Html {
    let config = context.state.config();
    let cause = message.cause_with(config);
    let said = text::message(cause);
    let ownership = context.owners.ownership(answer);
    let looked_for = match (cause, &ownership.owner, &message.mentions.file) {
        (Cause::NotSignedIn, Some(owner), _) => Some(text::looked_for(owner)),
        (Cause::NotSignedIn, None, Some(file)) => Some(text::looked_for_unknown(file)),
        (Cause::ProfileMissing, _, _) => {
            let profile = message.mentions.profile.as_deref();
            profile
                .zip(config)
                .map(|(profile, config)| text::profile_is_not_there(profile, config.profiles()))
        }
        (_, _, _) => None,
    };
    let mentions = text::mentions(message);
    html! {
        <>
            <h2>{ said.title }</h2>
            <div class="stack-s">
                <p>{ said.meaning }</p>
                { for mentions.into_iter().chain(looked_for).map(|text| html! { <p>{ text }</p> }) }
            </div>
            { next(answer, place, context) }
        </>
    }
}

/// What is no cache file that can be read. Another program's file is nobody's fault.
pub(super) fn problem(answer: &Answer) -> Html {
    let (ProblemText { title, text }, cut, class) = match &answer.outcome {
        Outcome::NotCache(error, cut) => {
            (text::cache_error(error), cut_of(error, *cut), class(error))
        }
        Outcome::Unreadable(error) => (text::file_error(error), None, "bad"),
        Outcome::File(_) | Outcome::Time(_) | Outcome::Message(_) => return Html::default(),
    };
    html! {
        <div class={classes!("callout", "span", class)} role="alert">
            { icon(Glyph::Warning) }
            <h2>{ title }</h2>
            <p>{ text }</p>
            if let Some(cut) = cut {
                <p>{ text::cut(cut) }</p>
            }
            if answer.name.is_some() || answer.part.is_some() {
                <p class="small">{ file::file_name(answer) }</p>
            }
        </div>
    }
}

fn cut_of(error: &CacheError, cut: Option<Cut>) -> Option<Cut> {
    cut.filter(|_| *error == CacheError::NotJson)
}

fn class(error: &CacheError) -> &'static str {
    match error {
        CacheError::UnknownKind(_) | CacheError::Database => "",
        CacheError::Empty
        | CacheError::LooksLikeConfig
        | CacheError::NotJson
        | CacheError::NotAnObject
        | CacheError::MissingExpiry
        | CacheError::BadTimestamp
        | CacheError::TimestampWithoutZone => "bad",
    }
}
