//! A page that a test drives: events go in, and what it asks for is answered by the test's own hands.
//!
//! Not here: the browser, and any real time.

use super::{accounts_page, at, brief, refusal, roles_page};
use crate::app::effect::Effect;
use crate::app::event::{Alarm, ChoiceEvent, Event, PortalEvent};
use crate::app::model::Model;
use crate::app::piece::Arrival;
use crate::app::route::Route;
use crate::app::setup::choice::Block;
use crate::app::update::{open, update};
use crate::app::{tidy, token};
use chrono::{DateTime, TimeDelta, Utc};
use onramp_domain::answer::CallError;
use onramp_domain::attempt::Attempt;
use onramp_domain::call::Call;
use onramp_domain::device_flow::Input;
use onramp_domain::listing;
use onramp_domain::wire::{
    CreateTokenResponse, RegisterClientResponse, StartDeviceAuthorizationResponse,
};
use onramp_domain::{Region, Secret};

/// The start URL that the tests sign in to.
pub(crate) const ACME: &str = "https://acme.awsapps.com/start";

/// The page, and what it has asked for and not been answered yet.
pub(crate) struct Page {
    model: Option<Model>,
    pub(crate) now: DateTime<Utc>,
    pub(crate) asked: Vec<Effect>,
}

impl Page {
    /// Opened at this address, `#…`.
    pub(crate) fn open(hash: &str) -> Page {
        let now = at("2026-11-24T10:00:00Z");
        let (model, asked) = open(Route::parse("", hash), now);
        Page { model: Some(model), now, asked }
    }

    /// What it knows.
    pub(crate) fn model(&self) -> &Model {
        self.model.as_ref().expect("it is only away inside `send`")
    }

    /// What comes later is not here, but so far.
    pub(crate) fn without_piece(mut self, arrival: Arrival) -> Page {
        let model = self.model.as_mut().expect("it is only away inside `send`");
        model.piece = arrival;
        model.token = token::room::Room::Away;
        model.tidy = tidy::room::Room::Away(tidy::room::Early::default());
        self
    }

    /// Gives the model away, to be drawn.
    pub(crate) fn into_model(self) -> Model {
        self.model.expect("it is only away inside `send`")
    }

    /// Something happens; what is to be done is given back and noted as asked.
    pub(crate) fn send(&mut self, event: Event) -> Vec<Effect> {
        let (model, effects) = update(self.model.take().expect("it is here"), event, self.now);
        self.model = Some(model);
        self.asked.extend(effects.iter().cloned());
        effects
    }

    /// Something happens in the form.
    pub(crate) fn portal(&mut self, event: PortalEvent) -> Vec<Effect> {
        self.send(Event::Portal(event))
    }

    /// Something happens in the list.
    pub(crate) fn choose(&mut self, event: ChoiceEvent) -> Vec<Effect> {
        self.send(Event::Choice(event))
    }

    /// Takes the newest effect that `pick` knows out of what is not answered.
    pub(crate) fn take<T>(&mut self, pick: impl Fn(&Effect) -> Option<T>) -> T {
        let place = self.asked.iter().rposition(|effect| pick(effect).is_some());
        let Some(place) = place else { panic!("not asked for; asked: {}", brief(&self.asked)) };
        pick(&self.asked.remove(place)).expect("it was just picked")
    }

    /// Fills the form in and presses "Sign in".
    pub(crate) fn sign_in(&mut self) {
        self.portal(PortalEvent::StartUrlEntered(ACME.to_owned()));
        self.portal(PortalEvent::RegionChosen(Region::parse("eu-west-1").ok()));
        self.portal(PortalEvent::SignInClicked);
    }

    /// AWS registers the page.
    pub(crate) fn register(&mut self) {
        let attempt = self.registration();
        let answer = RegisterClientResponse {
            client_id: "client".to_owned(),
            client_secret: Secret::new("SECRET"),
            client_secret_expires_at: 1_800_000_000.0,
        };
        self.send(Event::Flow(Input::Registered(attempt, Ok(answer))));
    }

    /// The registration that waits for its answer.
    pub(crate) fn registration(&mut self) -> Attempt {
        self.take(|effect| match effect {
            Effect::Register(attempt, _) => Some(*attempt),
            _ => None,
        })
    }

    /// AWS gives a code that holds ten minutes, to be approved at the portal itself.
    pub(crate) fn authorize(&mut self) {
        self.authorize_at(&format!("{ACME}/#/device"));
    }

    /// AWS gives a code, to be approved at this address.
    pub(crate) fn authorize_at(&mut self, uri: &str) {
        let attempt = self.authorization();
        let answer = StartDeviceAuthorizationResponse {
            device_code: Secret::new("SECRET"),
            user_code: "ABCD-EFGH".to_owned(),
            verification_uri: uri.to_owned(),
            verification_uri_complete: Some(format!("{uri}?user_code=ABCD-EFGH")),
            expires_in: Some(600.0),
            interval: Some(1.0),
        };
        self.send(Event::Flow(Input::Authorized(attempt, Ok(answer))));
    }

    /// The authorization that waits for its answer.
    pub(crate) fn authorization(&mut self) -> Attempt {
        self.take(|effect| match effect {
            Effect::Authorize(attempt, _) => Some(*attempt),
            _ => None,
        })
    }

    /// Lets the flow's alarm ring when it is due.
    pub(crate) fn ring(&mut self) {
        let (at, alarm) = self.take(|effect| match effect {
            Effect::WakeAt(at, alarm @ Alarm::Flow(_)) => Some((*at, *alarm)),
            _ => None,
        });
        self.now = self.now.max(at);
        self.send(Event::Woke(alarm));
    }

    /// The poll that waits for its answer.
    pub(crate) fn poll(&mut self) -> Attempt {
        self.take(|effect| match effect {
            Effect::Poll(attempt, _) => Some(*attempt),
            _ => None,
        })
    }

    /// From the code to the session.
    pub(crate) fn approve(&mut self) {
        self.ring();
        let attempt = self.poll();
        let answer = CreateTokenResponse {
            access_token: Secret::new("SECRET"),
            expires_in: Some(3600.0),
            refresh_token: None,
        };
        self.send(Event::Flow(Input::Polled(attempt, Ok(answer))));
    }

    /// A code is on the screen.
    pub(crate) fn with_code() -> Page {
        let mut page = Page::open("");
        page.send(Event::SiteGot(Ok(None)));
        page.sign_in();
        page.register();
        page.authorize();
        page
    }

    /// The next poll is due, and ends in this error.
    pub(crate) fn refuse_poll(&mut self, error: CallError) {
        self.ring();
        let attempt = self.poll();
        self.send(Event::Flow(Input::Polled(attempt, Err(error))));
    }

    /// The registration ends in this error.
    pub(crate) fn refuse_registration(&mut self, error: CallError) {
        let attempt = self.registration();
        self.send(Event::Flow(Input::Registered(attempt, Err(error))));
    }

    /// Time passes, and the count-downs on screen move on.
    pub(crate) fn pass(&mut self, time: TimeDelta) {
        self.now += time;
        self.send(Event::Woke(Alarm::Second));
    }

    /// Signed in at [`ACME`], before anything is listed.
    pub(crate) fn signed_in() -> Page {
        let mut page = Page::with_code();
        page.approve();
        page
    }

    /// Answers the listing until it has nothing left to ask.
    pub(crate) fn list(&mut self, accounts: &[(&str, &str, &[&str])]) {
        while let Some(input) = self.next_of_listing(accounts) {
            self.send(Event::Listing(input));
        }
    }

    /// The same, but one account's roles can't be had.
    pub(crate) fn list_but(&mut self, accounts: &[(&str, &str, &[&str])], broken: &str) {
        while let Some(place) = self.asked.iter().position(is_listings) {
            let is_broken = matches!(&self.asked[place], Effect::ListRoles(_, request, _) if request.account_id().as_str() == broken);
            let mut input = self.next_of_listing(accounts);
            if let (true, Some(listing::Input::RolesPage(_, answer))) = (is_broken, &mut input) {
                *answer = Err(refusal(Call::ListAccountRoles, 400, "invalid_request"));
            }
            self.send(Event::Listing(input.expect("it was just seen")));
        }
    }

    /// The answer to what the listing asked first, taken out of what is not answered.
    pub(crate) fn next_of_listing(
        &mut self,
        accounts: &[(&str, &str, &[&str])],
    ) -> Option<listing::Input> {
        let place = self.asked.iter().position(is_listings)?;
        Some(match self.asked.remove(place) {
            Effect::ListAccounts(attempt, ..) => {
                listing::Input::AccountsPage(attempt, Ok(accounts_page(accounts)))
            }
            Effect::ListRoles(attempt, request, _) => {
                let id = request.account_id();
                let account = accounts.iter().find(|account| account.0 == id.as_str());
                let roles = account.map_or(&[][..], |account| account.2);
                listing::Input::RolesPage(attempt, Ok(roles_page(roles)))
            }
            Effect::WakeAt(at, Alarm::Listing(attempt)) => {
                self.now = self.now.max(at);
                listing::Input::Woke(attempt)
            }
            other => panic!("not the listing's: {other:?}"),
        })
    }

    /// The block's text, or why there is none.
    pub(crate) fn block(&self) -> String {
        match self.model().center.choice().block() {
            Block::Ready { text, .. } => text.to_string(),
            other => format!("{other:?}"),
        }
    }
}

fn is_listings(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::ListAccounts(..) | Effect::ListRoles(..) | Effect::WakeAt(_, Alarm::Listing(_))
    )
}
