//! Stopping, going on, beginning anew; and what stays as it was meanwhile.

use super::world::{Server, Throttle, World};
use super::{AN_HOUR, check_all_there};
use crate::attempt::Attempt;
use crate::listing::{Input, Phase, Roles};
use chrono::TimeDelta;
use std::rc::Rc;

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

#[test]
fn an_answer_costs_the_same_in_a_long_list_as_in_a_short_one() {
    // Counted, not timed: what a step may copy while somebody holds the list before it.
    let mut world = World::new(Server::new(5000, 1), 1);
    world.run(40.0);
    let older = world.listing().accounts().clone();
    world.run(0.05);
    let newer = world.listing().accounts();
    let touched = older.iter().zip(newer.iter()).filter(|(a, b)| !Rc::ptr_eq(a, b)).count();
    assert!(older.len() == 5000 && (1..20).contains(&touched), "{} {touched}", older.len());
}

#[test]
fn a_clock_that_is_set_delays_nothing() {
    let elapsed = |by: i64| {
        let throttle = Throttle::Bucket { rate: 5.0, burst: 5.0 };
        let mut world = World::new(Server { throttle, ..Server::new(100, 1) }, 1);
        world.run(6.0);
        world.set_clock(TimeDelta::seconds(by));
        world.run(6.0);
        world.set_clock(TimeDelta::seconds(-2 * by));
        assert_eq!(*world.run(AN_HOUR), Phase::Finished);
        check_all_there(&world);
        world.elapsed()
    };
    let undisturbed = elapsed(0);
    for by in [-3600, 3600] {
        assert!(elapsed(by) < undisturbed + 3.0, "{by}: {} instead of {undisturbed}", elapsed(by));
    }
}
