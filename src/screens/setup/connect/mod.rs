//! Step one, "Connect": where to sign in.

pub mod form;
pub mod region;
pub mod text;
pub mod update;
pub mod view;
