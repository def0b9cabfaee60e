//! Tells a sign-in: each step feeds one input and writes down the time, the state and what is to be done.
//!
//! The secrets in it all contain the word `hush`, so that a test can look for it.

use crate::attempt::Attempt;
use crate::aws::model::{
    CreateTokenResponse, RegisterClientResponse, StartDeviceAuthorizationResponse,
};
use crate::aws::{CallError, ErrorKind, Operation, Request, RequestBody};
use crate::device_flow::{
    Command, DeviceFlow, FlowState, Input, Portal, Retrying, Session, SignedOutReason,
};
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

pub(super) fn failure(call: Operation, kind: ErrorKind) -> CallError {
    CallError { kind, ..CallError::unreachable(call) }
}

pub(super) fn registration() -> RegisterClientResponse {
    RegisterClientResponse {
        client_id: "client".to_owned(),
        client_secret: Secret::new("hush-client"),
        client_id_issued_at: None,
        client_secret_expires_at: Some((start() + TimeDelta::days(90)).timestamp()),
    }
}

pub(super) fn code(interval: Option<i64>) -> StartDeviceAuthorizationResponse {
    StartDeviceAuthorizationResponse {
        device_code: Secret::new("hush-device"),
        user_code: "ABCD-EFGH".to_owned(),
        verification_uri: "https://acme.awsapps.com/start/#/device".to_owned(),
        verification_uri_complete: None,
        expires_in: Some(600),
        interval,
    }
}

pub(super) fn token(refresh: Option<&str>) -> CreateTokenResponse {
    CreateTokenResponse {
        access_token: Secret::new("hush-access"),
        expires_in: Some(3600),
        refresh_token: refresh.map(Secret::new),
        token_type: None,
    }
}

pub(super) struct Story {
    pub(super) flow: DeviceFlow,
    pub(super) now: DateTime<Utc>,
    asked: Attempt,
    sent: Option<Request>,
    alarm: Option<(Attempt, DateTime<Utc>)>,
    told: String,
}

impl Story {
    pub(super) fn new() -> Story {
        Story {
            flow: DeviceFlow::default(),
            now: start(),
            asked: Attempt::default(),
            sent: None,
            alarm: None,
            told: String::new(),
        }
    }

    /// One that has come to a code, with nothing told yet.
    pub(super) fn with_code(interval: Option<i64>) -> Story {
        let mut story = Story::new();
        story.sign_in().registered().authorized(code(interval)).told.clear();
        story
    }

    /// One that is signed in, with nothing told yet.
    pub(super) fn with_session(refresh: Option<&str>) -> Story {
        let mut story = Story::with_code(Some(1));
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
        let (name, attempt, request) = match command {
            Command::WakeAt { attempt, at } => {
                self.alarm = Some((*attempt, *at));
                return format!("wake at {}s", (*at - start()).num_seconds());
            }
            Command::Register(attempt, request) => ("register", attempt, request),
            Command::Authorize(attempt, request) => ("authorize", attempt, request),
            Command::Poll(attempt, request) => ("poll", attempt, request),
            Command::Refresh(attempt, request) => ("refresh", attempt, request),
            Command::Logout(attempt, request) => ("log out", attempt, request),
        };
        self.asked = *attempt;
        self.sent = Some(request.clone());
        if let Some(RequestBody::CreateToken(body)) = &request.body
            && let Some(with) = &body.refresh_token
        {
            let number = with.expose().rsplit('-').next().unwrap_or_default();
            return format!("{name} with token {number}");
        }
        format!("{name} in {}", request.endpoint.region)
    }

    /// The call sent last, as a shell would send it.
    pub(super) fn sent(&self) -> String {
        let request = self.sent.as_ref().unwrap();
        let body = request.body.as_ref().map(|body| serde_json::to_string(body).unwrap());
        format!(
            "{} {} token {:?}\n{}\n",
            request.operation.method().as_str(),
            request.relay_path(),
            request.token.as_ref().map(Secret::expose),
            body.unwrap_or_default(),
        )
    }

    pub(super) fn sign_in(&mut self) -> &mut Story {
        self.input(Input::SignIn(portal("eu-west-1")))
    }

    pub(super) fn registered(&mut self) -> &mut Story {
        self.input(Input::Registered(self.asked, Ok(registration())))
    }

    pub(super) fn not_registered(&mut self, kind: ErrorKind) -> &mut Story {
        let error = failure(Operation::RegisterClient, kind);
        self.input(Input::Registered(self.asked, Err(error)))
    }

    pub(super) fn authorized(&mut self, code: StartDeviceAuthorizationResponse) -> &mut Story {
        self.input(Input::Authorized(self.asked, Ok(code)))
    }

    pub(super) fn not_authorized(&mut self, kind: ErrorKind) -> &mut Story {
        let error = failure(Operation::StartDeviceAuthorization, kind);
        self.input(Input::Authorized(self.asked, Err(error)))
    }

    pub(super) fn polled(&mut self, answer: Result<CreateTokenResponse, ErrorKind>) -> &mut Story {
        let answer = answer.map_err(|kind| failure(Operation::CreateToken, kind));
        self.input(Input::Polled(self.asked, answer))
    }

    pub(super) fn refreshed(
        &mut self,
        answer: Result<CreateTokenResponse, ErrorKind>,
    ) -> &mut Story {
        let answer = answer.map_err(|kind| failure(Operation::CreateToken, kind));
        self.input(Input::Refreshed(self.asked, answer))
    }

    /// Sets the clock forward or back. Timers go by the time that passes, so the alarm rings as if nothing were.
    pub(super) fn set_clock(&mut self, seconds: i64) -> &mut Story {
        let by = TimeDelta::seconds(seconds);
        self.now += by;
        if let Some((_, rings_at)) = &mut self.alarm {
            *rings_at += by;
        }
        self
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
        FlowState::Starting(state) => {
            let asks_for_code = state.registration.is_some();
            let name = if asks_for_code { "authorizing" } else { "registering" };
            format!("{name}{}", retrying(state.retrying.as_ref()))
        }
        FlowState::AwaitingApproval(state) => format!(
            "{} {} for {}s every {}s{}",
            if state.replaces_a_code() { "new code" } else { "code" },
            state.user_code(),
            state.remaining(now).num_seconds(),
            state.interval.num_seconds(),
            retrying(state.retrying()),
        ),
        FlowState::SignedIn(session) => format!(
            "signed in until {}s{}",
            (session.expires_at() - start()).num_seconds(),
            retrying(session.retrying()),
        ),
        FlowState::Failed { failure, .. } => {
            let name = format!("{failure:?}");
            let name = name.split(['(', ' ']).next().unwrap_or_default().to_owned();
            let kind = failure.error().map(|error| error.kind);
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
        SignedOutReason::SignedOut(logout) => {
            let name = format!("{logout:?}");
            name.split('(').next().unwrap_or_default().to_owned()
        }
        SignedOutReason::Fresh | SignedOutReason::Cancelled => format!("{reason:?}"),
    }
}

fn retrying(retrying: Option<&Retrying>) -> String {
    match retrying {
        Some(retrying) => format!(", {:?} x{}", retrying.error.kind, retrying.failures),
        None => String::new(),
    }
}
