//! What happened on "Check a token".

use crate::commands::CommandShell;
use crate::effect::Permission;
use crate::file_text::{FileText, ReadFile};
use onramp_domain::cache_file::ConfigNames;
use std::rc::Rc;

/// One thing that happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// The box's text changed: something was pasted or typed.
    TextEntered(FileText),
    /// Files were chosen or dropped, or given by another screen.
    FilesRead(Vec<ReadFile>),
    /// The session's name or start URL that the person looks for changed.
    SearchEntered(String),
    /// "Copy" was pressed.
    CopyClicked(Copyable),
    /// The shell for the commands was chosen.
    CommandShellChosen(CommandShell),
    /// A calendar entry is wanted for the end of this answer's sign-in, by its place.
    ReminderClicked(usize),
    /// Word that a sign-in ends is wanted, or no more.
    NotifyClicked,
    /// The browser answered whether that may be, or could not give it.
    NotifyAnswered(Permission),
    /// The config that was given here is to be opened in "Tidy my config".
    OpenInConfigClicked,
    /// "Clear" was pressed.
    ClearClicked,
    /// What "Set up" is about.
    SetupNames(Option<Rc<ConfigNames>>),
    /// The sign-ins of the config in "Tidy my config"; `None` where there is none.
    ConfigNames(Option<Rc<ConfigNames>>),
    /// The person came to this screen.
    Entered,
    /// They went to another.
    Left,
    /// Time passed, or the page can be seen again.
    Ticked,
    /// A sign-in ends that they want to hear of.
    Woke,
}

/// What can be copied here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copyable {
    /// The command for all answers together.
    CommandForAll,
    /// The command of the answer at this place.
    Command(usize),
    /// The line for a terminal at this place.
    TerminalLine(usize),
}
