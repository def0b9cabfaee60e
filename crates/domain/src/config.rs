//! The AWS CLI's config file, understood and never damaged.
//!
//! Not here: files on disk; a text comes in and a text goes out.

mod compose;
mod conflict;
mod convert;
pub mod credentials;
mod document;
mod edit;
mod header;
mod merge;
mod parse;
mod patch;
mod plan;
mod read;
mod refusal;
mod remarks;
mod remove;
#[cfg(test)]
mod testing;
mod text;
mod usage;
mod value;
mod words;

pub use conflict::{Conflict, conflicts};
pub use convert::{ConversionError, SignInForm, plan_convert};
pub use document::{Document, Line, LineEnding, LineKind, LineNumber, Property, Section};
pub use header::Header;
pub use merge::plan_merge;
pub use patch::{Hunk, Row, RowKind};
pub use plan::{Change, Plan};
pub use read::{Reading, Settings, read};
pub use refusal::{Reason, Refusal};
pub use remarks::{Contents, Oddity, Remark, RemarkKind, remarks};
pub use remove::plan_remove;
pub use usage::ProfileUse;
pub use value::Value;
