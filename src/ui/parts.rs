//! Pieces that several screens share.

pub(super) mod copy;
pub(super) mod details;
pub(super) mod field;
pub(super) mod inputs;
pub(super) mod plain;
