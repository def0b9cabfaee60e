//! What concerns all answers: what to run, which file is not among them, and a clock that is behind.

use super::{ViewContext, command, file, notifications};
use crate::components::{Glyph, Tone, note};
use crate::screens::token::advice;
use crate::screens::token::msg::Copyable;
use crate::screens::token::state::Answer;
use crate::screens::token::text;
use yew::{Html, html};

pub(super) fn view(context: &ViewContext<'_>) -> Html {
    let ViewContext { state, owners, now, .. } = context;
    let reports = || state.answers.iter().filter_map(Answer::report);
    let is_several = reports().nth(1).is_some();
    let for_all = is_several.then(|| advice::for_all(state, owners, *now)).flatten();
    let clock_behind = reports().any(|report| report.shows_clock_behind(*now));
    html! {
        <>
            { notifications::still_watched(context) }
            if clock_behind {
                { file::warning(text::CLOCK_BEHIND) }
            }
            { missing(context) }
            if let Some(advice) = for_all {
                <section class="panel" aria-label={text::ALL_FILES}>
                    { command::view(&advice, Copyable::CommandForAll, context) }
                </section>
            }
        </>
    }
}

/// The file that the person looks for is not among these. What a config has is listed there.
fn missing(context: &ViewContext<'_>) -> Html {
    let ViewContext { state, owners, .. } = context;
    let missing = state.missing(owners).filter(|owner| owners.in_config(owner).is_none());
    let Some(searched) = missing else { return Html::default() };
    let mut owned = state.answers.iter().filter_map(|answer| owners.ownership(answer).owner);
    let other = owned.find(|owner| owner.is_other_spelling_of(&searched));
    note(Tone::Plain(Glyph::Help), text::missing(&searched, other.as_ref()))
}
