//! What all answers come to together: the state of the sign-in in one line, and what is not among the files.

use super::answer::{Around, next};
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::token::{Checked, Names};
use crate::ui::parts::plain::p;
use crate::ui::text;
use yew::{Callback, Html, html};

pub(super) fn view(model: &Model, names: &Names, on: &Callback<Event>) -> Html {
    let reports = || model.token.checked().iter().filter_map(Checked::report);
    // Several sign-ins may be among the files: the best is the one that works.
    let best = model.token.sorted(model.now).into_iter().find_map(|(_, checked)| {
        let report = checked.report().filter(|report| report.signs_the_cli_in())?;
        Some((checked, report))
    });
    let standing = best
        .map(|(_, report)| (report.standing(model.now), report.remaining(model.now).num_seconds()));
    let (class, sum, step) = text::sum(standing);
    let owner = best.and_then(|(checked, _)| names.owner(checked));
    let around = Around { model, names, on, place: usize::MAX };
    let missing = model.token.missing(names);
    let other = missing.as_ref().and_then(|(sought, _)| {
        let mut owners = model.token.checked().iter().filter_map(|checked| names.owner(checked));
        owners.find(|owner| owner.is_other_spelling_of(sought))
    });
    html! {
        <>
            if reports().nth(1).is_some() {
                <section class="stack-s" aria-label={text::ALL_FILES}>
                    { p(class, sum) }
                    if let Some(step) = step { { next(step, owner.as_ref(), &around) } }
                </section>
            }
            if let Some((sought, file)) = &missing { { p("note", text::missing(sought, file, other.as_ref())) } }
            if reports().any(|report| report.shows_late_clock(model.now)) { { p("note warn", text::LATE_CLOCK) } }
        </>
    }
}
