//! Finding the allowed rate: how close to the bound, and at which cost to the service.

use super::world::{Server, Throttle, World};
use super::{AN_HOUR, check_all_there, finish};
use crate::listing::Phase;

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
