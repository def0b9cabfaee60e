//! What all answers come to together: the state of the sign-in in one line, and what is not among the files.

use super::answer::{Around, next};
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::token::{Checked, Names};
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::plain::p;
use crate::ui::text;
use yew::Callback;

/// Adds it to what the answers stand in.
pub(super) fn view(
    answers: Element,
    model: &Model,
    names: &Names,
    on: &Callback<Event>,
) -> Element {
    let reports = || model.token.checked().iter().filter_map(Checked::report);
    let sum = reports().nth(1).map(|_| sum(model, names, on));
    let missing = model.token.missing(names).map(|(sought, file)| {
        let mut owners = model.token.checked().iter().filter_map(|checked| names.owner(checked));
        let other = owners.find(|owner| owner.is_other_spelling_of(sought));
        p("note", text::missing(sought, &file, other.as_ref()))
    });
    let late = reports()
        .any(|report| report.shows_late_clock(model.now))
        .then(|| p("note warn", text::LATE_CLOCK));
    answers.with(sum).with(missing).with(late)
}

fn sum(model: &Model, names: &Names, on: &Callback<Event>) -> Element {
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
    el("section", "stack-s")
        .attr("aria-label", text::ALL_FILES)
        .with(p(class, sum))
        .with(step.map(|step| next(step, owner.as_ref(), &around)))
}
