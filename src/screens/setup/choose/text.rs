//! What is said among accounts and roles.

use super::standing::Scope;
use crate::numbers::{count, grouped};
use onramp_domain::listing::{Account, AccountList, Phase, Progress, Roles};

pub const TITLE: &str = "Choose what you work with";
pub const LIST: &str = "Accounts and roles";
pub const FILTER: &str = "Filter accounts and roles";
pub const FILTER_PLACEHOLDER: &str = "Account name, number or role";
pub const EVERYWHERE: &str = "Everywhere";
pub const SELECT_ALL: &str = "Select all shown";
pub const SELECT_ACCOUNT: &str = "Select all";
pub const CLEAR: &str = "Clear";
pub const ROLES: &str = "Roles by account";
pub const FULL_ACCESS: &str = "full access";
const LISTING: &str = "Asking AWS for your accounts";
pub const LISTING_BAR: &str = "Accounts listed";
pub const RETRY: &str = "Ask for them again";
pub const SIGN_IN_AGAIN: &str = "Sign in again";
pub const SOLE_ROLE: &str = "You have one account and one role, so we chose it for you.";
pub const HOLDS_FOR_MORE: &str =
    "What you chose for many at once holds for what is still to come, too.";
pub const CONTINUE: &str = "Continue";
pub const ONE_SIGN_IN: &str = "one sign-in for all";
pub const NOTHING_CHOSEN: &str = "Choose a role, and its profile appears here.";
pub const RECOMMENDED: &str = "recommended";
pub const CAREFUL: &str = "careful";
pub const CHANGED: &str = "changed";
pub const SHOW_HIDDEN: &str = "Show";
pub const CONSOLE: &str = "Open in the console";
pub const NAME: &str = "Name";
pub const REGION: &str = "Region";
pub const NO_REGION: &str = "None";
pub const WITHOUT_REGION: &str = "no region";
pub const RESET: &str = "Reset";
pub const DONE: &str = "Done";
pub const KEYS: &str = "Arrow keys move, Space chooses, Shift with an arrow key or Space chooses a range. The right arrow leads to a row's other buttons.";
pub const BOOKMARKS: &str = "aws-roles.html";
pub const SAVE_BOOKMARKS: &str = "Save as bookmarks";
pub const DOCK: &str = "Selection";
pub const NO_ACCOUNTS: &str = "You're signed in, but no accounts are assigned to you yet";
pub const NO_ACCOUNTS_TEXT: &str = "Your company hasn't given you a role in an account. Send this to whoever looks after AWS, then check again:";
pub const COPY_REQUEST: &str = "Copy message";
pub const CHECK_AGAIN: &str = "Check again";

/// What to send to the administrator of this portal.
pub fn ask_for_assignment(start_url: &str) -> String {
    format!(
        "Hi, I can sign in at {start_url}, but I have no accounts there. Could you assign me a permission set in the accounts I need?"
    )
}

/// How far the listing is: `412 of 800 accounts, 1,236 roles, about 20 s more`.
pub fn progress(progress: &Progress, phase: &Phase) -> String {
    let accounts = count(progress.accounts, "account", "accounts");
    let roles = count(progress.roles, "role", "roles");
    let (so_far, end) = match (phase, progress.accounts) {
        (Phase::Running | Phase::AwaitingToken, 0) => (LISTING.to_owned(), "…"),
        (Phase::Running | Phase::AwaitingToken, _) => {
            (format!("{} of {accounts}, {roles}", grouped(progress.done)), " so far")
        }
        (Phase::Idle | Phase::Interrupted(_) | Phase::Stopped | Phase::Finished, _) => {
            return format!("{accounts}, {roles}");
        }
    };
    match time_left(progress) {
        _ if progress.is_cut_off => so_far + ". AWS isn't answering; we keep trying.",
        _ if progress.held_until.is_some() => so_far + ". AWS asks us to slow down.",
        Some(time) => format!("{so_far}, about {time} more"),
        None => so_far + end,
    }
}

/// How long the rest takes at the present rate: `20 s`, `3 min`. `None` where that can't be said, or is a moment.
fn time_left(progress: &Progress) -> Option<String> {
    let seconds = progress.remaining() as f64 / progress.rate;
    match (&progress.account_list, seconds) {
        (AccountList::Complete, 5.0..90.0) => {
            Some(format!("{} s", (seconds / 5.0).ceil() as u32 * 5))
        }
        (AccountList::Complete, 90.0..36_000.0) => {
            Some(format!("{} min", (seconds / 60.0).ceil() as u32))
        }
        (AccountList::Complete | AccountList::Arriving | AccountList::Failed(_), _) => None,
    }
}

/// That a link asks for what isn't there.
pub fn missing(wanted: &Scope) -> String {
    let what = match (&wanted.role, &wanted.account) {
        (Some(role), Some(account)) => format!("the role {role} in account {account}"),
        (Some(role), None) => format!("the role {role}"),
        (None, account) => format!("account {}", account.as_deref().unwrap_or_default()),
    };
    format!(
        "Your link asks for {what}, which isn't assigned to you. Choose something else here, or ask whoever sent the link."
    )
}

/// How many roles the company hides.
pub fn hidden(number: usize, company: Option<&str>) -> String {
    let roles = count(number, "role is", "roles are");
    format!("{roles} hidden by {}.", company.unwrap_or("your company"))
}

/// A warning, and how many chosen profiles it is for.
pub fn for_profiles(number: usize) -> String {
    format!("For {}.", count(number, "profile", "profiles"))
}

/// Why there is nothing in the list.
pub fn nothing_matches(filter: &str) -> String {
    format!("Nothing matches “{}”. Try fewer letters, or part of an account number.", filter.trim())
}

/// "5" and "of 36 chosen".
pub fn chosen(chosen: usize, all: usize) -> (String, String) {
    (grouped(chosen), format!("of {} chosen", grouped(all)))
}

/// How many profiles.
pub fn profiles(number: usize) -> String {
    match number {
        0 => "No profiles yet".to_owned(),
        _ => count(number, "profile", "profiles"),
    }
}

/// The folder that the bookmarks are in.
pub fn bookmark_folder(host: &str) -> String {
    format!("AWS roles at {host}")
}

/// Profiles that are not named one by one.
pub fn and_more(number: usize) -> String {
    format!("and {} more", grouped(number))
}

/// An account's name; some have none.
pub fn account_name(account: &Account) -> String {
    match account.name.trim() {
        "" => "(no name)".to_owned(),
        _ => account.name.to_string(),
    }
}

/// What is special about an account's roles.
pub fn roles_state(account: &Account) -> Option<&'static str> {
    match account.roles {
        Roles::Pending | Roles::Arriving => Some("roles are coming…"),
        Roles::Failed(_) => Some("some roles are missing"),
        Roles::NoAccess(_) => Some("AWS doesn't list its roles to you"),
        Roles::Complete => account.role_names.is_empty().then_some("no roles"),
    }
}

/// The accessible name of the button that chooses all of an account: the word on it, and where.
pub fn select_account(account: &Account) -> String {
    format!("Select all roles in {}", account_name(account))
}

/// The accessible name of a role's checkbox.
pub fn role_in_account(role: &str, account: &Account) -> String {
    format!("{role} in {} ({})", account_name(account), account.id)
}

/// A role and its account, for the eye.
pub fn role_in(role: &str, account: &str) -> String {
    format!("{role} in {account}")
}

/// The accessible name of the link into the console.
pub fn open_console(role: &str, account: &Account) -> String {
    format!("Open {role} in {} in the console", account_name(account))
}

/// The button that opens a profile's own settings.
pub fn edit(profile: &str) -> String {
    format!("Edit {profile}")
}

/// The accessible names of a profile's own settings.
pub fn own_name(role_in_account: &str) -> String {
    format!("Profile name of {role_in_account}")
}

pub fn own_region(role_in_account: &str) -> String {
    format!("Region of {role_in_account}")
}

/// The cross beside a profile.
pub fn remove(profile: &str) -> String {
    format!("Remove {profile}")
}

/// What is chosen, when the step is done.
pub fn summary(profiles: usize, accounts: usize) -> String {
    format!(
        "{} in {}",
        count(profiles, "profile", "profiles"),
        count(accounts, "account", "accounts")
    )
}
