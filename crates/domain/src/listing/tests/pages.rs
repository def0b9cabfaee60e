//! What stands in the pages, and where they lead.

use super::world::{self, Between, Server, World};
use super::{check_all_there, finish};
use crate::attempt::Attempt;
use crate::aws::Operation;
use crate::aws::model::{AccountInfo, ListAccountRolesResponse, ListAccountsResponse, RoleInfo};
use crate::aws::{CallError, ErrorKind, RelayRefusal};
use crate::listing::{AccountList, Command, Input, Listing, Phase};
use chrono::TimeDelta;
use expect_test::{Expect, expect};
use std::fmt::Write;

#[test]
fn empty_pages_go_on_and_a_page_that_names_itself_does_not() {
    let server = Server { between: Between::EmptyPages, page: 2, ..Server::new(9, 5) };
    check_all_there(&finish(server, 1));
    let world = finish(Server { between: Between::Circle, page: 2, ..Server::new(9, 1) }, 1);
    let AccountList::Failed(error) = world.listing().progress().account_list else { panic!() };
    assert_eq!(error.kind, ErrorKind::Malformed);
    assert_eq!(world.listing().progress().done, 2);
}

#[test]
fn two_pages_that_name_each_other_end() {
    let world = finish(Server { between: Between::TwoInTurn, page: 2, ..Server::new(9, 1) }, 1);
    let AccountList::Failed(error) = world.listing().progress().account_list else { panic!() };
    assert_eq!(error.kind, ErrorKind::Malformed);
    assert_eq!(world.listing().progress().done, 4);
}

#[test]
fn roles_are_asked_for_as_soon_as_the_first_accounts_are_there() {
    let mut world = World::new(Server::new(1000, 1), 1);
    world.run(2.0);
    let progress = world.listing().progress();
    assert_eq!(progress.account_list, AccountList::Complete);
    let mut world = World::new(Server::new(1000, 1), 1);
    world.run(0.5);
    let progress = world.listing().progress();
    assert!(progress.account_list == AccountList::Arriving && progress.roles > 0, "{progress:?}");
}

#[test]
fn few_calls_are_under_way_before_the_first_roles_are_there() {
    let mut now = world::start();
    let start = Input::Start { seed: 1, token: Attempt::default() };
    let (listing, commands) = Listing::default().step(start, now);
    let Some(Command::ListAccounts { attempt, .. }) = commands.first() else { panic!() };
    let account = |id: u32| AccountInfo {
        account_id: format!("{id:012}"),
        account_name: String::new(),
        email_address: String::new(),
    };
    let page =
        ListAccountsResponse { account_list: (1..=20).map(account).collect(), next_token: None };
    let (mut listing, mut commands) = listing.step(Input::AccountsPage(*attempt, Ok(page)), now);
    let mut calls = 0;
    while let Some(command) = commands.pop() {
        match command {
            Command::ListRoles { .. } => calls += 1,
            Command::WakeAt { attempt, at } => {
                now = at;
                let (next, more) = listing.step(Input::Woke(attempt), now);
                listing = next;
                commands.extend(more);
            }
            Command::ListAccounts { .. } | Command::TokenRefused { .. } => panic!(),
        }
    }
    assert_eq!(calls, 4);
}

/// Feeds pages by hand and shows accounts and roles, and `!` where one was left out.
#[track_caller]
fn check_pages(accounts: &[&[&str]], roles: &[&[&str]], expect: Expect) {
    let token = |at: usize, len: usize| (at + 1 < len).then(|| format!("{}", at + 1));
    let start = Input::Start { seed: 1, token: Attempt::default() };
    let mut now = world::start();
    let (mut listing, mut waiting) = Listing::default().step(start, now);
    while !waiting.is_empty() {
        let mut next = vec![];
        for command in waiting {
            let input = match command {
                Command::ListAccounts { attempt, next_token } => {
                    let at = next_token.map_or(0, |token| token.parse().unwrap());
                    let account_list = accounts[at].iter().map(|id| AccountInfo {
                        account_id: (*id).to_owned(),
                        account_name: String::new(),
                        email_address: String::new(),
                    });
                    let next_token = token(at, accounts.len());
                    let page =
                        ListAccountsResponse { account_list: account_list.collect(), next_token };
                    Input::AccountsPage(attempt, Ok(page))
                }
                Command::ListRoles { attempt, next_token, .. } => {
                    let at = next_token.map_or(0, |token| token.parse().unwrap());
                    let role_list = roles[at].iter().map(|name| RoleInfo {
                        role_name: (*name).to_owned(),
                        ..RoleInfo::default()
                    });
                    let next_token = token(at, roles.len());
                    let page =
                        ListAccountRolesResponse { role_list: role_list.collect(), next_token };
                    Input::RolesPage(attempt, Ok(page))
                }
                Command::WakeAt { attempt, at } => {
                    now = at;
                    Input::Woke(attempt)
                }
                Command::TokenRefused { .. } => panic!(),
            };
            let (after, commands) = listing.step(input, now);
            listing = after;
            next.extend(commands);
        }
        waiting = next;
    }
    let mut shown = format!("{:?}\n", listing.phase());
    for account in listing.accounts().iter() {
        let names: Vec<&str> = account.role_names.iter().map(crate::RoleName::as_str).collect();
        let left_out = if account.has_invalid_role { " !" } else { "" };
        writeln!(shown, "{} {}{left_out}", account.id, names.join(" ")).unwrap();
    }
    expect.assert_eq(&shown);
}

#[test]
fn what_comes_twice_counts_once() {
    check_pages(
        &[&["000000000001", "000000000002"], &["000000000002", "000000000001", "000000000003"]],
        &[&["Admin", "Reader", "Admin"], &["Reader", "Billing"]],
        expect![[r#"
            Finished
            000000000001 Admin Reader Billing
            000000000002 Admin Reader Billing
            000000000003 Admin Reader Billing
        "#]],
    );
}

#[test]
fn what_can_not_be_is_left_out() {
    check_pages(
        &[&["1", "000000000001", "1", "not an id"]],
        &[&["Ad min", "Reader", "", "x\n[default]"]],
        expect![[r#"
            Finished
            000000000001 Reader !
        "#]],
    );
}

/// What follows when the first call ends in this.
fn after_first_call(error: CallError) -> (Listing, Vec<Command>) {
    let start = Input::Start { seed: 1, token: Attempt::default() };
    let (listing, commands) = Listing::default().step(start, world::start());
    let [Command::ListAccounts { attempt, .. }] = commands[..] else { panic!("{commands:?}") };
    listing.step(Input::AccountsPage(attempt, Err(error)), world::start())
}

fn failure(kind: ErrorKind) -> CallError {
    CallError { kind, ..CallError::unreachable(Operation::ListAccounts) }
}

#[test]
fn a_page_that_can_not_work_fails_at_once() {
    for kind in [ErrorKind::BadRequest, ErrorKind::Forbidden, ErrorKind::NotFound] {
        let (listing, commands) = after_first_call(failure(kind));
        assert_eq!((listing.phase(), commands), (&Phase::Finished, vec![]));
        assert!(matches!(listing.progress().account_list, AccountList::Failed(_)), "{kind:?}");
    }
}

#[test]
fn no_relay_interrupts_at_once() {
    for kind in [ErrorKind::NoRelay, ErrorKind::Relay(RelayRefusal::Forbidden)] {
        let (listing, commands) = after_first_call(failure(kind));
        assert!(matches!(listing.phase(), Phase::Interrupted(_)), "{kind:?}");
        assert_eq!(commands, vec![]);
    }
}

#[test]
fn a_wait_that_is_asked_for_is_kept_within_reason() {
    for (asked, kept) in [(7, 7), (1_000_000, 300)] {
        for kind in [ErrorKind::Throttled, ErrorKind::ServerError] {
            let error = CallError { retry_after: Some(asked), ..failure(kind) };
            let (listing, commands) = after_first_call(error);
            let until = world::start() + TimeDelta::seconds(kept);
            assert_eq!(listing.progress().held_until, Some(until));
            assert!(matches!(commands[..], [Command::WakeAt { at, .. }] if at == until));
        }
    }
}
