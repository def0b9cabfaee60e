//! Pieces that several screens share.

pub(super) mod copy;
pub(super) mod details;
// The other screens are still put together otherwise.
#[allow(dead_code)]
pub(super) mod element;
pub(super) mod field;
pub(super) mod inputs;
pub(super) mod plain;
