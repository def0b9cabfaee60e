//! "Check a token": what cache files and error messages are, how long sign-ins last, and what to run next.
//!
//! - `state`: the answers, whose sign-ins they are, and which ones are watched for their end.
//! - `advice`: what to run, for an answer and for all of them.
//! - `summary`: what the page's frame says of this screen: to a screen reader, in the tab's title.

mod advice;
mod msg;
mod state;
mod summary;
mod text;
mod update;
mod view;

#[cfg(test)]
pub mod tests;

pub use msg::Msg;
pub use state::State;
pub use summary::{announcement, next_tick, title};
pub use update::update;
pub use view::view;
