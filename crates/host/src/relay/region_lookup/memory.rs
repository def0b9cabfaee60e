//! What start pages said, for a while.
//!
//! Not here: failures. They are asked about again.

use lru::LruCache;
use onramp_domain::{PortalHost, Region};
use std::num::NonZeroUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// How many portals are remembered; the ones not asked for longest go first.
const CAPACITY: NonZeroUsize = NonZeroUsize::new(512).unwrap();
/// A portal stays in its region.
const KEEP_FOUND: Duration = Duration::from_secs(24 * 60 * 60);
/// A page without a region may be one of a new kind, or a portal not there yet.
const KEEP_MISSING: Duration = Duration::from_secs(5 * 60);

/// A bounded memory of answers.
#[derive(Debug)]
pub(in crate::relay) struct Memory(Mutex<LruCache<PortalHost, Answer>>);

#[derive(Debug)]
struct Answer {
    region: Option<Region>,
    until: Instant,
}

impl Memory {
    pub(in crate::relay) fn new() -> Memory {
        Memory(Mutex::new(LruCache::new(CAPACITY)))
    }

    /// What was said, where that is known: `Some(None)` is a page without a region.
    pub(super) fn recall(&self, portal: &PortalHost) -> Option<Option<Region>> {
        let mut answers = self.lock();
        let answer = answers.get(portal).filter(|answer| Instant::now() < answer.until)?;
        Some(answer.region.clone())
    }

    /// Remembers what was said.
    pub(super) fn keep(&self, portal: PortalHost, region: Option<Region>) {
        let life = if region.is_some() { KEEP_FOUND } else { KEEP_MISSING };
        self.lock().put(portal, Answer { region, until: Instant::now() + life });
    }

    /// No holder of the lock can leave the answers half written, so a poisoned one is as good.
    fn lock(&self) -> MutexGuard<'_, LruCache<PortalHost, Answer>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_region_is_known_for_a_day_and_its_absence_for_minutes() {
        let memory = Memory::new();
        let portal = |host| PortalHost::parse(host).unwrap();
        let (here, missing) = (portal("here.awsapps.com"), portal("missing.awsapps.com"));
        let region = Region::parse("eu-west-1").unwrap();
        memory.keep(here.clone(), Some(region.clone()));
        memory.keep(missing.clone(), None);
        assert_eq!(memory.recall(&here), Some(Some(region.clone())));
        assert_eq!(memory.recall(&missing), Some(None));

        tokio::time::advance(KEEP_MISSING).await;
        assert_eq!(memory.recall(&here), Some(Some(region)));
        assert_eq!(memory.recall(&missing), None);

        tokio::time::advance(KEEP_FOUND).await;
        assert_eq!(memory.recall(&here), None);
    }

    #[tokio::test]
    async fn the_portal_not_asked_for_longest_is_forgotten_first() {
        let memory = Memory::new();
        let portal = |n: usize| PortalHost::parse(&format!("p{n}.awsapps.com")).unwrap();
        (0..CAPACITY.get()).for_each(|n| memory.keep(portal(n), None));
        assert!(memory.recall(&portal(0)).is_some());
        memory.keep(portal(CAPACITY.get()), None);
        assert!(memory.recall(&portal(0)).is_some());
        assert!(memory.recall(&portal(1)).is_none());
    }
}
