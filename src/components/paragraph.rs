//! Paragraphs: plain, quiet, small; a fact: a word and what is said of it; callouts; and what is shown only when a person
//! asks for it.

use super::icon::{Glyph, icon};
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

/// How serious it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know; with an icon of its own.
    Plain(Glyph),
    /// Worth a look.
    Warn,
    /// Worth a look, and said at once by a screen reader.
    WarnAtOnce,
    /// Needs action: an alert too.
    Bad,
}

/// An icon and words, for what went wrong, what to watch, what is good to know.
pub fn callout(tone: Tone, content: Html) -> Html {
    let (class, role, glyph) = match tone {
        Tone::Plain(glyph) => ("callout", None, glyph),
        Tone::Warn => ("callout warn", None, Glyph::Warning),
        Tone::WarnAtOnce => ("callout warn", Some("alert"), Glyph::Warning),
        Tone::Bad => ("callout bad", Some("alert"), Glyph::Warning),
    };
    html! { <div {class} {role}>{ icon(glyph) }{ content }</div> }
}

/// One sentence.
pub fn note(tone: Tone, sentence: impl Into<AttrValue>) -> Html {
    callout(tone, paragraph(sentence))
}

/// A `details` element.
pub fn fold(summary: &'static str, content: Html) -> Html {
    details(None, false, summary, content)
}

/// It is open to begin with, or from now on.
pub fn open_fold(summary: &'static str, content: Html) -> Html {
    details(None, true, summary, content)
}

/// Of the folds with the same group only one is open.
pub fn fold_of(group: &'static str, summary: &'static str, content: Html) -> Html {
    details(Some(group), false, summary, content)
}

/// The fold of a group that is open to begin with.
pub fn open_fold_of(group: &'static str, summary: &'static str, content: Html) -> Html {
    details(Some(group), true, summary, content)
}

fn details(name: Option<&'static str>, open: bool, summary: &'static str, content: Html) -> Html {
    html! {
        <details class="fold" {name} {open}>
            <summary>{ summary }</summary>
            <div class="inside">{ content }</div>
        </details>
    }
}
