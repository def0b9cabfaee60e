//! What can happen on the screen, in the past tense.

/// One thing that happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// The screen came. It begins with the file that this page has.
    Entered,
    /// Another screen came.
    Left,
    /// The text under this path changed.
    TextEntered(String, String),
    /// A switch was pressed.
    FlagToggled(Flag),
    /// A line for the profiles of this rule was chosen, as `key = value`; or, where it is there, taken away.
    PropertyChosen(usize, String),
    /// One more was asked for.
    AddClicked(List),
    /// This one was taken away.
    RemoveClicked(List, usize),
    /// "Copy onramp.json" was pressed.
    CopyClicked,
    /// "Download" was pressed.
    DownloadClicked,
    /// "Copy link" was pressed.
    CopyLinkClicked,
}

/// A switch, of the whole file or of one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    OtherStartUrls,
    SaveToken,
    RoleCredentials,
    Preselected(usize),
    Hidden(usize),
    Recommended(usize),
}

/// A list of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Several portals.
    Sessions,
    /// Rules.
    Rules,
}
