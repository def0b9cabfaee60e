//! The sentences of "Set up", up to the block and the commands.

use crate::app::commands::CommandShell;
use crate::app::setup::portal_form::{
    FilledInBy, RegionField, RegionSource, StartUrlFault, WhyUnknown,
};
use onramp_domain::Region;
use onramp_domain::listing::{Account, Phase, Progress, Reach};
use onramp_domain::names::BadConfigName;
use onramp_domain::profile_names::TemplateError;
use onramp_domain::start_url::{StartUrl, StartUrlError};
use onramp_domain::verification::Refusal;

pub(in crate::ui) const STEPS: [&str; 3] = ["Where", "Approve", "Choose and copy"];
pub(in crate::ui) const STEPS_LABEL: &str = "Steps";

pub(in crate::ui) const SETUP_LEAD: &str = "Sign in once, choose your accounts and roles, and copy the lines the AWS CLI needs. Nothing to install for this page, no long-lived keys.";

pub(in crate::ui) const WHERE_TITLE: &str = "Where do you sign in?";
pub(in crate::ui) const START_URL: &str = "Start URL";
pub(in crate::ui) const START_URL_PLACEHOLDER: &str = "https://your-company.awsapps.com/start";
pub(in crate::ui) const START_URL_HINT: &str = "The address of your company's AWS access portal. Paste what you have: from a guide, a chat, or your browser's address bar.";
pub(in crate::ui) const REGION: &str = "SSO region";
pub(in crate::ui) const REGION_NONE: &str = "Choose the region…";
pub(in crate::ui) const REGION_HINT: &str =
    "Where your company's Identity Center lives; not where you work.";
pub(in crate::ui) const SESSION_NAME: &str = "Session name";
pub(in crate::ui) const SESSION_NAME_HINT: &str =
    "What this sign-in is called in your config. Any short word; you see it again in commands.";
pub(in crate::ui) const SIGN_IN: &str = "Sign in";
pub(in crate::ui) const SENT: &str = "Sent to AWS through this page's relay: your start URL. Nothing is stored, and pasted files never leave this page.";
pub(in crate::ui) const MORE_OPTIONS: &str = "More options";
pub(in crate::ui) const FAMILY: &str = "AWS's addresses";
pub(in crate::ui) const FAMILY_STANDARD: &str = "Standard (amazonaws.com)";
pub(in crate::ui) const FAMILY_DUAL_STACK: &str = "Dual-stack (api.aws)";
pub(in crate::ui) const FAMILY_HINT: &str = "Change this only if AWS answers “Something doesn't compute” after you sign in: your company then knows just one of the two.";
pub(in crate::ui) const DEMO_TITLE: &str = "This is a demo";
pub(in crate::ui) const DEMO_TEXT: &str = "A simulated Identity Center with made-up people and accounts answers here; AWS is not asked. Pick a portal to try:";
pub(in crate::ui) const SITE_UNREADABLE: &str = "This page's onramp.json can't be read, so your company's settings are missing. You can go on without them; please tell whoever hosts this page.";

pub(in crate::ui) const DEMO_MORE: &str = "More portals: other partitions and forms of address";
pub(in crate::ui) const WHAT_HAPPENS: &str = "What happens next";
pub(in crate::ui) const WHAT_HAPPENS_TEXT: [&str; 3] = [
    "You get a short code, and a link to AWS. There you sign in as always and allow this page to list your accounts.",
    "You choose accounts and roles, and copy the lines for your ~/.aws/config.",
    "Two commands later the AWS CLI works. About two minutes in all.",
];
pub(in crate::ui) const WHAT_IT_SEES: &str = "What this page gets to see";
pub(in crate::ui) const WHAT_IT_SEES_TEXT: [&str; 3] = [
    "Names of your accounts and roles, for as long as this tab is open.",
    "Never your password: you type that at AWS, or at your company.",
    "No keys to keep: nothing of the sign-in is stored, here or on a server.",
];

pub(in crate::ui) const ASKING_AWS: &str = "Asking AWS for a code…";
pub(in crate::ui) const ASKING_REGION: &str = "Finding the region…";
pub(in crate::ui) const APPROVE_TITLE: &str = "Approve the sign-in at AWS";
pub(in crate::ui) const YOUR_CODE: &str = "Your code";
pub(in crate::ui) const COPY_CODE: &str = "Copy code";
pub(in crate::ui) const OPEN_AWS: &str = "Open AWS to approve";
pub(in crate::ui) const CANCEL: &str = "Cancel";
pub(in crate::ui) const APPROVE_STEPS: [&str; 3] = [
    "Press the button. AWS opens in a new tab; sign in there as you always do.",
    "AWS shows a code. Check that it is the one above; if it isn't, close that tab and press Cancel here.",
    "AWS asks whether to allow “Onramp” to access your data: press “Allow access”, close that tab and come back. This page goes on by itself.",
];
pub(in crate::ui) const WRONG_CODE_REPLACED: &str =
    "AWS needed a new code. The one you saw before is void; use this one.";
pub(in crate::ui) const WRONG_REGION_TITLE: &str =
    "Does AWS show “Invalid grant” or “Invalid code”?";
pub(in crate::ui) const WRONG_REGION_TEXT: &str = "Then the SSO region is wrong. You find the right one in your AWS access portal: at the top right, or in the address bar of its sign-in page, which begins with the region, like https://eu-west-1.signin.aws.";
pub(in crate::ui) const CHANGE_REGION: &str = "Change the region";
pub(in crate::ui) const COMPUTE_TITLE: &str = "Does AWS show “Something doesn't compute”?";
pub(in crate::ui) const COMPUTE_TEXT: &str =
    "Then your company uses AWS's other addresses. One press starts again with those.";
pub(in crate::ui) const OTHER_FAMILY: &str = "Try the other addresses";
pub(in crate::ui) const NEW_CODE: &str = "Get a new code";
pub(in crate::ui) const TRY_AGAIN: &str = "Try again";
pub(in crate::ui) const START_OVER: &str = "Change where";
pub(in crate::ui) const SIGN_IN_AGAIN: &str = "Sign in again";
pub(in crate::ui) const SIGN_OUT: &str = "Sign out";
pub(in crate::ui) const COPY_LINK: &str = "Copy link for a colleague";

pub(in crate::ui) const CHOOSE_TITLE: &str = "Choose what you work with";
pub(in crate::ui) const FILTER: &str = "Filter accounts and roles";
pub(in crate::ui) const FILTER_PLACEHOLDER: &str = "Filter: name, account id, role";
pub(in crate::ui) const SELECT_ALL: &str = "Select all shown";
pub(in crate::ui) const CLEAR_SELECTION: &str = "Clear selection";
pub(in crate::ui) const LIST_LABEL: &str = "Accounts and roles";
pub(in crate::ui) const LISTING: &str = "Asking AWS for your accounts…";
pub(in crate::ui) const ROLES_COMING: &str = "roles are coming…";
pub(in crate::ui) const ROLES_FAILED: &str = "roles could not be listed";
pub(in crate::ui) const NO_ACCESS: &str = "no access to its roles";
pub(in crate::ui) const NO_ROLES: &str = "no roles";
pub(in crate::ui) const RETRY_FAILED: &str = "List the missing ones again";
pub(in crate::ui) const NO_ACCOUNTS_TITLE: &str = "No accounts are assigned to you";
pub(in crate::ui) const NO_ACCOUNTS_TEXT: &str = "You are signed in, but your company has not given you an account and a permission set yet. Ask whoever looks after AWS for an assignment, then sign in again.";
pub(in crate::ui) const NOTHING_MATCHES: &str =
    "Nothing matches. Try fewer letters, or a part of the account's number.";
pub(in crate::ui) const SOLE_ROLE: &str =
    "You have one account and one role, so it is chosen already.";
pub(in crate::ui) const INCOMPLETE: &str = "This list is incomplete.";

pub(in crate::ui) const BLOCK_TITLE: &str = "Config block";
pub(in crate::ui) const BLOCK_HINT: &str = "Put this at the end of ~/.aws/config (on Windows %USERPROFILE%\\.aws\\config). The file may not exist yet: then create it with just this.";
pub(in crate::ui) const BLOCK_EMPTY: &str = "Choose a role, and its lines appear here.";
pub(in crate::ui) const COPY_BLOCK: &str = "Copy config block";
pub(in crate::ui) const DOWNLOAD: &str = "Download";
pub(in crate::ui) const DEFAULT_REGION: &str = "Default region";
pub(in crate::ui) const DEFAULT_REGION_HINT: &str =
    "Where your commands work when you name no region.";
pub(in crate::ui) const DEFAULT_REGION_NONE: &str = "None: leave it out";
pub(in crate::ui) const OUTPUT: &str = "Output format";
pub(in crate::ui) const OUTPUT_HINT: &str = "How the CLI prints its answers.";
pub(in crate::ui) const OUTPUT_NONE: &str = "Not set (the CLI uses json)";
pub(in crate::ui) const PROFILE_NAME: &str = "Profile name";
pub(in crate::ui) const PROFILE_NAME_HINT: &str =
    "What you type after --profile. Short is good, such as dev.";
pub(in crate::ui) const TEMPLATE: &str = "Profile name template";
pub(in crate::ui) const TEMPLATE_HINT: &str = "{account_name} {account_id} {account_email} {role_name} {session}, with |lower, |slug or |without:AWS behind a name.";
pub(in crate::ui) const OPTIONS: &str = "Options";
pub(in crate::ui) const LOG_IN: &str = "Log in";
pub(in crate::ui) const LOG_IN_HINT: &str = "once, and again when the session has ended";
pub(in crate::ui) const TEST: &str = "Test";
pub(in crate::ui) const TEST_HINT: &str = "shows your account and role";
pub(in crate::ui) const USE_AS_DEFAULT: &str = "Use as default";
pub(in crate::ui) const USE_AS_DEFAULT_HINT: &str =
    "in this window; put it in your shell's start-up file to keep it";
pub(in crate::ui) const COMMANDS_TITLE: &str = "Then, in a terminal";
pub(in crate::ui) const COMMANDS_HINT: &str =
    "These need the AWS CLI, version 2: aws --version tells.";
pub(in crate::ui) const SHELL: &str = "Your shell";

pub(in crate::ui) fn setup_title(company: Option<&str>) -> String {
    match company {
        Some(company) => format!("Set up the AWS CLI for {company}"),
        None => "Set up the AWS CLI".to_owned(),
    }
}

pub(in crate::ui) fn region_option(region: &Region) -> String {
    format!("{} {}", region.name(), region.id())
}

pub(in crate::ui) fn shell(shell: CommandShell) -> &'static str {
    match shell {
        CommandShell::Bash => "bash, zsh",
        CommandShell::Fish => "fish",
        CommandShell::PowerShell => "PowerShell",
        CommandShell::Cmd => "cmd",
    }
}

pub(in crate::ui) fn filled_in(by: FilledInBy) -> Option<&'static str> {
    match by {
        FilledInBy::Person => None,
        FilledInBy::Link => Some(
            "Filled in by the link that opened this page. Check that it is your company's address; nothing is sent before you press Sign in.",
        ),
        FilledInBy::Company => Some(
            "Filled in by whoever hosts this page for you. Nothing is sent before you press Sign in.",
        ),
    }
}

pub(in crate::ui) fn read_as(url: &StartUrl) -> String {
    format!("Read as {}", url.as_str())
}

/// What is known of the region, and whether it was found.
pub(in crate::ui) fn region_hint(region: &RegionField) -> (&'static str, &'static str) {
    match region {
        RegionField::Known(_, RegionSource::StartUrl) => {
            ("hint found", "Found: your start URL names it.")
        }
        RegionField::Known(_, RegionSource::StartPage) => {
            ("hint found", "Found: your portal's start page names it.")
        }
        RegionField::Known(_, RegionSource::FilledIn | RegionSource::Person) => {
            ("hint", REGION_HINT)
        }
        RegionField::LookingUp(..) => ("hint", ASKING_REGION),
        RegionField::Unknown(WhyUnknown::NotYet) => ("hint", REGION_HINT),
        RegionField::Unknown(
            WhyUnknown::NotInUrl | WhyUnknown::NotFound | WhyUnknown::NotOffered,
        ) => (
            "hint",
            "It could not be found from your start URL. You see it in your AWS access portal at the top right, or in the address of its sign-in page: https://REGION.signin.aws. It is where your company's Identity Center lives; not where you work.",
        ),
    }
}

pub(in crate::ui) const REGION_MISSING: &str =
    "Choose the region first: your start URL does not name it.";
pub(in crate::ui) const SESSION_NAME_BAD: &str =
    "Use a short word without line breaks or brackets, such as your company's name.";

pub(in crate::ui) fn start_url_fault(fault: StartUrlFault<'_>) -> String {
    match fault {
        StartUrlFault::Missing => "Paste your start URL first. It looks like https://your-company.awsapps.com/start; your guide or your colleagues have it.".to_owned(),
        StartUrlFault::Bad(error) => start_url_error(error),
    }
}

fn start_url_error(error: &StartUrlError) -> String {
    let also = match error.region() {
        Some(region) => {
            format!(" It names the region, {}, which is filled in for you.", region.id())
        }
        None => String::new(),
    };
    let sentence = match error {
        StartUrlError::Empty => "Paste your start URL first.",
        StartUrlError::NotAUrl => {
            "That is not a web address. A start URL looks like https://your-company.awsapps.com/start."
        }
        StartUrlError::SeveralLines => "That is more than one line. Paste just the start URL.",
        StartUrlError::TooLong => {
            "That is too long for a start URL. Paste only its beginning, up to /start."
        }
        StartUrlError::NotHttps => "A start URL begins with https://.",
        StartUrlError::HasCredentials => {
            "There is a user name in this address. Paste it without what stands before the @."
        }
        StartUrlError::ConsoleUrl => {
            "That is an address of the AWS console. The start URL is the page on which you choose an account, before the console opens."
        }
        StartUrlError::DeviceUrl { .. } => {
            "That is the page that asks for a code, not your portal's address. The start URL looks like https://your-company.awsapps.com/start."
        }
        StartUrlError::SignInUrl { .. } => {
            "That is the sign-in page your portal sends you to. Sign in there, and take the address of the page that lists your accounts."
        }
        StartUrlError::EndpointUrl { .. } => {
            "That is the address of an AWS service, not your portal's. The start URL looks like https://your-company.awsapps.com/start."
        }
        StartUrlError::IdentityProviderUrl => {
            "That is your company's sign-in page. Open AWS from there, and take the address of the page that lists your accounts."
        }
        StartUrlError::LookAlike => {
            "Careful: this looks like an AWS address and isn't one. Ask whoever sent it to you before you sign in anywhere."
        }
    };
    format!("{sentence}{also}")
}

pub(in crate::ui) const AWS_SHOWS_AN_ERROR: &str = "AWS shows an error?";
pub(in crate::ui) const LISTING_BAR: &str = "Listing accounts and roles";
pub(in crate::ui) const BLOCK_WAITS: &str =
    "The block comes back as soon as the name below is right.";
pub(in crate::ui) const COPY_SHORT: &str = "Copy block";

pub(in crate::ui) fn opens(host: &str) -> String {
    format!("Opens {}", host.trim_start_matches("https://").trim_start_matches("http://"))
}

pub(in crate::ui) fn unfamiliar(host: &str) -> String {
    format!(
        "AWS sends you to {host}, which this page does not know as one of AWS's. Open it only if you know that name."
    )
}

pub(in crate::ui) fn refused_address(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Malformed | Refusal::NotHttps | Refusal::UserInfo | Refusal::Port => {
            "The address that came for the approval does not look like AWS's, so there is no link to it. Press Cancel, and tell whoever hosts this page."
        }
    }
}

pub(in crate::ui) fn code_left(seconds: i64) -> String {
    format!("The code holds for {}", super::clock(seconds))
}

pub(in crate::ui) fn code_announced(code: &str) -> String {
    format!("Your code is {code}. Open AWS to approve it.")
}

pub(in crate::ui) fn signed_in(start_url: &str, seconds: i64, renews: bool) -> String {
    let host = start_url.trim_start_matches("https://");
    let host = host.split('/').next().unwrap_or(host);
    match renews {
        true => format!("Signed in at {host}"),
        false => {
            format!("Signed in at {host}; ends in {}", super::duration((seconds + 59) / 60 * 60))
        }
    }
}

pub(in crate::ui) fn listing_progress(progress: &Progress, phase: &Phase) -> String {
    let accounts = super::count(progress.accounts, "account", "accounts");
    let roles = super::count(progress.roles, "role", "roles");
    match phase {
        Phase::Idle => String::new(),
        Phase::Running if progress.reach == Reach::Trying => {
            format!("{} of {accounts}, {roles}; AWS does not answer, trying again", progress.done)
        }
        Phase::Running | Phase::AwaitingToken if progress.held_until.is_some() => {
            format!("{} of {accounts}, {roles}; AWS asks for a pause", progress.done)
        }
        Phase::Running | Phase::AwaitingToken => {
            format!("{} of {accounts}, {roles}", progress.done)
        }
        Phase::Interrupted(_) | Phase::Stopped | Phase::Finished => format!("{accounts}, {roles}"),
    }
}

pub(in crate::ui) fn listed(accounts: usize, roles: usize) -> String {
    format!(
        "Listed {} with {}.",
        super::count(accounts, "account", "accounts"),
        super::count(roles, "role", "roles")
    )
}

pub(in crate::ui) fn chosen(chosen: usize, shown: usize, all: usize) -> String {
    let chosen = super::count(chosen, "chosen", "chosen");
    if shown == all {
        chosen
    } else {
        format!("{chosen}, {} shown", super::count(shown, "role", "roles"))
    }
}

pub(in crate::ui) fn profiles(count: usize) -> String {
    super::count(count, "profile", "profiles")
}

/// An account's name; some have none.
pub(in crate::ui) fn account_name(account: &Account) -> String {
    if account.name.trim().is_empty() { "(no name)".to_owned() } else { account.name.to_string() }
}

/// The accessible name of a role's checkbox.
pub(in crate::ui) fn role_in_account(role: &str, account: &Account) -> String {
    format!("{role} in {} ({})", account_name(account), account.id)
}

pub(in crate::ui) fn profile_name_fault(error: &BadConfigName) -> String {
    match error {
        BadConfigName::Empty => "Give the profile a name, such as dev.".to_owned(),
        BadConfigName::Character(character) => {
            format!(
                "A profile's name can't hold {character:?}. Letters, digits, - and _ work everywhere."
            )
        }
    }
}

pub(in crate::ui) fn template_fault(error: &TemplateError) -> String {
    let (fault, nearest) = match error {
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
            (format!("The }} at character {} has no {{; write }}}} for a brace.", at + 1), None)
        }
    };
    match nearest {
        Some(nearest) => format!("{fault} Did you mean {nearest}?"),
        None => fault,
    }
}
