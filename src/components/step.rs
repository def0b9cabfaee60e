//! The road: steps in a list, each with its node, name, facts, and a panel while it is current.

use super::icon::{Glyph, small_icon};
use yew::{AttrValue, Html, Properties, component, html};

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Done,
    Now,
    Todo,
}

#[derive(PartialEq, Properties)]
pub struct StepsProps {
    pub children: Html,
}

#[component]
pub fn Steps(props: &StepsProps) -> Html {
    html! { <ol class="road ramp" aria-label="Steps">{ props.children.clone() }</ol> }
}

#[derive(PartialEq, Properties)]
pub struct StepProps {
    pub state: StepState,
    pub name: AttrValue,
    /// What stands behind the name: the facts of a finished step, "Step 2 of 4", or what is to come.
    pub what: Html,
    /// The way back to a finished step.
    #[prop_or_default]
    pub action: Html,
    /// The panel of the current step.
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn Step(props: &StepProps) -> Html {
    let (class, current) = match props.state {
        StepState::Done => ("step done", None),
        StepState::Now => ("step now", Some("step")),
        StepState::Todo => ("step todo", None),
    };
    let is_done = props.state == StepState::Done;
    html! {
        <li {class} aria-current={current}>
            <span class="node">{ if is_done { small_icon(Glyph::Check) } else { Html::default() } }</span>
            <div class="step-line">
                <span class="name">
                    { &props.name }
                    if is_done {
                        <span class="visually-hidden">{ ", done:" }</span>
                    }
                </span>
                <span class={(props.state != StepState::Now).then_some("what")}>{ props.what.clone() }</span>
                { props.action.clone() }
            </div>
            { props.children.clone() }
        </li>
    }
}
