//! One piece of a text and its answer.
//!
//! Not here: its text, which is gone by now, and its place among others ([`super::order`]).

use chrono::{DateTime, Utc};
use onramp_domain::cache::{CacheError, CacheReport, CliMessage, Cut};
use std::rc::Rc;

/// One piece of a text and its answer.
#[derive(Debug)]
pub struct Checked {
    /// The file's name; `None` for a pasted text.
    pub name: Option<Rc<str>>,
    /// Its place among the pieces of its text; `None` where it is the only one.
    pub part: Option<usize>,
    /// What it is.
    pub outcome: Result<Finding, CacheError>,
    /// Where it breaks off.
    pub cut: Option<Cut>,
    /// Its end in the person's own time, as soon as the browser has written it.
    pub local_time: Option<Rc<str>>,
}

/// What was found in a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// A cache file.
    File(CacheReport),
    /// A time, and nothing of what it is the end of.
    Time(DateTime<Utc>),
    /// A message of the AWS CLI or of another program.
    Message {
        /// What it says.
        said: CliMessage,
        /// The profile of the command that it came from.
        profile: Option<Rc<str>>,
    },
}

impl Finding {
    /// When it ends.
    pub fn ends_at(&self) -> Option<DateTime<Utc>> {
        match self {
            Finding::File(report) => Some(report.expires_at()),
            Finding::Time(at) => Some(*at),
            Finding::Message { .. } => None,
        }
    }
}

impl Checked {
    /// The file's report, where it is one.
    pub fn report(&self) -> Option<&CacheReport> {
        match &self.outcome {
            Ok(Finding::File(report)) => Some(report),
            Ok(Finding::Time(_) | Finding::Message { .. }) | Err(_) => None,
        }
    }

    pub(super) fn ends_at(&self) -> Option<DateTime<Utc>> {
        self.outcome.as_ref().ok().and_then(Finding::ends_at)
    }

    /// Whether the text it was read from is no secret's place any more: it was parsed, or was none from the start.
    pub(super) fn leaves_the_box(&self) -> bool {
        match &self.outcome {
            Ok(_) => true,
            Err(error) => match error {
                CacheError::UnknownKind(_)
                | CacheError::MissingExpiry
                | CacheError::BadTimestamp
                | CacheError::TimestampWithoutZone => true,
                CacheError::Empty
                | CacheError::LooksLikeConfig
                | CacheError::NotJson { .. }
                | CacheError::NotAnObject => false,
            },
        }
    }
}
