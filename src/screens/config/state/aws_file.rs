//! The two files in `~/.aws` that make up a person's profiles.

use crate::file_text::{FileError, FileText, ReadFile};
use onramp_domain::config::{Document, credentials};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AwsFile {
    Config,
    Credentials,
}

impl AwsFile {
    /// Both, in the order in which they are shown.
    pub const ALL: [AwsFile; 2] = [AwsFile::Config, AwsFile::Credentials];

    pub fn name(self) -> &'static str {
        match self {
            AwsFile::Config => "config",
            AwsFile::Credentials => "credentials",
        }
    }

    /// Which of the two a text is, by what is in it.
    pub fn of_document(document: &Document) -> AwsFile {
        if credentials::is_one(document) { AwsFile::Credentials } else { AwsFile::Config }
    }
}

/// A text with what it parses to, so that it is parsed once.
#[derive(Clone, Debug)]
pub struct ParsedText {
    pub text: FileText,
    /// The same, parsed.
    pub document: Document,
}

impl ParsedText {
    pub fn parse(text: FileText) -> ParsedText {
        ParsedText { document: Document::parse(&**text.expose()), text }
    }
}

/// Of several files those that are the two: by their names, else by what is in them. Somebody may drop the whole
/// folder, with backups and caches beside the two files.
pub fn pick(files: Vec<ReadFile>) -> [Option<Result<ParsedText, FileError>>; 2] {
    let mut picked = AwsFile::ALL.map(|_| None);
    for file in files {
        let by_name =
            AwsFile::ALL.into_iter().find(|which| file.name.as_deref() == Some(which.name()));
        let text = file.text.map(ParsedText::parse);
        let by_content =
            text.as_ref().map_or(AwsFile::Config, |it| AwsFile::of_document(&it.document));
        let candidate = Candidate { is_named: by_name.is_some(), text };
        let place: &mut Option<Candidate> = &mut picked[by_name.unwrap_or(by_content) as usize];
        if place.as_ref().is_none_or(|there| candidate.rank() < there.rank()) {
            *place = Some(candidate);
        }
    }
    let is_named = |which: usize| picked[which].as_ref().is_some_and(|file| file.is_named);
    // Beside a file that has its own name, one that has not is not the other.
    let [config, credentials] = [is_named(0), is_named(1)];
    let [first, second] = picked;
    [
        first.filter(|_| config || !credentials).map(|file| file.text),
        second.filter(|_| credentials || !config).map(|file| file.text),
    ]
}

struct Candidate {
    is_named: bool,
    text: Result<ParsedText, FileError>,
}

impl Candidate {
    /// The lowest is taken.
    fn rank(&self) -> (bool, bool) {
        (!self.is_named, self.text.is_err())
    }
}
