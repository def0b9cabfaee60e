//! A cache file: whose it is, how it stands, what is left of it, and what else it says.

use super::Shown;
use crate::components::{
    Glyph, TimeForm, Tone, fact, local_time, note, quiet, small_icon, small_print,
};
use crate::screens::token::state::{Answer, Outcome};
use crate::screens::token::text;
use chrono::{DateTime, TimeDelta, Utc};
use onramp_domain::Region;
use onramp_domain::cache_file::{CacheReport, Refreshable, SignInStatus, registration_region};
use onramp_domain::portal::same_portal;
use yew::{AttrValue, Html, html};

/// The time that a bar shows at most, in minutes: as long as a session lasts unless a company sets it otherwise.
const USUAL_SESSION: i64 = 480;

/// What an answer is, for its heading.
pub(super) fn heading(shown: &Shown<'_>) -> String {
    match &shown.answer.outcome {
        Outcome::File(report) => {
            let profiles = text::profile_list(&shown.ownership.profiles);
            text::heading(report, shown.ownership.owner.as_ref(), &profiles)
        }
        other => text::title(other, shown.page.owners.config, shown.page.now).to_owned(),
    }
}

/// The article's name: its heading, with the file's name where nothing better tells it from others.
pub(super) fn label(shown: &Shown<'_>) -> String {
    let (heading, answer) = (heading(shown), shown.answer);
    let is_told = shown.ownership.owner.is_some();
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
    let no_icon = Html::default();
    let (class, icon) = match report.status(now) {
        SignInStatus::NotASignIn => ("tag", no_icon),
        SignInStatus::Valid => ("tag good", html! { <>{ small_icon(Glyph::Check) }{ " " }</> }),
        SignInStatus::ExpiresSoon | SignInStatus::Refreshable => ("tag warn", no_icon),
        SignInStatus::Expired => ("tag bad", no_icon),
    };
    html! { <span {class}>{ icon }{ text::state(report, now) }</span> }
}

/// What is left, large. A token that renews itself has less than an hour left most of the time, which is no news.
pub(super) fn hero(report: &CacheReport, now: DateTime<Utc>) -> Html {
    let at = report.expires_at();
    let is_no_news = renews(report, now) && at - now < TimeDelta::hours(1);
    let (large, small) = if is_no_news {
        let left = text::remaining((at - now).num_seconds());
        (
            html! { <p class="time-left"><span class="big">{ text::RENEWS_ITSELF }</span></p> },
            html! { <span role="timer">{ left }</span> },
        )
    } else {
        let bar = bar(report, ["bar thick", "bar thick soon"], now);
        (html! { <>{ time_left(at, now) }{ bar }</> }, Html::default())
    };
    html! { <>{ large }<p class="ends">{ small }<span>{ ends(at, now) }</span></p></> }
}

/// `7 h 42 min left`, or `ended 3 days ago`, its numbers large.
pub(super) fn time_left(at: DateTime<Utc>, now: DateTime<Utc>) -> Html {
    let left = (at - now).num_seconds();
    let (before, after) =
        if left > 0 { (None, text::LEFT) } else { (Some(text::ENDED), text::AGO) };
    let words = text::duration(left.abs());
    let word = |word: &str| match word.parse::<u32>() {
        Ok(_) => html! { word },
        Err(_) => html! { <><span class="unit">{ word }</span>{ " " }</> },
    };
    let around = |text| html! { <span class="after">{ text }</span> };
    html! {
        <p class="time-left" role="timer" aria-label={text::remaining(left)}>
            { for before.map(around) }
            <span class="big">{ for words.split(' ').map(word) }</span>
            { around(after) }
        </p>
    }
}

/// How much of a usual session is left, of a sign-in that has not ended. Of the classes the second is for what is
/// about to end.
pub(super) fn bar(
    report: &CacheReport,
    [valid, soon]: [&'static str; 2],
    now: DateTime<Utc>,
) -> Html {
    let class = if report.status(now) == SignInStatus::ExpiresSoon { soon } else { valid };
    let minutes = report.remaining(now).num_minutes().min(USUAL_SESSION);
    html! {
        if will_end(report, now) {
            <progress
                {class}
                max={USUAL_SESSION.to_string()}
                value={minutes.to_string()}
                aria-label={text::TIME_LEFT}
            />
        }
    }
}

/// Whether it is a sign-in of the CLI that has not ended.
pub(super) fn will_end(report: &CacheReport, now: DateTime<Utc>) -> bool {
    report.is_cli_sign_in() && report.expires_at() > now
}

/// `Ends today, 18:05`.
pub(super) fn ends(at: DateTime<Utc>, now: DateTime<Utc>) -> Html {
    let word = if at > now { text::ENDS } else { text::ENDED };
    html! { <>{ word }{ " " }{ local_time(at, TimeForm::Near(now)) }</> }
}

/// Where the file and the names that are known don't go together.
pub(super) fn warnings(shown: &Shown<'_>) -> Html {
    let owners = shown.page.owners;
    let Some(owner) = &shown.ownership.owner else { return Html::default() };
    let spelling = owners.other_spelling(owner).map(|known| {
        let used_by = owners.in_config(known).map(|sign_in| &*sign_in.profiles);
        text::other_spelling(known.as_str(), used_by)
    });
    let elsewhere = || {
        let sign_in = owners.in_config(owner)?;
        let url = shown.answer.report()?.start_url()?;
        let differs = !sign_in.start_url.is_empty() && !same_portal(&sign_in.start_url, url);
        differs.then(|| text::elsewhere(owner, url, &sign_in.start_url))
    };
    let warnings = spelling.into_iter().chain(elsewhere());
    html! { <>{ for warnings.map(warning) }</> }
}

/// A sentence that is worth a look.
pub(super) fn warning(sentence: impl Into<AttrValue>) -> Html {
    html! { <div class="span">{ note(Tone::Warn, sentence) }</div> }
}

/// Everything else that a file says.
pub(super) fn details(report: &CacheReport, shown: &Shown<'_>) -> Html {
    let Shown { page, answer, ownership, .. } = shown;
    let profiles = &ownership.profiles;
    let renews = text::renews(report.refreshable(page.now));
    let mut facts = Vec::new();
    let mut add = |label, said: Option<String>| facts.extend(said.map(|said| fact(label, said)));
    add(text::LABEL_OWNER, ownership.owner.as_ref().map(text::owner));
    add(text::LABEL_USED_BY, (!profiles.is_empty()).then(|| text::profile_list(profiles)));
    add(text::LABEL_START_URL, report.start_url().map(str::to_owned));
    add(text::LABEL_REGION, region(report, answer));
    add(text::LABEL_RENEWS, renews.map(str::to_owned));
    add(text::LABEL_FILE, Some(file_name(answer)));
    let at = report.expires_at();
    html! {
        <>
            { quiet(text::about(report)) }
            <dl class="facts">
                <dt>{ text::LABEL_ENDS }</dt>
                <dd>
                    { local_time(at, TimeForm::Full) }<br />
                    <span class="quiet">{ at.to_string() }</span>
                </dd>
                { for facts }
            </dl>
            if report.is_cli_sign_in() {
                { small_print(text::EARLY_END) }
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
