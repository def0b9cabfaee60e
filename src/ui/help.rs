//! "Help": what all this is, in the order in which a new engineer meets it.

use super::text;
use crate::app::effect::FocusTarget;
use crate::ui::parts::element::{Draw, el};
use crate::ui::parts::plain::{div, h2, p};
use yew::Html;

pub(super) fn view() -> Html {
    let title = el("h1", "")
        .attr("id", FocusTarget::Step.id())
        .attr("tabindex", "-1")
        .text(text::HELP_TITLE);
    let head = div("page-head").with(div("").with(title).with(p("lead", text::HELP_LEAD)));
    let section = |(title, paragraphs): (&'static str, &[&'static str])| {
        let paragraphs = paragraphs.iter().map(|paragraph| p("", *paragraph));
        el("section", "stack-s").with(h2(title)).with_all(paragraphs)
    };
    [head, div("stack measure").with_all(text::HELP.into_iter().map(section))].draw()
}
