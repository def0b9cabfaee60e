//! The sentences about what changed in the config, and about the text that goes out.

use crate::numbers::count;
use crate::screens::config::state::Readiness;
use onramp_domain::config::LineEnding;

pub const CHANGES: &str = "Changes";
pub const NO_CHANGES: &str = "No changes yet. You see every change here first.";
pub const CHANGED_LINES: &str = "Changed lines";
pub const UNDO: &str = "Undo";
pub const REDO: &str = "Redo";
pub const COPY_PATCH: &str = "Copy as patch";

pub const NEW_CONFIG: &str = "New config";
pub const CONFIG_PATH: &str = "~/.aws/config";
pub const COPY_NEW_CONFIG: &str = "Copy new config";
pub const DOWNLOAD: &str = "Download";
pub const NEW_CONFIG_EMPTY: &str = "The text for your ~/.aws/config appears here.";
pub const NEW_CONFIG_HINT: &str = "Replace everything in ~/.aws/config with it. Every line you didn't change stays exactly as it is. Download keeps line endings too, which a clipboard may not.";
pub const UNDECIDED: &str =
    "The new profiles aren't in it yet. First decide about the names that are taken.";
pub const YOUR_CHANGES: &str = "Your changes";

pub fn lines_added(lines: usize) -> String {
    format!("{} added", count(lines, "line", "lines"))
}

pub fn lines_removed(lines: usize) -> String {
    format!("{} removed", count(lines, "line", "lines"))
}

pub fn lines_unchanged(lines: usize) -> String {
    format!("{} unchanged", count(lines, "line", "lines"))
}

/// What is not drawn of a diff.
pub fn lines_not_shown(lines: usize) -> String {
    format!("{} more. The patch has all of them.", count(lines, "line", "lines"))
}

/// A line ending that most lines don't have, made visible.
pub fn line_ending(ending: LineEnding) -> &'static str {
    match ending {
        LineEnding::Lf => "␊",
        LineEnding::CrLf => "␍␊",
        LineEnding::Cr => "␍",
        LineEnding::Missing => "",
    }
}

/// Why the new config is not what the person should take away as it is.
pub fn not_ready(readiness: Readiness) -> Option<&'static str> {
    match readiness {
        Readiness::Unchanged | Readiness::Ready => None,
        Readiness::Unreadable => Some(
            "The AWS CLI still can't read this text, so every command would fail. The first problem in the list says why.",
        ),
        Readiness::Undecided => Some(UNDECIDED),
    }
}
