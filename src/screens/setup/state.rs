//! What "Set up" knows: all of one sign-in, from its start URL to the profiles.

use super::choose::Choose;
use super::connect::form::PortalForm;
use super::use_it::UseIt;
use super::use_it::options::Options;
pub use crate::route::Open;
use crate::route::Prefill;
use crate::shared::Shared;
use chrono::{DateTime, TimeDelta, Utc};
use onramp_domain::attempt::Attempt;
use onramp_domain::aws::CallError;
use onramp_domain::cache_file::ConfigNames;
use onramp_domain::device_flow::{DeviceFlow, FlowState, Portal, Session, SignedOutReason};
use onramp_domain::entry::SsoSession;
use onramp_domain::listing::{AccountList, Accounts, Listing, Phase};
use onramp_domain::names::{ConfigValue, Scopes};
use onramp_domain::{Region, StartUrl};
use std::rc::Rc;

/// Up to so many profiles are named as soon as one is chosen; more of them wait for so long, and for one another.
const MOST_AT_ONCE: usize = 1000;
const NAMING_WAITS: TimeDelta = TimeDelta::milliseconds(100);

/// Everything.
#[derive(Debug, Default)]
pub struct State {
    /// What the address filled in last.
    pub prefill: Prefill,
    pub form: PortalForm,
    pub flow: DeviceFlow,
    /// Chosen while a code waits: the failure that people meet most shows only on AWS's own page.
    pub other_region: Option<Region>,
    pub listing: Listing,
    /// Whose accounts the listing has.
    pub listed: Option<Portal>,
    pub choose: Choose,
    pub use_it: UseIt,
    /// Whether the profiles are not yet those of what is chosen.
    pub names_are_due: bool,
    /// The step that is open once there is a list.
    pub open: Open,
    pub handed_off: HandedOff,
}

/// What other screens were given last.
#[derive(Debug, Default)]
pub struct HandedOff {
    /// The sign-in, what is listed there, and how profiles are written. The list is `None` while it comes.
    pub portal: Option<(SsoSession, Option<Accounts>, Options)>,
    pub names: Option<Rc<ConfigNames>>,
}

/// Which step is on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Start URL, region, name.
    Connect,
    /// The code.
    Approve,
    /// Accounts and roles.
    Choose,
    /// The block and the commands.
    UseIt,
}

impl State {
    /// Which step is on screen. A session that ended by itself leaves the list where it is.
    pub fn step(&self) -> Step {
        if self.is_under_way() {
            return Step::Approve;
        }
        match self.open {
            _ if self.listed.is_none() => Step::Connect,
            Open::Connect => Step::Connect,
            Open::UseIt if !self.choose.selection.is_empty() => Step::UseIt,
            Open::Choose | Open::UseIt => Step::Choose,
        }
    }

    /// Whether the history may lead there from what is open now: from a sign-in back to the form, else to any other step
    /// of a list, and to "Use it" where something is chosen.
    pub fn can_go_to(&self, open: Open) -> bool {
        if self.is_under_way() {
            return open == Open::Connect;
        }
        let is_chosen = open != Open::UseIt || !self.choose.selection.is_empty();
        self.listed.is_some() && open != self.open && is_chosen
    }

    /// Whether a sign-in is under way or done.
    pub fn is_live(&self) -> bool {
        !matches!(self.flow.state(), FlowState::SignedOut(_) | FlowState::Failed { .. })
    }

    /// Whether a sign-in is under way, or has failed.
    pub fn is_under_way(&self) -> bool {
        !matches!(self.flow.state(), FlowState::SignedOut(_) | FlowState::SignedIn(_))
    }

    /// Whether there is a session to sign out of.
    pub fn is_signed_in(&self) -> bool {
        self.flow.session().is_some()
    }

    /// Whether the session ended by itself and left its list; also where a new sign-in was given up since.
    pub fn has_ended(&self) -> bool {
        matches!(self.flow.state(), FlowState::SignedOut(_)) && self.listed.is_some()
    }

    /// When something that is shown changes by itself.
    pub fn next_tick(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let seconds = match (self.flow.state(), self.flow.session()) {
            (FlowState::AwaitingApproval(_), _) => Some(1),
            (_, Some(session)) => Some((session.expires_at() - now).num_seconds().max(0) % 60 + 1),
            _ => None,
        };
        let shown = seconds.map(|seconds| now + TimeDelta::seconds(seconds));
        let unseen = (self.choose.unseen > 0).then(|| now + TimeDelta::seconds(1));
        let names = self.names_are_due.then(|| now + NAMING_WAITS);
        shown.into_iter().chain(unseen).chain(names).min()
    }

    /// A link to this page with what is in the form; to the empty form as long as there is no start URL.
    pub fn link(&self) -> Prefill {
        let (start_url, region) = match self.portal() {
            Some(portal) => (portal.start_url.as_str(), Some(&portal.region)),
            None => match self.form.start_url() {
                Ok(start_url) => (start_url.as_str(), self.form.known_region()),
                Err(_) => return Prefill::default(),
            },
        };
        Prefill {
            start_url: Some(start_url.to_owned()),
            region: region.map(|region| region.id().to_owned()),
            session: Some(self.form.session_name_text().to_owned()),
            ..Prefill::default()
        }
    }

    /// The call's error behind what is said to have gone wrong.
    pub fn sign_in_error(&self) -> Option<&CallError> {
        match self.flow.state() {
            FlowState::Failed { failure, .. } => failure.error(),
            FlowState::SignedOut(
                SignedOutReason::SessionEnded(error) | SignedOutReason::Expired(error),
            ) => error.as_ref(),
            _ => None,
        }
    }

    /// The same of what keeps the list from being complete.
    pub fn listing_error(&self) -> Option<Rc<CallError>> {
        match (self.listing.phase(), self.listing.progress().account_list) {
            (Phase::Interrupted(error), _) => Some(Rc::clone(error)),
            (_, AccountList::Failed(error)) => Some(error),
            (_, AccountList::Arriving | AccountList::Complete) => None,
        }
    }

    /// The sign-in whose accounts are listed, as a config has it.
    pub fn sso_session(&self) -> Option<SsoSession> {
        let portal = self.listed.as_ref()?;
        Some(SsoSession {
            name: self.form.session_name().ok()?,
            start_url: ConfigValue::parse(&portal.start_url).ok()?,
            region: ConfigValue::from(&portal.region),
            scopes: Scopes::default(),
        })
    }

    /// The start URL of the sign-in that is listed.
    pub fn start_url(&self) -> Option<StartUrl> {
        StartUrl::parse(&self.listed.as_ref()?.start_url).ok()
    }

    /// The SSO region: of the sign-in that is listed, else of the form.
    pub fn sso_region(&self) -> Option<&Region> {
        self.listed.as_ref().map(|portal| &portal.region).or(self.form.known_region())
    }

    /// The number of the token that calls are made with.
    pub fn token_number(&self) -> Option<Attempt> {
        self.flow.session().map(Session::token_number)
    }

    /// The portal of the sign-in that is under way or done, else of the list.
    pub fn portal(&self) -> Option<&Portal> {
        self.flow.state().portal().or(self.listed.as_ref())
    }

    /// Whether the CLI can be given the session's token.
    pub fn may_sign_cli_in(&self, shared: &Shared) -> bool {
        self.is_signed_in() && shared.host.config().is_none_or(|config| config.allow.save_token)
    }

    /// Something changed that the profiles depend on: they are made anew. More than [`MOST_AT_ONCE`] wait for the next
    /// tick, so that every press is drawn at once.
    pub fn name_profiles(&mut self) {
        self.names_are_due = true;
        if self.choose.selection.len() <= MOST_AT_ONCE {
            self.name_due_profiles();
        }
    }

    /// Whether the list comes anew, after a session that ended, and not all that is chosen is in it yet: the profiles
    /// stay as they are until it is.
    fn is_coming_again(&self) -> bool {
        let Choose { catalog, selection, .. } = &self.choose;
        matches!(self.listing.phase(), Phase::Running | Phase::AwaitingToken | Phase::Stopped)
            && catalog.keys().filter(|key| selection.contains(key)).count() < selection.len()
    }

    /// Makes the profiles anew that are to be.
    pub fn name_due_profiles(&mut self) {
        if !std::mem::take(&mut self.names_are_due) || self.is_coming_again() {
            return;
        }
        let session = self.sso_session();
        self.use_it.name_profiles(&self.choose, session);
    }
}
