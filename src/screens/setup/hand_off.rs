//! What other screens are given: the portal's lists to compare a config with, and the sign-in by its names. Each once.

use super::use_it::options::Options;
use crate::effect::{Effect, HandOff, PortalListing};
use onramp_domain::Region;
use onramp_domain::cache_file::{ConfigNames, ConfigSignIn};
use onramp_domain::entry::SsoSession;
use onramp_domain::listing::{Accounts, Listing, Phase};
use onramp_domain::names::ConfigValue;
use onramp_domain::profile_name::Template;
use std::rc::Rc;

/// What they were given last.
#[derive(Debug, Default)]
pub struct HandedOff {
    portal: Option<Portal>,
    names: Option<Rc<ConfigNames>>,
}

#[derive(Debug, PartialEq)]
struct Portal {
    session: SsoSession,
    /// `None` while they come.
    accounts: Option<Accounts>,
    options: Options,
}

impl HandedOff {
    /// The portal's lists, where they or how profiles are written are others than before.
    pub fn portal(
        &mut self,
        session: Option<SsoSession>,
        listing: &Listing,
        options: &Options,
        sso_region: Option<&Region>,
    ) -> Option<Effect> {
        let accounts = match listing.phase() {
            Phase::Running | Phase::AwaitingToken => None,
            Phase::Idle | Phase::Interrupted(_) | Phase::Stopped | Phase::Finished => {
                Some(listing.accounts().clone())
            }
        };
        let portal = session.map(|session| Portal { session, accounts, options: options.clone() });
        if portal == self.portal {
            return None;
        }
        self.portal = portal;
        let given = self.portal.as_ref().map(|portal| {
            Rc::new(PortalListing {
                session: portal.session.clone(),
                listing: portal.accounts.is_some().then(|| Rc::new(listing.clone())),
                template: Template::parse(&options.template).unwrap_or_default(),
                region: options.default_region(sso_region).map(ConfigValue::from),
                output: options.output,
            })
        });
        Some(Effect::HandOff(HandOff::PortalListed(given)))
    }

    /// The sign-in by its names once there is a start URL, where they are others than before.
    pub fn names(&mut self, sign_in: Option<ConfigSignIn>) -> Option<Effect> {
        let names = sign_in.map(ConfigNames::of_sign_in).map(Rc::new);
        if names == self.names {
            return None;
        }
        self.names = names;
        Some(Effect::HandOff(HandOff::SetupNames(self.names.clone())))
    }
}
