//! The AWS CLI's config file, understood and never damaged.
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
//! - **An edit changes what it names.** An [`Editor`]'s rows know which line they were, so that every line that was
//!   added, changed or removed can be shown before anybody takes the text; every other line stays byte for byte.
//! - **What is written is read back**, by us and by botocore. Merging twice is merging once. Removing what was merged
//!   gives the file as it was.
//! - **All of it is linear** in the text's length and the number of entries.
//!
//! ```
//! use onramp_domain::config::{DiffKind, Document, Editor};
//!
//! let text = "[profile dev]\nregion = x\n\n# the other\n[profile ops]\n";
//! let mut editor = Editor::new(Document::parse(text));
//! editor.remove_profiles(&["dev"]);
//! let hunks = editor.hunks(0);
//! assert_eq!(hunks[0].len(), 3);
//! assert!(hunks[0].iter().all(|line| line.kind == DiffKind::Removed));
//! assert_eq!(editor.document().as_str(), "# the other\n[profile ops]\n");
//! ```
//!
//! # Its limits
//!
//! - A byte order mark makes the CLI refuse the file. So every edit that changes anything drops it; a merge does even
//!   where it has nothing else to change.
//! - A last line without a line break gets one when a line is added behind it, or it is changed itself, as by the CLI.
//!   Removing the addition does not take the break away again.
//! - Where the CLI refuses the file, there is no reading of its own to agree with. Ours is then what would be read
//!   without the fault: of a section or a key that is there twice, the last counts, and a line that is no setting ends
//!   the value above it. The reasons are all listed where the CLI stops at the first.
//!
//! ```
//! use onramp_domain::config::{self, Document, ParseErrorKind};
//!
//! let document = Document::parse("[profile a]\nregion = x\nRegion = y\nnonsense\n");
//! let reading = config::read(&document);
//! assert!(matches!(reading.parse_errors()[0].kind, ParseErrorKind::DuplicateKey { .. }));
//! assert_eq!(reading.parse_errors()[1].kind, ParseErrorKind::NoDelimiter);
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
//! - A unified patch ([`Editor::to_patch`]) knows no line break but `\n`; see there for a file with `\r` alone.
//! - A text is Unicode. What Python makes of a file in another encoding is not known here.
//!
//! In reading order: [`Document`], [`Header`], [`read()`], [`ParseError`]; [`Editor`], [`Editor::merge`],
//! [`Editor::remove_profiles`], [`Editor::convert`], [`Editor::hunks`]; [`conflicts`], [`adopt`], [`credentials`].

mod document;
mod line;
mod section;
mod text;

mod excerpt;
mod header;
mod parse;
mod parse_error;
mod read;
mod shlex;
mod value;

mod convert;
mod diff;
mod editor;
mod line_edits;
mod merge;
mod remove;
mod section_edits;

mod adopt;
mod conflict;
pub mod credentials;
mod usage;

#[cfg(test)]
pub(crate) mod testing;

pub use adopt::adopt;
pub use conflict::{ChangedKey, Conflict, conflicts};
pub use convert::{ConversionError, SignInForm};
pub use diff::{DiffKind, DiffLine};
pub use document::Document;
pub use editor::Editor;
pub use excerpt::Excerpt;
pub use header::Header;
pub use line::{Line, LineEnding, LineKind, LineNumber};
pub use parse_error::{ParseError, ParseErrorKind};
pub use read::{Reading, Settings, read};
pub use section::{Property, Section};
pub use usage::ProfileUse;
pub use value::Value;

pub(crate) use adopt::is_for;
pub(crate) use line_edits::LineEdits;
pub(crate) use merge::{Sessions, merged};
pub(crate) use remove::without_section;
pub(crate) use text::{depth, inner_lines, is_blank, trim};

#[cfg(test)]
mod tests;
