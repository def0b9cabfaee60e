//! What comes out of a file or goes into a terminal, to the letter: a file, a command line, a change.

use super::button::{COPY, copy_button};
use super::highlight::{self, ConfigText};
use super::icon::{Glyph, small_icon};
use crate::file_text::FileText;
use crate::shared::CopyState;
use onramp_domain::config::{DiffKind, LineNumber};
use yew::{AttrValue, Callback, Html, MouseEvent, html};

/// A file: its path, how long it is, its exact text. `name` is the region's: "Config block". The note stands beside the
/// path: "9 lines". Behind both stand the buttons.
pub fn code_block(
    name: &'static str,
    path: &'static str,
    note: AttrValue,
    text: FileText,
    buttons: Html,
) -> Html {
    html! {
        <section class="file" aria-label={name}>
            <div class="file-head">
                <span class="where">{ small_icon(Glyph::File) }{ path }</span>
                <span class="quiet">{ note }</span>
                { buttons }
            </div>
            <pre tabindex="0"><ConfigText {text} /></pre>
        </section>
    }
}

/// A line to run in a terminal, with its copy button. `name` is the button's, and what it copies may be longer than what
/// is shown. Under the line stands what it answers, in a `div.answer`.
pub fn command(
    shown: &str,
    name: &'static str,
    copied: CopyState,
    on_copy: Callback<MouseEvent>,
    answer: Html,
) -> Html {
    html! {
        <div class="term">
            <pre>{ highlight::command(shown) }</pre>
            { copy_button("copy", name, COPY, copied, on_copy) }
            { answer }
        </div>
    }
}

/// Rows of a diff, to be scrolled in.
pub fn diff(name: &'static str, rows: Vec<Html>) -> Html {
    html! {
        <div class="diff" tabindex="0" role="group" aria-label={name}><div>{ for rows }</div></div>
    }
}

/// A line that stays, goes or comes. Its ending is shown where it has a sign.
pub fn diff_line(
    kind: DiffKind,
    number: Option<LineNumber>,
    line: &str,
    ending: &'static str,
) -> Html {
    let parts = |sign: &'static str| {
        html! {
            <>
                <span class="n">{ number.map(|number| number.to_string()) }</span>
                <span class="sign">{ sign }</span>
                <span>{ line.to_owned() }</span>
                if !ending.is_empty() {
                    <span class="sign">{ ending }</span>
                }
            </>
        }
    };
    match kind {
        DiffKind::Kept => html! { <span>{ parts(" ") }</span> },
        DiffKind::Removed => html! { <del>{ parts("−") }</del> },
        DiffKind::Added => html! { <ins>{ parts("+") }</ins> },
    }
}
