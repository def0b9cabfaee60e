//! What the tests of the page's core and of its screens share: a page to drive, AWS's answers, lists of accounts.

mod answers;
mod files;
mod page;

use crate::app::setup::catalog::RoleKey;
use chrono::{DateTime, Utc};
use onramp_domain::listing::{Accounts, Command, Input, Listing};
use onramp_domain::wire::{AccountInfo, ListAccountRolesResponse, ListAccountsResponse, RoleInfo};
use onramp_domain::{AccountId, RoleName};

pub(crate) use answers::{brief, no_relay, refusal, refused, unauthorized};
pub(crate) use files::parse;
pub(crate) use page::{ACME, Page};

/// Two accounts and three roles.
pub(crate) const TWO: &[(&str, &str, &[&str])] =
    &[("111111111111", "Beta", &["Admin", "Dev"]), ("000000000042", "alpha", &["Admin"])];

/// The tests' own time.
pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

/// A listing's accounts: id, name, roles.
pub(crate) fn accounts(given: &[(&str, &str, &[&str])]) -> Accounts {
    let mut now = at("2026-11-24T10:00:00Z");
    let token = Default::default();
    let (mut listing, mut commands) = Listing::default().step(Input::Start { seed: 1, token }, now);
    while let Some(command) = commands.pop() {
        let input = match command {
            Command::ListAccounts { attempt, .. } => {
                Input::AccountsPage(attempt, Ok(accounts_page(given)))
            }
            Command::ListRoles { attempt, request } => {
                let id = request.account_id();
                let roles = given
                    .iter()
                    .find(|account| account.0 == id.as_str())
                    .map_or(&[][..], |account| account.2);
                Input::RolesPage(attempt, Ok(roles_page(roles)))
            }
            Command::WakeAt { attempt, at } => {
                now = now.max(at);
                Input::Woke(attempt)
            }
            Command::TokenRefused { .. } => continue,
        };
        let (next, more) = listing.step(input, now);
        listing = next;
        commands.splice(0..0, more);
    }
    listing.accounts().clone()
}

pub(crate) fn accounts_page(given: &[(&str, &str, &[&str])]) -> ListAccountsResponse {
    let info = |account: &(&str, &str, &[&str])| AccountInfo {
        account_id: account.0.to_owned(),
        account_name: account.1.to_owned(),
        email_address: String::new(),
    };
    ListAccountsResponse { account_list: given.iter().map(info).collect(), next_token: None }
}

pub(crate) fn roles_page(roles: &[&str]) -> ListAccountRolesResponse {
    let info = |role: &&str| RoleInfo { role_name: (*role).to_owned() };
    ListAccountRolesResponse { role_list: roles.iter().map(info).collect(), next_token: None }
}

/// A role in an account.
pub(crate) fn key(account: &str, role: &str) -> RoleKey {
    RoleKey { account: AccountId::parse(account).unwrap(), role: RoleName::parse(role).unwrap() }
}
