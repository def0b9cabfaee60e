//! What happened, in the past tense: everything that can change the model.
//!
//! Not here: what follows from it; that is [`super::update`].

use super::commands::CommandShell;
use super::effect::CopyTarget;
use super::piece::{Piece, PieceMissing};
use super::route::Route;
use super::setup::catalog::RoleKey;
use super::setup::choice::NamingField;
use super::setup::rows::Seen;
use super::site::SiteFile;
use super::tidy::List;
use super::tidy::aws_file::AwsFile;
use super::tidy::config_text::{ConfigFile, ConfigText};
use super::tidy::disk::{DiskAnswer, DiskFault};
use super::token::{CacheText, NoticeWords, Permission};
use chrono::{DateTime, Utc};
use onramp_domain::attempt::Attempt;
use onramp_domain::cache::{CacheFields, JsonFault};
use onramp_domain::device_flow;
use onramp_domain::entry::{Format, OutputFormat};
use onramp_domain::listing;
use onramp_domain::portal_host::PortalHost;
use onramp_domain::{EndpointFamily, Region};
use std::rc::Rc;

/// One thing that happened.
#[derive(Debug)]
pub enum Event {
    /// The address changed, or the page was opened with it.
    AddressChanged(Route),
    /// The company's settings arrived; `None` where the host has none.
    SiteGot(Result<Option<SiteFile>, SiteUnreadable>),
    /// An alarm rang.
    Woke(Alarm),
    /// The page is visible again, or the network is back.
    CameBack,
    /// The page is hidden: another tab is on, or the window is away.
    WentAway,
    /// The list of accounts and roles was scrolled, or came on screen.
    ListScrolled(Seen),
    /// "Copy" was pressed beside this text.
    CopyClicked(CopyTarget, Rc<str>),
    /// The shell for the commands was chosen.
    ShellChosen(CommandShell),
    /// Something was copied, or the browser refused.
    Copied(CopyTarget, Result<(), ClipboardRefused>),
    /// On the way to sign in.
    Portal(PortalEvent),
    /// The sign-in went on.
    Flow(device_flow::Input),
    /// The lists went on.
    Listing(listing::Input),
    /// Among accounts and roles.
    Choice(ChoiceEvent),
    /// On "Check a token".
    Token(TokenEvent),
    /// What is chosen in "Set up" is to be merged into a config file.
    MergeIntoConfigClicked,
    /// The part of the page that comes later is wanted once more, which could not be loaded.
    PieceWanted,
    /// It came, or did not.
    PieceLoaded(Result<Piece, PieceMissing>),
    /// On "Tidy my config".
    Tidy(TidyEvent),
}

/// What alarms are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alarm {
    /// The device flow's own.
    Flow(Attempt),
    /// The listing's own.
    Listing(Attempt),
    /// A count-down on screen moves on.
    Second,
    /// More of a long config file is to be worked out.
    Tidy,
}

/// What happened in the form that asks where to sign in.
#[derive(Debug)]
pub enum PortalEvent {
    /// The start URL's text changed.
    StartUrlEntered(String),
    /// The person left the start URL's field.
    StartUrlLeft,
    /// The region was chosen; `None` for "choose…".
    RegionChosen(Option<Region>),
    /// The relay answered which region a portal lives in.
    RegionLookedUp(PortalHost, Result<Option<Region>, RegionNotOffered>),
    /// The session's name changed.
    SessionNameEntered(String),
    /// The endpoint family was chosen by hand.
    FamilyChosen(EndpointFamily),
    /// A button that signs in, or tries again, was pressed.
    SignInClicked,
    /// "Change where" was pressed: back to the form.
    StartOverClicked,
    /// "Try the other addresses" was pressed.
    OtherFamilyClicked,
}

/// What happened among accounts, roles and the block.
#[derive(Debug)]
pub enum ChoiceEvent {
    /// The filter's text changed.
    FilterEntered(String),
    /// A role's checkbox was pressed.
    RoleToggled(RoleKey),
    /// "Select all shown" was pressed.
    AllShownToggled,
    /// Nothing is to be chosen any more.
    ClearClicked,
    /// What could not be listed is to be asked for again.
    RetryClicked,
    /// The profiles' region was chosen; `None` to leave it out.
    DefaultRegionChosen(Option<Region>),
    /// The profiles' output format was chosen; `None` to leave it out.
    OutputChosen(Option<OutputFormat>),
    /// How the sign-in is written was chosen.
    FormatChosen(Format),
    /// The profile's name, or the template for several, changed.
    NamingEntered(NamingField, String),
    /// "Download" was pressed.
    DownloadClicked,
}

/// What happened on "Check a token".
#[derive(Debug)]
pub enum TokenEvent {
    /// A text was pasted or typed.
    CachePasted(CacheText),
    /// Files were chosen or dropped, and read.
    FilesRead(Vec<CacheText>),
    /// The browser parsed a text's JSON.
    JsonParsed(CacheText, Result<Box<CacheFields>, JsonFault>),
    /// The browser wrote times in the person's own zone and language.
    LocalTimesTold(Vec<(DateTime<Utc>, Rc<str>)>),
    /// "Clear" was pressed.
    ClearClicked,
    /// The session's name or start URL that a person looks for changed.
    SoughtEntered(String),
    /// A reminder of this end was asked for, with these words.
    ReminderClicked(DateTime<Utc>, Rc<str>),
    /// Word that a sign-in ends was asked for, in these words, or is wanted no more.
    NotifyClicked(NoticeWords),
    /// The browser answered whether it may be given, or could not give it.
    NotifyAnswered(Permission),
}

/// What happened on "Tidy my config".
#[derive(Debug)]
pub enum TidyEvent {
    /// A text was pasted in place of the whole box, exactly as it was on the clipboard.
    ConfigPasted(ConfigText),
    /// The box's text changed otherwise. Its line breaks are the box's own, `\n`.
    ConfigTyped(ConfigText),
    /// Files were chosen or dropped, and read.
    FilesRead(Vec<ConfigFile>),
    /// A remark's fix is wanted; the remark's place.
    FixClicked(usize),
    /// All fixes are wanted at once.
    FixAllClicked,
    /// A profile is to go, from both files.
    RemoveClicked(Rc<str>),
    /// A profile is to go from the credentials file alone.
    RemoveKeysClicked(Rc<str>),
    /// What was taken for the credentials file is the config.
    TakeAsConfigClicked,
    /// The credentials file is to be laid aside.
    LeaveOutCredentialsClicked,
    /// A group's profiles are to sign in in this format; the group's place.
    ConvertClicked(usize, Format),
    /// The free name that a conflict offers is wanted; the conflict's place.
    RenameClicked(usize),
    /// What waits is to be merged with the free names that all conflicts offer.
    RenameAllClicked,
    /// What waits is to be merged, whatever stands in its way.
    MergeClicked,
    /// What waits is not to be merged.
    DontMergeClicked,
    /// Among what changed at the portal.
    Returning(ReturningEvent),
    /// What is ticked of that is to be added and removed.
    UpdateClicked,
    /// "Undo" was pressed.
    UndoClicked,
    /// "Redo" was pressed.
    RedoClicked,
    /// The part of a long config before the one in the box is wanted.
    EarlierClicked,
    /// The part behind it.
    LaterClicked,
    /// The part with this line, as a person writes it.
    LineEntered(String),
    /// The profiles' filter changed.
    FilterEntered(String),
    /// More of a list is to be shown.
    MoreClicked(List),
    /// It turned out that the browser can open folders.
    FoldersOffered,
    /// The folder is to be opened.
    OpenFolderClicked,
    /// The folder was opened, by a press or a drop, and those of the two files that are in it were read; or it was not.
    FolderRead(Result<Vec<ConfigFile>, DiskFault>),
    /// "Save in place" was pressed.
    SaveClicked,
    /// The folder answered.
    DiskAnswered(Result<DiskAnswer, DiskFault>),
    /// "Download" was pressed for this file.
    DownloadClicked(AwsFile),
    /// "Clear" was pressed.
    ClearClicked,
}

/// What happened among the changes at the portal. Places are those in the lists.
#[derive(Debug)]
pub enum ReturningEvent {
    /// A new role's checkbox was pressed.
    NewToggled(usize),
    /// All new roles are wanted, or none.
    AllNewToggled,
    /// The checkbox of a profile whose role is gone was pressed.
    GoneToggled(usize),
    /// All such profiles are to go, or none.
    AllGoneToggled,
}

/// `onramp.json` is there, and isn't what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SiteUnreadable;

/// The browser did not let us write to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClipboardRefused;

/// This host offers no look-up of regions, or it could not be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionNotOffered;
