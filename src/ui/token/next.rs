//! What to run next, with the reason, in the shell that the person has.
//!
//! Not here: which command helps with what ([`crate::ui::text`] has it beside its reason).

use crate::app::commands::CommandShell;
use crate::app::effect::CopyTarget;
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::token::{Names, Placeholder, Whose};
use crate::ui::parts::copy::line;
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::plain::p;
use crate::ui::parts::shells::shells;
use crate::ui::text::{self, Next};
use yew::Callback;

/// What an answer is drawn from, besides itself.
pub(super) struct Around<'a> {
    pub(super) model: &'a Model,
    pub(super) names: &'a Names<'a>,
    pub(super) on: &'a Callback<Event>,
    /// Tells its command from others.
    pub(super) place: usize,
}

/// What to run, and why. Where shells differ in it, the person can say which they have.
pub(super) fn next(
    (why, what): (&'static str, Next),
    whose: &Whose<'_>,
    around: &Around<'_>,
) -> Element {
    let (chosen, on) = (around.model.command_shell, around.on);
    let command = |shell: CommandShell| match what {
        Next::LogIn => around.names.log_in(whose, shell),
        Next::Test => around.names.test(whose, shell),
        Next::ForgetKeys => (shell.forget_keys(), Placeholder::Filled),
        Next::Other(command) => (command.to_owned(), Placeholder::Filled),
    };
    let (shown, placeholder) = command(chosen);
    let differ = CommandShell::ALL.into_iter().any(|shell| command(shell).0 != shown);
    let target = CopyTarget::Command(around.place);
    let stands =
        (placeholder == Placeholder::Stands).then(|| p("small quiet", text::PROFILE_PLACEHOLDER));
    let choice =
        differ.then(|| shells("shell-".to_owned() + &around.place.to_string(), chosen, on));
    el("section", "stack-s")
        .attr("aria-label", text::NEXT)
        .with(p("", why))
        .with(choice)
        .with(line(&shown, target, &around.model.copied, on))
        .with(stands)
}
