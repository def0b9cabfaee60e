//! Words and numbers that many sentences are made of.

use crate::numbers::count;
use onramp_domain::config::LineNumber;
use onramp_domain::listing::Account;
use onramp_domain::names::RoleName;

pub const REMOVE: &str = "Remove";

pub fn remove_profile(name: &str) -> String {
    format!("{REMOVE} {name}")
}

pub fn line(number: LineNumber) -> String {
    format!("line {number}")
}

pub fn lines(lines: usize) -> String {
    count(lines, "line", "lines")
}

/// `Admin in Production (111122223333)`.
pub fn role_in_account(role: &RoleName, account: &Account) -> String {
    format!("{role} in {} ({})", account_name(account), account.id)
}

pub fn account_name(account: &Account) -> &str {
    if account.name.is_empty() { "an account without a name" } else { &account.name }
}
