//! What is said among options, block and commands.

use super::profiles::NamingError;
use super::state::Task;
use crate::numbers::{count, grouped};
use onramp_domain::entry::Format;
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
pub const TEMPLATE_HINT: &str = "You can use {account_name} {account_id} {account_email} {role_name} {session}, each with |lower, |slug or |without:AWS behind its name.";
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
pub const FULL_ACCESS: &str = "full access";
pub const YOU_SHOULD_SEE: &str = "You should see";
pub const NEEDS_CLI: &str =
    "These commands need the AWS CLI, version 2. Type aws --version to see yours.";
pub const GOAL_TITLE: &str = "You're in";
pub const GOAL_LEAD: &str = "When a command says your session has ended, log in again:";
pub const MORE_ROLES: (&str, &str, &str) =
    ("Add more roles", "Your sign-in here is still good for that.", "Choose");
pub const TIDY: (&str, &str, &str) =
    ("Tidy your config", "Find and fix old profiles in ~/.aws/config.", "Open");
pub const COLLEAGUE: (&str, &str, &str) = (
    "Help the next person",
    "A link with your company's settings filled in. It holds no secrets.",
    "Copy link",
);

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
        "Put {these} at the end of ~/.aws/config (on Windows %USERPROFILE%\\.aws\\config). If there is no such file yet, make it with just this."
    )
}

/// What logging in does.
pub fn log_in_hint(profiles: usize, format: Format) -> &'static str {
    match (profiles, format) {
        (1, _) => {
            "Opens your browser once more, this time for the CLI. It asks to allow botocore-client."
        }
        (_, Format::SsoSession | Format::Both) => {
            "One sign-in for all of them. It opens your browser once more, this time for the CLI, and asks to allow botocore-client."
        }
        (_, Format::Legacy) => {
            "One sign-in for all profiles with this start URL. It opens your browser once more, this time for the CLI."
        }
    }
}

pub const TEST_HINT: &str = "Asks AWS who you are.";
pub const DEFAULT_HINT: &str = "Optional. Lets you leave out --profile in this terminal window. To keep it, put the line in your shell's start-up file.";

/// How long the block is.
pub fn lines(number: usize) -> String {
    count(number, "line", "lines")
}

/// That a block is shown in part.
pub fn part(shown: usize, all: usize) -> String {
    format!("the first {} of {}", grouped(shown), count(all, "profile", "profiles"))
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
        NamingError::Name(_, error) => profile_name_problem(error),
        NamingError::Taken(_, name) => {
            format!(
                "Another profile is called {} already. Give this one a different name.",
                name.as_str()
            )
        }
        NamingError::Template(error) => template_problem(error),
    }
}

/// What is wrong with a profile's name.
pub fn profile_name_problem(error: &BadConfigName) -> String {
    match error {
        BadConfigName::Empty => "Give the profile a name, such as dev.".to_owned(),
        BadConfigName::Character(character) => format!(
            "A profile's name can't have {character:?} in it. Letters, digits, - and _ work everywhere."
        ),
    }
}

/// What is wrong with a template.
pub fn template_problem(error: &TemplateError) -> String {
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
