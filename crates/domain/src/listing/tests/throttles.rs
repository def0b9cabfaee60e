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
    let refused = world.log.refusals;
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
fn the_rate_that_was_found_is_told() {
    let throttle = Throttle::Bucket { rate: 20.0, burst: 20.0 };
    let world = finish(Server { throttle, ..Server::new(1000, 3) }, 1);
    let rate = world.listing().progress().rate;
    assert!((19.0..22.0).contains(&rate), "{rate}");
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

/// How much longer than the bound a list takes that is long enough for the search not to count: its calls need 200
/// seconds at the allowed rate. The first answer and the way back of the last are no time in which calls could pass.
fn long_list_over_bound(rate: f64, burst: f64, latency: (f64, f64)) -> f64 {
    let accounts = (rate * 200.0) as usize;
    let throttle = Throttle::Bucket { rate, burst };
    let world = finish(Server { throttle, latency, ..Server::new(accounts, 1) }, 1);
    check_all_there(&world);
    (world.elapsed() - 1.5 * latency.1) * rate / (accounts as f64 * 1.01)
}

#[test]
fn a_slow_or_narrow_service_costs_no_more_than_five_percent_either() {
    for latency in [0.02, 0.3, 1.0, 2.5] {
        for burst in [1.0, 5.0, 100.0] {
            let over = long_list_over_bound(10.0, burst, (latency, latency));
            assert!(over < 1.05, "{burst} at once, {latency} s: {over}");
        }
    }
    // Answers that take longer and shorter by a fifth arrive in bunches, which a bucket of a few calls refuses.
    for latency in [0.1, 1.0, 2.5] {
        let over = long_list_over_bound(10.0, 20.0, (0.8 * latency, 1.2 * latency));
        assert!(over < 1.05, "uneven, {latency} s: {over}");
    }
}

/// For `cargo xtask bench listing`: the table above as JSON, in seconds of the test world's clock.
#[test]
#[ignore = "prints figures, proves nothing"]
#[expect(clippy::print_stdout, reason = "figures are printed")]
fn figures() {
    let mut rows = Vec::new();
    for latency in [0.02, 0.3, 1.0, 2.5] {
        for burst in [1.0, 10.0, 100.0] {
            let ratio = long_list_over_bound(10.0, burst, (latency, latency));
            let bound = 202.0;
            rows.push(serde_json::json!({
                "name": format!("listing: burst {burst}, latency {latency} s"),
                "value": ratio * bound,
                "unit": "s",
                "against": format!("the bound of {bound} s"),
                "ratio": ratio,
            }));
        }
    }
    println!("{}", serde_json::json!(rows));
}
