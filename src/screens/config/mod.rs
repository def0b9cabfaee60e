//! "Tidy my config": a config file comes in, is looked through and changed in steps that can be undone, and goes out
//! again with every byte that nobody asked to change.
//!
//! What a config means and how it is edited is `onramp_domain::config`'s matter, what is wrong with it
//! `onramp_domain::lint`'s. The text stays while other screens are on; "Clear" drops it with every step.

mod state;

mod msg;

mod update;

mod text;

mod view;

pub use msg::Msg;
pub use state::State;
pub use text::{announcement, title};
pub use update::update;
pub use view::view;

#[cfg(test)]
pub mod tests;
