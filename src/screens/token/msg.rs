//! What happened on "Check a token".

use crate::commands::CommandShell;
use crate::effect::Permission;
use crate::file_text::{FileText, ReadFile};
use crate::shared::Presence;
use onramp_domain::cache_file::ConfigNames;
use std::rc::Rc;

#[derive(Clone, Debug)]
pub enum Msg {
    /// The box's text changed: something was pasted or typed.
    TextEntered(FileText),
    FilesRead(Vec<ReadFile>),
    /// The session's name or start URL that the person looks for changed.
    SearchEntered(String),
    CopyClicked(Copyable),
    CommandShellChosen(CommandShell),
    /// A calendar entry is wanted for the end of this answer's sign-in, by its place.
    ReminderClicked(usize),
    /// Word that a sign-in ends is wanted, or no more.
    NotifyClicked,
    /// The browser answered whether that may be, or could not give it.
    NotifyAnswered(Permission),
    /// The config that was given here is to be opened in "Tidy my config".
    OpenInConfigClicked,
    ClearClicked,
    /// What "Set up" is about.
    SetupNames(Option<Rc<ConfigNames>>),
    /// The sign-ins of the config in "Tidy my config"; `None` where there is none.
    ConfigNames(Option<Rc<ConfigNames>>),
    /// The person goes to another screen.
    Left,
    /// A sign-in ends that they want to hear of, where they don't see this screen.
    Woke(Presence),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copyable {
    CommandForAll,
    /// The command of the answer at this place.
    Command(usize),
    /// The line for a terminal at this place.
    TerminalLine(usize),
}
