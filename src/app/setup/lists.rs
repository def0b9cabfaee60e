//! A [`Center`]'s lists of accounts and roles: asked for with a token, shown as they come.
//!
//! Not here: in which order and how fast they are asked for ([`onramp_domain::listing`]).

use super::{Center, Wanted};
use crate::app::effect::Effect;
use crate::app::event::Alarm;
use chrono::{DateTime, Utc};
use onramp_domain::attempt::Attempt;
use onramp_domain::device_flow;
use onramp_domain::entry::Session;
use onramp_domain::listing::{self, AccountList, Phase};
use onramp_domain::names::{ConfigValue, Scopes};

impl Center {
    /// The lists went on.
    pub fn listing_input(&mut self, input: listing::Input, now: DateTime<Utc>) -> Vec<Effect> {
        let (listing, commands) = std::mem::take(&mut self.listing).step(input, now);
        self.listing = listing;
        let mut effects = Vec::new();
        for command in commands {
            match (command, self.access()) {
                (listing::Command::ListAccounts { attempt, request }, Some(access)) => {
                    effects.push(Effect::ListAccounts(attempt, request, access));
                }
                (listing::Command::ListRoles { attempt, request }, Some(access)) => {
                    effects.push(Effect::ListRoles(attempt, request, access));
                }
                (listing::Command::WakeAt { attempt, at }, _) => {
                    effects.push(Effect::WakeAt(at, Alarm::Listing(attempt)));
                }
                (listing::Command::TokenRefused { token }, _) => {
                    effects.extend(self.token_refused(token, now));
                }
                // Without a session there is nobody to list for; the next sign-in resumes.
                (
                    listing::Command::ListAccounts { .. } | listing::Command::ListRoles { .. },
                    None,
                ) => {}
            }
        }
        self.unseen += 1;
        let is_due = self.unseen * 100 >= self.choice.rows().as_slice().len();
        if is_due || *self.listing.phase() != Phase::Running {
            self.show();
        }
        effects
    }

    /// Shows what the listing has found since the last time.
    pub fn show(&mut self) {
        if self.unseen == 0 {
            return;
        }
        self.unseen = 0;
        self.catalog.refresh(self.listing.accounts());
        self.choice.show(&self.catalog);
        if *self.listing.phase() == Phase::Finished {
            let Wanted { account, role } = std::mem::take(&mut self.wanted);
            if account.is_some() || role.is_some() {
                self.choice.preselect(&self.catalog, account.as_deref(), role.as_deref());
            }
            if self.listing.progress().is_complete() {
                self.choice.keep_listed(&self.catalog);
            }
            if let Some(key) = self.catalog.sole_role() {
                self.choice.choose_sole(key);
            }
        }
        self.write();
    }

    /// Whether asking again may bring what could not be listed.
    pub fn can_retry(&self) -> bool {
        let progress = self.listing.progress();
        progress.failed > 0
            || matches!(progress.account_list, AccountList::Failed(_))
            || matches!(self.listing.phase(), Phase::Interrupted(_))
    }

    /// Whose accounts are listed, as a config has it; `None` where nobody's are.
    pub fn listed_session(&self) -> Option<Session> {
        let portal = self.listed.as_ref()?;
        Some(Session {
            name: self.form.session_name().ok()?,
            start_url: ConfigValue::parse(&portal.start_url).ok()?,
            region: ConfigValue::from(&portal.region),
            scopes: Scopes::default(),
        })
    }

    /// A new token: the first one at a portal lists anew, another one goes on where the last was refused.
    pub(super) fn go_on_listing(&mut self, token: Attempt, now: DateTime<Utc>) -> Vec<Effect> {
        let portal = self.flow.session().map(|session| session.portal().clone());
        if self.listed.is_some() && self.listed != portal {
            self.forget(now);
        }
        let input = match self.listing.phase() {
            _ if self.listed.is_none() => listing::Input::Start { seed: seed(now), token },
            Phase::AwaitingToken | Phase::Running | Phase::Interrupted(_) | Phase::Stopped => {
                listing::Input::Resume { token }
            }
            Phase::Idle | Phase::Finished => listing::Input::Start { seed: seed(now), token },
        };
        self.listed = portal;
        self.listing_input(input, now)
    }

    /// The portal refused a token. Where there is another by now, the listing goes on with that one.
    pub(super) fn token_refused(&mut self, token: Attempt, now: DateTime<Utc>) -> Vec<Effect> {
        match self.token_number() {
            Some(present) if present != token => {
                self.listing_input(listing::Input::Resume { token: present }, now)
            }
            Some(_) | None => self.flow_input(device_flow::Input::TokenRefused(token), now),
        }
    }

    /// The person asks again for what could not be listed.
    pub(super) fn retry(&mut self, now: DateTime<Utc>) -> Vec<Effect> {
        let mut effects = self.listing_input(listing::Input::RetryFailed, now);
        if let (Phase::Interrupted(_), Some(token)) = (self.listing.phase(), self.token_number()) {
            effects.extend(self.listing_input(listing::Input::Resume { token }, now));
        }
        effects
    }
}

/// Random enough for a jitter: the milliseconds of the moment in which a person came back.
fn seed(now: DateTime<Utc>) -> u32 {
    now.timestamp_subsec_millis() ^ (now.timestamp() as u32)
}
