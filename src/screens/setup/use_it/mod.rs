//! Step four, "Use it": save the profiles, log in, test.

pub mod format;
pub mod options;
pub mod profiles;
pub mod save;
pub mod state;
pub mod text;
pub mod update;
pub mod view;

pub use state::{Task, UseIt};
