//! How help is drawn.

use super::text::{self, Question};
use crate::components::{Glyph, fold_of, small_icon};
use crate::effect::ElementId;
use crate::route::Screen;
use yew::{Html, html};

pub fn view(heading: ElementId) -> Html {
    let section = |question: &Question| {
        html! {
            <section class="section stack-s">
                <h2>{ question.title }</h2>
                { for question.answer.iter().map(paragraph) }
            </section>
        }
    };
    html! {
        <div class="column">
            <div class="hero">
                <h1 id={heading.0} tabindex="-1">{ text::TITLE }</h1>
                <p class="lead">{ text::LEAD }</p>
            </div>
            <div class="stack">{ for text::QUESTIONS.iter().map(section) }</div>
        </div>
    }
}

fn paragraph(text: &&'static str) -> Html {
    if !text.starts_with("https://") {
        return html! { <p>{ *text }</p> };
    }
    html! {
        <p>
            <a class="link" href={*text} target="_blank" rel="noopener noreferrer">
                { text::INSTALL_GUIDE }{ small_icon(Glyph::External) }
            </a>
        </p>
    }
}

/// The drawer's folds.
pub fn questions() -> Html {
    let fold = |question: &Question| {
        fold_of("help", question.title, question.answer.iter().map(paragraph).collect())
    };
    html! {
        <>
            { for text::QUESTIONS.iter().map(fold) }
            <p class="small"><a href={Screen::Help.href()}>{ text::ALL }</a></p>
        </>
    }
}
