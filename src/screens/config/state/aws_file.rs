//! The two files in `~/.aws` that make up a person's profiles.

use super::EditedFile;
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
}

/// Of several files those that are the two: by their names, where one has its own; else by what is in them. Somebody may
/// drop the whole folder, with backups and caches beside the two files. And how many others may have been meant.
pub fn pick(files: Vec<ReadFile>) -> ([Option<Result<EditedFile, FileError>>; 2], usize) {
    let by_name = |file: &ReadFile| {
        AwsFile::ALL.into_iter().find(|which| file.name.as_deref() == Some(which.name()))
    };
    let are_named = files.iter().any(|file| by_name(file).is_some());
    let (mut picked, mut others) = ([None, None], 0);
    for file in files {
        let which = by_name(&file);
        if are_named && which.is_none() {
            continue;
        }
        let text = file.text.map(EditedFile::of);
        let has_keys = text.as_ref().is_ok_and(|file| credentials::is_one(file.document()));
        let by_content = if has_keys { AwsFile::Credentials } else { AwsFile::Config };
        let place = &mut picked[which.unwrap_or(by_content) as usize];
        // The first that can be read.
        if place.is_none() || (matches!(place, Some(Err(_))) && text.is_ok()) {
            *place = Some(text);
        } else {
            others += 1;
        }
    }
    (picked, others)
}
