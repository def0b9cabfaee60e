//! Step three, "Choose": accounts and roles.

pub mod access_level;
mod bookmarks;
pub mod catalog;
pub mod listed;
pub mod rows;
pub mod selection;
pub mod standing;
pub mod state;
pub mod text;
pub mod update;
pub mod view;
pub mod visible_rows;

pub use access_level::{AccessLevel, access_level};
pub use catalog::RoleKey;
pub use state::Choose;
