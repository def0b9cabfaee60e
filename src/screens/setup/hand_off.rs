//! What other screens are given: the portal's lists to compare a config with, and the sign-in by its names. Each once.

use super::state::State;
use crate::effect::{Effect, HandOff, PortalListing};
use onramp_domain::cache_file::{ConfigNames, ConfigSignIn, Owner};
use onramp_domain::listing::Phase;
use onramp_domain::profile_name::Template;
use std::rc::Rc;

/// What is new for them.
pub fn hand_off(state: &mut State) -> Vec<Effect> {
    let mut effects = vec![];
    let options = &state.use_it.options;
    let is_coming = matches!(state.listing.phase(), Phase::Running | Phase::AwaitingToken);
    let portal = state.sso_session().map(|session| {
        let accounts = (!is_coming).then(|| state.listing.accounts().clone());
        (session, accounts, options.clone())
    });
    if portal != state.handed_off.portal {
        let given = portal.as_ref().map(|(session, accounts, _)| {
            Rc::new(PortalListing {
                session: session.clone(),
                listing: accounts.is_some().then(|| Rc::new(state.listing.clone())),
                template: Template::parse(&options.template).unwrap_or_default(),
                region: options.region(session),
                output: options.output,
            })
        });
        effects.push(Effect::HandOff(HandOff::PortalListed(given)));
        state.handed_off.portal = portal;
    }
    let start_url = state.form.start_url_text().trim();
    let names = (!start_url.is_empty()).then(|| {
        let first = state.use_it.entries.first();
        Rc::new(ConfigNames::of_sign_in(ConfigSignIn {
            owner: Owner::Session(state.form.session_name_text().to_owned()),
            start_url: start_url.into(),
            profiles: first.map(|entry| entry.profile.as_str().into()).into_iter().collect(),
        }))
    });
    if names != state.handed_off.names {
        state.handed_off.names.clone_from(&names);
        effects.push(Effect::HandOff(HandOff::SetupNames(names)));
    }
    effects
}
