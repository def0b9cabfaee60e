//! The config block: its exact text, and what can be done with it.

use crate::components::{COPY, Tone, code_block, copy_button, note};
use crate::file_text::FileText;
use crate::screens::setup::use_it::{Task, text};
use crate::screens::setup::view::parts::Context;
use crate::screens::setup::{Msg, UseItMsg, ids};
use crate::shared::{Copied, CopyState};
use onramp_domain::block;
use onramp_domain::entry::Entry;
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, Properties, component, html, use_memo};

/// How much of a long block is shown while a person chooses: the rest follows in "Use it", and is copied in any case.
const MOST_SHOWN: usize = 40;
const SHOWN_OF_MORE: usize = 3;

/// Beside the list: the whole of a short block, the beginning of a long one.
pub fn preview(ctx: &Context<'_>) -> Html {
    let all = ctx.state.use_it.entries.len();
    let shown = if all > MOST_SHOWN { SHOWN_OF_MORE } else { all };
    view(ctx, shown)
}

/// The whole block.
pub fn whole(ctx: &Context<'_>) -> Html {
    view(ctx, usize::MAX)
}

fn view(ctx: &Context<'_>, shown: usize) -> Html {
    let use_it = &ctx.state.use_it;
    // It has not changed since: then its task would not be done.
    let copied = match &ctx.shared.copied {
        Copied::Done(ids::COPY_BLOCK, ..) if use_it.done.contains(&Task::Save) => CopyState::Copied,
        Copied::Done(..) | Copied::Nothing | Copied::Refused => CopyState::Ready,
    };
    html! {
        if use_it.naming_error.is_some() {
            <section aria-label={text::BLOCK}>
                { note(Tone::Warn, text::BLOCK_WAITS) }
            </section>
        } else if !use_it.entries.is_empty() {
            <Block
                entries={Rc::clone(&use_it.entries)}
                {shown}
                copied={copied}
                send={ctx.send}
            />
        }
    }
}

#[derive(Properties)]
struct BlockProps {
    entries: Rc<[Entry]>,
    /// So many of them at most are shown.
    shown: usize,
    copied: CopyState,
    send: Callback<Msg>,
}

/// By pointer: a long block is not written anew as time passes.
impl PartialEq for BlockProps {
    fn eq(&self, other: &BlockProps) -> bool {
        Rc::ptr_eq(&self.entries, &other.entries)
            && self.shown == other.shown
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
    let copy = props.send.reform(|_| Msg::UseIt(UseItMsg::CopyBlockClicked));
    let button = copy_button("link small", text::COPY_BLOCK, COPY, props.copied, copy);
    code_block(name, text::CONFIG_PATH, note, shown_text, button)
}
