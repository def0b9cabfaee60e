//! What each control of the screen sends.

use crate::commands::CommandShell;
use crate::file_text::{FileText, ReadFile};
use crate::screens::config::Msg;
use crate::screens::config::msg::CopyButton;
use crate::screens::config::state::{AwsFile, List, State};
use crate::testing::{Control, Dice};
use onramp_domain::entry::Format;

/// `None` where it isn't one of this screen.
pub fn press(
    state: &State,
    control: &Control,
    text: &str,
    pasted: &str,
    dice: &mut Dice,
) -> Option<Msg> {
    let place = dice.below(4);
    let file = dice.pick(&AwsFile::ALL);
    let in_account = |role_in_account: &str| {
        let (role, account) = role_in_account.split_once(" in ")?;
        let id = account.rsplit_once('(')?.1.trim_end_matches(')');
        Some([id, " ", role].concat())
    };
    Some(match (&*control.role, &*control.name) {
        ("textbox", "Your config") => match dice.below(4) {
            0 => Msg::Typed(FileText::new([&control.value, pasted].concat())),
            1 => Msg::Typed(FileText::new([&control.value, "region = z\n"].concat())),
            2 => Msg::Typed(FileText::new(control.value.lines().next().unwrap_or_default())),
            _ => Msg::FilesRead(vec![ReadFile::pasted(FileText::new(pasted))]),
        },
        ("searchbox", _) => Msg::FilterEntered(text.to_owned()),
        ("radio", _) => Msg::CommandShellChosen(dice.pick(&CommandShell::ALL)),
        ("checkbox", "Add all new roles" | "Remove all of these profiles") => return None,
        ("checkbox", name) => Msg::Ticked(match name.strip_prefix("Add ") {
            Some(role) => [in_account(role)?].into(),
            None => [["profile ", name.strip_prefix("Remove ")?].concat()].into(),
        }),
        ("button", name) => match name {
            "Open .aws folder" => Msg::OpenFolderClicked,
            "Clear" => Msg::ClearClicked,
            // Then its keys are shown.
            "It's my config" => return None,
            "Leave out credentials" => Msg::LeaveOutCredentialsClicked,
            "Convert to a session" => Msg::ConvertClicked(place, Format::SsoSession),
            "Convert to legacy" => Msg::ConvertClicked(place, Format::Legacy),
            "Convert to both" => Msg::ConvertClicked(place, Format::Both),
            "Show more" => Msg::ShowMoreClicked(List::Profiles),
            "Merge" | "Merge and replace" => Msg::MergeClicked,
            "Merge with free names" => Msg::RenameAllClicked,
            "Don't merge" => Msg::DontMergeClicked,
            "Update my config" => Msg::UpdateClicked,
            "List the missing ones again" => Msg::ListAgainClicked,
            "Undo" => Msg::UndoClicked,
            "Redo" => Msg::RedoClicked,
            "Copy as patch" => Msg::CopyClicked(CopyButton::Patch),
            "Copy new config" => Msg::CopyClicked(CopyButton::New(AwsFile::Config)),
            "Copy new credentials" => Msg::CopyClicked(CopyButton::New(AwsFile::Credentials)),
            "Copy" => Msg::CopyClicked(CopyButton::PutInPlace(file)),
            "Download" => Msg::DownloadClicked(AwsFile::Config),
            "Download credentials" => Msg::DownloadClicked(AwsFile::Credentials),
            "Save in place" => Msg::SaveClicked,
            _ if name.starts_with("Changes") => Msg::ShowChangesClicked,
            _ if name.starts_with("Check it as a token: ") => Msg::OpenInTokenClicked,
            _ if name.contains(": ") => {
                Msg::FixClicked { problem: dice.below(8), choice: dice.below(3) }
            }
            _ if name.starts_with("Use ") => Msg::RenameClicked(place),
            _ if name.starts_with("Fix ") => Msg::FixSafeClicked,
            _ => match (name.strip_prefix("Remove the keys of "), name.strip_prefix("Remove ")?) {
                (Some(profile), _) => Msg::RemoveKeysClicked(profile.into()),
                (None, profile) => match profile.strip_suffix(" from credentials") {
                    Some(profile) => Msg::RemoveKeysClicked(profile.into()),
                    None if state.draft.overview.has(profile) => Msg::RemoveClicked(profile.into()),
                    None => Msg::RemoveKeysClicked(profile.into()),
                },
            },
        },
        _ => return None,
    })
}
