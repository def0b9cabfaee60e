//! What each control of the screen sends.

use crate::commands::CommandShell;
use crate::file_text::FileText;
use crate::screens::token::Msg;
use crate::screens::token::msg::Copyable;
use crate::testing::{Control, Dice};

/// `None` where it isn't one of this screen.
pub fn press(control: &Control, text: &str, pasted: &str, dice: &mut Dice) -> Option<Msg> {
    let place = dice.below(3);
    Some(match (&*control.role, &*control.name) {
        ("textbox", "Session name or start URL (optional)") => Msg::SearchEntered(text.to_owned()),
        ("textbox", _) => Msg::TextEntered(FileText::new(match dice.below(3) {
            0 => [&control.value, pasted].concat(),
            1 => [&control.value, " x"].concat(),
            _ => pasted.to_owned(),
        })),
        ("radio", _) => Msg::CommandShellChosen(dice.pick(&CommandShell::ALL)),
        ("button", "Copy") => Msg::CopyClicked(match dice.below(3) {
            0 => Copyable::CommandForAll,
            1 => Copyable::Command(place),
            _ => Copyable::TerminalLine(place),
        }),
        ("button", "Clear") => Msg::ClearClicked,
        ("button", "Remind me before it ends") => Msg::ReminderClicked(place),
        ("button", "Tell me when it ends" | "Don't tell me any more") => Msg::NotifyClicked,
        ("button", "Open in Tidy my config") => Msg::OpenInConfigClicked,
        _ => return None,
    })
}
