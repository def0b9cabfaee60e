//! A page without screens, driven up to the effect that a test wants to see done.

use chrono::{DateTime, Utc};
use onramp::app::effect::Effect;
use onramp::app::event::{Event, PortalEvent};
use onramp::app::model::Model;
use onramp::app::route::Route;
use onramp::app::update::{open, update};
use onramp::shell::now;
use onramp_domain::device_flow::Input;
use onramp_domain::wire::{
    CreateTokenResponse, RegisterClientResponse, StartDeviceAuthorizationResponse,
};
use onramp_domain::{Region, Secret};

/// The page, and what it asks for.
pub(crate) struct Flow {
    model: Option<Model>,
    now: DateTime<Utc>,
    asked: Vec<Effect>,
}

impl Flow {
    /// "Sign in" was pressed.
    pub(crate) fn signing_in() -> Flow {
        let now = now();
        let (model, asked) = open(Route::default(), now);
        let mut flow = Flow { model: Some(model), now, asked };
        let start_url = "https://acme.awsapps.com/start".to_owned();
        flow.send(Event::Portal(PortalEvent::StartUrlEntered(start_url)));
        flow.send(Event::Portal(PortalEvent::RegionChosen(Region::parse("eu-west-1").ok())));
        flow.send(Event::Portal(PortalEvent::SignInClicked));
        flow
    }

    /// Signed in, with a token that is `TOKEN`.
    pub(crate) fn signed_in() -> Flow {
        let mut flow = Flow::signing_in();
        let Effect::Register(attempt, _) = flow.registration() else {
            panic!("not a registration")
        };
        flow.input(Input::Registered(
            attempt,
            Ok(RegisterClientResponse {
                client_id: "client".to_owned(),
                client_secret: Secret::new("CLIENT-SECRET"),
                client_secret_expires_at: 4_000_000_000.0,
            }),
        ));
        let attempt = flow.take(|effect| match effect {
            Effect::Authorize(attempt, _) => Some(*attempt),
            _ => None,
        });
        flow.input(Input::Authorized(
            attempt,
            Ok(StartDeviceAuthorizationResponse {
                device_code: Secret::new("DEVICE-CODE"),
                user_code: "ABCD-EFGH".to_owned(),
                verification_uri: "https://acme.awsapps.com/start/#/device".to_owned(),
                verification_uri_complete: None,
                expires_in: Some(600.0),
                interval: Some(1.0),
            }),
        ));
        let (at, alarm) = flow.take(|effect| match effect {
            Effect::WakeAt(at, alarm @ onramp::app::event::Alarm::Flow(_)) => Some((*at, *alarm)),
            _ => None,
        });
        flow.now = at;
        flow.send(Event::Woke(alarm));
        let attempt = flow.take(|effect| match effect {
            Effect::Poll(attempt, _) => Some(*attempt),
            _ => None,
        });
        flow.input(Input::Polled(
            attempt,
            Ok(CreateTokenResponse {
                access_token: Secret::new("TOKEN"),
                expires_in: Some(3600.0),
                refresh_token: None,
            }),
        ));
        flow
    }

    /// The registration that is asked for.
    pub(crate) fn registration(&self) -> Effect {
        let found = self.asked.iter().find(|effect| matches!(effect, Effect::Register(..)));
        found.expect("a registration is asked for").clone()
    }

    /// Something happens in the sign-in.
    pub(crate) fn input(&mut self, input: Input) {
        self.send(Event::Flow(input));
    }

    /// Takes the newest effect that `pick` knows.
    pub(crate) fn take<T>(&mut self, pick: impl Fn(&Effect) -> Option<T>) -> T {
        let at = self.asked.iter().rposition(|effect| pick(effect).is_some()).expect("asked for");
        pick(&self.asked.remove(at)).expect("just found")
    }

    fn send(&mut self, event: Event) {
        let (model, effects) = update(self.model.take().expect("it is here"), event, self.now);
        self.model = Some(model);
        self.asked.extend(effects);
    }
}
