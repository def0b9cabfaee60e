//! One of several answers: a row with what counts, the rest when asked for.

use super::{Shown, answer, file, notifications};
use crate::components::{TimeForm, fold, local_time};
use crate::screens::token::state::Outcome;
use crate::screens::token::text;
use chrono::{DateTime, Utc};
use onramp_domain::cache_file::{CacheKind, CacheReport, Owner, SignInStatus};
use yew::{Html, html};

pub(super) fn view(shown: &Shown<'_>) -> Html {
    match &shown.answer.outcome {
        Outcome::File(report) => of_file(report, shown),
        Outcome::Time(time) => html! {
            <>
                <div><h2>{ text::TIME }</h2><p class="of">{ text::TIME_HINT }</p></div>
                { left(*time, "left off", shown.page.now) }
            </>
        },
        Outcome::Message(message) => html! {
            <div class="span stack-s">{ answer::of_message(message, shown) }</div>
        },
        Outcome::NotCache(..) | Outcome::Unreadable(_) => answer::problem(shown),
    }
}

fn of_file(report: &CacheReport, shown: &Shown<'_>) -> Html {
    let now = shown.page.now;
    let status = report.status(now);
    let class = match status {
        SignInStatus::NotASignIn | SignInStatus::Expired | SignInStatus::Refreshable => "left off",
        SignInStatus::Valid | SignInStatus::ExpiresSoon => "left",
    };
    // What must be done now is not hidden.
    let is_urgent = status == SignInStatus::ExpiresSoon && report.is_cli_sign_in();
    let next = answer::next(shown);
    let (urgent, folded) = if is_urgent { (next, None) } else { (None, next) };
    let details = html! {
        <>
            { file::details(report, shown) }
            { folded }
            { notifications::view(report, shown) }
        </>
    };
    html! {
        <>
            <div>
                <h2>{ file::heading(shown) }{ " " }{ file::tag(report, now) }</h2>
                <p class="of">{ of(report, shown) }</p>
            </div>
            { left(report.expires_at(), class, now) }
            { file::bar(report, ["bar span", "bar span soon"], now) }
            { file::warnings(shown) }
            <div class="span">
                { urgent }
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
        <p {class} role="timer" aria-label={text::remaining(seconds)}>
            { big }<small>{ small }</small>
        </p>
    }
}

/// Where it signs in and who uses it; of what is no sign-in, the file's name.
fn of(report: &CacheReport, shown: &Shown<'_>) -> String {
    let Shown { answer, ownership, .. } = shown;
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
