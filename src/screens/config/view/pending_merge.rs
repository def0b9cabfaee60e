//! What "Set up" sent, with what stands in its way.

use super::{Msg, State, rows, text};
use crate::components::{Glyph, Tone, actions, button, callout, paragraph};
use crate::screens::config::state::region;
use onramp_domain::config::Conflict;
use yew::{Callback, Html, html};

/// Of more conflicts than this the rest is not listed; one button takes care of all.
const MOST_CONFLICTS: usize = 20;

const PLAIN: Tone = Tone::Plain(Glyph::Help);

pub(super) fn view(state: &State, send: &Callback<Msg>) -> Html {
    let (pending, draft) = (&state.pending_merge, &state.draft);
    if pending.entries.is_empty() {
        return Html::default();
    }
    let (tone, sentence, buttons) = if draft.is_empty() {
        (PLAIN, text::MERGE_NEEDS_CONFIG, html! {})
    } else if !draft.is_config() {
        (Tone::Warn, text::MERGE_NEEDS_A_CONFIG_FILE, html! {})
    } else if pending.conflicts.is_empty() {
        let merge = button("button primary small", text::MERGE, send, Msg::MergeClicked);
        (PLAIN, text::MERGE_IS_CLEAR, merge)
    } else {
        let rename = Msg::RenameAllClicked;
        let rename = button("button primary small", text::MERGE_WITH_FREE_NAMES, send, rename);
        let replace = button("button small", text::MERGE_AND_REPLACE, send, Msg::MergeClicked);
        (Tone::Warn, text::MERGE_HAS_CONFLICTS, html! { <>{ rename }{ replace }</> })
    };
    let dont_merge = button("link", text::DONT_MERGE, send, Msg::DontMergeClicked);
    let shows_conflicts = !pending.conflicts.is_empty() && !draft.is_empty();
    let conflicts = pending.conflicts.iter().take(MOST_CONFLICTS).enumerate();
    let content = html! {
        <>
            <h2 class="pane-title">{ text::ready_to_merge(pending.entries.len()) }</h2>
            <p role={shows_conflicts.then_some("alert")}>{ sentence }</p>
            if shows_conflicts {
                { rows(conflicts.map(|(index, conflict)| row(index, conflict, send)).collect()) }
            }
            { actions(html! { <>{ buttons }{ dont_merge }</> }) }
        </>
    };
    html! {
        <section class="section" aria-label={text::READY_TO_MERGE} id={region::PENDING_MERGE.0} tabindex="-1" key="pending-merge">
            { callout(tone, content) }
        </section>
    }
}

fn row(index: usize, conflict: &Conflict, send: &Callback<Msg>) -> Html {
    html! {
        <li class="problem">
            { paragraph(text::conflict(conflict)) }
            { button("button small", text::free_name(conflict), send, Msg::RenameClicked(index)) }
        </li>
    }
}
