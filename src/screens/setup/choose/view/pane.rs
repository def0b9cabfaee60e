//! What is chosen, how it is written, and the way on.

use super::{click_role, settings};
use crate::components::{Glyph, Tone, callout, icon, small_icon};
use crate::screens::setup::choose::{Choose, RoleKey, bookmarks, text};
use crate::screens::setup::text::EDIT;
use crate::screens::setup::use_it::profiles::role_of;
use crate::screens::setup::use_it::view::{block, options};
use crate::screens::setup::view::parts::Context;
use crate::screens::setup::{ChooseMsg, Msg, ids};
use onramp_domain::entry::Entry;
use std::rc::Rc;
use yew::{Html, html};

/// The pane.
pub fn view(ctx: &Context<'_>) -> Html {
    let chosen = ctx.state.choose.selection.len();
    let go_on = |class: &'static str| {
        let onclick = ctx.click(|| Msg::Choose(ChooseMsg::ContinueClicked));
        html! {
            <button {class} type="button" disabled={chosen == 0} {onclick}>
                { text::CONTINUE }{ icon(Glyph::Arrow) }
            </button>
        }
    };
    let bookmark = ctx.click(|| Msg::Choose(ChooseMsg::BookmarksClicked));
    html! {
        <div class="pane" id="selection">
            <section class="panel" aria-labelledby={ids::SELECTION.0}>
                <div class="actions spread">
                    <h2 id={ids::SELECTION.0} tabindex="-1">{ text::profiles(chosen) }</h2>
                    if chosen > 1 {
                        <span class="quiet small">{ text::ONE_SIGN_IN }</span>
                    }
                </div>
                if chosen == 0 {
                    <p class="quiet">{ text::NOTHING_CHOSEN }</p>
                } else {
                    { settings::view(ctx) }
                    { picked(ctx) }
                    { warnings(&ctx.state.choose) }
                }
                { options::view(ctx) }
                <div class="actions only-wide">{ go_on("button primary big fill") }</div>
                if bookmarks::can_be_made(ctx.state) {
                    <button class="link small" type="button" onclick={bookmark}>
                        { small_icon(Glyph::External) }{ text::SAVE_BOOKMARKS }
                    </button>
                }
            </section>
            { block::preview(ctx) }
            <aside class="dock" aria-label={text::DOCK}>
                <span>{ text::profiles(chosen) }</span>
                { go_on("button primary") }
            </aside>
        </div>
    }
}

/// Up to so many profiles are named one by one.
const MOST_PICKED: usize = 12;

fn picked(ctx: &Context<'_>) -> Html {
    let entries = &ctx.state.use_it.entries;
    let shown = if entries.len() > MOST_PICKED { MOST_PICKED / 3 } else { entries.len() };
    // The one whose settings were open last stands there, too: its button gets the focus back.
    let edited = ctx.state.choose.edited.as_ref().map(|edited| &edited.key);
    let is_edited = |entry: &&Entry| edited.is_some_and(|key| *key == role_of(entry));
    let more = entries.iter().skip(shown).filter(is_edited);
    let lines = entries.iter().take(shown).chain(more);
    html! {
        <>
            <ul class="picked">{ for lines.map(|entry| profile(ctx, entry, edited)) }</ul>
            if shown < entries.len() {
                <p class="quiet small">{ text::and_more(entries.len() - shown) }</p>
            }
        </>
    }
}

fn profile(ctx: &Context<'_>, entry: &Entry, edited: Option<&RoleKey>) -> Html {
    let key = role_of(entry);
    let name = entry.profile.as_str().to_owned();
    let account = ctx.state.listing.account(key.account);
    let account = account.map_or_else(String::new, |account| text::account_name(account));
    let of = text::role_in(key.role.as_str(), &account);
    let own = ctx.state.use_it.own(&key);
    let own_region = own.and_then(|own| own.region.as_ref()).map(|region| match region {
        Some(region) => format!(" · {}", region.id()),
        None => format!(" · {}", text::WITHOUT_REGION),
    });
    let is_edited = edited == Some(&key);
    let id = is_edited.then_some(ids::EDITED.0);
    // A single profile's are the settings of all.
    let can_edit = ctx.state.choose.selection.len() > 1 || own.is_some() || is_edited;
    let (edit, remove) = (text::edit(&name), text::remove(&name));
    html! {
        <li key={format!("{}/{}", key.account, key.role)}>
            <span class="name">
                { name }
                if own.is_some() {
                    { " " }<span class="tag">{ text::CHANGED }</span>
                }
            </span>
            <span class="of">{ of }{ own_region }</span>
            <span class="act">
                if can_edit {
                    <button {id} class="link small" type="button" aria-label={edit} onclick={click_role(ctx.send, &key, ChooseMsg::EditClicked)}>
                        { EDIT }
                    </button>
                }
                <button class="x" type="button" aria-label={remove} onclick={click_role(ctx.send, &key, ChooseMsg::ProfileRemoved)}>
                    { small_icon(Glyph::Close) }
                </button>
            </span>
        </li>
    }
}

/// What the company says about roles that are chosen.
fn warnings(Choose { catalog, selection, .. }: &Choose) -> Html {
    let warning = |(warning, number): (Rc<str>, usize)| {
        let content = html! {
            <p>{ &*warning }{ " " }<span class="quiet">{ text::for_profiles(number) }</span></p>
        };
        callout(Tone::Warn, content)
    };
    html! { <>{ for selection.warnings(catalog).into_iter().map(warning) }</> }
}
