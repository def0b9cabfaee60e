//! Paragraphs: plain, quiet, small; and a fact: a word and what is said of it.

use yew::{AttrValue, Html, html};

pub fn paragraph(text: impl Into<AttrValue>) -> Html {
    let text = text.into();
    html! { <p>{ text }</p> }
}

pub fn quiet(text: &'static str) -> Html {
    html! { <p class="quiet">{ text }</p> }
}

pub fn small_print(text: impl Into<AttrValue>) -> Html {
    let text = text.into();
    html! { <p class="small quiet">{ text }</p> }
}

/// It stands in a `dl.facts`.
pub fn fact(term: impl Into<AttrValue>, said: impl Into<AttrValue>) -> Html {
    let (term, said) = (term.into(), said.into());
    html! { <><dt>{ term }</dt><dd>{ said }</dd></> }
}
