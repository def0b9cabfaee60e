//! One of several answers: a row with what counts, the rest when asked for.

use super::{ViewContext, answer, file, notifications};
use crate::components::{TimeForm, fold, local_time};
use crate::screens::token::state::{Answer, Outcome};
use crate::screens::token::text;
use chrono::{DateTime, Utc};
use onramp_domain::cache_file::{CacheKind, CacheReport, Owner, SignInStatus};
use yew::{Html, classes, html};

/// The answer at this place, which stands there among the rows.
pub(super) fn view(answer: &Answer, place: usize, at: usize, context: &ViewContext<'_>) -> Html {
    let body = match &answer.outcome {
        Outcome::File(report) => of_file(report, answer, place, context),
        Outcome::Time(time) => html! {
            <>
                <div><h2>{ text::TIME }</h2><p class="of">{ text::TIME_HINT }</p></div>
                { left(*time, "off", context.now) }
            </>
        },
        Outcome::Message(message) => html! {
            <div class="span stack-s">{ answer::of_message(message, answer, place, context) }</div>
        },
        Outcome::NotCache(..) | Outcome::Unreadable(_) => answer::problem(answer),
    };
    let first = (at == 0).then_some("first");
    html! {
        <article class={classes!("token-row", first)} key={place} aria-label={file::label(answer, context)}>
            { body }
        </article>
    }
}

fn of_file(report: &CacheReport, answer: &Answer, place: usize, context: &ViewContext<'_>) -> Html {
    let (now, status) = (context.now, report.status(context.now));
    let off = match status {
        SignInStatus::NotASignIn | SignInStatus::Expired | SignInStatus::Refreshable => "off",
        SignInStatus::Valid | SignInStatus::ExpiresSoon => "",
    };
    // What must be done now is not hidden.
    let (shown, folded) = match status {
        SignInStatus::ExpiresSoon if report.is_cli_sign_in() => {
            (answer::next(answer, place, context), Html::default())
        }
        SignInStatus::Valid
        | SignInStatus::ExpiresSoon
        | SignInStatus::Refreshable
        | SignInStatus::Expired
        | SignInStatus::NotASignIn => (Html::default(), answer::next(answer, place, context)),
    };
    let details = html! {
        <>
            { file::details(report, answer, context) }
            { folded }
            { notifications::view(report, place, context) }
        </>
    };
    html! {
        <>
            <div>
                <h2>{ file::heading(answer, context) }{ " " }{ file::tag(report, now) }</h2>
                <p class="of">{ of(report, answer, context) }</p>
            </div>
            { left(report.expires_at(), off, now) }
            { file::bar(report, "span", now) }
            { file::warnings(answer, context) }
            <div class="span">
                { shown }
                { fold(text::DETAILS, details) }
            </div>
        </>
    }
}

/// What is left, and until when.
fn left(at: DateTime<Utc>, class: &'static str, now: DateTime<Utc>) -> Html {
    let seconds = (at - now).num_seconds();
    let words = text::duration(seconds.abs());
    let (big, small) = if seconds > 0 {
        (html! { words }, html! { <>{ text::UNTIL }{ local_time(at, TimeForm::Near(now)) }</> })
    } else {
        (html! { text::ENDED_IN_A_ROW }, html! { <>{ words }{ " " }{ text::AGO }</> })
    };
    html! {
        <p class={classes!("left", class)} role="timer" aria-label={text::remaining(seconds)}>
            { big }<small>{ small }</small>
        </p>
    }
}

/// Where it signs in and who uses it; of what is no sign-in, the file's name.
fn of(report: &CacheReport, answer: &Answer, context: &ViewContext<'_>) -> String {
    let ownership = context.owners.ownership(answer);
    let profiles = &ownership.profiles;
    let known = match report.kind() {
        CacheKind::SsoToken => [
            // Another heading names the host.
            match &ownership.owner {
                Some(Owner::Session(_)) => report.start_url().map(|url| text::host(url).to_owned()),
                Some(Owner::StartUrl(_)) => Some(text::OLDER_FORMAT.to_owned()),
                None => None,
            },
            file::region(report, answer),
            (!profiles.is_empty()).then(|| text::used_by(profiles)),
        ],
        CacheKind::ClientRegistration | CacheKind::RoleCredentials => {
            [file::region(report, answer), None, Some(file::file_name(answer))]
        }
    };
    let known: Vec<String> = known.into_iter().flatten().collect();
    if known.is_empty() { file::file_name(answer) } else { known.join(" · ") }
}
