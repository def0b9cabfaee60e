//! The config block: its exact text, and what can be done with it.

use crate::components::{COPY, Tone, code_block, copy_button, note};
use crate::file_text::FileText;
use crate::screens::setup::ids;
use crate::screens::setup::msg::{Msg, UseItMsg};
use crate::screens::setup::state::State;
use crate::screens::setup::use_it::profiles::Profiles;
use crate::screens::setup::use_it::text;
use crate::shared::{Copied, Shared};
use onramp_domain::block;
use onramp_domain::entry::Entry;
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, Properties, component, html, use_memo};

/// How much of a long block is shown while a person chooses: the rest follows in "Use it", and is copied in any case.
const MOST_SHOWN: usize = 40;
const SHOWN_OF_MORE: usize = 3;

/// Beside the list: the whole of a short block, the beginning of a long one.
pub fn preview(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let all = state.use_it.profiles.entries().len();
    let shown = if all > MOST_SHOWN { SHOWN_OF_MORE } else { all };
    view(state, shown, shared, send)
}

/// The whole block.
pub fn whole(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    view(state, usize::MAX, shared, send)
}

fn view(state: &State, shown: usize, shared: &Shared, send: &Callback<Msg>) -> Html {
    match &state.use_it.profiles {
        Profiles::Named(entries) if entries.is_empty() => Html::default(),
        Profiles::Named(entries) => html! {
            <Block
                entries={Rc::clone(entries)}
                {shown}
                copied_block={state.use_it.copied_block.clone()}
                copied={shared.copied.clone()}
                {send}
            />
        },
        Profiles::Misnamed(_) => html! {
            <section aria-label={text::BLOCK}>
                { note(Tone::Warn, text::BLOCK_WAITS) }
            </section>
        },
    }
}

#[derive(Properties)]
struct BlockProps {
    entries: Rc<[Entry]>,
    /// So many of them at most are shown.
    shown: usize,
    /// What was copied, as long as the block is the same: the whole of it, also where less is shown.
    copied_block: Option<FileText>,
    copied: Copied,
    send: Callback<Msg>,
}

/// By pointer: a long block is not written anew as time passes.
impl PartialEq for BlockProps {
    fn eq(&self, other: &BlockProps) -> bool {
        Rc::ptr_eq(&self.entries, &other.entries)
            && self.shown == other.shown
            && self.copied_block.is_some() == other.copied_block.is_some()
            && self.copied == other.copied
    }
}

#[component]
fn Block(props: &BlockProps) -> Html {
    let all = props.entries.len();
    let shown = props.shown.min(all);
    let written = use_memo((Rc::clone(&props.entries), shown), |_| {
        let text = block::write(&props.entries[..shown]);
        let note = match shown {
            _ if shown < all => text::part(shown, all),
            _ => text::lines(text.lines().count()),
        };
        (FileText::new(text), AttrValue::from(note))
    });
    let (shown_text, note) = (*written).clone();
    let name = if shown < all { text::BLOCK_PART } else { text::BLOCK };
    let text = props.copied_block.as_ref().unwrap_or(&shown_text);
    let copied = props.copied.state(ids::COPY_BLOCK, text.expose());
    let copy = props.send.reform(|_| Msg::UseIt(UseItMsg::CopyBlockClicked));
    let button = copy_button("link small", text::COPY_BLOCK, COPY, copied, copy);
    code_block(name, text::CONFIG_PATH, note, shown_text, button)
}
