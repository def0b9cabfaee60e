//! The ids of elements that get the focus, and of the buttons that say "Copied".

use super::use_it::Task;
use crate::effect::{CopyId, ElementId};

/// The heading of the step that is open, which is the page's.
pub const STEP: ElementId = ElementId("heading");
/// The start URL's field.
pub const START_URL: ElementId = ElementId("start-url");
/// The SSO region's field.
pub const SSO_REGION: ElementId = ElementId("sso-region");
/// The session name's field.
pub const SESSION_NAME: ElementId = ElementId("session-name");
/// The other region, where AWS shows an error.
pub const OTHER_REGION: ElementId = ElementId("other-region");

/// The field that filters the list.
pub const FILTER: ElementId = ElementId("filter");
/// The checkbox above the list.
pub const SELECT_ALL: ElementId = ElementId("select-all");
/// How many profiles are chosen, above them.
pub const SELECTION: ElementId = ElementId("selection-title");
/// The task that saves.
pub const SAVE: ElementId = ElementId("save");

/// The field for a profile's own name.
pub const OWN_NAME: ElementId = ElementId("own-name");
/// The button of the profile whose own settings were open last.
pub const EDITED: ElementId = ElementId("edited");

/// The user code's button.
pub const COPY_CODE: CopyId = CopyId("code", 0);
/// The button beside an error's details.
pub const COPY_DETAILS: CopyId = CopyId("details", 0);
/// The button in the menu.
pub const COPY_LINK: CopyId = CopyId("link", 0);
/// The button beside the request for an assignment.
pub const COPY_REQUEST: CopyId = CopyId("request", 0);
/// The config block's button.
pub const COPY_BLOCK: CopyId = CopyId("block", 0);

/// The button of the command that logs in again, when all is done.
pub const COPY_LOG_IN_AGAIN: CopyId = CopyId("log-in-again", 0);

/// The button of a task's command.
pub fn copy_command(task: Task) -> CopyId {
    CopyId("task", task as usize)
}
