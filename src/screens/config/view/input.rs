//! The box for the config, and where the file is found.

use super::{Msg, State, section, text};
use crate::components::{
    PasteArea, PasteScope, actions, button, file_button, paste_area, where_files_are,
};
use crate::file_text::ReadFile;
use crate::screens::config::state::region;
use crate::shared::Shared;
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, html};

pub(super) fn view(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let read_only = state.is_read_only();
    let hint = if read_only { text::TOO_LONG_TO_TYPE } else { text::YOUR_CONFIG_HINT };
    let area = PasteArea {
        id: "config",
        label: text::YOUR_CONFIG,
        value: AttrValue::Rc(Rc::clone(state.box_text().expose())),
        placeholder: text::CONFIG_PLACEHOLDER,
        rows: "10",
        readonly: read_only,
        described_by: "config-hint",
        scope: PasteScope::Whole,
        on_paste: send.reform(|text| Msg::FilesRead(vec![ReadFile::pasted(text)])),
        on_input: send.reform(Msg::Typed),
    };
    let content = html! {
        <>
            { paste_area(area) }
            <p class="hint" id="config-hint">{ hint }</p>
            { where_files_are(text::WHERE_IS_IT, &text::WHERE_IT_IS) }
        </>
    };
    let class = if state.is_long() { "section when-seen" } else { "section" };
    let buttons = buttons(state, shared, send);
    section(class, region::INPUT, text::YOUR_FILE, None, buttons, content)
}

/// First the folder, where the browser opens it: both files come at once then, and can be saved in place.
fn buttons(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let is_first = state.draft.is_empty() && state.draft.credentials.is_none();
    let first = if is_first { "button primary" } else { "button small" };
    let opens_folders = state.can_save_in_place(shared);
    let choose = if opens_folders { "link small" } else { first };
    actions(html! {
        <>
            if opens_folders {
                { button(first, text::OPEN_FOLDER, send, Msg::OpenFolderClicked) }
            }
            { file_button(choose, text::CHOOSE_FILE) }
            if !is_first || state.not_taken.is_some() {
                { button("link small", text::CLEAR, send, Msg::ClearClicked) }
            }
        </>
    })
}
