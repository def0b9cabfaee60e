//! "For platform engineers": makes a company's `onramp.json` by form, checks it as the host does, and gives the file
//! and the link.

mod msg;
mod state;
#[cfg(test)]
pub mod tests;
mod text;
mod update;
mod view;

pub use msg::Msg;
pub use state::State;
pub use update::update;
pub use view::view;
