//! The AWS CLI's config file, understood and never damaged.
//!
//! Not here: files on disk; a text comes in and a text goes out. Sentences for people, who see [`RemarkKind`]s and
//! [`Conflict`]s in words of their own program's.
//!
//! ```
//! use onramp_domain::config::{self, Document};
//!
//! let document = Document::parse("[profile dev]   ; mine\r\nRegion=eu-west-1\r\n");
//! let reading = config::read(&document);
//! let dev = reading.profile("dev").ok_or("no such profile")?;
//! assert_eq!(dev.text("region").as_deref(), Some("eu-west-1"));
//! # Ok::<(), &str>(())
//! ```
//!
//! # The promise
//!
//! - **Any text is a document.** [`Document::parse`] never fails and keeps every byte: comments, blank lines, spacing,
//!   every line's own ending, what stands behind a header's bracket, what means nothing to anybody.
//! - **It is read as the AWS CLI reads it.** [`read()`] gives what botocore gives, or every reason for which it refuses
//!   the file, with its line. `tests/botocore/compare.py` compares the two over generated files of every shape.
//! - **An edit is a plan first.** [`Plan`] names each line that is added, changed or removed; every other line stays
//!   byte for byte. The plan holds its document, so it can't be carried out on another.
//! - **What is written is read back**, by us and by botocore. Merging twice is merging once. Removing what was merged
//!   gives the file as it was.
//! - **All of it is linear** in the text's length and the number of entries.
//!
//! ```
//! use onramp_domain::config::{self, Change, Document};
//!
//! let document = Document::parse("[profile dev]\nregion = x\n\n# the other\n[profile ops]\n");
//! let plan = config::plan_remove(&document, "dev");
//! assert_eq!(plan.changes().count(), 3);
//! assert!(plan.changes().all(|change| matches!(change, Change::Removed { .. })));
//! assert_eq!(plan.new_text(), "# the other\n[profile ops]\n");
//! ```
//!
//! # Its limits
//!
//! - A byte order mark makes the CLI refuse the file. So every plan that changes anything drops it, and says so
//!   ([`Change::MarkRemoved`]); a merge does even where it has nothing else to change.
//! - A last line without a line break gets one when a line is added behind it, or it is changed itself, as by the CLI.
//!   Removing the addition does not take the break away again.
//! - Where the CLI refuses the file, there is no reading of its own to agree with. Ours is then what would be read
//!   without the fault: of a section or a key that is there twice, the last counts, and a line that is no setting ends
//!   the value above it. The reasons are all listed where the CLI stops at the first.
//!
//! ```
//! use onramp_domain::config::{self, Document, Reason};
//!
//! let document = Document::parse("[profile a]\nregion = x\nRegion = y\nnonsense\n");
//! let reading = config::read(&document);
//! assert!(matches!(reading.refusals()[0].reason, Reason::DuplicateKey { .. }));
//! assert_eq!(reading.refusals()[1].reason, Reason::NoDelimiter);
//! let region = reading.profile("a").and_then(|profile| profile.text("region"));
//! assert_eq!(region.as_deref(), Some("y"));
//! ```
//!
//! - A changed line is written `key = value` behind its own indentation; the spacing around the old `=` is not kept,
//!   nor is the case of its key. A line whose value is right already is not changed at all.
//! - Of a key that is to be written and that its section has twice, one line stays.
//! - What `[DEFAULT]` says holds for every section. A merge doesn't change it, so a key that a profile should not have
//!   can still come from there.
//! - New lines end as most lines of the file do. In a file of `\r` and `\n` mixed, a blank line can go together with
//!   what stood before it, where the two breaks would become one otherwise.
//! - A removal leaves comments that stand above the removed header, since they may be about more than this profile.
//! - A unified patch ([`Plan::to_patch`]) knows no line break but `\n`; see there for a file with `\r` alone.
//! - A text is Unicode. What Python makes of a file in another encoding is not known here.
//!
//! In reading order: [`Document`], [`Header`], [`read()`], [`Refusal`]; [`Plan`], [`plan_merge`], [`plan_remove`],
//! [`plan_convert`], [`credentials`]; [`conflicts`], [`adopt`], [`remarks()`], [`plan_fixes`]; [`since()`],
//! [`plan_update`].

mod document;

mod line;

mod section;

mod text;

mod parse;

mod words;

mod header;

mod value;

mod read;

mod refusal;

mod plan;

mod patch;

mod edit;

mod merge;

mod adopt;

mod remove;

mod since;

pub mod credentials;

mod convert;

mod usage;

mod compose;
mod conflict;

mod remarks;

#[cfg(test)]
mod testing;

pub use adopt::adopt;
pub use conflict::{Conflict, conflicts};
pub use convert::{ConversionError, SignInForm, plan_convert};
pub use document::Document;
pub use header::Header;
pub use line::{Line, LineEnding, LineKind, LineNumber};
pub use merge::plan_merge;
pub use patch::{Hunk, Row, RowKind};
pub use plan::{Change, Plan};
pub use read::{Reading, Settings, read};
pub use refusal::{Reason, Refusal};
pub use remarks::{Contents, Fixes, Oddity, Remark, RemarkKind, contents, plan_fixes, remarks};
pub use remove::{plan_remove, plan_remove_all};
pub use section::{Property, Section};
pub use since::{Gone, GoneProfile, NewRole, Renamed, Since, plan_update, since};
pub use usage::ProfileUse;
pub use value::Value;

#[cfg(test)]
mod tests;
