//! The sentences of "Tidy my config" about the two files: the credentials beside the config, and both on disk.
//!
//! Not here: what is wrong with them.

use super::{REMOVE, line};
use crate::app::tidy::aws_file::AwsFile;
use crate::app::tidy::credentials::Holds;
use crate::app::tidy::draft::{Draft, RemovedFrom};
use crate::app::tidy::saving::Refusal;
use onramp_domain::config::LineNumber;
use std::rc::Rc;

pub(in crate::ui) const OPEN_FOLDER: &str = "Open .aws folder";
pub(in crate::ui) const SAVE_TITLE: &str = "Save in your .aws folder";
pub(in crate::ui) const SAVE: &str = "Save in place";
pub(in crate::ui) const SAVE_HINT_OFFERED: &str = "Your browser can save this where it belongs: it asks for your .aws folder, and then whether this page may write in it. The old text is kept beside the file, and nothing is written unless the file there is what came in here.";
pub(in crate::ui) const SAVE_HINT_OPEN: &str = "Nothing is saved yet. The old text is kept beside the file, and nothing is written if the file changed since this page read it.";
pub(in crate::ui) const SAVING: &str =
    "Saving: your browser may ask whether this page may write there.";
pub(in crate::ui) const IN_PLACE: &str = "Put it in place";
pub(in crate::ui) const IN_PLACE_HINT: &str = "Run the line in a terminal after downloading. It keeps the old file beside the new one and removes the download. If your browser saves elsewhere or under another name, change the first path; in WSL it lies under /mnt/c, in the Downloads folder of Windows. If AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE is set, put the file where that says instead.";

pub(in crate::ui) const CREDENTIALS: &str = "Your credentials";
pub(in crate::ui) const CREDENTIALS_HINT: &str = "This is your ~/.aws/credentials. Its keys are not shown; copying and downloading carry them, and nothing leaves this page.";
pub(in crate::ui) const TAKEN_AS_CREDENTIALS: &str = "It has keys under plain names, so it was taken for ~/.aws/credentials. Add your ~/.aws/config above, to see both together.";
pub(in crate::ui) const IT_IS_MY_CONFIG: &str = "It is my config";
pub(in crate::ui) const LEAVE_OUT: &str = "Leave out";
pub(in crate::ui) const LEAVE_OUT_NAME: &str = "Leave out credentials";
pub(in crate::ui) const IN_CREDENTIALS: &str = "also in credentials";
pub(in crate::ui) const NO_KEY_HOLDERS: &str = "There is no profile in it.";
pub(in crate::ui) const REMOVE_KEYS: &str = "Remove the keys";
pub(in crate::ui) const CREDENTIALS_CHANGES: &str = "Changes to credentials";
pub(in crate::ui) const CREDENTIALS_DIFF: &str = "Lines of credentials that go and come";
pub(in crate::ui) const NEW_CREDENTIALS: &str = "New credentials";
pub(in crate::ui) const COPY_NEW_CREDENTIALS: &str = "Copy new credentials";
pub(in crate::ui) const DOWNLOAD_CREDENTIALS: &str = "Download credentials";
pub(in crate::ui) const NEW_CREDENTIALS_HINT: &str = "Put it in place of all that is in ~/.aws/credentials. Where … stands here, the copy has the key itself, and every line you did not change is as it was.";

/// A command's title, and when it is for.
pub(in crate::ui) fn put_in_place(file: AwsFile) -> (&'static str, &'static str) {
    match file {
        AwsFile::Config => ("Put config in place", "after “Download”"),
        AwsFile::Credentials => ("Put credentials in place", "after “Download credentials”"),
    }
}

pub(in crate::ui) fn saved(backups: &[Rc<str>]) -> String {
    match backups {
        [] => "Saved in your .aws folder.".to_owned(),
        [..] => format!(
            "Saved in your .aws folder. What was there before is beside it: {}.",
            backups.join(" and ")
        ),
    }
}

/// Why it was not saved, and what to do.
pub(in crate::ui) fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotAllowed => "Nothing was saved: your browser did not let this page into that folder. Press again and allow it, or copy or download below.".to_owned(),
        Refusal::Missing(file) => format!(
            "Nothing was saved: there is no {} in that folder. Both files are in ~/.aws; press “{OPEN_FOLDER}” and choose that one.",
            file.name()
        ),
        Refusal::Changed(file) => format!(
            "Nothing was saved: {0} in that folder is not what came in here. It may have changed since, or be another one. Press “{OPEN_FOLDER}” to begin again with {0} as it is now.",
            file.name()
        ),
        Refusal::NoBackup(file) => format!(
            "Nothing was saved: no backup of {} could be written beside it, and without one the file is not touched. Is the disk full, or the folder read-only? Copy or download below.",
            file.name()
        ),
        Refusal::NotWritten { file, backup: Some(backup) } => format!(
            "{0} could not be saved, and may not be whole. What was in it is beside it, in {backup}. Copy or download below, and put it in place by hand.",
            file.name()
        ),
        Refusal::NotWritten { file, backup: None } => format!(
            "{} could not be saved, and may not be whole. It was not there before. Copy or download below, and put it in place by hand.",
            file.name()
        ),
    }
}

/// What became of a removed profile, and what may be left of it.
pub(in crate::ui) fn removed_hint(name: &str, from: RemovedFrom, draft: &Draft) -> String {
    match (from, draft.credentials()) {
        (RemovedFrom::Both, _) => format!("{name} is out of both files."),
        (RemovedFrom::Credentials, _) => {
            format!("{name} is out of the credentials file. The config is as it was.")
        }
        (RemovedFrom::Config, Some(_)) => {
            format!("{name} is out of this config, and was not in the credentials file.")
        }
        (RemovedFrom::Config, None) => format!(
            "{name} is out of this config. If ~/.aws/credentials has a section [{name}], the profile goes on existing there: add that file too, and remove it there."
        ),
    }
}

/// The accessible name of the button that removes a profile from the credentials file alone.
pub(in crate::ui) fn remove_from_credentials(name: &str) -> String {
    format!("{REMOVE} {name} from credentials")
}

/// The accessible name of a remark's button that does the same.
pub(in crate::ui) fn remove_keys_of(name: &str) -> String {
    format!("{REMOVE} the keys of {name}")
}

/// What is not in the list of the credentials file's profiles.
pub(in crate::ui) fn more_profiles(number: usize) -> String {
    format!("{} more.", super::count(number, "profile", "profiles"))
}

pub(in crate::ui) fn holds(holds: Holds) -> &'static str {
    match holds {
        Holds::LongLivedKeys => "long-lived keys",
        Holds::ShortLivedKeys => "keys that end by themselves",
        Holds::NoKeys => "no keys",
    }
}

/// A quoted line's place.
pub(in crate::ui) fn line_in(file: AwsFile, number: LineNumber) -> String {
    match file {
        AwsFile::Config => line(number),
        AwsFile::Credentials => format!("credentials, line {number}"),
    }
}
