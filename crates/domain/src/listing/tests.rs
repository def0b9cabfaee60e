//! The listing in a simulated world: throttles, faults, every way to stop and go on; and by hand, page by page.

mod world;

mod throttles;

mod faults;

mod stops;

mod pages;

use super::Phase;
use world::{Server, World};

/// Long enough for every list here.
const AN_HOUR: f64 = 3600.0;

/// Lists everything.
#[track_caller]
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
            let roles = account.role_names.iter().map(crate::RoleName::as_str).collect();
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
