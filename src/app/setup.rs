//! "Set up" for one Identity Center: where, approve, choose and copy.
//!
//! Not here: the other screens. Everything that belongs to one sign-in is in one [`Center`], so that several can stand
//! side by side.

pub mod catalog;
pub mod choice;
pub mod portal_form;
pub mod rows;
mod search;

use super::effect::{Access, Effect, FocusTarget};
use super::event::{Alarm, ChoiceEvent, PortalEvent};
use super::route::{Prefill, share_link};
use super::site::SiteFile;
use catalog::Catalog;
use choice::Choice;
use chrono::{DateTime, Utc};
use onramp_domain::EndpointFamily;
use onramp_domain::attempt::Attempt;
use onramp_domain::device_flow::{self, DeviceFlow, FlowState, Portal, SignedOutReason};
use onramp_domain::entry::Session;
use onramp_domain::listing::{self, Listing, Phase};
use onramp_domain::names::{ConfigValue, Scopes};
use onramp_domain::verification::{self, Verdict};
use portal_form::{AfterLookUp, FormFault, LookUp, PortalForm, StartUrlRead};
use std::rc::Rc;

/// One Identity Center, from its start URL to the block.
#[derive(Debug, Default)]
pub struct Center {
    form: PortalForm,
    flow: DeviceFlow,
    listing: Listing,
    catalog: Catalog,
    choice: Choice,
    /// What a link asked to have chosen, until the list is there.
    wanted: Wanted,
    /// Whose accounts the listing has.
    listed: Option<Portal>,
    /// Answers of the listing that the catalog does not show yet.
    unseen: usize,
}

#[derive(Debug, Default)]
struct Wanted {
    account: Option<String>,
    role: Option<String>,
}

/// Which of the three steps is on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Start URL, region, name.
    Where,
    /// The code.
    Approve,
    /// List and block.
    Choose,
}

impl Center {
    /// The form.
    pub fn form(&self) -> &PortalForm {
        &self.form
    }

    /// The sign-in.
    pub fn flow(&self) -> &FlowState {
        self.flow.state()
    }

    /// The listing.
    pub fn listing(&self) -> &Listing {
        &self.listing
    }

    /// Choice and block.
    pub fn choice(&self) -> &Choice {
        &self.choice
    }

    /// Which step is on screen. A session that ended on its own leaves the list where it is.
    pub fn step(&self) -> Step {
        match self.flow.state() {
            FlowState::SignedIn(_) => Step::Choose,
            FlowState::SignedOut(
                SignedOutReason::SessionEnded(_) | SignedOutReason::Expired(_),
            ) if self.listed.is_some() => Step::Choose,
            FlowState::SignedOut(_) => Step::Where,
            FlowState::Registering(_)
            | FlowState::Authorizing(_)
            | FlowState::AwaitingApproval(_)
            | FlowState::Failed(_) => Step::Approve,
        }
    }

    /// Where the person is to go, and whether that address is one to be expected of AWS.
    pub fn verdict(&self, demo_origin: Option<&str>) -> Option<Verdict> {
        let FlowState::AwaitingApproval(awaiting) = self.flow.state() else { return None };
        let uri = awaiting.verification_uri_complete().unwrap_or(awaiting.verification_uri());
        Some(match demo_origin {
            Some(origin) if is_within(uri, origin) => Verdict::Expected { host: origin.to_owned() },
            Some(_) | None => match self.form.start_url() {
                StartUrlRead::Good(start_url) => {
                    verification::judge(uri, start_url, &awaiting.portal().region)
                }
                StartUrlRead::Empty | StartUrlRead::Bad(_) => return None,
            },
        })
    }

    /// Whether something on screen counts down.
    pub fn counts(&self) -> bool {
        match self.flow.state() {
            FlowState::Registering(_)
            | FlowState::Authorizing(_)
            | FlowState::AwaitingApproval(_)
            | FlowState::SignedIn(_) => true,
            FlowState::SignedOut(_) | FlowState::Failed(_) => false,
        }
    }

    /// Takes what a link or the company's settings fill in, while nobody is signing in.
    pub fn fill_in(&mut self, prefill: &Prefill, site: &SiteFile) {
        if self.counts() {
            return;
        }
        self.form.fill_in(prefill, site);
        self.choice.fill_in(site);
        self.wanted = Wanted { account: prefill.account.clone(), role: prefill.role.clone() };
    }

    /// Something happened in the form.
    pub fn portal_event(&mut self, event: PortalEvent, now: DateTime<Utc>) -> Vec<Effect> {
        match event {
            PortalEvent::StartUrlEntered(text) => look_up(self.form.enter_start_url(text)),
            PortalEvent::StartUrlLeft => {
                self.form.leave_start_url();
                vec![]
            }
            PortalEvent::RegionChosen(region) => {
                self.form.choose_region(region);
                vec![]
            }
            PortalEvent::RegionLookedUp(host, answer) => {
                match self.form.region_looked_up(&host, answer) {
                    AfterLookUp::Show => vec![],
                    AfterLookUp::SignIn => self.sign_in(now),
                }
            }
            PortalEvent::SessionNameEntered(text) => {
                self.form.enter_session_name(text);
                self.write();
                vec![]
            }
            PortalEvent::FamilyChosen(family) => {
                self.form.choose_family(family);
                vec![]
            }
            PortalEvent::SignInClicked => self.sign_in(now),
            PortalEvent::StartOverClicked => {
                self.forget(now);
                self.flow_input(device_flow::Input::Cancel, now)
            }
            PortalEvent::OtherFamilyClicked => {
                self.form.choose_family(match self.form.family() {
                    EndpointFamily::Standard => EndpointFamily::DualStack,
                    EndpointFamily::DualStack => EndpointFamily::Standard,
                });
                self.sign_in(now)
            }
        }
    }

    /// The sign-in went on.
    pub fn flow_input(&mut self, input: device_flow::Input, now: DateTime<Utc>) -> Vec<Effect> {
        let (token_before, mark_before) = (self.token_number(), mark(self.flow.state()));
        let ended_by_person = matches!(input, device_flow::Input::SignOut);
        let (flow, commands) = std::mem::take(&mut self.flow).step(input, now);
        self.flow = flow;
        let mut effects: Vec<Effect> = commands.into_iter().map(effect_of).collect();
        if ended_by_person {
            self.forget(now);
        }
        if let Some(token) = self.token_number()
            && token_before != Some(token)
        {
            effects.extend(self.go_on_listing(token, now));
        }
        if mark_before != mark(self.flow.state()) {
            effects.push(Effect::Focus(FocusTarget::Step));
        }
        effects
    }

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

    /// Something happened among accounts, roles and the block.
    pub fn choice_event(&mut self, event: ChoiceEvent, now: DateTime<Utc>) -> Vec<Effect> {
        match event {
            ChoiceEvent::FilterEntered(text) => {
                self.choice.enter_filter(text, &self.catalog);
                return vec![];
            }
            ChoiceEvent::RoleToggled(key) => self.choice.toggle(key),
            ChoiceEvent::AllShownToggled => self.choice.toggle_shown(),
            ChoiceEvent::ClearClicked => self.choice.clear(),
            ChoiceEvent::RetryClicked => return self.retry(now),
            ChoiceEvent::DefaultRegionChosen(region) => self.choice.choose_default_region(region),
            ChoiceEvent::OutputChosen(output) => self.choice.choose_output(output),
            ChoiceEvent::NamingEntered(field, text) => self.choice.enter_name(field, text),
            ChoiceEvent::DownloadClicked => {
                return match self.choice.block() {
                    choice::Block::Ready { text, .. } => {
                        vec![Effect::Download { name: "config", text: text.clone() }]
                    }
                    choice::Block::Empty | choice::Block::Fault(_) => vec![],
                };
            }
        }
        self.write();
        vec![]
    }

    fn sign_in(&mut self, now: DateTime<Utc>) -> Vec<Effect> {
        match self.form.submit() {
            Ok(portal) => {
                let link = share_link(
                    &portal.start_url,
                    portal.region.id(),
                    self.form.session_name_text(),
                );
                let mut effects = self.flow_input(device_flow::Input::SignIn(portal), now);
                effects.push(Effect::ReplaceAddress(link));
                effects
            }
            Err((_, LookUp::Ask(host))) => vec![Effect::LookUpRegion(host)],
            Err((FormFault::WaitsForRegion, LookUp::None)) => vec![],
            Err((FormFault::StartUrl, LookUp::None)) => vec![Effect::Focus(FocusTarget::StartUrl)],
            Err((FormFault::Region, LookUp::None)) => vec![Effect::Focus(FocusTarget::Region)],
            Err((FormFault::SessionName, LookUp::None)) => {
                vec![Effect::Focus(FocusTarget::SessionName)]
            }
        }
    }

    /// A new token: the first one at a portal lists anew, another one goes on where the last was refused.
    fn go_on_listing(&mut self, token: Attempt, now: DateTime<Utc>) -> Vec<Effect> {
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
    fn token_refused(&mut self, token: Attempt, now: DateTime<Utc>) -> Vec<Effect> {
        match self.token_number() {
            Some(present) if present != token => {
                self.listing_input(listing::Input::Resume { token: present }, now)
            }
            Some(_) | None => self.flow_input(device_flow::Input::TokenRefused(token), now),
        }
    }

    /// The person asks again for what could not be listed.
    fn retry(&mut self, now: DateTime<Utc>) -> Vec<Effect> {
        let mut effects = self.listing_input(listing::Input::RetryFailed, now);
        if let (Phase::Interrupted(_), Some(token)) = (self.listing.phase(), self.token_number()) {
            effects.extend(self.listing_input(listing::Input::Resume { token }, now));
        }
        effects
    }

    fn access(&self) -> Option<Access> {
        let session = self.flow.session()?;
        Some(Access { endpoint: session.portal().endpoint(), token: session.token().clone() })
    }

    fn token_number(&self) -> Option<Attempt> {
        self.flow.session().map(device_flow::Session::token_number)
    }

    /// Nothing of what was listed stays. The listing itself does: it knows late answers by their numbers.
    fn forget(&mut self, now: DateTime<Utc>) {
        self.listing = std::mem::take(&mut self.listing).step(listing::Input::Stop, now).0;
        self.catalog = Catalog::default();
        self.choice.clear();
        self.choice.enter_filter(String::new(), &self.catalog);
        self.listed = None;
        self.unseen = 0;
        self.write();
    }

    fn write(&mut self) {
        let (StartUrlRead::Good(start_url), Some(region), Ok(name)) =
            (self.form.start_url(), self.form.known_region(), self.form.session_name())
        else {
            self.choice.write(&self.catalog, None, None);
            return;
        };
        let session = Rc::new(Session {
            name,
            start_url: ConfigValue::from(start_url),
            region: ConfigValue::from(region),
            scopes: Scopes::default(),
        });
        self.choice.write(&self.catalog, Some(&session), Some(region));
    }
}

/// Random enough for a jitter: the milliseconds of the moment in which a person came back.
fn seed(now: DateTime<Utc>) -> u32 {
    now.timestamp_subsec_millis() ^ (now.timestamp() as u32)
}

/// Which stage a sign-in is in: when it changes, the keyboard's focus goes along.
fn mark(state: &FlowState) -> u8 {
    match state {
        FlowState::SignedOut(_) => 0,
        FlowState::Registering(_) | FlowState::Authorizing(_) => 1,
        FlowState::AwaitingApproval(_) => 2,
        FlowState::SignedIn(_) => 3,
        FlowState::Failed(_) => 4,
    }
}

fn look_up(wanted: LookUp) -> Vec<Effect> {
    match wanted {
        LookUp::Ask(host) => vec![Effect::LookUpRegion(host)],
        LookUp::None => vec![],
    }
}

fn effect_of(command: device_flow::Command) -> Effect {
    use device_flow::Command;
    match command {
        Command::Register { attempt, request } => Effect::Register(attempt, request),
        Command::Authorize { attempt, request } => Effect::Authorize(attempt, request),
        Command::Poll { attempt, request } => Effect::Poll(attempt, request),
        Command::Refresh { attempt, request } => Effect::Refresh(attempt, request),
        Command::Logout { attempt, request } => Effect::Logout(attempt, request),
        Command::WakeAt { attempt, at } => Effect::WakeAt(at, Alarm::Flow(attempt)),
    }
}

/// Whether an address begins with this origin, up to its whole port.
fn is_within(uri: &str, origin: &str) -> bool {
    let origin = origin.trim_end_matches('/');
    !origin.is_empty()
        && uri
            .strip_prefix(origin)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
}
