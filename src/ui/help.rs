//! "Help": what all this is, in the order in which a new engineer meets it.

use super::text;
use crate::app::effect::FocusTarget;
use yew::{Html, html};

pub(super) fn view() -> Html {
    html! {
        <>
            <div class="page-head"><div>
                <h1 id={FocusTarget::Step.id()} tabindex="-1">{ text::HELP_TITLE }</h1>
                <p class="lead">{ text::HELP_LEAD }</p>
            </div></div>
            <div class="stack measure">
                for (title, paragraphs) in text::HELP {
                    <section class="stack-s">
                        <h2>{ title }</h2>
                        for paragraph in paragraphs.iter() { <p>{ *paragraph }</p> }
                    </section>
                }
            </div>
        </>
    }
}
