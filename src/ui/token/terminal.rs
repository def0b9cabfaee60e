//! The same check for those who stay in the terminal: a line for each program that can make it.

use crate::app::effect::CopyTarget;
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::token::Names;
use crate::ui::parts::plain::p;
use crate::ui::text;
use onramp_domain::cache::OneLiners;
use yew::{Callback, Html, html};

pub(super) fn view(model: &Model, names: &Names, on: &Callback<Event>) -> Html {
    let lines = names.sought().map(OneLiners::of);
    let lines = lines.map(|lines| [lines.jq, lines.powershell, lines.python]);
    html! {
        <details>
            <summary>{ text::IN_A_TERMINAL }</summary>
            { match lines {
                None => p("small quiet", text::IN_A_TERMINAL_NEEDS),
                Some(lines) => html! {
                    <div class="stack-s">
                        { p("small quiet", text::IN_A_TERMINAL_HINT) }
                        for (at, (line, name)) in lines.into_iter().zip(text::TERMINALS).enumerate() {
                            <section class="stack-s" aria-label={name}>
                                { p("small", name) }
                                { super::answer::command(line, CopyTarget::TerminalLine(at), model, on) }
                            </section>
                        }
                    </div>
                },
            } }
        </details>
    }
}
