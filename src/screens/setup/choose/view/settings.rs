//! One profile's own name and region, beside the list.

use super::click_role;
use crate::components::{SelectLook, any_button, field_error, region_select};
use crate::screens::setup::choose::{RoleKey, text};
use crate::screens::setup::use_it::profiles::{NamingError, role_of};
use crate::screens::setup::use_it::text::naming_problem;
use crate::screens::setup::use_it::view::options::{self, text_chip};
use crate::screens::setup::view::parts::Context;
use crate::screens::setup::{ChooseMsg, Msg, State, ids};
use onramp_domain::Region;
use yew::{AttrValue, Html, KeyboardEvent, html};

/// The settings that are open, or whose name is wrong.
pub fn view(ctx: &Context<'_>) -> Html {
    let open =
        ctx.state.choose.open_settings().filter(|key| ctx.state.choose.selection.contains(key));
    // Alone, a profile's name is in the chips below, and so is what is wrong with it.
    let is_among_others = ctx.state.choose.selection.len() > 1;
    let error = ctx.state.use_it.naming_error.as_ref().filter(|_| is_among_others);
    let wrong = match error {
        Some(NamingError::Name(key, _)) => Some(key),
        // Of two with one name, the one that is being typed.
        Some(NamingError::Taken(key, name)) => {
            let is_typed =
                |key: &&RoleKey| own_name(ctx.state, key).map(str::trim) == Some(name.as_str());
            open.filter(is_typed).or(Some(key))
        }
        Some(NamingError::Template(_)) | None => None,
    };
    let Some(key) = wrong.or(open) else { return Html::default() };
    let error = wrong.and(error).map(naming_problem);
    let Some(account) = ctx.state.listing.account(key.account) else { return Html::default() };
    let role = text::role_in_account(key.role.as_str(), account);
    let entry = ctx.state.use_it.entries.iter().find(|entry| role_of(entry) == *key);
    let own = ctx.state.use_it.own(key);
    let name =
        own_name(ctx.state, key).or(entry.map(|entry| entry.profile.as_str())).unwrap_or_default();
    let region = match own.and_then(|own| own.region.clone()) {
        Some(own) => own,
        None => entry.and_then(|entry| Region::parse(entry.region.as_ref()?.as_str()).ok()),
    };
    let on_name = options::on_name(Some(key), ctx.send);
    let on_region = {
        let key = key.clone();
        ctx.send.reform(move |region| Msg::Choose(ChooseMsg::OwnRegionChosen(key.clone(), region)))
    };
    let onkeydown = {
        let send = ctx.send.clone();
        move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | "Escape") {
                event.prevent_default();
                send.emit(Msg::Choose(ChooseMsg::EditDone));
            }
        }
    };
    let look = SelectLook::Chip { word: text::REGION.into(), name: text::own_region(&role).into() };
    let partition = ctx.state.sso_region().map(Region::partition);
    html! {
        <div key={role.clone()} class="own" role="group" aria-label={role.clone()}>
            <p class="small">{ &role }</p>
            <div class="chips" {onkeydown}>
                { text_chip(ids::OWN_NAME.0, text::NAME, text::own_name(&role), name, error.is_some().then_some("own-error"), &on_name) }
                { region_select("own-region", look, text::NO_REGION, partition, region.as_ref(), &on_region) }
            </div>
            <div id="own-error">{ field_error(error.map(AttrValue::from)) }</div>
            <div class="actions">
                { ctx.button("button small", text::DONE, || Msg::Choose(ChooseMsg::EditDone)) }
                if own.is_some() {
                    { any_button("link small", None, text::RESET.into(), click_role(ctx.send, key, ChooseMsg::ResetClicked)) }
                }
            </div>
        </div>
    }
}

/// The name that a person typed for a role's profile.
fn own_name<'a>(state: &'a State, key: &RoleKey) -> Option<&'a str> {
    state.use_it.own(key)?.name.as_deref()
}
