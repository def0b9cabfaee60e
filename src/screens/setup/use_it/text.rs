//! What is said among options, block and commands.

use super::profiles::NamingError;
use super::save::{Saved, Why};
use super::state::{Task, Tested};
use crate::commands::CommandShell;
use crate::numbers::{count, grouped};
use crate::saving::Refusal;
use onramp_domain::cli_version::{self, CliVersion};
use onramp_domain::names::BadConfigName;
use onramp_domain::profile_name::TemplateError;

pub const TITLE: &str = crate::screens::setup::text::USE_IT_TITLE;
pub const BLOCK: &str = "Config block";
pub const BLOCK_PART: &str = "Beginning of the config block";
pub const CONFIG_PATH: &str = "~/.aws/config";
pub const COPY_BLOCK: &str = "Copy config block";
pub const DOWNLOAD: &str = "Download";
pub const MERGE: &str = "Merge into my config";
pub const BLOCK_WAITS: &str = "The block is back as soon as the name is right.";
pub const NAMES: &str = "Names";
pub const PROFILE_NAME: &str = "Profile name";
pub const TEMPLATE: &str = "Profile name template";
pub const TEMPLATE_HINT: &str = "You can use {account_name} {account_id} {account_email} {role_name} {session}, each with |lower, |slug, |short or |without:AWS behind its name.";
pub const REGION: &str = "Region";
pub const DEFAULT_REGION: &str = "Default region";
pub const REGION_NONE: &str = "None";
pub const OUTPUT: &str = "Output";
pub const OUTPUT_FORMAT: &str = "Output format";
pub const OUTPUT_NONE: &str = "Not set (json)";
pub const FORMAT: &str = "Format";
pub const EXPLAINED: &str = "What do these mean?";
pub const PROFILE_TO_TEST: &str = "Profile to test";
pub const WHICH: &str = "Which profile will you use most? Test and default use it.";
pub const CHOOSE_PROFILE: &str = "Choose a profile first.";
pub const YOU_SHOULD_SEE: &str = "You should see";
pub const HAVE_CLI: &str = "Do you have the AWS CLI?";
pub const CLI_VERSION: &str = "What aws --version says";
pub const INSTALL: [(&str, &str); 3] = [
    ("macOS", "brew install awscli, or the installer at AWS."),
    ("Windows", "winget install -e --id Amazon.AWSCLI, or the installer at AWS."),
    ("Linux", "The installer at AWS. A distribution's own package is often version 1."),
];
pub const INSTALL_AT_AWS: &str = "How to install it, at AWS";
pub const INSTALL_URL: &str =
    "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html";
pub const SAYS_ELSE: &str = "It says something else?";
pub const TEST_SAYS: &str = "What it says";
pub const TEST_SAYS_HINT: &str = "Paste it, answer or error. “Check a token” explains errors.";
pub const GOAL_TITLE: &str = "You're in";
pub const GOAL_LEAD: &str = "When a command says your session has ended, log in again:";
pub const MORE_ROLES: (&str, &str) =
    ("Add more roles", "Your sign-in here is still good for that.");
pub const CHOOSE: &str = "Choose";
pub const TIDY: (&str, &str) =
    ("Tidy your config", "Find and fix old profiles, or remove one from both files.");
pub const OPEN: &str = "Open";
pub const WHEN_IT_ENDS: (&str, &str) =
    ("See when it ends", "“Check a token” reads it from the CLI's own file.");
pub const CHECK: &str = "Check";
pub const COLLEAGUE: (&str, &str) =
    ("Help the next person", "A link with your company's settings filled in. It holds no secrets.");
pub const COPY_LINK: &str = "Copy link";
pub const AS_QR_CODE: &str = "As a QR code";
pub const LINK_CODE: &str = "QR code with the link for a colleague";

/// A task's title.
pub fn task(task: Task) -> &'static str {
    match task {
        Task::Save => "Save",
        Task::LogIn => "Log in",
        Task::Test => "Test",
        Task::UseAsDefault => "Use as default",
    }
}

/// The number beside it, which is a checkbox.
pub fn is_done(of: Task) -> String {
    format!("{} is done", task(of))
}

/// What saving does.
pub fn save_hint(profiles: usize) -> String {
    let these = match profiles {
        1 => "this".to_owned(),
        _ => format!("these {}", count(profiles, "profile", "profiles")),
    };
    format!(
        "Adds {these} to your ~/.aws/config. What is already there stays, and we keep a copy of the old file."
    )
}

pub const SAVE_IN_FOLDER: &str = "Save to ~/.aws";
pub const WHERE_IS_FOLDER: &str = "Your browser asks for the folder .aws in your home folder. It's hidden: Cmd+Shift+. shows it on macOS, Ctrl+H on Linux. If it isn't there yet, make it in that window.";
pub const SIGN_CLI_IN: &str = "Sign the CLI in too";
pub const SIGN_CLI_IN_HINT: &str = "Also puts this sign-in where the AWS CLI keeps its own, so your terminal needs no second approval. Any program that can read your files can use it until it ends.";
pub const SAVING: &str = "Saving. Your browser may ask whether this page may write there.";
pub const ANOTHER_FOLDER: &str = "Choose another folder";
pub const SAVE_HERE: &str = "Save here anyway";
pub const UNDONE: &str = "Undone. The folder is as it was.";
pub const UNDO: &str = "Undo";
pub const CLI_NOT_SIGNED_IN: &str =
    "The CLI couldn't be signed in: its folder sso/cache can't be written. Log in as below.";
pub const SHOW_CHANGE: &str = "Show what was added";
pub const CHANGED_LINES: &str = "Changed lines";
pub const PASTE_INSTEAD: &str = "Paste one command instead";
pub const PASTE_HINT: &str = "Paste it in your terminal. It keeps a copy of the old file, adds the block at its end, and stops if a section is there already: then merge it in “Tidy my config”.";
pub const COPY_SAVE_COMMAND: &str = "Copy save command";
pub const TOO_LONG_FOR_A_COMMAND: &str =
    "These are too many for one command. Merge them into your config, or download the block.";
pub const WHO_SAVES: &str = "Chrome and Edge can also save it for you.";
pub const MERGE_IN_TIDY: &str = "Open “Tidy my config”";

/// Where the block stands that a short command names.
pub fn lines_above(number: usize) -> String {
    format!("the {} above", lines(number))
}

/// That it is saved, and where the old file is.
pub fn saved(saved: &Saved) -> String {
    let config = match saved.config().map(|config| &config.backup) {
        None => "Your config has this already.".to_owned(),
        Some(Some(backup)) => format!("Saved. Your old file is kept as {backup}."),
        Some(None) => "Saved in a new file.".to_owned(),
    };
    match saved.token().is_some() {
        true => config + " The CLI is signed in.",
        false => config,
    }
}

/// The folder that was chosen isn't the CLI's.
pub fn not_aws(name: &str) -> String {
    format!(
        "Nothing was saved yet. This folder is called {name}, and the AWS CLI reads the folder .aws in your home folder."
    )
}

/// Why nothing was saved, and who helps.
pub fn blocked(why: &Why) -> String {
    match why {
        Why::Conflict(name) => format!(
            "Nothing was saved, because your config has another {name} already. “Tidy my config” shows both, and you choose."
        ),
        Why::Broken => "Nothing was saved, because the AWS CLI can't read your config as it is. “Tidy my config” shows what to fix.".to_owned(),
        Why::Unreadable => "Nothing was saved, because the config in that folder isn't UTF-8 text. “Tidy my config” says what to do.".to_owned(),
    }
}

/// Why it was not saved, and what to do.
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotAllowed => "Nothing was saved, because your browser didn't let this page into that folder. Try again and allow it, or paste the command instead.".to_owned(),
        Refusal::Missing(file) | Refusal::Changed(file) => {
            format!("Nothing was saved, because {file} was changed at that moment. Try again.")
        }
        Refusal::NoBackup(file) => format!(
            "Nothing was saved, because we couldn't write a copy of {file} beside it. Is the disk full, or the folder read-only?"
        ),
        Refusal::NotWritten { path, backup: Some(backup) } => format!(
            "{path} couldn't be saved and may be incomplete. Its old text is beside it, in {backup}."
        ),
        Refusal::NotWritten { path, backup: None } => {
            format!("{path} couldn't be saved and may be incomplete.")
        }
    }
}

/// Why it was not undone.
pub fn not_undone(refusal: &Refusal, backup: Option<&str>) -> String {
    let why = match refusal {
        Refusal::NotAllowed => "Not undone, because your browser didn't allow it.",
        Refusal::Missing(_) | Refusal::Changed(_) => {
            "Not undone, because your config was changed since."
        }
        Refusal::NoBackup(_) | Refusal::NotWritten { .. } => {
            "Not undone, because the file couldn't be written."
        }
    };
    match backup {
        Some(backup) => format!("{why} The old one is beside it, in {backup}."),
        None => why.to_owned(),
    }
}

/// What logging in does.
pub fn log_in_hint(profiles: usize) -> String {
    let all = if profiles > 1 { "One sign-in for all of them. " } else { "" };
    format!(
        "{all}The CLI needs an approval of its own: your browser opens once more, and botocore-client asks for it."
    )
}

pub const LOGGED_IN_HINT: &str =
    "Not needed now, the CLI has this sign-in. When it has ended, log in again:";

/// What came of the test.
pub fn tested(tested: Tested) -> &'static str {
    match tested {
        Tested::Works => "That's it. The profile works.",
        Tested::AnotherAnswers => {
            "Another account or role answered. Are AWS_PROFILE or AWS_ACCESS_KEY_ID set in that window? Open a new one and try again."
        }
    }
}

/// What is to be done about the CLI, by what `aws --version` said.
pub fn cli_version(said: &str) -> &'static str {
    match cli_version::cli_version(said) {
        _ if said.trim().is_empty() => {
            "These commands need version 2. Run aws --version and paste what it says."
        }
        CliVersion::Good => "That's new enough.",
        CliVersion::TooOld => {
            "That's too old for sessions, which came with 2.9. Install the current one."
        }
        CliVersion::One => {
            "That's version 1, which can't sign in here. Install version 2, then open a new terminal."
        }
        CliVersion::NotFound => "It isn't there. Install it, then open a new terminal.",
        CliVersion::Unknown => "That's not what aws --version says. It begins with aws-cli/.",
    }
}

pub const TEST_HINT: &str = "Asks AWS who you are.";

/// What the command does, and how to make it last.
pub fn default_hint(shell: CommandShell) -> String {
    let keep = match shell {
        CommandShell::Bash => "put the line in ~/.bashrc (bash) or ~/.zshrc (zsh).",
        CommandShell::Fish => "put the line in ~/.config/fish/config.fish.",
        CommandShell::PowerShell => "put the line in the file that $PROFILE names.",
        CommandShell::Cmd => "run setx AWS_PROFILE with the name behind it.",
    };
    format!("Optional. Lets you leave out --profile in this terminal window. To keep it, {keep}")
}

/// How long the block is.
pub fn lines(number: usize) -> String {
    count(number, "line", "lines")
}

/// That a block is shown in part.
pub fn part(shown: usize, all: usize) -> String {
    format!("{} of {}", grouped(shown), count(all, "profile", "profiles"))
}

/// What the test answers.
pub fn caller_identity(partition: &str, account: &str, role: &str) -> [String; 5] {
    [
        "{\n    \"UserId\": \"AROA…:you\",\n    \"Account\": \"".to_owned(),
        account.to_owned(),
        format!("\",\n    \"Arn\": \"arn:{partition}:sts::{account}:assumed-role/AWSReservedSSO_"),
        role.to_owned(),
        "_…/you\"\n}".to_owned(),
    ]
}

/// Why there are no profiles.
pub fn naming_problem(error: &NamingError) -> String {
    match error {
        NamingError::Name(_, BadConfigName::Empty) => {
            "Give the profile a name, such as dev.".to_owned()
        }
        NamingError::Name(_, BadConfigName::Character(character)) => format!(
            "A profile's name can't have {character:?} in it. Letters, digits, - and _ work everywhere."
        ),
        NamingError::Taken(_, name) => {
            format!(
                "Another profile is called {} already. Give this one a different name.",
                name.as_str()
            )
        }
        NamingError::Template(error) => template_problem(error),
    }
}

/// What is wrong with a template.
fn template_problem(error: &TemplateError) -> String {
    let (problem, nearest) = match error {
        TemplateError::Empty => (
            "The template is empty. {role_name}-{account_id} is what the AWS CLI proposes."
                .to_owned(),
            None,
        ),
        TemplateError::UnknownPlaceholder { at, nearest } => {
            (format!("There is no such placeholder (character {}).", at + 1), *nearest)
        }
        TemplateError::UnknownFilter { at, nearest } => {
            (format!("There is no such filter (character {}).", at + 1), *nearest)
        }
        TemplateError::Unclosed { at } => {
            (format!("The {{ at character {} has no }}.", at + 1), None)
        }
        TemplateError::StrayBrace { at } => {
            (format!("The }} at character {} has no {{. Write }}}} for a brace.", at + 1), None)
        }
    };
    match nearest {
        Some(nearest) => format!("{problem} Did you mean {nearest}?"),
        None => problem,
    }
}
