//! The sentences of "Tidy my config", but for the remarks.

use crate::app::tidy::Tidy;
use crate::app::tidy::aws_file::AwsFile;
use crate::app::tidy::config_text::FileFault;
use crate::app::tidy::convert::Converted;
use crate::app::tidy::draft::{Done, RemovedFrom, ToDo, Weight};
use crate::app::tidy::overview::GroupKind;
use crate::app::tidy::saving::Saving;
use onramp_domain::config::{Conflict, LineEnding, LineNumber, ProfileUse};
use std::ops::Range;

pub(in crate::ui) const TIDY_TITLE: &str = "Tidy my config";
pub(in crate::ui) const TIDY_LEAD: &str = "See what is in your ~/.aws/config and what is wrong with it, add new profiles, remove old ones, and look at every change before you copy it. Your config never leaves this page.";
pub(in crate::ui) const YOUR_CONFIG: &str = "Your config";
pub(in crate::ui) const YOUR_CONFIG_HINT: &str = "Paste your ~/.aws/config, or drop the file anywhere on this page, together with ~/.aws/credentials if you like.";
pub(in crate::ui) const CONFIG_PLACEHOLDER: &str =
    "[profile dev]\nsso_session = my-sso\nsso_account_id = 111122223333\n…";
pub(in crate::ui) const EARLIER: &str = "Earlier lines";
pub(in crate::ui) const LATER: &str = "Later lines";
pub(in crate::ui) const GO_TO_LINE: &str = "Go to line";
pub(in crate::ui) const LOOKING: &str = "Looking through it…";
pub(in crate::ui) const CHOOSE_CONFIG: &str = "Choose a file";
pub(in crate::ui) const WHERE_CONFIG_IS: &str = "Where is this file?";
pub(in crate::ui) const WHERE_CONFIG_IS_TEXT: [(&str, &str); 5] = [
    (
        "macOS",
        "In the file window press Cmd+Shift+G and enter ~/.aws/config. In a terminal: pbcopy < ~/.aws/config",
    ),
    ("Windows", "Enter %USERPROFILE%\\.aws\\config as the file's name."),
    (
        "Linux",
        "In the file window press Ctrl+H to see hidden folders, then .aws. In a terminal: cat ~/.aws/config",
    ),
    (
        "WSL",
        "Its home is another one than Windows'. In its terminal: clip.exe < ~/.aws/config, or open \\\\wsl$ in the file window.",
    ),
    ("Elsewhere", "If AWS_CONFIG_FILE is set, the file is where that says."),
];

pub(in crate::ui) const REMARKS: &str = "Remarks";
pub(in crate::ui) const REMARKS_EMPTY: &str =
    "What is wrong with your config, and why it matters, appears here.";
pub(in crate::ui) const NO_REMARKS: &str = "Nothing is wrong with it, as far as this page can see.";
pub(in crate::ui) const REMARK: &str = "remark";
pub(in crate::ui) const REMARK_MANY: &str = "remarks";
pub(in crate::ui) const FIX: &str = "Fix it";
pub(in crate::ui) const FIX_ALL: &str = "Fix all";
pub(in crate::ui) const SHOW_MORE: &str = "Show more";
pub(in crate::ui) const REFUSED_TEXT: &str = "As it is, every command fails, whatever profile it uses. What it stumbles over comes first below.";

pub(in crate::ui) const PROFILES: &str = "Profiles";
pub(in crate::ui) const FILTER_PROFILES: &str = "Filter profiles";
pub(in crate::ui) const FILTER_PROFILES_PLACEHOLDER: &str = "Name, account or role";
pub(in crate::ui) const NO_PROFILE_MATCHES: &str = "No profile matches.";
pub(in crate::ui) const NO_PROFILES: &str = "There is no profile in it.";
pub(in crate::ui) const REMOVE: &str = "Remove";
pub(in crate::ui) const OTHER_FORMATS: &str = "Other formats";
pub(in crate::ui) const NOBODY: &str = "No profile uses it.";

pub(in crate::ui) const CHANGES: &str = "Changes";
pub(in crate::ui) const NO_CHANGES: &str = "Nothing is changed yet. Every change shows here first.";
pub(in crate::ui) const DIFF: &str = "Lines that go and come";
pub(in crate::ui) const UNDO: &str = "Undo";
pub(in crate::ui) const REDO: &str = "Redo";
pub(in crate::ui) const COPY_PATCH: &str = "Copy as patch";
pub(in crate::ui) const NEW_CONFIG: &str = "New config";
pub(in crate::ui) const COPY_NEW_CONFIG: &str = "Copy new config";
pub(in crate::ui) const COPY_CONFIG_SHORT: &str = "Copy config";
pub(in crate::ui) const NEW_CONFIG_EMPTY: &str = "The text for your ~/.aws/config appears here.";
pub(in crate::ui) const NEW_CONFIG_HINT: &str = "Put it in place of all that is in ~/.aws/config. Every line you did not change is as it was, to the byte; “Download” keeps line endings too, where a clipboard may not.";

pub(in crate::ui) const MERGE_INTO_CONFIG: &str = "Merge into my config";
pub(in crate::ui) const WAITING: &str = "Waiting to be merged";
pub(in crate::ui) const WAITING_FOR_CONFIG: &str = "Paste your config below: they go in as soon as it is there, and you see every line before you copy anything. If you have no config yet, the block from “Set up” is all you need.";
pub(in crate::ui) const WAITING_READY: &str =
    "Nothing in your config stands in the way. You see every line before you copy anything.";
pub(in crate::ui) const WAITING_CONFLICTS: &str = "Nothing is changed yet: some names are taken. Merge with names that are free, or let the new profiles replace what is there.";
pub(in crate::ui) const WAITING_NO_CONFIG: &str =
    "What is in the box is no config file, so nothing is merged into it.";
pub(in crate::ui) const MERGE: &str = "Merge";
pub(in crate::ui) const MERGE_ANYWAY: &str = "Merge and replace";
pub(in crate::ui) const RENAME_ALL: &str = "Merge with free names";
pub(in crate::ui) const DONT_MERGE: &str = "Don't merge";

/// The badge's look and its words.
pub(in crate::ui) fn weight(weight: Weight) -> (&'static str, &'static str) {
    match weight {
        Weight::Refused => ("badge bad", "Stops the CLI"),
        Weight::Fails => ("badge warn", "Doesn't work"),
        Weight::Unwise => ("badge", "Worth a look"),
    }
}

pub(in crate::ui) fn file_fault(fault: FileFault) -> &'static str {
    match fault {
        FileFault::Unreadable => {
            "Your browser could not read that. Choose the file itself, not its folder."
        }
        FileFault::Utf16 => {
            "That file is UTF-16, which the AWS CLI can't read either. Save it as UTF-8 in your editor, then choose it again."
        }
        FileFault::NothingThere => {
            "There is neither config nor credentials in that folder. Both are in ~/.aws; see “Where is this file?”."
        }
        FileFault::NotText => {
            "That file is not UTF-8 text, so it can't be changed here without losing some of it. Save it as UTF-8 in your editor, then choose it again."
        }
    }
}

/// Of a text too long to be in the box as a whole; lines are counted from 0.
pub(in crate::ui) fn box_part(lines: Range<usize>, all: usize) -> String {
    let [first, last, all] = [lines.start + 1, lines.end, all].map(super::grouped);
    format!(
        "This config is long: lines {first} to {last} of {all} are in the box. Everything else on this page is about all of it."
    )
}

pub(in crate::ui) fn overview(profiles: usize, accounts: usize) -> String {
    let profiles = super::count(profiles, "profile", "profiles");
    match accounts {
        0 => profiles,
        _ => format!("{profiles} in {}", super::count(accounts, "account", "accounts")),
    }
}

/// A group's name, and what there is to say beside it.
pub(in crate::ui) fn group(kind: &GroupKind) -> (String, String) {
    let portal = |start_url: &str, region: &str| {
        let host = start_url.trim_start_matches("https://").split('/').next().unwrap_or_default();
        format!("{host} {region}").trim().to_owned()
    };
    let (name, beside) = match kind {
        GroupKind::Session { name, start_url, region } => {
            return (format!("Session {name}"), portal(start_url, region));
        }
        GroupKind::Legacy { start_url, region } => {
            return ("Sign-in without a session".to_owned(), portal(start_url, region));
        }
        GroupKind::AssumedRole => ("Roles that another profile assumes", "role_arn"),
        GroupKind::WebIdentity => ("Another identity provider", "web_identity_token_file"),
        GroupKind::Login => ("Console sign-in", "aws login"),
        GroupKind::Process => ("A program gives the keys", "credential_process"),
        GroupKind::AccessKeys => ("Long-lived keys", "aws_access_key_id"),
        GroupKind::Settings => ("Settings only", ""),
    };
    (name.to_owned(), beside.to_owned())
}

/// The accessible name of a fix's button.
pub(in crate::ui) fn fix(title: &str) -> String {
    format!("{FIX}: {title}")
}

pub(in crate::ui) fn line(number: LineNumber) -> String {
    format!("line {number}")
}

pub(in crate::ui) fn remove_profile(name: &str) -> String {
    format!("Remove {name}")
}

/// What is left after all fixes, of so many that came up meanwhile.
pub(in crate::ui) fn after_fixes(left: usize) -> &'static str {
    match left {
        0 => "What is left has no fix that is certain: it needs a look of yours.",
        _ => "By that, more can be fixed: press “Fix all” again.",
    }
}

pub(in crate::ui) fn refused_title(file: AwsFile) -> &'static str {
    match file {
        AwsFile::Config => "The AWS CLI can't read this file",
        AwsFile::Credentials => "The AWS CLI can't read your credentials file",
    }
}

pub(in crate::ui) fn waiting(profiles: usize) -> String {
    match profiles {
        1 => "1 profile waits to be merged".to_owned(),
        _ => format!("{} wait to be merged", super::count(profiles, "profile", "profiles")),
    }
}

/// What a name is taken by.
pub(in crate::ui) fn conflict(conflict: &Conflict) -> String {
    match conflict {
        Conflict::Profile { name, line, there, .. } => {
            let place = place(*line);
            format!("There is a profile {name} already{place}: {}.", profile_use(there))
        }
        Conflict::Session { name, line, start_url, profiles, .. } => {
            let place = place(*line);
            let elsewhere = start_url.as_deref().unwrap_or("another portal");
            let others = match profiles.len() {
                0 => String::new(),
                number => format!(
                    " {} would then sign in elsewhere.",
                    super::count(number, "other profile", "other profiles")
                ),
            };
            format!(
                "There is a session {name} already{place}, for {elsewhere} or another region.{others}"
            )
        }
    }
}

pub(in crate::ui) fn free_name(conflict: &Conflict) -> String {
    match conflict {
        Conflict::Profile { free, .. } => format!("Use {free}"),
        Conflict::Session { free, .. } => format!("Use {free}"),
    }
}

fn place(line: Option<LineNumber>) -> String {
    line.map(|line| format!(", on line {line}")).unwrap_or_default()
}

fn profile_use(there: &ProfileUse) -> String {
    match there {
        ProfileUse::AssumedRole { role_arn } => format!("it assumes {role_arn}"),
        ProfileUse::SignIn { account_id, role_name } => format!("{role_name} in {account_id}"),
        ProfileUse::WebIdentity => "it uses another identity provider".to_owned(),
        ProfileUse::Login => "it uses aws login".to_owned(),
        ProfileUse::Process => "a program gives its keys".to_owned(),
        ProfileUse::AccessKeys => "it has long-lived keys".to_owned(),
        ProfileUse::Settings => "it has settings only".to_owned(),
    }
}

pub(in crate::ui) fn diff_summary(added: usize, removed: usize) -> String {
    format!("{} added, {} removed", super::count(added, "line", "lines"), super::grouped(removed))
}

/// A line ending that most lines do not have, made visible.
pub(in crate::ui) fn line_ending(ending: LineEnding) -> &'static str {
    match ending {
        LineEnding::Lf => "␊",
        LineEnding::CrLf => "␍␊",
        LineEnding::Cr => "␍",
        LineEnding::Missing => "",
    }
}

pub(in crate::ui) fn diff_rest(rows: usize) -> String {
    format!("{} more; the patch has all of it.", super::count(rows, "line", "lines"))
}

/// What a screen reader is told about the last step.
pub(in crate::ui) fn tidy_status(tidy: &Tidy) -> String {
    if let Saving::Saved(backups) = tidy.in_place().saving() {
        return super::saved(backups);
    }
    let draft = tidy.draft();
    let is_looked_through = draft.to_do() == ToDo::Nothing;
    let done = match draft.done() {
        Done::Opened | Done::Typed if !is_looked_through => return LOOKING.to_owned(),
        Done::Nothing => return String::new(),
        Done::Opened | Done::Typed => {
            let overview = draft.overview();
            self::overview(overview.profiles(), overview.accounts())
        }
        Done::CredentialsOpened => "Took the credentials file".to_owned(),
        Done::CredentialsClosed => "Left out the credentials file".to_owned(),
        Done::Fixed => "Fixed".to_owned(),
        Done::FixedAll { done, .. } => {
            format!("Fixed {}", super::count(*done, REMARK, REMARK_MANY))
        }
        Done::Removed(name, RemovedFrom::Config) => format!("Removed {name}"),
        Done::Removed(name, RemovedFrom::Credentials) => {
            format!("Removed {name} from credentials")
        }
        Done::Removed(name, RemovedFrom::Both) => format!("Removed {name} from both files"),
        Done::Merged(profiles) => {
            format!("Merged {}", super::count(*profiles, "profile", "profiles"))
        }
        Done::Updated { added, removed } => super::updated(*added, *removed),
        Done::Converted(Converted::Session(session)) => format!("Converted to session {session}"),
        Done::Converted(Converted::Legacy) => "Converted to the legacy format".to_owned(),
        Done::Converted(Converted::Both(session)) => {
            format!("Converted to session {session} with legacy keys besides")
        }
    };
    if !is_looked_through {
        return format!("{done}. {LOOKING}");
    }
    format!("{done}. {}.", super::count(draft.findings().len(), "remark", "remarks"))
}
