//! What to do, in the imperative: everything the page asks of the world, as plain data.
//!
//! Not here: how it is done; that is [`crate::shell`], in one exhaustive `match`.

use super::event::Alarm;
use super::tidy::aws_file::AwsFile;
use super::tidy::config_text::ConfigText;
use super::tidy::disk::DiskRequest;
use super::token::CacheText;
use chrono::{DateTime, Utc};
use onramp_domain::Secret;
use onramp_domain::attempt::Attempt;
use onramp_domain::device_flow::{
    AuthorizeRequest, Endpoint, LogoutRequest, PollRequest, RefreshRequest, RegisterRequest,
};
use onramp_domain::listing::{AccountsRequest, RolesRequest};
use onramp_domain::portal_host::PortalHost;
use std::rc::Rc;

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Fetch `onramp.json`; answered by `SiteGot`.
    FetchSite,
    /// Ask the relay for a portal's region; answered by `RegionLookedUp`.
    LookUpRegion(PortalHost),
    /// Call RegisterClient; answered by `Registered`.
    Register(Attempt, RegisterRequest),
    /// Call StartDeviceAuthorization; answered by `Authorized`.
    Authorize(Attempt, AuthorizeRequest),
    /// Call CreateToken with the device code; answered by `Polled`.
    Poll(Attempt, PollRequest),
    /// Call CreateToken with the refresh token; answered by `Refreshed`.
    Refresh(Attempt, RefreshRequest),
    /// Call Logout; answered by `LoggedOut`.
    Logout(Attempt, LogoutRequest),
    /// Call ListAccounts; answered by `AccountsPage`.
    ListAccounts(Attempt, AccountsRequest, Access),
    /// Call ListAccountRoles; answered by `RolesPage`.
    ListRoles(Attempt, RolesRequest, Access),
    /// Ring at that time, or at once where it is over. A later alarm of the same kind replaces an earlier one.
    WakeAt(DateTime<Utc>, Alarm),
    /// Put a text on the clipboard; answered by `Copied`.
    Copy(CopyTarget, Rc<str>),
    /// Put the whole address of this page, with this behind it, on the clipboard; answered by `Copied`.
    CopyLink(Rc<str>),
    /// Put a config file's text, or a patch for it, on the clipboard; answered by `Copied`.
    CopyConfig(CopyTarget, ConfigText),
    /// Let the person choose the folder `~/.aws`, and read the two files; answered by `FolderRead`.
    OpenFolder,
    /// Ask something of that folder; answered by `DiskAnswered`.
    AskDisk(DiskRequest),
    /// Let the browser save the text of one of the two files under its name.
    SaveConfig(AwsFile, ConfigText),
    /// Let the browser save a text as a file.
    Download {
        /// The file's name.
        name: &'static str,
        /// What stands in it.
        text: Rc<str>,
    },
    /// Load the part of the page that comes later; answered by `PieceLoaded`.
    LoadPiece,
    /// Parse a cache file's JSON; answered by `JsonParsed`.
    ParseJson(CacheText),
    /// Write times in the person's zone and language; answered by `LocalTimesTold`.
    TellLocalTimes(Vec<DateTime<Utc>>),
    /// Ask for permission to show notifications; answered by `NotifyAnswered`.
    AskToNotify,
    /// Show a notification; answered by `NotifyAnswered` where that can't be done.
    Notify {
        /// What happened.
        title: &'static str,
        /// To what; empty where that has no name.
        body: Rc<str>,
    },
    /// Write what the form holds into the address, without a new entry in the history, so that a reload or a shared
    /// link finds it. Nothing secret stands in it.
    ReplaceAddress(String),
    /// Move the keyboard's focus, so that a screen reader goes on where the page does.
    Focus(FocusTarget),
}

/// What a call of the listing needs besides itself: where it goes, and the token that lets it in.
#[derive(Clone, Debug, PartialEq)]
pub struct Access {
    /// Where.
    pub endpoint: Endpoint,
    /// The access token.
    pub token: Secret,
}

/// What can be copied: where "Copied" is then said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyTarget {
    /// The config block.
    Block,
    /// The user code.
    UserCode,
    /// The command that logs in.
    LogIn,
    /// The command that tests.
    Test,
    /// The command that makes a profile the default.
    UseAsDefault,
    /// A link to this page with the form filled in.
    Link,
    /// An error's details.
    Details,
    /// The command that mends what a cache file shows, by the answer's place.
    Command(usize),
    /// A line that checks a token in the terminal.
    TerminalLine(usize),
    /// The whole config file, changed.
    NewConfig,
    /// The whole credentials file, changed.
    NewCredentials,
    /// The command that puts a downloaded file in place.
    PutInPlace(AwsFile),
    /// The change to the config file as a patch.
    Patch,
}

/// Where focus can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The heading of the step that has just begun.
    Step,
    /// The start URL's field.
    StartUrl,
    /// The SSO region's field.
    Region,
    /// The session name's field.
    SessionName,
    /// The answer on "Check a token".
    Answer,
    /// The remarks on "Tidy my config".
    Remarks,
    /// The profiles there.
    Profiles,
    /// The credentials file there.
    Credentials,
    /// The changes there.
    Changes,
}

impl FocusTarget {
    /// The element's id.
    pub fn id(self) -> &'static str {
        match self {
            FocusTarget::Step => "step",
            FocusTarget::StartUrl => "start-url",
            FocusTarget::Region => "sso-region",
            FocusTarget::SessionName => "session-name",
            FocusTarget::Answer => "answer",
            FocusTarget::Remarks => "remarks",
            FocusTarget::Profiles => "profiles",
            FocusTarget::Credentials => "credentials",
            FocusTarget::Changes => "changes",
        }
    }
}
