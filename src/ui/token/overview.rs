//! What all answers come to together: the state of the sign-in in one line, and what is not among the files.
//!
//! Not here: the answers one by one.

use super::config;
use super::next::{Around, next};
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::token::{Checked, Names, Whose};
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::plain::p;
use crate::ui::text;
use yew::Callback;

/// Adds it to what the answers stand in.
pub(super) fn view(
    answers: Element,
    model: &Model,
    names: &Names<'_>,
    on: &Callback<Event>,
) -> Element {
    let reports = || model.token.checked().iter().filter_map(Checked::report);
    let sum = reports().nth(1).map(|_| sum(model, names, on));
    // What a config has is listed there.
    let missing =
        model.token.missing(names).filter(|(sought, _)| names.in_config(sought).is_none());
    let missing = missing.map(|(sought, file)| {
        let checked = model.token.checked().iter();
        let mut owners = checked.filter_map(|checked| names.whose(checked).owner);
        let other = owners.find(|owner| owner.is_other_spelling_of(sought));
        p("note", text::missing(sought, &file, other.as_ref()))
    });
    let late = reports()
        .any(|report| report.shows_late_clock(model.now))
        .then(|| p("note warn", text::LATE_CLOCK));
    answers.with(sum).with(missing).with(late)
}

/// What comes behind the answers.
pub(super) fn behind(answers: Element, model: &Model, names: &Names<'_>) -> Element {
    answers.with(config::view(model, names))
}

fn sum(model: &Model, names: &Names<'_>, on: &Callback<Event>) -> Element {
    // Several sign-ins may be among the files: the best is the one that works.
    let (best, holding) = model.token.best(model.now);
    let standing = best
        .and_then(Checked::report)
        .map(|report| (report.standing(model.now), report.remaining(model.now).num_seconds()));
    let (class, sum, step) = text::sum(standing, holding);
    let whose = best.map_or_else(Whose::default, |checked| names.whose(checked));
    let around = Around { model, names, on, place: usize::MAX };
    el("section", "stack-s")
        .attr("aria-label", text::ALL_FILES)
        .with(p(class, sum))
        .with(step.map(|step| next(step, &whose, &around)))
}
