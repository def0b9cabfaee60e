//! What the page's frame says.

use crate::route::Screen;

pub(super) const PRODUCT: &str = "Onramp";
pub(super) const SKIP: &str = "Skip to content";
pub(super) const TOOLS: &str = "Tools";
pub(super) const HELP: &str = "Help";
pub(super) const CLOSE_HELP: &str = "Close help";
pub(super) const MORE: &str = "More";
pub(super) const COPY_LINK: &str = "Copy link for a colleague";
pub(super) const SIGN_OUT: &str = "Sign out";
pub(super) const SIGN_OUT_WITH_CLI: &str = "Sign out, here and in the CLI";
pub(super) const COPIED: &str = "Copied";
pub(super) const COPY_REFUSED: &str =
    "Your browser didn't let this page copy. Select the text and copy it with your keyboard.";
pub(super) const NOTICE: &str = "Notice";
pub(super) const PRIVACY: &str = "Your sign-in stays in this tab and is gone when you close it.";
pub(super) const PRIVACY_WITH_CLI: &str =
    "Your sign-in is in this tab and, as you asked, in the CLI's own file.";

pub(super) fn screen(screen: Screen) -> &'static str {
    match screen {
        Screen::Setup => "Set up",
        Screen::Token => "Check a token",
        Screen::Config => "Tidy my config",
        Screen::Help => "Help",
        Screen::Platform => "For platform engineers",
    }
}
