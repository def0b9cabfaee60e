//! A cache file: whose it is, how it stands, what is left of it, and what else it says.

use super::ViewContext;
use crate::components::{Glyph, TimeForm, Tone, callout, local_time, small_icon};
use crate::screens::token::state::{Answer, Outcome};
use crate::screens::token::text::{self, Look};
use chrono::{DateTime, TimeDelta, Utc};
use onramp_domain::Region;
use onramp_domain::cache_file::{CacheReport, Refreshable, SignInStatus, registration_region};
use onramp_domain::portal::same_portal;
use yew::{AttrValue, Html, classes, html};

/// The time that a bar shows at most, in minutes: as long as a session lasts unless a company sets it otherwise.
const USUAL_SESSION: i64 = 480;

/// What an answer is, for its heading.
pub(super) fn heading(answer: &Answer, context: &ViewContext<'_>) -> String {
    match &answer.outcome {
        Outcome::File(report) => {
            let ownership = context.owners.ownership(answer);
            let profiles = text::profile_list(&ownership.profiles);
            text::heading(report, ownership.owner.as_ref(), &profiles)
        }
        Outcome::Time(_) => text::TIME.to_owned(),
        Outcome::Message(message) => text::message(message.cause).title.to_owned(),
        Outcome::NotCache(error, _) => text::cache_error(error).title.to_owned(),
        Outcome::Unreadable(error) => text::file_error(error).title.to_owned(),
    }
}

/// The article's name: its heading, with the file's name where nothing better tells it from others.
pub(super) fn label(answer: &Answer, context: &ViewContext<'_>) -> String {
    let heading = heading(answer, context);
    let is_told = context.owners.ownership(answer).owner.is_some();
    if is_told || answer.name.is_none() && answer.part.is_none() {
        return heading;
    }
    format!("{heading}, {}", file_name(answer))
}

/// The file's name, and which of its parts this is.
pub(super) fn file_name(answer: &Answer) -> String {
    let name = answer.name.as_deref().unwrap_or(text::PASTED);
    answer.part.map_or_else(|| name.to_owned(), |part| text::part(name, part))
}

/// How it stands, in a word.
pub(super) fn tag(report: &CacheReport, now: DateTime<Utc>) -> Html {
    let (look, word) = text::state(report, now);
    let class = match look {
        Look::Plain => "",
        Look::Good => "good",
        Look::Warn => "warn",
        Look::Bad => "bad",
    };
    html! {
        <span class={classes!("tag", class)}>
            if look == Look::Good {
                { small_icon(Glyph::Check) }{ " " }
            }
            { word }
        </span>
    }
}

/// What is left, large. A token that renews itself has less than an hour left most of the time, which is no news.
pub(super) fn hero(report: &CacheReport, now: DateTime<Utc>) -> Html {
    let at = report.expires_at();
    if renews(report, now) && at - now < TimeDelta::hours(1) {
        return html! {
            <>
                <p class="time-left"><span class="big">{ text::RENEWS_ITSELF }</span></p>
                <p class="ends">
                    <span role="timer">{ text::remaining((at - now).num_seconds()) }</span>
                    <span>{ ends(at, now) }</span>
                </p>
            </>
        };
    }
    html! {
        <>
            { time_left(at, now) }
            { bar(report, "thick", now) }
            <p class="ends"><span>{ ends(at, now) }</span></p>
        </>
    }
}

/// `7 h 42 min left`, or `ended 3 days ago`, its numbers large.
pub(super) fn time_left(at: DateTime<Utc>, now: DateTime<Utc>) -> Html {
    let left = (at - now).num_seconds();
    let words = text::duration(left.abs());
    let words: Vec<&str> = words.split(' ').collect();
    let number = |pair: &[&str]| match pair {
        [number, unit] => html! { <>{ *number }<span class="unit">{ *unit }</span>{ " " }</> },
        other => html! { <>{ for other.iter().copied() }</> },
    };
    let big = html! { <span class="big">{ for words.chunks(2).map(number) }</span> };
    let (before, after) = if left > 0 { ("", text::LEFT) } else { (text::ENDED, text::AGO) };
    html! {
        <p class="time-left" role="timer" aria-label={text::remaining(left)}>
            if !before.is_empty() {
                <span class="after">{ before }</span>
            }
            { big }
            <span class="after">{ after }</span>
        </p>
    }
}

/// What is left of a sign-in, as a bar.
pub(super) fn bar(report: &CacheReport, class: &'static str, now: DateTime<Utc>) -> Html {
    let minutes = (report.expires_at() - now).num_minutes();
    let soon = match report.status(now) {
        SignInStatus::Valid => None,
        SignInStatus::ExpiresSoon => Some("soon"),
        SignInStatus::Refreshable | SignInStatus::Expired | SignInStatus::NotASignIn => {
            return Html::default();
        }
    };
    if !report.is_cli_sign_in() {
        return Html::default();
    }
    html! {
        <progress
            class={classes!("bar", class, soon)}
            max={USUAL_SESSION.to_string()}
            value={minutes.min(USUAL_SESSION).to_string()}
            aria-label={text::TIME_LEFT}
        />
    }
}

/// `Ends today, 18:05`.
pub(super) fn ends(at: DateTime<Utc>, now: DateTime<Utc>) -> Html {
    let word = if at > now { text::ENDS } else { text::ENDED };
    html! { <>{ word }{ " " }{ local_time(at, TimeForm::Near(now)) }</> }
}

/// Where the file and the names that are known don't go together.
pub(super) fn warnings(answer: &Answer, context: &ViewContext<'_>) -> Html {
    let owners = context.owners;
    let Some(owner) = owners.ownership(answer).owner else { return Html::default() };
    let spelling = owners.other_spelling(&owner).map(|known| {
        let used_by = owners.in_config(known).map(|sign_in| &*sign_in.profiles);
        text::other_spelling(known.as_str(), used_by)
    });
    let elsewhere = || {
        let sign_in = owners.in_config(&owner)?;
        let url = answer.report()?.start_url()?;
        let differs = !sign_in.start_url.is_empty() && !same_portal(&sign_in.start_url, url);
        differs.then(|| text::elsewhere(&owner, url, &sign_in.start_url))
    };
    let warnings = spelling.into_iter().chain(elsewhere());
    html! { <>{ for warnings.map(warning) }</> }
}

/// A sentence that is worth a look.
pub(super) fn warning(sentence: impl Into<AttrValue>) -> Html {
    let sentence = sentence.into();
    html! { <div class="span">{ callout(Tone::Warn, html! { <p>{ sentence }</p> }) }</div> }
}

/// Everything else that a file says.
pub(super) fn details(report: &CacheReport, answer: &Answer, context: &ViewContext<'_>) -> Html {
    let ownership = context.owners.ownership(answer);
    let profiles = &ownership.profiles;
    let facts = [
        (text::LABEL_OWNER, ownership.owner.as_ref().map(text::owner)),
        (text::LABEL_USED_BY, (!profiles.is_empty()).then(|| text::profile_list(profiles))),
        (text::LABEL_START_URL, report.start_url().map(str::to_owned)),
        (text::LABEL_REGION, region(report, answer)),
        (text::LABEL_RENEWS, text::renews(report.refreshable(context.now)).map(str::to_owned)),
        (text::LABEL_FILE, Some(file_name(answer))),
    ];
    let facts = facts.into_iter().filter_map(|(label, said)| Some((label, said?)));
    let at = report.expires_at();
    html! {
        <>
            <p class="quiet">{ text::about(report) }</p>
            <dl class="facts">
                <dt>{ text::LABEL_ENDS }</dt>
                <dd>
                    { local_time(at, TimeForm::Full) }<br />
                    <span class="quiet">{ at.to_string() }</span>
                </dd>
                { for facts.map(|(label, said)| html! { <><dt>{ label }</dt><dd>{ said }</dd></> }) }
            </dl>
            if report.is_cli_sign_in() {
                <p class="small quiet">{ text::EARLY_END }</p>
            }
        </>
    }
}

/// The region, with the name that people know.
pub(super) fn region(report: &CacheReport, answer: &Answer) -> Option<String> {
    let by_name = || registration_region(answer.name.as_deref()?);
    let id = report.region().or_else(by_name)?;
    Some(match Region::parse(id) {
        Ok(region) => format!("{} {id}", region.name()),
        Err(_) => id.to_owned(),
    })
}

/// Whether the CLI renews it by itself.
pub(super) fn renews(report: &CacheReport, now: DateTime<Utc>) -> bool {
    report.is_cli_sign_in() && matches!(report.refreshable(now), Refreshable::Yes { .. })
}
