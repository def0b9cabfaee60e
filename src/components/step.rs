//! The road: steps in a list, each with its node, name, facts, and a panel while it is current.

use super::icon::{Glyph, small_icon};
use yew::{Html, html};

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Done,
    Now,
    Todo,
}

pub fn road(steps: Html) -> Html {
    html! { <ol class="road ramp" aria-label="Steps">{ steps }</ol> }
}

/// A step. Behind its name stands `what`: the facts of a finished step, "Step 2 of 4", or what is to come; then the way
/// back to a finished step. Below is the panel of the current one.
pub fn step(state: StepState, name: &'static str, what: Html, action: Html, panel: Html) -> Html {
    let (class, current) = match state {
        StepState::Done => ("step done", None),
        StepState::Now => ("step now", Some("step")),
        StepState::Todo => ("step todo", None),
    };
    let is_done = state == StepState::Done;
    html! {
        <li {class} aria-current={current}>
            <span class="node">{ if is_done { small_icon(Glyph::Check) } else { Html::default() } }</span>
            <div class="step-line">
                <span class="name">
                    { name }
                    if is_done {
                        <span class="visually-hidden">{ ", done:" }</span>
                    }
                </span>
                <span class={(state != StepState::Now).then_some("what")}>{ what }</span>
                { action }
            </div>
            { panel }
        </li>
    }
}
