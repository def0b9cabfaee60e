//! The listing in a simulated world: throttles, faults, and every way to stop and go on.

mod world;

use super::{AccountList, Command, Input, Listing, Phase, Roles};
use crate::answer::{CallError, CallFailure};
use crate::attempt::Attempt;
use crate::call::Call;
use crate::wire::{AccountInfo, ListAccountRolesResponse, ListAccountsResponse, RoleInfo};
use expect_test::{Expect, expect};
use std::fmt::Write;
use std::rc::Rc;
use world::{Between, Server, Throttle, World};

/// Long enough for every list here.
const AN_HOUR: f64 = 3600.0;

fn finish(server: Server, seed: u32) -> World {
    let mut world = World::new(server, seed);
    assert_eq!(*world.run(AN_HOUR), Phase::Finished, "seed {seed}");
    world
}

/// That everything the server has is there, once, in its order.
#[track_caller]
fn check_all_there(world: &World) {
    let listing = world.listing();
    assert!(listing.progress().is_complete());
    let listed: Vec<(&str, Vec<&str>)> = listing
        .accounts()
        .iter()
        .map(|account| {
            let roles = account.role_names().iter().map(crate::RoleName::as_str).collect();
            (account.id.as_str(), roles)
        })
        .collect();
    let there: Vec<(&str, Vec<&str>)> = world
        .server
        .accounts
        .iter()
        .map(|(id, roles)| (id.as_str(), roles.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(listed, there);
    let roles: usize = there.iter().map(|(_, roles)| roles.len()).sum();
    assert_eq!(listing.progress().roles, roles);
}

/// How much longer than the bound a throttled listing takes: 1.0 is the bound, calls divided by the allowed rate.
fn over_bound(throttle: Throttle, rate: f64) -> f64 {
    let mut worst = 0.0f64;
    for seed in 0..8 {
        let world = finish(Server { throttle, ..Server::new(1000, 3) }, seed);
        check_all_there(&world);
        worst = worst.max(world.elapsed() * rate / 1010.0);
    }
    worst
}

#[test]
fn a_throttled_listing_takes_at_most_five_percent_longer_than_it_must() {
    for (rate, burst) in [(5.0, 5.0), (10.0, 10.0), (20.0, 5.0), (20.0, 20.0), (50.0, 50.0)] {
        let over = over_bound(Throttle::Bucket { rate, burst }, rate);
        assert!(over < 1.05, "{rate} a second, {burst} at once: {over}");
    }
    for rate in [5, 20] {
        let over = over_bound(Throttle::Window { rate }, rate.into());
        assert!(over < 1.05, "{rate} in each second: {over}");
    }
}

#[test]
fn a_service_that_charges_for_refusals_is_not_hammered() {
    let over = over_bound(Throttle::Harsh { rate: 20.0, burst: 20.0 }, 20.0);
    assert!(over < 1.1, "{over}");
    let throttle = Throttle::Bucket { rate: 20.0, burst: 20.0 };
    let world = finish(Server { throttle, ..Server::new(1000, 3) }, 1);
    let refused = world.listing().progress().refusals;
    assert!(refused < 80, "{refused} of {} calls", world.log.calls);
}

#[test]
fn nothing_is_lost_under_a_throttle_with_faults() {
    for seed in 0..10 {
        let mut world = World::new(
            Server {
                throttle: Throttle::Bucket { rate: 20.0, burst: 20.0 },
                errors: 0.1,
                drops: 0.05,
                ..Server::new(1000, 3)
            },
            seed,
        );
        assert_eq!(*world.run(AN_HOUR), Phase::Finished);
        // 1010 pages, each asked for 1 / (0.9 * 0.95) times, of which the throttle sees all but the drops.
        let bound = 1010.0 / 0.9 / 20.0;
        assert!(world.elapsed() < 1.15 * bound, "{}", world.elapsed());
        while world.listing().progress().failed > 0 {
            world.input(Input::RetryFailed);
            world.run(AN_HOUR);
        }
        check_all_there(&world);
    }
}

#[test]
fn nothing_is_lost_when_half_of_everything_fails() {
    for seed in 0..20 {
        let mut world = World::new(
            Server {
                throttle: Throttle::Harsh { rate: 10.0, burst: 3.0 },
                errors: 0.3,
                drops: 0.3,
                between: Between::EmptyPages,
                page: 7,
                ..Server::new(60, 9)
            },
            seed,
        );
        let mut presses = 0;
        loop {
            let phase = world.run(AN_HOUR).clone();
            if world.listing().progress().is_complete() {
                break;
            }
            presses += 1;
            assert!(presses < 100, "{phase:?}");
            match phase {
                Phase::Interrupted(_) => world.resume_with(0),
                Phase::Finished => world.input(Input::RetryFailed),
                Phase::Idle | Phase::Running | Phase::AwaitingToken | Phase::Stopped => {
                    panic!("rests in {phase:?}")
                }
            }
        }
        check_all_there(&world);
    }
}

#[test]
fn a_quick_service_is_asked_gently_all_the_same() {
    let world = finish(Server::new(1000, 3), 1);
    check_all_there(&world);
    assert!(world.elapsed() < 25.0, "{}", world.elapsed());
    assert!(world.log.most_at_once <= 24, "{}", world.log.most_at_once);
    let mut world = World::new(Server::new(1000, 3), 1);
    world.run(0.5);
    assert!(world.log.calls <= 8 && world.log.most_at_once <= 4, "{:?}", world.log);
}

#[test]
fn a_hidden_tab_goes_on() {
    let throttle = Throttle::Bucket { rate: 20.0, burst: 20.0 };
    let mut world = World::new(Server { throttle, ..Server::new(200, 3) }, 1);
    world.hide_tab();
    assert_eq!(*world.run(AN_HOUR), Phase::Finished);
    check_all_there(&world);
    assert!(world.elapsed() < 30.0, "{}", world.elapsed());
}

#[test]
fn empty_pages_go_on_and_a_page_that_names_itself_does_not() {
    let server = Server { between: Between::EmptyPages, page: 2, ..Server::new(9, 5) };
    check_all_there(&finish(server, 1));
    let world = finish(Server { between: Between::Circle, page: 2, ..Server::new(9, 1) }, 1);
    let AccountList::Failed(error) = world.listing().progress().account_list else { panic!() };
    assert_eq!(error.kind, CallFailure::Malformed);
    assert_eq!(world.listing().progress().done, 2);
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
fn an_account_without_access_says_so_and_a_broken_one_can_be_tried_again() {
    let mut server = Server::new(20, 2);
    server.forbidden = vec![3];
    server.broken = vec![5, 6, 7, 8, 9, 10, 11, 12];
    let mut world = finish(server, 1);
    let roles =
        |world: &World, place: usize| world.listing().accounts().get(place).unwrap().roles.clone();
    assert!(matches!(roles(&world, 3), Roles::NoAccess(_)));
    assert!(matches!(&roles(&world, 5), Roles::Failed { error, .. }
        if error.kind == CallFailure::ServerError));
    let progress = world.listing().progress();
    assert_eq!((progress.done, progress.failed, progress.no_access), (12, 8, 1));
    assert!(!progress.is_complete());

    world.server.broken.clear();
    world.input(Input::RetryFailed);
    assert_eq!(*world.run(AN_HOUR), Phase::Finished);
    let progress = world.listing().progress();
    assert!(progress.is_complete());
    assert_eq!(progress.roles, 2 * 19);
}

#[test]
fn no_network_at_all_interrupts_and_keeps_everything() {
    let mut world = World::new(Server::new(300, 1), 1);
    world.run(5.0);
    world.server.drops = 1.0;
    let before = world.listing().progress();
    assert!(matches!(world.run(AN_HOUR), Phase::Interrupted(error)
        if error.kind == CallFailure::Unreachable));
    let waited = world.elapsed();
    assert!((30.0..180.0).contains(&waited), "{waited}");
    let after = world.listing().progress();
    assert!(after.roles >= before.roles);
    assert_eq!(after.failed, 0);
    world.server.drops = 0.0;
    world.resume_with(0);
    assert_eq!(*world.run(AN_HOUR), Phase::Finished);
    check_all_there(&world);
}

#[test]
fn a_network_that_comes_back_soon_interrupts_nothing() {
    let mut world = World::new(Server::new(300, 1), 1);
    world.run(5.0);
    world.server.drops = 1.0;
    world.run(12.0);
    world.server.drops = 0.0;
    assert_eq!(*world.run(AN_HOUR), Phase::Finished);
    check_all_there(&world);
}

#[test]
fn a_service_that_refuses_everything_is_asked_ever_more_rarely_and_never_given_up() {
    let server = Server { throttle: Throttle::Everything, ..Server::new(30, 1) };
    let mut world = World::new(server, 1);
    assert_eq!(*world.run(600.0), Phase::Running);
    assert!(world.log.calls < 60, "{}", world.log.calls);
    let held = world.listing().progress().held_until.unwrap();
    assert!(held > world.now - chrono::TimeDelta::minutes(1));
    world.server.throttle = Throttle::Nothing;
    assert_eq!(*world.run(AN_HOUR), Phase::Finished);
    check_all_there(&world);
}

#[test]
fn a_refused_token_is_told_once_and_another_goes_on_with_what_is_missing() {
    let mut world = World::new(Server::new(300, 1), 1);
    world.run(5.0);
    let before = world.listing().progress().roles;
    world.server.token = 1;
    assert_eq!(*world.run(AN_HOUR), Phase::AwaitingToken);
    assert_eq!(world.log.token_refusals, 1);
    assert!(world.listing().progress().roles >= before);
    let calls = world.log.calls;
    world.resume_with(1);
    assert_eq!(*world.run(AN_HOUR), Phase::Finished);
    check_all_there(&world);
    assert_eq!(world.log.token_refusals, 1);
    let missing = 300 - u32::try_from(before).unwrap();
    assert!(world.log.calls - calls <= missing + 8, "nothing is asked for twice");
}

#[test]
fn stopped_it_asks_nothing_and_resumed_it_finishes() {
    let mut world = World::new(Server::new(300, 1), 1);
    world.run(3.0);
    world.input(Input::Stop);
    let calls = world.log.calls;
    assert_eq!(*world.run(60.0), Phase::Stopped);
    assert_eq!(world.log.calls, calls);
    world.resume_with(0);
    assert_eq!(*world.run(AN_HOUR), Phase::Finished);
    check_all_there(&world);
}

#[test]
fn a_late_answer_to_an_earlier_listing_changes_nothing() {
    let mut world = World::new(Server::new(50, 1), 1);
    world.run(1.03);
    assert!(world.log.at_once > 0);
    world.input(Input::Start { seed: 2, token: Attempt::default() });
    assert_eq!(*world.run(AN_HOUR), Phase::Finished);
    check_all_there(&world);
}

#[test]
fn a_step_replaces_one_account_and_leaves_an_older_list_as_it_was() {
    let mut world = World::new(Server::new(300, 1), 1);
    world.run(4.0);
    let older = world.listing().accounts().clone();
    let was: Vec<Roles> = older.iter().map(|account| account.roles.clone()).collect();
    world.run(0.2);
    let newer = world.listing().accounts();
    assert!(older != *newer && older == older.clone());
    let replaced = older.iter().zip(newer.iter()).filter(|(a, b)| !Rc::ptr_eq(a, b)).count();
    assert!((1..40).contains(&replaced), "{replaced}");
    assert!(older.iter().zip(&was).all(|(account, roles)| account.roles == *roles));
}

/// Feeds pages by hand and shows accounts, roles and remarks.
#[track_caller]
fn check_pages(accounts: &[&[&str]], roles: &[&[&str]], expect: Expect) {
    let token = |at: usize, len: usize| (at + 1 < len).then(|| format!("{}", at + 1));
    let start = Input::Start { seed: 1, token: Attempt::default() };
    let mut now = world::start();
    let (mut listing, mut waiting) = Listing::new().step(start, now);
    while !waiting.is_empty() {
        let mut next = vec![];
        for command in waiting {
            let input = match command {
                Command::ListAccounts { attempt, request } => {
                    let at = request.next_token.map_or(0, |token| token.parse().unwrap());
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
                Command::ListRoles { attempt, request } => {
                    let at = request.next_token.map_or(0, |token| token.parse().unwrap());
                    let role_list =
                        roles[at].iter().map(|name| RoleInfo { role_name: (*name).to_owned() });
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
        let names: Vec<&str> = account.role_names().iter().map(crate::RoleName::as_str).collect();
        writeln!(shown, "{} {}", account.id, names.join(" ")).unwrap();
    }
    for remark in listing.remarks().first() {
        writeln!(shown, "{remark:?}").unwrap();
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
fn what_can_not_be_is_remarked_and_left_out() {
    check_pages(
        &[&["1", "000000000001", "1", "not an id"]],
        &[&["Ad min", "Reader", "", "x\n[default]"]],
        expect![[r#"
            Finished
            000000000001 Reader
            AccountId { text: "1", error: BadAccountId { length: 1 } }
            AccountId { text: "not an id", error: BadAccountId { length: 9 } }
            RoleName { account: 000000000001, text: "Ad min", error: Character(' ') }
            RoleName { account: 000000000001, text: "", error: Empty }
            RoleName { account: 000000000001, text: "x\n[default]", error: Character('\n') }
        "#]],
    );
}

#[test]
fn a_page_that_can_not_work_fails_at_once_and_no_relay_interrupts() {
    let begin =
        || Listing::new().step(Input::Start { seed: 1, token: Attempt::default() }, world::start());
    let attempt_of = |commands: &[Command]| match commands {
        [Command::ListAccounts { attempt, .. }, ..] => *attempt,
        other => panic!("{other:?}"),
    };
    let answer = |kind: CallFailure| {
        let (listing, commands) = begin();
        let error = CallError { kind, ..CallError::unreachable(Call::ListAccounts) };
        let input = Input::AccountsPage(attempt_of(&commands), Err(error));
        listing.step(input, world::start()).0
    };
    assert_eq!(*answer(CallFailure::BadRequest).phase(), Phase::Finished);
    assert!(matches!(
        answer(CallFailure::BadRequest).progress().account_list,
        AccountList::Failed(_)
    ));
    assert!(matches!(answer(CallFailure::NoRelay).phase(), Phase::Interrupted(_)));
}
