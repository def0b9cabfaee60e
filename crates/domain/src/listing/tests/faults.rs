//! Lost and broken calls: nothing gets lost, and what can't be had says so.

use super::world::{Between, Server, Throttle, World};
use super::{AN_HOUR, check_all_there, finish};
use crate::aws::ErrorKind;
use crate::listing::{Input, Phase, Roles};

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
fn an_account_without_access_says_so_and_a_broken_one_can_be_tried_again() {
    let mut server = Server::new(20, 2);
    server.forbidden = vec![3];
    server.broken = vec![5, 6, 7, 8, 9, 10, 11, 12];
    let mut world = finish(server, 1);
    let roles =
        |world: &World, place: usize| world.listing().accounts().get(place).unwrap().roles.clone();
    assert!(matches!(roles(&world, 3), Roles::NoAccess(_)));
    assert!(matches!(&roles(&world, 5), Roles::Failed(error)
        if error.kind == ErrorKind::ServerError));
    let progress = world.listing().progress();
    let no_access = (0..20).filter(|place| matches!(roles(&world, *place), Roles::NoAccess(_)));
    assert_eq!((progress.done, progress.failed, no_access.count()), (12, 8, 1));
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
    world.run(2.0);
    world.server.drops = 1.0;
    let before = world.listing().progress();
    assert!(matches!(world.run(AN_HOUR), Phase::Interrupted(error)
        if error.kind == ErrorKind::Unreachable));
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
    world.run(2.0);
    world.server.drops = 1.0;
    world.run(12.0);
    world.server.drops = 0.0;
    assert_eq!(*world.run(AN_HOUR), Phase::Finished);
    check_all_there(&world);
}

#[test]
fn an_account_that_fails_for_good_keeps_the_rest_waiting_for_a_moment_only() {
    let elapsed =
        |broken: Vec<usize>| finish(Server { broken, ..Server::new(300, 1) }, 1).elapsed();
    let (all_well, last_broken) = (elapsed(vec![]), elapsed(vec![299]));
    assert!(last_broken - all_well < 4.0, "{last_broken} instead of {all_well}");
}
