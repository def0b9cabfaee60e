//! The same check for those who stay in the terminal: a line for each program that can make it.

use crate::app::effect::CopyTarget;
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::token::Names;
use crate::ui::parts::copy::line;
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::plain::{details, div, p};
use crate::ui::text;
use onramp_domain::cache::OneLiners;
use yew::Callback;

pub(super) fn view(model: &Model, names: &Names<'_>, on: &Callback<Event>) -> Element {
    let body = match names.sought().map(OneLiners::of) {
        None => p("small quiet", text::IN_A_TERMINAL_NEEDS),
        Some(OneLiners { jq, powershell, python }) => {
            let lines = [jq, powershell, python].into_iter().zip(text::TERMINALS).enumerate();
            div("stack-s").with(p("small quiet", text::IN_A_TERMINAL_HINT)).with_all(lines.map(
                |(at, (command, name))| {
                    el("section", "stack-s")
                        .attr("aria-label", name)
                        .with(p("small", name))
                        .with(line(&command, CopyTarget::TerminalLine(at), &model.copied, on))
                },
            ))
        }
    };
    details(text::IN_A_TERMINAL).with(body)
}
