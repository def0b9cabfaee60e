//! What a person sees: the model, drawn, with events going back.
//!
//! Not here: deciding, and the browser. A screen is a function of the model that gives HTML; only what has a state of
//! its own that nobody else needs, such as how far a list is scrolled, is a component. Every sentence is in [`text`].

mod frame;
mod help;
mod parts;
mod root;
mod setup;
mod text;
mod tidy;
mod token;
mod windowing;

#[cfg(test)]
mod tests;

pub use root::Root;
