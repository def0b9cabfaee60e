//! The same check for those who stay in the terminal: a line for each program that can make it.

use super::ViewContext;
use crate::components::{COPY, click, command, fold, small_print};
use crate::screens::token::msg::{Copyable, Msg};
use crate::screens::token::text;
use onramp_domain::cache_file::terminal_lines;
use yew::{Html, html};

pub(super) fn view(context: &ViewContext<'_>) -> Html {
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
