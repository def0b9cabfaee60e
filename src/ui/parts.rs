//! Pieces that several screens share.

pub(super) mod copy;
pub(super) mod details;
pub(super) mod element;
pub(super) mod field;
pub(super) mod files;
pub(super) mod plain;
pub(super) mod shells;
