//! Every sentence of the screen. What can happen is matched exhaustively, so that nothing new goes without its sentence.

mod status;

mod files;

mod problem;

mod reason;

mod profiles;

mod pending_merge;

mod portal_changes;

mod changes;

mod words;

pub use changes::*;
pub use files::*;
pub use pending_merge::*;
pub use portal_changes::*;
pub use problem::*;
pub use profiles::*;
pub use status::*;
pub use words::{REMOVE, line, lines, remove_profile};

pub const SHOW_MORE: &str = "Show more";
