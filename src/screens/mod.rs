//! The screens, a folder each. They don't know each other: what one has for another is a
//! [`HandOff`](crate::effect::HandOff), which the root delivers.
//!
//! A screen gives the root its `State` and `Msg`, `update`, `view`, what a screen reader is told (`announcement`), and
//! where it has any, the beginning of the tab's title (`title`) and when something it shows changes by itself
//! (`next_tick`).

pub mod setup;

pub mod token;

pub mod config;

pub mod help;

pub mod platform;
