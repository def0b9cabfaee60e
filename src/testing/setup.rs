//! Driving "Set up": AWS's answers, and lists of accounts.

use super::{Page, at};
use crate::app::Msg;
use crate::effect::Effect;
use crate::screens::setup::choose::catalog::RoleKey;
use crate::screens::setup::msg::{ChooseMsg, ConnectMsg, Msg as SetupMsg, UseItMsg};
use onramp_domain::attempt::Attempt;
use onramp_domain::aws::model::{
    AccountInfo, CreateTokenResponse, ErrorBody, ListAccountRolesResponse, ListAccountsResponse,
    RegisterClientResponse, RoleInfo, StartDeviceAuthorizationResponse,
};
use onramp_domain::aws::{CallError, Operation, Reply, ReplyBody, classify};
use onramp_domain::device_flow::{self, Command as FlowCommand, Input as FlowInput};
use onramp_domain::listing::{Accounts, Command, Input, Listing};
use onramp_domain::{AccountId, Region, RoleName, Secret, block};

/// The start URL that the tests sign in to.
pub const ACME: &str = "https://acme.awsapps.com/start";

/// An account for the tests: id, name, roles.
pub type Given<'a> = (&'a str, &'a str, &'a [&'a str]);

/// Two accounts and three roles.
pub const TWO: &[Given<'_>] =
    &[("111111111111", "Beta", &["Admin", "Dev"]), ("000000000042", "alpha", &["Admin"])];

impl Page {
    /// Something happens on "Set up".
    pub fn setup(&mut self, msg: SetupMsg) -> Vec<Effect> {
        self.send(Msg::Setup(msg))
    }

    /// In the form.
    pub fn connect(&mut self, msg: ConnectMsg) -> Vec<Effect> {
        self.setup(SetupMsg::Connect(msg))
    }

    /// In the list.
    pub fn choose(&mut self, msg: ChooseMsg) -> Vec<Effect> {
        self.setup(SetupMsg::Choose(msg))
    }

    /// Among options, block and commands.
    pub fn use_it(&mut self, msg: UseItMsg) -> Vec<Effect> {
        self.setup(SetupMsg::UseIt(msg))
    }

    /// A start URL is typed.
    pub fn enter(&mut self, start_url: &str) -> Vec<Effect> {
        self.connect(ConnectMsg::StartUrlEntered(start_url.to_owned()))
    }

    /// "Sign in" is pressed.
    pub fn press_sign_in(&mut self) -> Vec<Effect> {
        self.setup(SetupMsg::SignInClicked)
    }

    /// What names the profiles is typed: the only one's name, or the template.
    pub fn enter_name(&mut self, text: &str) -> Vec<Effect> {
        let setup = &self.model.setup;
        let text = text.to_owned();
        match setup.use_it.naming(&setup.choose).0.cloned() {
            Some(key) => self.choose(ChooseMsg::OwnNameEntered(key, text)),
            None => self.use_it(UseItMsg::TemplateEntered(text)),
        }
    }

    /// The role in the account is chosen, or no more.
    pub fn toggle(&mut self, account: &str, role: &str) -> Vec<Effect> {
        self.choose(ChooseMsg::RoleToggled(key(account, role)))
    }

    /// The form is filled in and "Sign in" pressed.
    pub fn sign_in(&mut self) -> Vec<Effect> {
        self.enter(ACME);
        self.connect(ConnectMsg::RegionChosen(Region::parse("eu-west-1").ok()));
        self.press_sign_in()
    }

    /// A code is on the screen.
    pub fn with_code() -> Page {
        let mut page = Page::open("");
        page.send(Msg::HostConfigFetched(Ok(None)));
        page.sign_in();
        page.register();
        page.authorize();
        page
    }

    /// Signed in at [`ACME`], before anything is listed.
    pub fn signed_in() -> Page {
        let mut page = Page::with_code();
        page.approve();
        page
    }

    /// Signed in, with [`TWO`] accounts.
    pub fn listed() -> Page {
        let mut page = Page::signed_in();
        page.list(TWO);
        page
    }

    /// The call of the sign-in that waits for its answer.
    pub fn call(&mut self, pick: impl Fn(&FlowCommand) -> Option<Attempt>) -> Attempt {
        self.take(|effect| match effect {
            Effect::DeviceFlow(command) => pick(command),
            _ => None,
        })
    }

    /// The registration that waits for its answer.
    pub fn registration(&mut self) -> Attempt {
        self.call(|command| match command {
            FlowCommand::Register(attempt, _) => Some(*attempt),
            _ => None,
        })
    }

    /// The authorization that waits for its answer.
    pub fn authorization(&mut self) -> Attempt {
        self.call(|command| match command {
            FlowCommand::Authorize(attempt, _) => Some(*attempt),
            _ => None,
        })
    }

    /// The poll that waits for its answer.
    pub fn poll(&mut self) -> Attempt {
        self.call(|command| match command {
            FlowCommand::Poll(attempt, _) => Some(*attempt),
            _ => None,
        })
    }

    /// The sign-in goes on.
    pub fn flow(&mut self, input: device_flow::Input) -> Vec<Effect> {
        self.setup(SetupMsg::DeviceFlow(input))
    }

    /// AWS registers the page.
    pub fn register(&mut self) -> Vec<Effect> {
        let attempt = self.registration();
        let answer = RegisterClientResponse {
            client_id: "client".to_owned(),
            client_id_issued_at: None,
            client_secret: Secret::new("SECRET"),
            client_secret_expires_at: Some(1_800_000_000),
        };
        self.flow(FlowInput::Registered(attempt, Ok(answer)))
    }

    /// AWS gives a code that lasts ten minutes, to be approved at the portal itself.
    pub fn authorize(&mut self) -> Vec<Effect> {
        self.authorize_at(&format!("{ACME}/#/device"))
    }

    /// AWS gives a code, to be approved at this address.
    pub fn authorize_at(&mut self, uri: &str) -> Vec<Effect> {
        let attempt = self.authorization();
        let answer = StartDeviceAuthorizationResponse {
            device_code: Secret::new("SECRET"),
            user_code: "ABCD-EFGH".to_owned(),
            verification_uri: uri.to_owned(),
            verification_uri_complete: Some(format!("{uri}?user_code=ABCD-EFGH")),
            expires_in: Some(600),
            interval: Some(1),
        };
        self.flow(FlowInput::Authorized(attempt, Ok(answer)))
    }

    /// The sign-in's timer runs out when it is due.
    pub fn wake(&mut self) -> Vec<Effect> {
        let (attempt, due) = self.take(|effect| match effect {
            Effect::DeviceFlow(FlowCommand::WakeAt { attempt, at }) => Some((*attempt, *at)),
            _ => None,
        });
        self.now = self.now.max(due);
        self.flow(FlowInput::Woke(attempt))
    }

    /// From the code to the session.
    pub fn approve(&mut self) -> Vec<Effect> {
        self.approve_with(token())
    }

    /// The same to a session that can be refreshed.
    pub fn approve_with_refresh(&mut self) -> Vec<Effect> {
        let refresh_token = Some(Secret::new("SECRET-REFRESH"));
        self.approve_with(CreateTokenResponse { refresh_token, ..token() })
    }

    fn approve_with(&mut self, token: CreateTokenResponse) -> Vec<Effect> {
        self.wake();
        let attempt = self.poll();
        self.flow(FlowInput::Polled(attempt, Ok(token)))
    }

    /// The next poll is due, and ends in this error.
    pub fn refuse_poll(&mut self, error: CallError) -> Vec<Effect> {
        self.wake();
        let attempt = self.poll();
        self.flow(FlowInput::Polled(attempt, Err(error)))
    }

    /// The registration ends in this error.
    pub fn refuse_registration(&mut self, error: CallError) -> Vec<Effect> {
        let attempt = self.registration();
        self.flow(FlowInput::Registered(attempt, Err(error)))
    }

    /// AWS doesn't know the start URL in this region.
    pub fn refuse_authorization(&mut self) -> Vec<Effect> {
        let attempt = self.authorization();
        let error = refusal(Operation::StartDeviceAuthorization, 400, "invalid_request");
        self.flow(FlowInput::Authorized(attempt, Err(error)))
    }

    /// Answers the listing until it has nothing left to ask.
    pub fn list(&mut self, accounts: &[Given<'_>]) {
        while let Some(input) = self.next_of_listing(accounts) {
            self.setup(SetupMsg::Listing(input));
        }
    }

    /// The same, but one account's roles can't be had.
    pub fn list_but(&mut self, accounts: &[Given<'_>], broken: &str) {
        let roles = accounts.iter().find(|account| account.0 == broken).map(|account| account.2);
        while let Some(mut input) = self.next_of_listing(accounts) {
            if let Input::RolesPage(_, answer) = &mut input
                && answer
                    .as_ref()
                    .is_ok_and(|page| Some(page.role_list.len()) == roles.map(<[_]>::len))
            {
                *answer = Err(refusal(Operation::ListAccountRoles, 400, "InvalidRequestException"));
            }
            self.setup(SetupMsg::Listing(input));
        }
    }

    /// The answer to what the listing asked first, taken out of what is not answered.
    pub fn next_of_listing(&mut self, accounts: &[Given<'_>]) -> Option<Input> {
        let place = self.asked.iter().position(|effect| matches!(effect, Effect::Listing(..)))?;
        let Effect::Listing(command, _) = self.asked.remove(place) else { return None };
        if let Command::WakeAt { at, .. } = &command {
            self.now = self.now.max(*at);
        }
        answer(command, accounts)
    }

    /// The block's text, or why there is none.
    pub fn block(&self) -> String {
        match &self.model.setup.use_it.naming_error {
            None => block::write(&self.model.setup.use_it.entries),
            Some(error) => format!("{error:?}"),
        }
    }
}

/// What the portal answers to the listing, when all goes well.
pub fn answer(command: Command, accounts: &[Given<'_>]) -> Option<Input> {
    Some(match command {
        Command::ListAccounts { attempt, .. } => {
            let info = |account: &Given<'_>| AccountInfo {
                account_id: account.0.to_owned(),
                account_name: account.1.to_owned(),
                email_address: format!("aws+{}@acme.example", &account.0[..4]),
            };
            let account_list = accounts.iter().map(info).collect();
            Input::AccountsPage(
                attempt,
                Ok(ListAccountsResponse { account_list, next_token: None }),
            )
        }
        Command::ListRoles { attempt, account_id: id, .. } => {
            let account = accounts.iter().find(|account| account.0 == id.as_str());
            let roles = account.map_or(&[][..], |account| account.2);
            let info = |role: &&str| RoleInfo {
                account_id: id.as_str().to_owned(),
                role_name: (*role).to_owned(),
            };
            let role_list = roles.iter().map(info).collect();
            Input::RolesPage(attempt, Ok(ListAccountRolesResponse { role_list, next_token: None }))
        }
        Command::WakeAt { attempt, .. } => Input::Woke(attempt),
        Command::TokenRefused { .. } => return None,
    })
}

/// What AWS gives for an approved code.
pub fn token() -> CreateTokenResponse {
    CreateTokenResponse {
        access_token: Secret::new("SECRET-ACCESS"),
        expires_in: Some(3600),
        refresh_token: None,
        token_type: None,
    }
}

/// A listing's accounts.
pub fn accounts(given: &[Given<'_>]) -> Accounts {
    let mut now = at("2026-11-24T10:00:00Z");
    let token = Default::default();
    let (mut listing, mut commands) = Listing::default().step(Input::Start { seed: 1, token }, now);
    while let Some(command) = commands.pop() {
        if let Command::WakeAt { at, .. } = &command {
            now = now.max(*at);
        }
        let Some(input) = answer(command, given) else { continue };
        let (next, more) = listing.step(input, now);
        listing = next;
        commands.splice(0..0, more);
    }
    listing.accounts().clone()
}

/// A role in an account.
pub fn key(account: &str, role: &str) -> RoleKey {
    RoleKey { account: AccountId::parse(account).unwrap(), role: RoleName::parse(role).unwrap() }
}

/// OIDC refuses a call with this code.
pub fn refusal(operation: Operation, status: u16, error: &str) -> CallError {
    let error = Some(error.to_owned());
    refused(operation, status, &ErrorBody { error, ..ErrorBody::default() })
}

/// The portal refuses a token.
pub fn unauthorized(operation: Operation) -> CallError {
    let kind = Some("x#UnauthorizedException".to_owned());
    refused(operation, 401, &ErrorBody { kind, ..ErrorBody::default() })
}

/// A call is refused with this body.
pub fn refused(operation: Operation, status: u16, body: &ErrorBody) -> CallError {
    let reply = Reply {
        status,
        content_type: Some("application/json".to_owned()),
        error_type: None,
        request_id: Some("r-1".to_owned()),
        retry_after: None,
        body: ReplyBody::Json(body.clone()),
    };
    classify(operation, reply)
}

/// A static host answers, which knows nothing of calls.
pub fn no_relay(operation: Operation) -> CallError {
    let reply = Reply {
        status: 404,
        content_type: Some("text/html".to_owned()),
        error_type: None,
        request_id: None,
        retry_after: None,
        body: ReplyBody::Text("<h1>Not Found</h1>".to_owned()),
    };
    classify(operation, reply)
}
