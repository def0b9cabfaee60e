//! A file: its path, how long it is, its exact text, and what can be done with it.

use super::highlight::ConfigText;
use super::icon::{Glyph, small_icon};
use crate::file_text::FileText;
use yew::{AttrValue, Html, html};

/// `name` is the region's: "Config block". The note stands beside the path: "9 lines". Behind both stand the buttons.
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
