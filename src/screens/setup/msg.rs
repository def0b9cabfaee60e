//! What can happen on "Set up", in the past tense.

use super::choose::catalog::RoleKey;
use super::state::Open;
use super::use_it::Task;
use crate::commands::CommandShell;
use crate::effect::{CopyId, FolderAnswer, FolderError, FolderId};
use crate::file_text::{FileText, ReadFile};
use crate::host_config::CompanyPortal;
use crate::route::Prefill;
use onramp_domain::PortalHost;
use onramp_domain::device_flow;
use onramp_domain::entry::{Format, OutputFormat};
use onramp_domain::listing;
use onramp_domain::{AccountId, EndpointFamily, Region, RoleName};

/// One thing that happened.
#[derive(Debug)]
pub enum Msg {
    /// The page was opened by a link that fills in the form.
    LinkOpened(Prefill),
    /// The host's settings are in `shared`, or it is known that there are none.
    HostConfigFetched,
    /// The page is visible again, or the network is back.
    CameBack,
    /// Time has passed.
    Ticked,
    /// The relay answered which region a portal is in; `None` where it doesn't know.
    RegionLookedUp(PortalHost, Option<Region>),
    /// The sign-in went on.
    DeviceFlow(device_flow::Input),
    /// The listing went on.
    Listing(listing::Input),
    /// A button that signs in was pressed.
    SignInClicked,
    /// In the form.
    Connect(ConnectMsg),
    /// Beside the code.
    Approve(ApproveMsg),
    /// Among accounts and roles.
    Choose(ChooseMsg),
    /// Among options, block and commands.
    UseIt(UseItMsg),
    /// "Edit" on a finished step was pressed, or another way to it.
    EditClicked(Open),
    /// Back or Forward led to an entry of the history in which this was open.
    HistoryMoved(Open),
    /// "Sign out" was pressed.
    SignOutClicked,
    /// "Copy link for a colleague" was pressed.
    CopyLinkClicked,
    /// "Copy" beside an error's details was pressed.
    CopyDetailsClicked,
}

/// What happened in the form.
#[derive(Debug)]
pub enum ConnectMsg {
    /// The start URL's text changed.
    StartUrlEntered(String),
    /// The person left the start URL's field.
    StartUrlLeft,
    /// Another of the company's portals was chosen.
    PortalChosen(CompanyPortal),
    /// The region was chosen; `None` for "choose…".
    RegionChosen(Option<Region>),
    /// The session's name changed.
    SessionNameEntered(String),
    /// The endpoint family was chosen.
    FamilyChosen(EndpointFamily),
}

/// What happened beside the code.
#[derive(Debug)]
pub enum ApproveMsg {
    /// "Cancel" was pressed.
    CancelClicked,
    /// "Try again" or "Get a new code" was pressed.
    TryAgainClicked,
    /// "Copy code" was pressed.
    CopyCodeClicked,
    /// Another region was chosen, where AWS shows an error.
    OtherRegionChosen(Option<Region>),
    /// "Try this region" was pressed.
    TryRegionClicked,
    /// "Try the other addresses" was pressed.
    OtherFamilyClicked,
}

/// What happened among accounts and roles.
#[derive(Debug)]
pub enum ChooseMsg {
    /// The filter's text changed.
    FilterEntered(String),
    /// A role's checkbox was pressed.
    RoleToggled(RoleKey),
    /// The cross beside a profile was pressed.
    ProfileRemoved(RoleKey),
    /// The same with Shift: all from the one that was pressed last.
    RangeToggled(RoleKey),
    /// Shift and an arrow key went from this role to that one.
    RangeChosen(RoleKey, RoleKey),
    /// "Select all shown" was pressed.
    AllShownToggled,
    /// All shown roles of an account are wanted, or none.
    AccountToggled(AccountId),
    /// A role is wanted everywhere, or nowhere.
    EverywhereToggled(RoleName),
    /// "Clear" was pressed.
    ClearClicked,
    /// "Ask for them again" or "Check again" was pressed; "Tidy my config" may want that too.
    ListAgainClicked,
    /// "Copy" was pressed beside the request for an assignment.
    CopyRequestClicked,
    /// "Show" beside the number of hidden roles was pressed.
    ShowHiddenClicked,
    /// A profile's "Edit" was pressed.
    EditClicked(RoleKey),
    /// Its own name changed.
    OwnNameEntered(RoleKey, String),
    /// Its own region was chosen; `None` to leave it out.
    OwnRegionChosen(RoleKey, Option<Region>),
    /// "Reset" was pressed: the profile is as all others again.
    ResetClicked(RoleKey),
    /// "Done" was pressed, or Enter.
    EditDone,
    /// "Save as bookmarks" was pressed.
    BookmarksClicked,
    /// "Continue" was pressed.
    ContinueClicked,
}

/// What happened among options, block and commands.
#[derive(Debug)]
pub enum UseItMsg {
    /// The profiles' region was chosen; `None` to leave it out.
    DefaultRegionChosen(Option<Region>),
    /// The profiles' output format was chosen; `None` to leave it out.
    OutputChosen(Option<OutputFormat>),
    /// How the sign-in is written was chosen.
    FormatChosen(Format),
    /// The template for the profiles' names changed.
    TemplateEntered(String),
    /// "Copy config block" was pressed.
    CopyBlockClicked,
    /// "Download" was pressed.
    DownloadClicked,
    /// "Merge into my config" was pressed.
    MergeClicked,
    /// "Sign the CLI in too" was pressed.
    SignCliInToggled,
    /// "Save to ~/.aws" was pressed, or "Choose another folder".
    SaveClicked,
    /// "Save here anyway" was pressed: the folder isn't called `.aws`.
    SaveHereClicked,
    /// The folder was opened, or not.
    FolderOpened(Result<(FolderId, Vec<ReadFile>), FolderError>),
    /// The folder did what was asked, or not.
    FolderAnswered(FolderId, Result<FolderAnswer, FolderError>),
    /// "Undo" was pressed after saving.
    UndoSaveClicked,
    /// This button was pressed, which copies this task's command.
    CopyCommandClicked(Task, CopyId),
    /// A task's number was pressed.
    TaskToggled(Task),
    /// The profile to test was chosen, by its name.
    ProfileToTestChosen(String),
    /// This is what the test said.
    TestSaid(FileText),
    /// This is what `aws --version` said.
    VersionSaid(String),
    /// The shell for the commands was chosen.
    CommandShellChosen(CommandShell),
}
