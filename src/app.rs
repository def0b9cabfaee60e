//! What the page knows and decides. Pure: no browser, no clock, no randomness.
//!
//! Not here: doing ([`crate::shell`]) and drawing ([`crate::ui`]).
//!
//! In reading order: [`event`], what happened; [`update`], what follows; [`effect`], what to do; [`model`], what is
//! known; then the screens' own parts.

pub mod event;

pub mod update;

pub mod effect;

pub mod model;

pub mod setup;

pub mod token;

pub mod tidy;

pub mod piece;

pub mod commands;

pub mod route;

pub mod site;

#[cfg(test)]
pub(crate) mod testing;
