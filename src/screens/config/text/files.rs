//! The sentences about the files: how they come in, the credentials beside the config, and both on disk.

use super::words::{REMOVE, line};
use crate::file_text::FileError;
use crate::saving::Refusal;
use crate::screens::config::state::{AwsFile, Draft, Holds, NotTaken, RemovedFrom};
use onramp_domain::config::LineNumber;
use std::rc::Rc;

pub const YOUR_FILE: &str = "Your file";
pub const YOUR_CONFIG: &str = "Your config";
pub const YOUR_CONFIG_HINT: &str = "Paste your ~/.aws/config, or drop the file anywhere on this page. You can add ~/.aws/credentials too.";
pub const TOO_LONG_TO_TYPE: &str = "This file is too long to edit here, so you see its beginning. Everything else on this page still works on all of it, and you can paste another text in its place.";
pub const CONFIG_PLACEHOLDER: &str =
    "[profile dev]\nsso_session = my-sso\nsso_account_id = 111122223333\n…";
pub const CHOOSE_FILE: &str = "Choose a file";
pub const CLEAR: &str = "Clear";
pub const WHERE_IS_IT: &str = "Where is this file?";
pub const WHERE_IT_IS: [(&str, &str); 5] = [
    (
        "macOS",
        "In the file window press Cmd+Shift+G and enter ~/.aws/config. In a terminal: pbcopy < ~/.aws/config",
    ),
    ("Windows", "Enter %USERPROFILE%\\.aws\\config as the file's name."),
    (
        "Linux",
        "In the file window press Ctrl+H to see hidden folders, then open .aws. In a terminal: cat ~/.aws/config",
    ),
    (
        "WSL",
        "Its home folder isn't the one of Windows. In its terminal: clip.exe < ~/.aws/config, or open \\\\wsl$ in the file window.",
    ),
    ("Elsewhere", "If AWS_CONFIG_FILE is set, the file is where that says."),
];

pub const OPEN_FOLDER: &str = "Open .aws folder";
pub const SAVE_TITLE: &str = "Save in your .aws folder";
pub const SAVE: &str = "Save in place";
pub const SAVE_HINT_OFFERED: &str = "Your browser asks for your .aws folder, then whether this page may write in it. We keep a copy of the old file, and write nothing if the file there isn't the one you opened here.";
pub const SAVE_HINT_OPEN: &str = "Not saved yet. We keep a copy of the old file, and write nothing if it changed since you opened it.";
pub const SAVING: &str = "Saving. Your browser may ask whether this page may write there.";
pub const IN_PLACE: &str = "Put it in place";
pub const IN_PLACE_HINT: &str = "Download first, then run this in a terminal. It keeps the old file beside the new one and removes the download. If your browser saves elsewhere or under another name, change the first path; in WSL it's under /mnt/c, in the Downloads folder of Windows. If AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE is set, put the file where that says.";

pub const CREDENTIALS: &str = "Your credentials";
pub const CREDENTIALS_PATH: &str = "~/.aws/credentials";
pub const CREDENTIALS_HINT: &str = "This is your ~/.aws/credentials. We don't show its keys. Copy and Download include them, and nothing leaves this page.";
pub const TAKEN_AS_CREDENTIALS: &str = "It has keys under plain names, so we took it for ~/.aws/credentials. Add your ~/.aws/config to see both together.";
pub const IT_IS_MY_CONFIG: &str = "It's my config";
pub const LEAVE_OUT: &str = "Leave out";
pub const LEAVE_OUT_NAME: &str = "Leave out credentials";
pub const IN_CREDENTIALS: &str = "also in credentials";
pub const REMOVE_KEYS: &str = "Remove the keys";
pub const CREDENTIALS_CHANGES: &str = "Changes to credentials";
pub const CHANGED_CREDENTIALS_LINES: &str = "Changed lines of credentials";
pub const NEW_CREDENTIALS: &str = "New credentials";
pub const COPY_NEW_CREDENTIALS: &str = "Copy new credentials";
pub const DOWNLOAD_CREDENTIALS: &str = "Download credentials";
pub const NEW_CREDENTIALS_HINT: &str = "Replace everything in ~/.aws/credentials with it. Where you see … the copy has the key itself, and every line you didn't change stays exactly as it is.";

pub fn not_taken(why: &NotTaken) -> &'static str {
    match why {
        NotTaken::Folder => {
            "Your browser didn't let this page read that folder. Try again and allow it, or choose the files instead."
        }
        NotTaken::AlreadyThere => "Your config has these profiles already, so nothing changed.",
        NotTaken::Others => {
            "Only one config and one credentials file fit here, so we took the first. Choose another one by itself."
        }
        NotTaken::File(FileError::Unreadable) => {
            "Your browser couldn't read that. Choose the file itself, not its folder."
        }
        NotTaken::File(FileError::Utf16(_)) => {
            "That file is UTF-16, which the AWS CLI can't read either. Save it as UTF-8 in your editor, then choose it again."
        }
        NotTaken::File(FileError::NotText) => {
            "That file isn't UTF-8 text, so changing it here would lose some of it. Save it as UTF-8 in your editor, then choose it again."
        }
        NotTaken::File(FileError::TooLarge { .. }) => {
            "That file is far too large for a config. Yours is ~/.aws/config."
        }
        NotTaken::File(FileError::NothingThere) => {
            "That folder has neither config nor credentials. Both are in ~/.aws; see “Where is this file?”."
        }
    }
}

pub fn put_in_place(file: AwsFile) -> (&'static str, &'static str) {
    match file {
        AwsFile::Config => ("Put config in place", "After Download"),
        AwsFile::Credentials => ("Put credentials in place", "After Download credentials"),
    }
}

pub fn saved(backups: &[Rc<str>]) -> String {
    match backups {
        [] => "Saved in your .aws folder.".to_owned(),
        [..] => format!(
            "Saved in your .aws folder. What was there before is beside it: {}.",
            backups.join(" and ")
        ),
    }
}

/// Why it was not saved, and what to do.
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotAllowed => "Nothing was saved, because your browser didn't let this page into that folder. Try again and allow it, or copy or download instead.".to_owned(),
        Refusal::Missing(file) => format!(
            "Nothing was saved, because there's no {} in that folder. Both files are in ~/.aws. Choose “{OPEN_FOLDER}” and open that one.",
            file
        ),
        Refusal::Changed(file) => format!(
            "Nothing was saved, because {0} in that folder isn't the one you opened here. It may have changed since. Choose “{OPEN_FOLDER}” to start again with {0} as it is now.",
            file
        ),
        Refusal::NoBackup(file) => format!(
            "Nothing was saved, because we couldn't write a backup of {} beside it. Is the disk full, or the folder read-only? Copy or download instead.",
            file
        ),
        Refusal::NotWritten { path: file, backup: Some(backup) } => format!(
            "{0} couldn't be saved and may be incomplete. Its old text is beside it, in {backup}. Copy or download the new one, and put it in place by hand.",
            file
        ),
        Refusal::NotWritten { path: file, backup: None } => format!(
            "{} couldn't be saved and may be incomplete. It wasn't there before. Copy or download it, and put it in place by hand.",
            file
        ),
    }
}

/// What became of a removed profile, and what may be left of it.
pub fn removed_hint(name: &str, from: RemovedFrom, draft: &Draft) -> String {
    match (from, &draft.credentials) {
        (RemovedFrom::Both, _) => format!("{name} is out of both files."),
        (RemovedFrom::Credentials, _) => {
            format!("{name} is out of the credentials file. The config is as it was.")
        }
        (RemovedFrom::Config, Some(_)) => {
            format!("{name} is out of this config. It wasn't in the credentials file.")
        }
        (RemovedFrom::Config, None) => format!(
            "{name} is out of this config. If ~/.aws/credentials has a section [{name}], the profile still exists there. Add that file to remove it there too."
        ),
    }
}

pub fn remove_from_credentials(name: &str) -> String {
    format!("{REMOVE} {name} from credentials")
}

pub fn remove_keys_of(name: &str) -> String {
    format!("{REMOVE} the keys of {name}")
}

pub fn holds(holds: Holds) -> &'static str {
    match holds {
        Holds::LongLived => "long-lived keys",
        Holds::Temporary => "temporary keys",
        Holds::Nothing => "no keys",
    }
}

/// Where a quoted line is.
pub fn line_in(file: AwsFile, number: LineNumber) -> String {
    match file {
        AwsFile::Config => line(number),
        AwsFile::Credentials => format!("credentials, line {number}"),
    }
}
