//! The same check for those who stay in the terminal: a line for each program that can make it.

use super::ViewContext;
use crate::components::{Command, Fold};
use crate::file_text::FileText;
use crate::screens::token::msg::{Copyable, Msg};
use crate::screens::token::text;
use onramp_domain::cache_file::TerminalLines;
use yew::{Html, html};

pub(super) fn view(context: &ViewContext<'_>) -> Html {
    let ViewContext { owners, shared, send, .. } = context;
    let Some(searched) = owners.searched() else {
        return html! {
            <Fold summary={text::IN_A_TERMINAL}>
                <p class="small quiet">{ text::IN_A_TERMINAL_NEEDS }</p>
            </Fold>
        };
    };
    let TerminalLines { jq, powershell, python } = TerminalLines::of(searched);
    let line = |(place, (line, name)): (usize, (String, &'static str))| {
        let what = Copyable::TerminalLine(place);
        html! {
            <section class="stack-s" aria-label={name}>
                <p class="small">{ name }</p>
                <Command
                    id={what.id()}
                    text={FileText::new(line)}
                    copied={shared.copied.clone()}
                    on_copy={send.reform(move |_| Msg::CopyClicked(what))}
                />
            </section>
        }
    };
    let lines = [jq, powershell, python].into_iter().zip(text::TERMINALS).enumerate();
    html! {
        <Fold summary={text::IN_A_TERMINAL}>
            <p class="small quiet">{ text::IN_A_TERMINAL_HINT }</p>
            { for lines.map(line) }
        </Fold>
    }
}
