//! A [`Center`]'s sign-in: what "Sign in" leads to, and what follows when the flow goes on.
//!
//! Not here: the flow itself ([`onramp_domain::device_flow`]), and the lists that a token opens.

use super::Center;
use super::portal_form::{FormFault, LookUp, StartUrlRead};
use crate::app::effect::{Access, Effect, FocusTarget};
use crate::app::event::Alarm;
use crate::app::route::share_link;
use chrono::{DateTime, Utc};
use onramp_domain::attempt::Attempt;
use onramp_domain::device_flow::{self, FlowState};
use onramp_domain::verification::{self, Verdict};

impl Center {
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

    pub(super) fn sign_in(&mut self, now: DateTime<Utc>) -> Vec<Effect> {
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

    pub(super) fn access(&self) -> Option<Access> {
        let session = self.flow.session()?;
        Some(Access { endpoint: session.portal().endpoint(), token: session.token().clone() })
    }

    pub(super) fn token_number(&self) -> Option<Attempt> {
        self.flow.session().map(device_flow::Session::token_number)
    }
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
