//! The sentences about what changed at the portal since a config was written.

use onramp_domain::config::{Gone, GoneProfile, NewRole, Renamed};

pub(in crate::ui) const RETURNING: &str = "What changed";
pub(in crate::ui) const RETURNING_LISTING: &str =
    "Your accounts are being listed. Then you see here what changed since this config was written.";
pub(in crate::ui) const NOTHING_CHANGED: &str =
    "Nothing: every role that you have there has its profile, and every profile its role.";
pub(in crate::ui) const RETURNING_HINT: &str =
    "Nothing is added or removed but what you tick, and you see every line before you copy it.";
pub(in crate::ui) const ADD_ALL_NEW: &str = "Add all new roles";
pub(in crate::ui) const REMOVE_ALL_GONE: &str = "Remove all of these profiles";
pub(in crate::ui) const UPDATE: &str = "Update my config";
pub(in crate::ui) const SIGN_IN_TO_SEE: &str = "Sign in to see what changed";

pub(in crate::ui) fn new_roles(count: usize) -> String {
    match count {
        1 => "1 role is new".to_owned(),
        _ => format!("{} are new", super::count(count, "role", "roles")),
    }
}

pub(in crate::ui) fn gone_profiles(count: usize) -> String {
    match count {
        1 => "1 profile has lost its role".to_owned(),
        _ => format!("{} have lost their role", super::count(count, "profile", "profiles")),
    }
}

/// The accessible name of a new role's checkbox.
pub(in crate::ui) fn add_role(new: &NewRole) -> String {
    format!("Add {}", super::role_in_account(new.role.as_str(), &new.account))
}

/// Where a new role is, and what its profile will be called.
pub(in crate::ui) fn new_role(new: &NewRole) -> String {
    format!(
        "{} {} · profile {}",
        super::account_name(&new.account),
        new.account.id,
        new.profile.as_str()
    )
}

/// The accessible name of the checkbox of a profile whose role is gone.
pub(in crate::ui) fn remove_gone(gone: &GoneProfile) -> String {
    [&super::remove_profile(&gone.profile), ": ", &gone_profile(gone)].concat()
}

/// What is gone.
pub(in crate::ui) fn gone_profile(gone: &GoneProfile) -> String {
    let GoneProfile { line, account_id, role_name, what, .. } = gone;
    let what = match what {
        Gone::Account => format!("account {account_id} is no longer yours"),
        Gone::Role => format!("{role_name} in {account_id} is no longer yours"),
    };
    format!("{what} · {}", super::line(*line))
}

pub(in crate::ui) fn renamed(renamed: &Renamed) -> String {
    format!(
        "{} ({}) seems to have been called {}. Its profiles keep their names, since you and your scripts know them by these.",
        super::account_name(&renamed.account),
        renamed.account.id,
        renamed.was
    )
}

pub(in crate::ui) fn unknown_profiles(count: usize) -> String {
    format!(
        "Of {} nothing can be said: AWS did not list their accounts or roles.",
        super::count(count, "profile", "profiles")
    )
}

pub(in crate::ui) fn ticked(wanted: usize, unwanted: usize) -> String {
    format!("{} to add, {} to remove", super::grouped(wanted), super::grouped(unwanted))
}

/// What the last step did, for a screen reader.
pub(in crate::ui) fn updated(added: usize, removed: usize) -> String {
    format!(
        "Added {}, removed {}",
        super::count(added, "profile", "profiles"),
        super::grouped(removed)
    )
}

pub(in crate::ui) fn roles_come_and_go(host: &str) -> String {
    format!("Roles come and go at {host}.")
}
