//! Onramp's page: from a start URL to a working AWS CLI profile, in the browser.
//!
//! - [`app`]: what the page knows and decides. Pure.
//! - [`shell`]: what it asks of the browser. The only place that touches it.
//! - [`ui`]: what a person sees.
//!
//! An event goes from `ui` or `shell` to [`app::update`], which gives the next model and effects; `shell` runs the
//! effects, `ui` draws the model.

pub mod app;

pub mod shell;

pub mod ui;

pub mod piece;

pub use ui::Root;
