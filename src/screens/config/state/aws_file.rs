//! The two files in `~/.aws` that make up a person's profiles.

use super::edited_file::EditedFile;
use crate::file_text::{FileError, ReadFile};
use onramp_domain::config::credentials;

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

    /// Which of the two a file is, by what is in it.
    pub fn of_content(file: &EditedFile) -> AwsFile {
        if credentials::is_one(file.document()) { AwsFile::Credentials } else { AwsFile::Config }
    }
}

/// Of several files those that are the two: by their names, else by what is in them. Somebody may drop the whole
/// folder, with backups and caches beside the two files.
pub fn pick(files: Vec<ReadFile>) -> [Option<Result<EditedFile, FileError>>; 2] {
    let mut picked = AwsFile::ALL.map(|_| None);
    for file in files {
        let by_name =
            AwsFile::ALL.into_iter().find(|which| file.name.as_deref() == Some(which.name()));
        let text = file.text.map(EditedFile::of);
        let by_content = text.as_ref().map_or(AwsFile::Config, AwsFile::of_content);
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
    text: Result<EditedFile, FileError>,
}

impl Candidate {
    /// The lowest is taken.
    fn rank(&self) -> (bool, bool) {
        (!self.is_named, self.text.is_err())
    }
}
