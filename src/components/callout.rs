//! A callout: an icon and words, for what went wrong, what to watch, what is good to know.

use super::icon::{Glyph, icon};
use super::small_print::paragraph;
use yew::{AttrValue, Html, html};

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
