//! One answer: what a file, or a part of a text, turned out to be. Its text is gone by then.

use crate::file_text::FileError;
use chrono::{DateTime, Utc};
use onramp_domain::cache_file::{CacheError, CacheReport, Cut};
use onramp_domain::cli_message::CliMessage;
use std::rc::Rc;

#[derive(Debug)]
pub struct Answer {
    /// The file's name; `None` for a pasted text.
    pub name: Option<Rc<str>>,
    /// Its place among the parts of its text; `None` where it is the only one.
    pub part: Option<usize>,
    pub outcome: Outcome,
}

/// What a file, or a part of a text, turned out to be.
#[derive(Debug)]
pub enum Outcome {
    File(CacheReport),
    /// A time, without what ends then.
    Time(DateTime<Utc>),
    Message(Box<CliMessage>),
    /// No cache file that can be read, and where it breaks off.
    NotCache(CacheError, Option<Cut>),
    /// The browser could not read the file, or was not asked to.
    Unreadable(FileError),
}

impl Answer {
    pub fn expires_at(&self) -> Option<DateTime<Utc>> {
        match &self.outcome {
            Outcome::File(report) => Some(report.expires_at()),
            Outcome::Time(at) => Some(*at),
            Outcome::Message(_) | Outcome::NotCache(..) | Outcome::Unreadable(_) => None,
        }
    }

    pub fn report(&self) -> Option<&CacheReport> {
        let Outcome::File(report) = &self.outcome else { return None };
        Some(report)
    }

    /// The cache file, where the AWS CLI takes it for a sign-in.
    pub fn cli_sign_in(&self) -> Option<&CacheReport> {
        self.report().filter(|report| report.is_cli_sign_in())
    }
}
