//! Step three, "Choose": accounts and roles.

pub mod access_level;
pub mod catalog;
pub mod rows;
mod search;
pub mod selection;
pub mod state;
pub mod text;
pub mod update;
pub mod view;
pub mod visible_rows;

pub use state::Choose;
