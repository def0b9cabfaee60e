//! What each control of the form sends.

use crate::screens::platform::Msg;
use crate::screens::platform::msg::{Flag, List};
use crate::testing::{Control, Dice};

/// `None` where it isn't one of this screen.
pub fn press(control: &Control, text: &str, dice: &mut Dice) -> Option<Msg> {
    let place = dice.below(3);
    Some(match (&*control.role, &*control.name) {
        ("textbox", _) => Msg::TextEntered(control.id.clone(), text.to_owned()),
        ("checkbox", "Sign in at other start URLs") => Msg::FlagToggled(Flag::OtherStartUrls),
        ("checkbox", "Sign the CLI in too, without a second approval") => {
            Msg::FlagToggled(Flag::SaveToken)
        }
        ("checkbox", "Fetch a role's credentials through the relay") => {
            Msg::FlagToggled(Flag::RoleCredentials)
        }
        ("checkbox", "Chosen at first") => Msg::FlagToggled(Flag::Preselected(place)),
        ("checkbox", "Not in the list") => Msg::FlagToggled(Flag::Hidden(place)),
        ("checkbox", "Recommended") => Msg::FlagToggled(Flag::Recommended(place)),
        ("combobox", "More lines") => Msg::PropertyChosen(
            place,
            dice.pick(&["", "cli_pager=", "retry_mode=standard"]).to_owned(),
        ),
        ("button", "Add another portal") => Msg::AddClicked(List::Sessions),
        ("button", "Add a rule") => Msg::AddClicked(List::Rules),
        ("button", "Remove") => {
            Msg::RemoveClicked(dice.pick(&[List::Sessions, List::Rules]), place)
        }
        ("button", "Copy onramp.json") => Msg::CopyClicked,
        ("button", "Download") => Msg::DownloadClicked,
        ("button", "Copy link") => Msg::CopyLinkClicked,
        _ => return None,
    })
}
