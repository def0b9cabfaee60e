//! A listing from a portal that answers at once and refuses nothing, five roles an account: our own part of the work.

use chrono::{DateTime, Utc};
use onramp_domain::attempt::Attempt;
use onramp_domain::aws::model::{
    AccountInfo, ListAccountRolesResponse, ListAccountsResponse, RoleInfo,
};
use onramp_domain::listing::{Command, Input, Listing};
use std::collections::VecDeque;

const ROLES: usize = 5;
const PAGE: usize = 100;

/// Lists so many roles; how many were found.
pub(crate) fn roles(size: usize) -> usize {
    let accounts = size / ROLES;
    let mut now = DateTime::UNIX_EPOCH;
    let mut asked = VecDeque::new();
    let mut alarm: Option<(Attempt, DateTime<Utc>)> = None;
    let mut listing = Listing::default();
    let mut happened = Some(Input::Start { seed: 1, token: Attempt::default() });
    while let Some(input) = happened {
        let (next, commands) = listing.step(input, now);
        listing = next;
        for command in commands {
            match command {
                Command::WakeAt { attempt, at } => alarm = Some((attempt, at)),
                command => asked.push_back(command),
            }
        }
        happened = match asked.pop_front() {
            Some(command) => answer(&command, accounts),
            None => alarm.take().map(|(attempt, at)| {
                now = now.max(at);
                Input::Woke(attempt)
            }),
        };
    }
    listing.progress().roles
}

fn answer(command: &Command, accounts: usize) -> Option<Input> {
    match command {
        Command::ListAccounts { attempt, next_token } => {
            let next = next_token.as_ref();
            let start: usize = next.and_then(|token| token.parse().ok()).unwrap_or(0);
            let end = (start + PAGE).min(accounts);
            let account_list = (start..end).map(account).collect();
            let next_token = (end < accounts).then(|| end.to_string());
            let response = ListAccountsResponse { account_list, next_token };
            Some(Input::AccountsPage(*attempt, Ok(response)))
        }
        Command::ListRoles { attempt, .. } => {
            let role = |index: usize| RoleInfo {
                role_name: format!("Role{index}"),
                ..RoleInfo::default()
            };
            let role_list = (0..ROLES).map(role).collect();
            let response = ListAccountRolesResponse { role_list, next_token: None };
            Some(Input::RolesPage(*attempt, Ok(response)))
        }
        Command::WakeAt { .. } | Command::TokenRefused { .. } => None,
    }
}

fn account(index: usize) -> AccountInfo {
    AccountInfo {
        account_id: format!("{:012}", 100_000_000_000 + index),
        account_name: format!("Team {}", index % 97),
        email_address: format!("team-{index}@acme.example"),
    }
}
