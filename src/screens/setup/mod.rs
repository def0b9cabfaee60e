//! "Set up": from a start URL to a working profile, in four steps: Connect, Approve, Choose, Use it.
//!
//! [`state`] is what the screen knows, [`msg`] what can happen, [`update`] what follows, [`view`] how it is drawn. What
//! belongs to one step alone is in that step's folder.

pub mod approve;
pub mod choose;
pub mod connect;
mod failure;
mod hand_off;
mod ids;
pub mod msg;
mod session;
pub mod state;
pub mod text;
pub mod update;
pub mod use_it;
pub mod view;

#[cfg(test)]
pub mod tests;

pub use connect::view::preview;
pub use ids::COPY_LINK;
pub use msg::{ApproveMsg, ChooseMsg, ConnectMsg, Msg, UseItMsg};
pub use state::{Open, State, Step};
pub use update::update;
pub use view::{announcement, is_wide, title, view};
