//! Lines to run: what comes next, with the reason, in the shell that the person has; and the check itself.

use super::ViewContext;
use crate::commands::CommandShell;
use crate::components::{COPY, click, command, fold, quiet, shell_select, small_print};
use crate::screens::token::advice::Advice;
use crate::screens::token::msg::{Copyable, Msg};
use crate::screens::token::state::PROFILE;
use crate::screens::token::text;
use onramp_domain::cache_file::terminal_lines;
use yew::{Html, html};

/// What to run, and why. Where shells differ in it, the person can say which they have.
pub(super) fn view(advice: &Advice, what: Copyable, context: &ViewContext<'_>) -> Html {
    let ViewContext { owners, shared, send, .. } = context;
    let chosen = shared.command_shell;
    let line = advice.command(owners, chosen);
    let differ = CommandShell::ALL.into_iter().any(|shell| advice.command(owners, shell) != line);
    let id = what.id();
    let on_shell = send.reform(Msg::CommandShellChosen);
    let on_copy = click(send, Msg::CopyClicked(what));
    html! {
        <section class="stack-s" aria-label={text::WHAT_TO_RUN}>
            if let Some(title) = advice.title {
                <h3>{ title }</h3>
            }
            { quiet(advice.why) }
            if differ {
                { shell_select(format!("shell-{}-{}", id.0, id.1).into(), chosen, &on_shell) }
            }
            { command(&line, COPY, shared.copied.state(id, &line), on_copy, Html::default()) }
            if line.contains(PROFILE) {
                { small_print(text::PROFILE_PLACEHOLDER) }
            }
        </section>
    }
}

/// The same check for those who stay in the terminal: a line for each program that can make it.
pub(super) fn in_a_terminal(context: &ViewContext<'_>) -> Html {
    let ViewContext { owners, shared, send, .. } = context;
    let Some(searched) = &owners.searched else {
        return fold(text::IN_A_TERMINAL, small_print(text::IN_A_TERMINAL_NEEDS));
    };
    let line = |(place, (line, name)): (usize, (String, &'static str))| {
        let what = Copyable::TerminalLine(place);
        let copied = shared.copied.state(what.id(), &line);
        let on_copy = click(send, Msg::CopyClicked(what));
        html! {
            <section class="stack-s" aria-label={name}>
                <p class="small">{ name }</p>
                { command(&line, COPY, copied, on_copy, Html::default()) }
            </section>
        }
    };
    let lines = terminal_lines(searched).into_iter().zip(text::TERMINALS).enumerate();
    let content = html! {
        <>
            { small_print(text::IN_A_TERMINAL_HINT) }
            { for lines.map(line) }
        </>
    };
    fold(text::IN_A_TERMINAL, content)
}
