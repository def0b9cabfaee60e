//! One state of the config on its way from the text that came in to the text that goes out.
//!
//! Not here: what leads from one to the next. Everything is worked out once, so that drawing the screen reads nothing:
//! of a usual text when the draft is made, of a long one step by step, with the screen drawn between ([`Draft::look`]).

use super::aws_file::AwsFile;
use super::config_text::ConfigText;
use super::convert::Converted;
use super::credentials::Credentials;
use super::diff::Diff;
use super::history::Step;
use super::overview::Overview;
use onramp_domain::config::credentials::shown;
use onramp_domain::config::{
    Document, Line, LineNumber, Plan, Remark, RemarkKind, contents, remarks,
};
use std::borrow::Cow;
use std::rc::Rc;

/// A text of more bytes than this is long: some hundred profiles. What is worked out of a shorter one is there before
/// anybody could see it come.
pub const LONG: usize = 128 * 1024;

/// A remark quotes no more lines than this.
const MOST_QUOTES: usize = 3;

/// A draft.
#[derive(Debug)]
pub struct Draft {
    origin: ConfigText,
    boxed: ConfigText,
    document: Document,
    text: ConfigText,
    strips: Vec<ConfigText>,
    is_config: bool,
    since: Option<Plan>,
    diff: Diff,
    findings: Vec<Finding>,
    overview: Overview,
    to_do: ToDo,
    credentials: Option<Rc<Credentials>>,
    done: Done,
}

/// What is not worked out yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToDo {
    /// What is in it, and what there is to say about it.
    Everything,
    /// What there is to say about it.
    Findings,
    /// Nothing.
    Nothing,
}

/// What led to a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// Nothing: there is no text.
    Nothing,
    /// A text came whole.
    Opened,
    /// The text is being typed.
    Typed,
    /// The credentials file came.
    CredentialsOpened,
    /// The credentials file was laid aside.
    CredentialsClosed,
    /// A remark's fix.
    Fixed,
    /// All fixes at once.
    FixedAll {
        /// So many.
        done: usize,
        /// So many fixes came up by that, and are still to do.
        left: usize,
    },
    /// A profile was removed.
    Removed(Rc<str>, RemovedFrom),
    /// So many profiles were merged.
    Merged(usize),
    /// Profiles sign in as before, and it is written in another format.
    Converted(Converted),
    /// It was brought up to what the portal lists.
    Updated {
        /// So many profiles came.
        added: usize,
        /// So many went.
        removed: usize,
    },
}

/// Where a profile was removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemovedFrom {
    /// From the config; the credentials file is not there, or has no such profile.
    Config,
    /// From the credentials file alone.
    Credentials,
    /// From both.
    Both,
}

/// A remark, with what it is about.
#[derive(Debug)]
pub struct Finding {
    /// The file that it is about.
    pub file: AwsFile,
    /// The remark.
    pub remark: Remark,
    /// How much it matters.
    pub weight: Weight,
    /// The first of its lines.
    pub quotes: Vec<Quote>,
}

/// A line that a remark is about.
#[derive(Debug)]
pub struct Quote {
    /// Its number.
    pub number: LineNumber,
    /// Its text, without the values of keys.
    pub text: ConfigText,
}

/// How much a remark matters, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The CLI refuses the whole file.
    Refused,
    /// Something in it can't work.
    Fails,
    /// It works, but not well.
    Unwise,
}

impl Draft {
    /// No text.
    pub fn empty() -> Draft {
        Draft::of(ConfigText::new(""), None, Done::Nothing)
    }

    /// A text that came in, beside this credentials file.
    pub fn of(origin: ConfigText, credentials: Option<Rc<Credentials>>, done: Done) -> Draft {
        let document = Document::parse(&**origin.expose());
        Draft::make(origin, document, None, credentials, done)
    }

    /// The draft that a step led to.
    pub fn again(step: Step) -> Draft {
        let Step { origin, since, credentials, done } = step;
        match since {
            None => Draft::of(origin, credentials, done),
            Some(plan) => {
                let document = plan.apply();
                Draft::make(origin, document, Some(plan), credentials, done)
            }
        }
    }

    /// The step that led to it, which is all that is kept of it.
    pub fn into_step(self) -> Step {
        let Draft { origin, since, credentials, done, .. } = self;
        Step { origin, since, credentials, done }
    }

    /// This draft after a change of the config.
    #[must_use]
    pub fn changed(&self, plan: &Plan, done: Done) -> Draft {
        self.changed_beside(Some(plan), self.credentials.clone(), done)
    }

    /// This draft after a change of the config, or none, beside another state of the credentials file.
    #[must_use]
    pub fn changed_beside(
        &self,
        plan: Option<&Plan>,
        credentials: Option<Rc<Credentials>>,
        done: Done,
    ) -> Draft {
        let since = match (&self.since, plan) {
            (Some(since), Some(plan)) => Some(since.then(plan)),
            (None, Some(plan)) => Some(plan.clone()),
            (since, None) => since.clone(),
        };
        let since = since.filter(|since| !since.is_empty());
        let document = match &since {
            Some(since) => since.apply(),
            None => Document::parse(&**self.origin.expose()),
        };
        Draft::make(self.origin.clone(), document, since, credentials, done)
    }

    fn make(
        origin: ConfigText,
        document: Document,
        since: Option<Plan>,
        credentials: Option<Rc<Credentials>>,
        done: Done,
    ) -> Draft {
        let text = match since {
            Some(_) => ConfigText::new(document.as_str()),
            None => origin.clone(),
        };
        let mut draft = Draft {
            boxed: origin.boxed(),
            strips: text.strips(),
            is_config: contents(&document).is_none(),
            origin,
            text,
            diff: since.as_ref().map(Diff::of).unwrap_or_default(),
            since,
            findings: Vec::new(),
            overview: Overview::default(),
            to_do: ToDo::Everything,
            document,
            credentials,
            done,
        };
        while draft.to_do != ToDo::Nothing && !draft.is_long() {
            draft.look();
        }
        draft
    }

    /// Works out the next of what is still to do.
    pub fn look(&mut self) {
        self.to_do = match self.to_do {
            ToDo::Everything => {
                self.overview = Overview::of(&self.document);
                ToDo::Findings
            }
            ToDo::Findings => {
                self.findings = findings(&self.document, self.credentials.as_deref());
                ToDo::Nothing
            }
            ToDo::Nothing => ToDo::Nothing,
        };
    }

    /// Until the rest is worked out, what was there before stands in its place, so that nothing jumps.
    pub fn inherit(&mut self, before: &mut Draft) {
        if self.to_do == ToDo::Everything {
            self.overview = std::mem::take(&mut before.overview);
            self.findings = std::mem::take(&mut before.findings);
        }
    }

    /// What is not worked out yet. What is shown of that meanwhile is the draft's before.
    pub fn to_do(&self) -> ToDo {
        self.to_do
    }

    /// Whether it is too long for all to be done at once.
    pub fn is_long(&self) -> bool {
        self.text.expose().len() > LONG || self.boxed.expose().len() > LONG
    }

    /// The text that came in, byte for byte.
    pub fn origin(&self) -> &ConfigText {
        &self.origin
    }

    /// The same as the box has it.
    pub fn boxed(&self) -> &ConfigText {
        &self.boxed
    }

    /// What it is now.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The text that goes out, byte for byte.
    pub fn text(&self) -> &ConfigText {
        &self.text
    }

    /// The same in pieces of many lines each, one after the other.
    pub fn strips(&self) -> &[ConfigText] {
        &self.strips
    }

    /// What has changed since it came in; `None` where nothing has.
    pub fn since(&self) -> Option<&Plan> {
        self.since.as_ref()
    }

    /// The same as it is drawn.
    pub fn diff(&self) -> &Diff {
        &self.diff
    }

    /// What there is to say about it, the gravest first, then by line.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What is in it.
    pub fn overview(&self) -> &Overview {
        &self.overview
    }

    /// The credentials file beside it.
    pub fn credentials(&self) -> Option<&Rc<Credentials>> {
        self.credentials.as_ref()
    }

    /// What led to it.
    pub fn done(&self) -> &Done {
        &self.done
    }

    /// Whether there is no config; there may be a credentials file.
    pub fn is_empty(&self) -> bool {
        self.origin.expose().is_empty() && self.since.is_none()
    }

    /// Whether this can be a config file at all.
    pub fn is_config(&self) -> bool {
        self.is_config
    }

    /// The file that the CLI refuses, where it refuses one; the config first.
    pub fn refused(&self) -> Option<AwsFile> {
        self.findings
            .first()
            .filter(|finding| finding.weight == Weight::Refused)
            .map(|finding| finding.file)
    }
}

/// What there is to say about both files, the gravest first, then by file and line.
fn findings(config: &Document, credentials: Option<&Credentials>) -> Vec<Finding> {
    let credentials = credentials.map(Credentials::document);
    let lines: Vec<&str> = config.lines().map(Line::text).collect();
    let about_config = remarks(config, credentials).into_iter();
    let mut findings: Vec<Finding> = about_config
        .map(|remark| Finding::of(remark, AwsFile::Config, &lines, without_secret))
        .collect();
    if let Some(document) = credentials {
        let lines: Vec<&str> = document.lines().map(Line::text).collect();
        let about = onramp_domain::config::credentials::remarks(document, config).into_iter();
        findings
            .extend(about.map(|remark| Finding::of(remark, AwsFile::Credentials, &lines, shown)));
    }
    findings.sort_by_key(|finding| finding.weight);
    findings
}

impl Finding {
    fn of(
        remark: Remark,
        file: AwsFile,
        lines: &[&str],
        shown: fn(&str) -> Cow<'_, str>,
    ) -> Finding {
        let weight = match remark.kind() {
            RemarkKind::NotAConfig(_) | RemarkKind::Refused(_) => Weight::Refused,
            RemarkKind::NotAProfile { .. }
            | RemarkKind::Nameless { .. }
            | RemarkKind::HeaderInValue
            | RemarkKind::SettingInValue { .. }
            | RemarkKind::SessionMissing { .. }
            | RemarkKind::SessionIncomplete { .. }
            | RemarkKind::Contradiction { .. }
            | RemarkKind::SignInIncomplete { .. }
            | RemarkKind::AccountId { .. }
            | RemarkKind::UnknownRegion { .. }
            | RemarkKind::RegionDiffers { .. }
            | RemarkKind::PartitionDiffers { .. }
            | RemarkKind::SourceMissing { .. }
            | RemarkKind::SourceCircle { .. }
            | RemarkKind::SourceCount { .. }
            | RemarkKind::PrefixInCredentials { .. } => Weight::Fails,
            _ => Weight::Unwise,
        };
        let quotes = remark.lines().iter().take(MOST_QUOTES).map(|number| Quote {
            number: *number,
            text: ConfigText::new(&*shown(lines.get(number.get() - 1).unwrap_or(&""))),
        });
        Finding { file, quotes: quotes.collect(), weight, remark }
    }
}

/// A line, without the value of a long-lived key or a token.
fn without_secret(line: &str) -> Cow<'_, str> {
    let is_secret = |word: &&str| {
        line.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
    };
    if !["secret", "token", "access_key", "password"].iter().any(is_secret) {
        return Cow::Borrowed(line);
    }
    // What stands before `=` is shown only where it can be nothing but a key.
    let key = line.split_once('=').map_or("", |(key, _)| key.trim());
    let is_key = key.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    Cow::Borrowed(if is_key { key } else { "" })
}
