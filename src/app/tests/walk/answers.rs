//! The world around the page: what it answers to what the page asks for, in every way that it may.

use crate::app::Msg;
use crate::effect::{ClipboardRefused, Effect, FolderError, FolderId, FolderRequest, Permission};
use crate::file_text::{FileError, FileText, ReadFile};
use crate::host_config::{HostConfig, HostConfigUnreadable};
use crate::screens::setup;
use crate::screens::token;
use crate::testing::setup::{ACME, Given, answer};
use crate::testing::{Dice, Disk};
use onramp_domain::aws::model::{
    CreateTokenResponse, LogoutResponse, RegisterClientResponse, StartDeviceAuthorizationResponse,
};
use onramp_domain::aws::{CallError, Denial, ErrorKind, Operation, RelayRefusal};
use onramp_domain::device_flow::{Command, Input};
use onramp_domain::{Region, Secret, listing};

const ACCOUNTS: &[Given<'_>] = &[
    ("111111111111", "Beta", &["AdministratorAccess", "Dev"]),
    ("000000000042", "alpha", &["AdministratorAccess", "ReadOnlyAccess"]),
    ("222222222222", "empty", &[]),
];
const HOSTS: [&str; 4] = [
    "{}",
    r#"{"name":"Acme","start_url":"https://acme.awsapps.com/start","region":"eu-west-1","sign_cli_in":true}"#,
    r#"{"sessions":[{"label":"A","start_url":"https://acme.awsapps.com/start","region":"eu-west-1"},{"label":"B","start_url":"https://b.awsapps.com/start"}],"allow":{"other_start_urls":false}}"#,
    r#"{"rules":[{"role":"Administrator*","hidden":true},{"role":"Dev","preselected":true,"name":"dev"}],"allow":{"save_token":false}}"#,
];
const KINDS: [ErrorKind; 14] = [
    ErrorKind::ExpiredToken,
    ErrorKind::AccessDenied(Denial::Person),
    ErrorKind::InvalidGrant,
    ErrorKind::InvalidClient,
    ErrorKind::InvalidRequest,
    ErrorKind::ServerError,
    ErrorKind::Throttled,
    ErrorKind::Unauthorized,
    ErrorKind::Forbidden,
    ErrorKind::Relay(RelayRefusal::RegionNotAllowed),
    ErrorKind::Relay(RelayRefusal::Upstream),
    ErrorKind::NoRelay,
    ErrorKind::Unreachable,
    ErrorKind::Malformed,
];
const FAULTS: [FolderError; 5] = [
    FolderError::Cancelled,
    FolderError::Refused,
    FolderError::Taken,
    FolderError::Missing,
    FolderError::Failed,
];

/// Two folders on the person's disk, and which of them was opened when.
pub struct World {
    pub disks: [Disk; 2],
    pub opened: Vec<usize>,
}

impl World {
    pub fn new() -> World {
        let mine = "[profile a]\nregion = eu-west-1\n";
        let keys = "[a]\naws_access_key_id = AKIA\naws_secret_access_key = SECRET\n";
        let disks = [Disk::default(), Disk::of(&[("config", mine), ("credentials", keys)])];
        World { disks, opened: vec![] }
    }

    /// A folder is opened: its number, and what is in it.
    pub fn open(&mut self, dice: &mut Dice) -> Result<(FolderId, Vec<ReadFile>), FolderError> {
        if dice.once_in(5) {
            return Err(dice.pick(&FAULTS));
        }
        let disk = dice.below(2);
        self.opened.push(disk);
        let files = ["config", "credentials"].iter().filter_map(|name| {
            let text = self.disks[disk].files.get(*name)?;
            Some(ReadFile::of_bytes((*name).to_owned(), text.clone().into_bytes()))
        });
        Ok((FolderId(self.opened.len() as u32 - 1), files.collect()))
    }

    /// What comes of an effect; nothing of what is not answered. All goes well, or it may fail.
    pub fn answer(&mut self, effect: Effect, may_fail: bool, dice: &mut Dice) -> Option<Msg> {
        let fails = |dice: &mut Dice| may_fail && dice.once_in(3);
        Some(match effect {
            Effect::FetchHostConfig => Msg::HostConfigFetched(match dice.below(6) {
                0 => Err(HostConfigUnreadable),
                1 => Ok(None),
                other => Ok(HostConfig::read_leniently(HOSTS[other - 2]).ok().map(Box::new)),
            }),
            Effect::LookUpRegion(portal) => {
                let region = dice.pick(&[None, Some("eu-west-1"), Some("us-east-1")]);
                let region = region.and_then(|id| Region::parse(id).ok());
                Msg::Setup(setup::Msg::RegionLookedUp(portal, region))
            }
            Effect::DeviceFlow(command) => {
                Msg::Setup(setup::Msg::DeviceFlow(flow(command, fails(dice), may_fail, dice)))
            }
            Effect::Listing(command, _) => {
                let input = answer(command, ACCOUNTS)?;
                let error = |operation, dice: &mut Dice| CallError {
                    kind: dice.pick(&KINDS),
                    ..CallError::unreachable(operation)
                };
                Msg::Setup(setup::Msg::Listing(match input {
                    listing::Input::AccountsPage(attempt, _) if may_fail && dice.once_in(6) => {
                        listing::Input::AccountsPage(
                            attempt,
                            Err(error(Operation::ListAccounts, dice)),
                        )
                    }
                    listing::Input::RolesPage(attempt, _) if may_fail && dice.once_in(4) => {
                        listing::Input::RolesPage(
                            attempt,
                            Err(error(Operation::ListAccountRoles, dice)),
                        )
                    }
                    input => input,
                }))
            }
            Effect::WakeAt(_, timer) => Msg::Woke(timer),
            Effect::Copy { button, text } => {
                let done = if fails(dice) { Err(ClipboardRefused) } else { Ok(()) };
                Msg::Copied(button, text, done)
            }
            Effect::OpenFolder(screen, _) => Msg::FolderOpened(screen, self.open(dice)),
            Effect::Folder(screen, id, request) => {
                Msg::FolderAnswered(screen, id, self.does(id, request, fails(dice), dice))
            }
            Effect::AskToNotify => Msg::Token(token::Msg::NotifyAnswered(dice.pick(&[
                Permission::Granted,
                Permission::Denied,
                Permission::Unanswered,
                Permission::Unsupported,
            ]))),
            Effect::SetAccent(_)
            | Effect::Download { .. }
            | Effect::Notify { .. }
            | Effect::ReplaceAddress(_)
            | Effect::PushEntry { .. }
            | Effect::Navigate(_)
            | Effect::Focus(_)
            | Effect::FocusField(_)
            | Effect::HandOff(_) => return None,
        })
    }
}

impl World {
    fn does(
        &mut self,
        id: FolderId,
        request: FolderRequest,
        fails: bool,
        dice: &mut Dice,
    ) -> Result<crate::effect::FolderAnswer, FolderError> {
        if fails && dice.once_in(2) {
            return Err(dice.pick(&FAULTS));
        }
        self.disks[self.opened[id.0 as usize]].does(request)
    }
}

/// A call of the sign-in ends, or its alarm rings. AWS mostly waits for the person.
fn flow(command: Command, fails: bool, may_fail: bool, dice: &mut Dice) -> Input {
    let error = |operation, dice: &mut Dice| CallError {
        kind: dice.pick(&KINDS),
        ..CallError::unreachable(operation)
    };
    let token = |dice: &mut Dice| CreateTokenResponse {
        access_token: Secret::new("SECRET-ACCESS"),
        expires_in: Some(dice.pick(&[60, 3600, 28_800])),
        refresh_token: dice.pick(&[None, Some(Secret::new("SECRET-REFRESH"))]),
        token_type: None,
    };
    match command {
        Command::WakeAt { attempt, .. } => Input::Woke(attempt),
        Command::Register(attempt, _) if fails => {
            Input::Registered(attempt, Err(error(Operation::RegisterClient, dice)))
        }
        Command::Register(attempt, _) => {
            let answer = RegisterClientResponse {
                client_id: "client".to_owned(),
                client_id_issued_at: None,
                client_secret: Secret::new("SECRET-CLIENT"),
                client_secret_expires_at: None,
            };
            Input::Registered(attempt, Ok(answer))
        }
        Command::Authorize(attempt, _) if fails => {
            Input::Authorized(attempt, Err(error(Operation::StartDeviceAuthorization, dice)))
        }
        Command::Authorize(attempt, _) => {
            let uri = dice.pick(&[
                ACME,
                "https://device.sso.eu-west-1.amazonaws.com/",
                "https://evil.example/",
            ]);
            let answer = StartDeviceAuthorizationResponse {
                device_code: Secret::new("SECRET-DEVICE"),
                user_code: "ABCD-EFGH".to_owned(),
                verification_uri: uri.to_owned(),
                verification_uri_complete: Some(format!("{uri}?user_code=ABCD-EFGH")),
                expires_in: Some(600),
                interval: Some(1),
            };
            Input::Authorized(attempt, Ok(answer))
        }
        Command::Poll(attempt, _) => {
            let operation = Operation::CreateToken;
            let waits = [ErrorKind::AuthorizationPending, ErrorKind::SlowDown];
            let answer = match dice.below(4) {
                0 if fails => Err(error(operation, dice)),
                1 if may_fail => {
                    let kind = dice.pick(&waits);
                    Err(CallError { kind, ..CallError::unreachable(operation) })
                }
                _ => Ok(token(dice)),
            };
            Input::Polled(attempt, answer)
        }
        Command::Refresh(attempt, _) if fails => {
            Input::Refreshed(attempt, Err(error(Operation::CreateToken, dice)))
        }
        Command::Refresh(attempt, _) => Input::Refreshed(attempt, Ok(token(dice))),
        Command::Logout(attempt, _) if fails => {
            Input::LoggedOut(attempt, Err(error(Operation::Logout, dice)))
        }
        Command::Logout(attempt, _) => Input::LoggedOut(attempt, Ok(LogoutResponse)),
    }
}

const GOOD: &str = "# mine\n[profile dev]\nsso_session = corp\nsso_account_id = 111111111111\nsso_role_name = Dev\n[profile gone]\nsso_session = corp\nsso_account_id = 000000000042\nsso_role_name = Old\n[sso-session corp]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n";
const MESSY: &str = "\u{feff}[dev]\r\nregion = eu-west-1 # here\r\n[profile old]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 42\nsso_role_name = \u{201c}Dev\u{201d}\n[profile old]\nregion=x\n[profile corp-Dev]\nregion = y\n  broken\n[sso-session my-sso]\nsso_region = eu-west-1\nsso_role_name = Dev\n";
const KEYS: &str = "[dev]\naws_access_key_id = AKIA\naws_secret_access_key = SECRET\n[ops]\r\naws_access_key_id = AKIA\naws_secret_access_key = SECRET\naws_session_token = SECRET\n";
const TOKEN: &str = r#"{"startUrl":"https://acme.awsapps.com/start","region":"eu-west-1","accessToken":"SECRET","expiresAt":"2026-11-24T10:30:00Z"}"#;
const REFRESHES: &str = r#"{"startUrl":"https://acme.awsapps.com/start","region":"eu-west-1","accessToken":"SECRET","expiresAt":"2026-11-24T11:00:00Z","refreshToken":"SECRET","clientId":"c","clientSecret":"SECRET","registrationExpiresAt":"2027-01-01T00:00:00Z"}"#;
const CREDENTIALS: &str = r#"{"ProviderType":"sso","Credentials":{"AccessKeyId":"A","SecretAccessKey":"SECRET","SessionToken":"SECRET","Expiration":"2026-11-24T11:00:00Z"}}"#;
const CUT_OFF: &str = r#"{"startUrl":"https://acme.awsapps.com/start","accessToken":"SECR"#;
const ANSWER: &str = r#"{"UserId":"A:b","Account":"111111111111","Arn":"arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_Dev_1/b"}"#;
const MESSAGE: &str = "Error when retrieving token from sso: Token has expired and refresh failed";

/// What people paste.
pub const TEXTS: [&str; 13] = [
    GOOD,
    MESSY,
    KEYS,
    TOKEN,
    REFRESHES,
    CREDENTIALS,
    CUT_OFF,
    ANSWER,
    MESSAGE,
    "2026-11-24T11:00:00Z",
    "",
    " ",
    "[profile x]\n",
];

/// What people choose or drop.
pub fn files(dice: &mut Dice) -> Vec<ReadFile> {
    let names = ["config", "credentials", "da39a3ee5e6b4b0d3255bfef95601890afd80709.json", "x.txt"];
    let file = |dice: &mut Dice| {
        let errors = [
            FileError::Unreadable,
            FileError::NotText,
            FileError::TooLarge { bytes: 1 << 30 },
            FileError::NothingThere,
        ];
        let text = match dice.below(8) {
            0 => Err(dice.pick(&errors)),
            _ => Ok(FileText::new(dice.pick(&TEXTS))),
        };
        // Keys in a config are shown.
        let has_keys = text.as_ref().is_ok_and(|text| **text.expose() == *KEYS);
        let name = if has_keys { "credentials" } else { dice.pick(&names) };
        ReadFile { name: Some(name.to_owned()), text }
    };
    (0..=dice.below(3)).map(|_| file(dice)).collect()
}

/// What people type.
pub fn typed(dice: &mut Dice) -> String {
    dice.pick(&[
        ACME,
        "https://b.awsapps.com/start",
        "acme",
        "",
        " ",
        "corp",
        "a b",
        "dev",
        "Admin",
        "{account_name|short}",
        "{x",
        "{role_name}",
        "eu-west-1",
        "#0b6044",
        "aws-cli/2.36.7 Python/3.13",
        "https://acme.example/x",
    ])
    .to_owned()
}
