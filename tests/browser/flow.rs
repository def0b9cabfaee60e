//! A sign-in, driven up to the effect that a test wants to see done.

use chrono::{DateTime, Utc};
use onramp::{Effect, now};
use onramp_domain::attempt::Attempt;
use onramp_domain::aws::model::{
    CreateTokenResponse, RegisterClientResponse, StartDeviceAuthorizationResponse,
};
use onramp_domain::device_flow::{Command, DeviceFlow, Input, Portal};
use onramp_domain::listing::{self, Listing};
use onramp_domain::{EndpointFamily, Region, Secret};

/// The sign-in, and what it asks for.
pub(crate) struct Flow {
    flow: DeviceFlow,
    now: DateTime<Utc>,
    asked: Vec<Command>,
}

impl Flow {
    /// "Sign in" was pressed.
    pub(crate) fn signing_in() -> Flow {
        let mut flow = Flow { flow: DeviceFlow::default(), now: now(), asked: vec![] };
        flow.input(Input::SignIn(Portal {
            start_url: "https://acme.awsapps.com/start".to_owned(),
            region: Region::parse("eu-west-1").expect("a region"),
            endpoints: EndpointFamily::Standard,
            scopes: vec!["sso:account:access".to_owned()],
        }));
        flow
    }

    /// Signed in, with a token that is `TOKEN`.
    pub(crate) fn signed_in() -> Flow {
        let mut flow = Flow::signing_in();
        let Command::Register(attempt, _) = flow.next() else { panic!("not a registration") };
        flow.input(Input::Registered(
            attempt,
            Ok(RegisterClientResponse {
                client_id: "client".to_owned(),
                client_id_issued_at: None,
                client_secret: Secret::new("CLIENT-SECRET"),
                client_secret_expires_at: Some(4_000_000_000),
            }),
        ));
        let Command::Authorize(attempt, _) = flow.next() else { panic!("no authorization") };
        flow.input(Input::Authorized(
            attempt,
            Ok(StartDeviceAuthorizationResponse {
                device_code: Secret::new("DEVICE-CODE"),
                user_code: "ABCD-EFGH".to_owned(),
                verification_uri: "https://acme.awsapps.com/start/#/device".to_owned(),
                verification_uri_complete: None,
                expires_in: Some(600),
                interval: Some(1),
            }),
        ));
        let Command::WakeAt { attempt, at } = flow.next() else { panic!("no timer") };
        flow.now = at;
        flow.input(Input::Woke(attempt));
        let Command::Poll(attempt, _) = flow.next() else { panic!("no poll") };
        flow.input(Input::Polled(
            attempt,
            Ok(CreateTokenResponse {
                access_token: Secret::new("TOKEN"),
                expires_in: Some(3600),
                refresh_token: None,
                token_type: None,
            }),
        ));
        flow.asked.clear();
        flow
    }

    /// What is asked for next, as an effect.
    pub(crate) fn effect(&mut self) -> Effect {
        Effect::DeviceFlow(self.next())
    }

    /// The first page of accounts, as an effect.
    pub(crate) fn accounts(&self) -> Effect {
        let session = self.flow.session().expect("signed in");
        let start = listing::Input::Start { seed: 1, token: session.token_number() };
        let (_, commands) = Listing::default().step(start, self.now);
        let accounts = commands
            .into_iter()
            .find(|command| matches!(command, listing::Command::ListAccounts { .. }));
        Effect::Listing(accounts.expect("accounts are asked for"), session.access())
    }

    /// Something happens.
    pub(crate) fn input(&mut self, input: Input) {
        let (flow, commands) = std::mem::take(&mut self.flow).step(input, self.now);
        self.flow = flow;
        self.asked.extend(commands);
    }

    fn next(&mut self) -> Command {
        self.asked.remove(0)
    }
}

/// A number of an attempt, which only a sign-in makes.
pub(crate) fn attempt() -> Attempt {
    match Flow::signing_in().next() {
        Command::Register(attempt, _) => attempt,
        other => panic!("{other:?}"),
    }
}
