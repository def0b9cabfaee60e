//! Two ways to hear of a sign-in's end: a calendar entry, and the browser's own word.

use super::{Shown, ViewContext, file};
use crate::components::{
    Glyph, TimeForm, Tone, actions, button, callout, local_time, paragraph, small_print,
};
use crate::screens::token::msg::Msg;
use crate::screens::token::state::Notifications;
use crate::screens::token::text;
use onramp_domain::cache_file::CacheReport;
use yew::{Html, html};

/// For a sign-in that is going to end.
pub(super) fn view(report: &CacheReport, shown: &Shown<'_>) -> Html {
    let ViewContext { state, send, now, .. } = shown.page;
    if !file::will_end(report, *now) {
        return Html::default();
    }
    let (notify, said) = match &state.notifications {
        Notifications::Off => (text::NOTIFY, None),
        Notifications::Asking => (text::NOTIFY, Some(text::ASKING)),
        Notifications::On(_) if file::renews(report, *now) => {
            (text::NOTIFY_NO_MORE, Some(text::ON_BUT_RENEWS))
        }
        Notifications::On(_) => (text::NOTIFY_NO_MORE, Some(text::ON)),
        Notifications::Denied => (text::NOTIFY, Some(text::DENIED)),
        Notifications::Unsupported => (text::NOTIFY, Some(text::UNSUPPORTED)),
    };
    let remind = Msg::ReminderClicked(shown.place);
    let remind = button("button small", text::REMINDER, send, remind);
    html! {
        <div class="stack-s">
            { actions(html! { <>{ remind }{ button("button small", notify, send, Msg::NotifyClicked) }</> }) }
            <div role="status">
                { for said.map(small_print) }
            </div>
        </div>
    }
}

/// What is still watched, where the answers that it came from are gone.
pub(super) fn still_watched(context: &ViewContext<'_>) -> Html {
    let ViewContext { state, send, now, .. } = context;
    let Some(watch) = state.notifications.watch() else { return Html::default() };
    if state.answers.iter().any(|answer| answer.cli_sign_in().is_some()) {
        return Html::default();
    }
    let sign_ins: Vec<Html> = watch
        .to_come(*now)
        .map(|(sign_in, at)| {
            let name = sign_in.session().map(text::session);
            let name = name.unwrap_or_else(|| text::A_SIGN_IN.to_owned());
            html! { <li>{ name }{ ", " }{ local_time(at, TimeForm::Near(*now)) }</li> }
        })
        .collect();
    if sign_ins.is_empty() {
        return Html::default();
    }
    let content = html! {
        <>
            { paragraph(text::STILL_WATCHED) }
            <ul>{ for sign_ins }</ul>
            { actions(button("button small", text::NOTIFY_NO_MORE, send, Msg::NotifyClicked)) }
        </>
    };
    callout(Tone::Plain(Glyph::Help), content)
}
