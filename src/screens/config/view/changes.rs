//! The changes as diffs.

use super::{Msg, State, pane_section, text};
use crate::components::{button, click, copy_button, diff, diff_line};
use crate::screens::config::msg::CopyButton as Button;
use crate::screens::config::state::{Diff, DiffRow, region};
use crate::shared::{Copied, CopyState, Shared};
use yew::{Callback, Html, html};

pub(super) fn view(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let draft = &state.draft;
    let is_changed = draft.config.is_changed();
    // A patch is worked out only where it may have been copied.
    let copied = match &shared.copied {
        Copied::Done(button, ..) if *button == Button::Patch.id() => {
            shared.copied.state(*button, draft.config.patch().expose())
        }
        Copied::Done(..) | Copied::Nothing | Copied::Refused => CopyState::Ready,
    };
    let copy_patch = click(send, Msg::CopyClicked(Button::Patch));
    let beside = html! {
        <>
            if is_changed {
                { counts(&draft.diff) }
            }
            if state.history.can_undo() {
                { button("link small", text::UNDO, send, Msg::UndoClicked) }
            }
            if state.history.can_redo() {
                { button("link small", text::REDO, send, Msg::RedoClicked) }
            }
            if is_changed {
                { copy_button("link small", text::COPY_PATCH, text::COPY_PATCH, copied, copy_patch) }
            }
        </>
    };
    let changed = match is_changed {
        true => lines(&draft.diff, text::CHANGED_LINES),
        false => html! { <p class="empty">{ text::NO_CHANGES }</p> },
    };
    let credentials = draft.credentials.as_ref().filter(|it| it.file.is_changed()).map(|it| {
        let changed = lines(&it.diff, text::CHANGED_CREDENTIALS_LINES);
        pane_section(text::CREDENTIALS_CHANGES, None, counts(&it.diff), changed)
    });
    html! {
        <>
            { pane_section(text::CHANGES, Some(region::CHANGES.0), beside, changed) }
            { credentials }
        </>
    }
}

/// How many lines come and go.
pub(super) fn counts(diff: &Diff) -> Html {
    html! {
        <span class="counts">
            { count("plus", format!("+{}", diff.added), text::lines_added(diff.added)) }
            { count("minus", format!("−{}", diff.removed), text::lines_removed(diff.removed)) }
        </span>
    }
}

fn count(class: &'static str, seen: String, said: String) -> Html {
    html! {
        <span {class}>
            <span aria-hidden="true">{ seen }</span><span class="visually-hidden">{ said }</span>
        </span>
    }
}

fn lines(changed: &Diff, name: &'static str) -> Html {
    html! {
        <>
            { diff(name, changed.rows.iter().map(row).collect()) }
            if changed.more > 0 {
                <p class="empty">{ text::lines_not_shown(changed.more) }</p>
            }
        </>
    }
}

fn row(row: &DiffRow) -> Html {
    match row {
        DiffRow::Gap(lines) => html! { <span class="gap">{ text::lines_unchanged(*lines) }</span> },
        DiffRow::Line { kind, number, text, unusual_ending } => {
            diff_line(*kind, *number, text, unusual_ending.map_or("", text::line_ending))
        }
    }
}
