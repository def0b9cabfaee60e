//! "Set up" for one Identity Center: where, approve, choose and copy.
//!
//! Not here: the other screens. Everything that belongs to one sign-in is in one [`Center`], so that several can stand
//! side by side.

pub mod catalog;
pub mod choice;
mod lists;
pub mod options;
pub mod portal_form;
pub mod rows;
mod search;
mod sign_in;

use super::effect::Effect;
use super::event::{ChoiceEvent, PortalEvent};
use super::route::Prefill;
use super::site::SiteFile;
use catalog::Catalog;
use choice::Choice;
use chrono::{DateTime, Utc};
use onramp_domain::EndpointFamily;
use onramp_domain::device_flow::{self, DeviceFlow, FlowState, Portal, SignedOutReason};
use onramp_domain::entry::Session;
use onramp_domain::listing::{self, Listing};
use onramp_domain::names::{ConfigValue, Scopes};
use portal_form::{AfterLookUp, LookUp, PortalForm, StartUrlRead};
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
        self.choice.options_mut().fill_in(site);
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
            ChoiceEvent::DefaultRegionChosen(region) => {
                self.choice.options_mut().choose_default_region(region);
            }
            ChoiceEvent::OutputChosen(output) => self.choice.options_mut().choose_output(output),
            ChoiceEvent::FormatChosen(format) => self.choice.options_mut().choose_format(format),
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

fn look_up(wanted: LookUp) -> Vec<Effect> {
    match wanted {
        LookUp::Ask(host) => vec![Effect::LookUpRegion(host)],
        LookUp::None => vec![],
    }
}
