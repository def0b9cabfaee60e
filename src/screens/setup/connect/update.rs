//! What follows from what happens in the form, and where its values come from.

use super::form::{FormError, PortalForm};
use crate::effect::Effect;
use crate::host_config::{CompanyPortal, HostConfig};
use crate::route::Prefill;
use crate::screens::setup::choose::standing::Scope;
use crate::screens::setup::session::{forget, step_flow};
use crate::screens::setup::{ConnectMsg, Open, State, Step, ids};
use crate::shared::Shared;
use chrono::{DateTime, Utc};
use onramp_domain::PortalHost;
use onramp_domain::device_flow::{self, Portal};
use onramp_domain::{Region, StartUrl};

/// Something happened in the form.
pub fn update(state: &mut State, msg: ConnectMsg) -> Vec<Effect> {
    let form = &mut state.form;
    match msg {
        ConnectMsg::StartUrlEntered(text) => return look_up(form.enter_start_url(text)),
        ConnectMsg::StartUrlLeft => form.leave_start_url(),
        ConnectMsg::PortalChosen(CompanyPortal {
            start_url, region, name: session_name, ..
        }) => {
            let company = HostConfig { start_url, region, session_name, ..HostConfig::default() };
            *form = PortalForm::default();
            form.fill_in(&Prefill::default(), &company);
            state.name_profiles();
        }
        ConnectMsg::RegionChosen(region) => {
            // The button that takes another region back goes away.
            let focus = form.overridden_region().map(|_| Effect::Focus(ids::SSO_REGION));
            form.chosen_region = region;
            return focus.into_iter().collect();
        }
        ConnectMsg::SessionNameEntered(text) => {
            form.typed_session_name = Some(text);
            state.name_profiles();
        }
        ConnectMsg::FamilyChosen(family) => form.chosen_family = Some(family),
    }
    vec![]
}

fn look_up(portal: Option<PortalHost>) -> Vec<Effect> {
    portal.map(Effect::LookUpRegion).into_iter().collect()
}

/// The address fills in the form. It changes nothing while somebody signs in or is signed in. Where it names what is
/// listed, it may ask for other roles there.
pub fn link_opened(
    state: &mut State,
    prefill: Prefill,
    shared: &Shared,
    now: DateTime<Utc>,
) -> Vec<Effect> {
    let is_listed = |portal: &Portal| {
        let named = prefill.start_url.as_ref().map(|url| StartUrl::parse(url));
        named.is_none_or(|url| url.is_ok_and(|url| url.as_str() == portal.start_url))
    };
    if state.listed.as_ref().is_some_and(is_listed) && !state.is_under_way() {
        state.choose.want(Scope::of_link(&prefill), &state.listing);
        state.prefill = prefill;
        state.name_profiles();
        return vec![];
    }
    if state.is_live() {
        return vec![];
    }
    // One that failed is given up for it.
    let effects = step_flow(state, device_flow::Input::Cancel, now);
    forget(state, now);
    if prefill.start_url.is_some() {
        state.form = Default::default();
    }
    state.choose.wanted = Scope::of_link(&prefill);
    state.prefill = prefill;
    fill_in(state, shared);
    effects
}

/// The host's settings are known. They fill in what nobody has typed or chosen yet.
pub fn host_config_fetched(state: &mut State, shared: &Shared) -> Vec<Effect> {
    if let Some(config) = shared.host.config() {
        state.use_it.options.fill_in(config);
        state.choose.use_rules(config.rules(), &state.listing);
        state.use_it.save.signs_cli_in |= config.sign_cli_in;
    }
    if !state.is_live() {
        fill_in(state, shared);
    }
    state.name_profiles();
    vec![]
}

fn fill_in(state: &mut State, shared: &Shared) {
    let none = Default::default();
    let company = shared.host.config().unwrap_or(&none);
    let is_allowed = state.prefill.start_url.as_ref().is_none_or(|url| company.allows(url));
    let link = if is_allowed { &state.prefill } else { &Prefill::default() };
    if !is_allowed {
        state.form = PortalForm::default();
    }
    state.form.fill_in(link, company);
}

/// The relay answered; signing in goes on where it waited for that.
pub fn region_looked_up(
    state: &mut State,
    host: &PortalHost,
    region: Option<Region>,
    now: DateTime<Utc>,
) -> Vec<Effect> {
    if state.form.region_looked_up(host, region) { sign_in(state, now) } else { vec![] }
}

/// "Sign in" was pressed, or goes on. Who is signed in there already goes back to the list; who is signed in
/// elsewhere is signed out there first.
pub fn sign_in(state: &mut State, now: DateTime<Utc>) -> Vec<Effect> {
    let portal = match state.form.submit() {
        Ok(portal) => portal,
        Err(FormError::WaitsForRegion(portal)) => return look_up(portal),
        Err(FormError::StartUrl) => return vec![Effect::Focus(ids::START_URL)],
        Err(FormError::Region) => return vec![Effect::Focus(ids::SSO_REGION)],
        Err(FormError::SessionName) => return vec![Effect::Focus(ids::SESSION_NAME)],
    };
    let is_form_shown = state.step() == Step::Connect;
    let mut effects = match state.flow.session() {
        Some(session) if *session.portal() == portal => edit(state, Open::Choose, now),
        Some(_) => step_flow(state, device_flow::Input::SignOut, now),
        None => vec![],
    };
    effects.extend(step_flow(state, device_flow::Input::SignIn(portal), now));
    // With the roles that their link asked for.
    let Prefill { account, role, .. } = state.prefill.clone();
    let own_link = Prefill { account, role, ..state.link() };
    effects.push(Effect::ReplaceAddress(own_link.href()));
    if is_form_shown {
        effects.push(Effect::PushEntry { here: Open::Connect, next: Open::Choose });
    }
    effects
}

/// Opens a finished step. A sign-in that is under way or has failed is given up for it, and so is another start URL that
/// nobody has signed in at.
pub fn edit(state: &mut State, open: Open, now: DateTime<Utc>) -> Vec<Effect> {
    if let Some(portal) = state.listed.as_ref().filter(|_| open != Open::Connect) {
        state.form.go_back_to(portal);
    }
    state.open = open;
    let mut effects = step_flow(state, device_flow::Input::Cancel, now);
    if effects.is_empty() {
        effects.push(Effect::Focus(ids::STEP));
    }
    effects
}
