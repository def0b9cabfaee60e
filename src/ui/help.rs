//! "Help": what all this is, in the order in which a new engineer meets it.

use super::text;
use crate::app::effect::FocusTarget;
use crate::ui::parts::plain::{h2, p};
use yew::{Html, html};

pub(super) fn view() -> Html {
    html! {
        <>
            <div class="page-head"><div>
                <h1 id={FocusTarget::Step.id()} tabindex="-1">{ text::HELP_TITLE }</h1>
                { p("lead", text::HELP_LEAD) }
            </div></div>
            <div class="stack measure">
                for (title, paragraphs) in text::HELP {
                    <section class="stack-s">
                        { h2(title) }
                        for paragraph in paragraphs.iter() { { p("", *paragraph) } }
                    </section>
                }
            </div>
        </>
    }
}
