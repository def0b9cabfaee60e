//! Tells a sign-in: each step feeds one input and writes down the time, the state and what is to be done.
//!
//! The secrets in it all contain the word `hush`, so that a test can look for it.

use crate::answer::{CallError, CallFailure};
use crate::attempt::Attempt;
use crate::call::Call;
use crate::device_flow::{
    Command, DeviceFlow, FlowState, Input, Portal, Session, SignedOutReason, Trouble,
};
use crate::wire::{CreateTokenResponse, RegisterClientResponse, StartDeviceAuthorizationResponse};
use crate::{EndpointFamily, Region, Secret};
use chrono::{DateTime, TimeDelta, Utc};
use expect_test::Expect;
use std::fmt::Write;

pub(super) fn portal(region: &str) -> Portal {
    Portal {
        start_url: "https://acme.awsapps.com/start".to_owned(),
        region: Region::parse(region).unwrap(),
        endpoints: EndpointFamily::Standard,
        scopes: vec!["sso:account:access".to_owned()],
    }
}

pub(super) fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

pub(super) fn failure(call: Call, kind: CallFailure) -> CallError {
    CallError { kind, ..CallError::unreachable(call) }
}

pub(super) fn registration() -> RegisterClientResponse {
    RegisterClientResponse {
        client_id: "client".to_owned(),
        client_secret: Secret::new("hush-client"),
        client_secret_expires_at: (start() + TimeDelta::days(90)).timestamp() as f64,
    }
}

pub(super) fn code(interval: Option<f64>) -> StartDeviceAuthorizationResponse {
    StartDeviceAuthorizationResponse {
        device_code: Secret::new("hush-device"),
        user_code: "ABCD-EFGH".to_owned(),
        verification_uri: "https://acme.awsapps.com/start/#/device".to_owned(),
        verification_uri_complete: None,
        expires_in: Some(600.0),
        interval,
    }
}

pub(super) fn token(refresh: Option<&str>) -> CreateTokenResponse {
    CreateTokenResponse {
        access_token: Secret::new("hush-access"),
        expires_in: Some(3600.0),
        refresh_token: refresh.map(Secret::new),
    }
}

pub(super) struct Story {
    pub(super) flow: DeviceFlow,
    pub(super) now: DateTime<Utc>,
    asked: Attempt,
    alarm: Option<(Attempt, DateTime<Utc>)>,
    told: String,
}

impl Story {
    pub(super) fn new() -> Story {
        Story {
            flow: DeviceFlow::new(),
            now: start(),
            asked: Attempt::default(),
            alarm: None,
            told: String::new(),
        }
    }

    /// One that has come to a code, with nothing told yet.
    pub(super) fn with_code(interval: Option<f64>) -> Story {
        let mut story = Story::new();
        story.sign_in().registered().authorized(code(interval)).told.clear();
        story
    }

    /// One that is signed in, with nothing told yet.
    pub(super) fn with_session(refresh: Option<&str>) -> Story {
        let mut story = Story::with_code(Some(1.0));
        story.ring().polled(Ok(token(refresh))).told.clear();
        story
    }

    #[track_caller]
    pub(super) fn check(&self, expect: Expect) {
        expect.assert_eq(&self.told);
    }

    /// The same for the last step alone.
    #[track_caller]
    pub(super) fn check_last(&self, expect: Expect) {
        expect.assert_eq(self.told.lines().last().unwrap_or_default());
    }

    pub(super) fn wait(&mut self, seconds: i64) -> &mut Story {
        self.now += TimeDelta::seconds(seconds);
        self
    }

    pub(super) fn input(&mut self, input: Input) -> &mut Story {
        let (flow, commands) = std::mem::take(&mut self.flow).step(input, self.now);
        self.flow = flow;
        let time = (self.now - start()).num_seconds();
        let time = format!("{time}s");
        write!(self.told, "{time:<7}{}", state(self.flow.state(), self.now)).unwrap();
        for command in commands {
            let done = self.carry_out(&command);
            write!(self.told, "; {done}").unwrap();
        }
        self.told.push('\n');
        self
    }

    fn carry_out(&mut self, command: &Command) -> String {
        let (name, attempt, path) = match command {
            Command::WakeAt { attempt, at } => {
                self.alarm = Some((*attempt, *at));
                return format!("wake at {}s", (*at - start()).num_seconds());
            }
            Command::Register { attempt, request } => {
                ("register", attempt, request.endpoint().relay_path(Call::RegisterClient))
            }
            Command::Authorize { attempt, request } => (
                "authorize",
                attempt,
                request.endpoint().relay_path(Call::StartDeviceAuthorization),
            ),
            Command::Poll { attempt, request } => {
                ("poll", attempt, request.endpoint().relay_path(Call::CreateToken))
            }
            Command::Refresh { attempt, request } => {
                let with = request.body().refresh_token.unwrap().expose();
                self.asked = *attempt;
                let number = with.rsplit('-').next().unwrap_or_default();
                return format!("refresh with token {number}");
            }
            Command::Logout { attempt, request } => {
                ("log out", attempt, request.endpoint().relay_path(Call::Logout))
            }
        };
        self.asked = *attempt;
        let region = path.split('/').nth(2).unwrap_or_default();
        format!("{name} in {region}")
    }

    pub(super) fn sign_in(&mut self) -> &mut Story {
        self.input(Input::SignIn(portal("eu-west-1")))
    }

    pub(super) fn registered(&mut self) -> &mut Story {
        self.input(Input::Registered(self.asked, Ok(registration())))
    }

    pub(super) fn not_registered(&mut self, kind: CallFailure) -> &mut Story {
        let error = failure(Call::RegisterClient, kind);
        self.input(Input::Registered(self.asked, Err(error)))
    }

    pub(super) fn authorized(&mut self, code: StartDeviceAuthorizationResponse) -> &mut Story {
        self.input(Input::Authorized(self.asked, Ok(code)))
    }

    pub(super) fn not_authorized(&mut self, kind: CallFailure) -> &mut Story {
        let error = failure(Call::StartDeviceAuthorization, kind);
        self.input(Input::Authorized(self.asked, Err(error)))
    }

    pub(super) fn polled(
        &mut self,
        answer: Result<CreateTokenResponse, CallFailure>,
    ) -> &mut Story {
        let answer = answer.map_err(|kind| failure(Call::CreateToken, kind));
        self.input(Input::Polled(self.asked, answer))
    }

    pub(super) fn refreshed(
        &mut self,
        answer: Result<CreateTokenResponse, CallFailure>,
    ) -> &mut Story {
        let answer = answer.map_err(|kind| failure(Call::CreateToken, kind));
        self.input(Input::Refreshed(self.asked, answer))
    }

    /// Lets time pass until the alarm rings.
    pub(super) fn ring(&mut self) -> &mut Story {
        let (attempt, at) = self.alarm.take().unwrap();
        self.now = self.now.max(at);
        self.input(Input::Woke(attempt))
    }

    /// The number of the request asked last.
    pub(super) fn asked(&self) -> Attempt {
        self.asked
    }

    /// The alarm that is set.
    pub(super) fn alarm(&self) -> (Attempt, DateTime<Utc>) {
        self.alarm.unwrap()
    }

    pub(super) fn session(&self) -> &Session {
        self.flow.session().unwrap()
    }
}

fn state(state: &FlowState, now: DateTime<Utc>) -> String {
    match state {
        FlowState::SignedOut(reason) => format!("signed out, {}", signed_out(reason)),
        FlowState::Registering(state) => format!("registering{}", trouble(state.trouble())),
        FlowState::Authorizing(state) => format!("authorizing{}", trouble(state.trouble())),
        FlowState::AwaitingApproval(state) => format!(
            "{} {} for {}s every {}s{}",
            if state.replaces_a_code() { "new code" } else { "code" },
            state.user_code(),
            state.remaining(now).num_seconds(),
            state.interval().num_seconds(),
            trouble(state.trouble()),
        ),
        FlowState::SignedIn(session) => format!(
            "signed in until {}s, {:?}{}",
            (session.expires_at() - start()).num_seconds(),
            session.standing(now),
            trouble(session.trouble()),
        ),
        FlowState::Failed(failed) => {
            let name = format!("{:?}", failed.failure());
            let name = name.split(['(', ' ']).next().unwrap_or_default().to_owned();
            let kind = failed.failure().error().map(|error| error.kind);
            format!("failed: {name}, {kind:?}")
        }
    }
}

fn signed_out(reason: &SignedOutReason) -> String {
    match reason {
        SignedOutReason::SessionEnded(error) => {
            format!("session ended, {:?}", error.as_ref().map(|error| error.kind))
        }
        SignedOutReason::Expired(error) => {
            format!("expired, {:?}", error.as_ref().map(|error| error.kind))
        }
        SignedOutReason::SignedOut(farewell) => {
            let name = format!("{farewell:?}");
            name.split('(').next().unwrap_or_default().to_owned()
        }
        SignedOutReason::Fresh | SignedOutReason::Cancelled => format!("{reason:?}"),
    }
}

fn trouble(trouble: Option<&Trouble>) -> String {
    match trouble {
        Some(trouble) => format!(", {:?} x{}", trouble.error().kind, trouble.failures()),
        None => String::new(),
    }
}
