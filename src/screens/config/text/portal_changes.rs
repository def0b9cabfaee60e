//! The sentences about what changed at the portal since a config was written.

use super::words::{account_name, line, remove_profile, role_in_account};
use crate::numbers::{count, grouped};
use onramp_domain::changes::{Gone, GoneProfile, NewRole};

pub const PORTAL_CHANGES: &str = "What changed";
pub const STILL_LISTING: &str =
    "We're listing your accounts. Then you see here what changed since this config was written.";
pub const NOTHING_CHANGED: &str =
    "Nothing: every role you have there has its profile, and every profile its role.";
pub const PORTAL_CHANGES_HINT: &str =
    "Only what you tick is added or removed, and you see every line before you copy it.";
pub const ADD_ALL_NEW: &str = "Add all new roles";
pub const REMOVE_ALL_GONE: &str = "Remove all of these profiles";
pub const UPDATE: &str = "Update my config";
pub const RECOMMENDED: &str = "recommended";
pub const CAREFUL: &str = "careful";
pub const SIGN_IN_TO_SEE: &str = "Sign in to see what changed";
pub const LIST_AGAIN: &str = "List the missing ones again";

pub fn new_roles(roles: usize) -> String {
    count(roles, "role is new", "roles are new")
}

pub fn gone_profiles(profiles: usize) -> String {
    count(profiles, "profile has lost its role", "profiles have lost their role")
}

pub fn add_role(new: &NewRole) -> String {
    format!("Add {}", role_in_account(&new.entry.role_name, &new.account))
}

pub fn new_role(new: &NewRole) -> String {
    let (account, profile) = (&new.account, &new.entry.profile);
    let role = format!("{} {} · profile {profile}", account_name(account), account.id);
    match &new.warning {
        Some(warning) => [&role, " · ", warning].concat(),
        None => role,
    }
}

pub fn remove_gone(gone: &GoneProfile) -> String {
    [&remove_profile(&gone.profile), ": ", &gone_profile(gone)].concat()
}

pub fn gone_profile(gone: &GoneProfile) -> String {
    let GoneProfile { line, account_id, role_name, what, .. } = gone;
    let what = match what {
        Gone::Account => format!("account {account_id} is no longer yours"),
        Gone::Role => format!("{role_name} in {account_id} is no longer yours"),
    };
    format!("{what} · {}", self::line(*line))
}

pub fn unknown_profiles(profiles: usize) -> String {
    format!(
        "We can't tell about {}: AWS didn't list their accounts or roles.",
        count(profiles, "profile", "profiles")
    )
}

pub fn ticked(wanted: usize, unwanted: usize) -> String {
    format!("{} to add, {} to remove", grouped(wanted), grouped(unwanted))
}

pub fn updated(added: usize, removed: usize) -> String {
    format!("Added {}, removed {}", count(added, "profile", "profiles"), grouped(removed))
}

pub fn roles_come_and_go(host: &str) -> String {
    format!("Roles come and go at {host}.")
}
