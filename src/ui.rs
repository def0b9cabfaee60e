//! What a person sees: the model, drawn, with events going back.
//!
//! Not here: deciding, and the browser. A screen is a function of the model that gives elements ([`parts::element`]);
//! the root is the only component, since each weighs two kilobytes. Every sentence is in [`text`].

mod frame;
mod help;
mod later;
mod parts;
mod root;
mod setup;
mod text;
mod tidy;
mod token;
mod windowing;

#[cfg(test)]
mod tests;

pub use later::{VIEWS as LATER_VIEWS, Views as LaterViews};
pub use root::Root;
