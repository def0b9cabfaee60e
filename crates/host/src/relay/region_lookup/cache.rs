//! What start pages said, for a while. Equal look-ups wait for one.
//!
//! Not here: failures. They are asked about again.

use crate::relay::RelayError;
use moka::future::Cache;
use onramp_domain::{PortalHost, Region};
use std::time::Duration;

/// How many portals are remembered, of either kind.
const CAPACITY: u64 = 1024;
/// A portal stays in its region.
const KEEP_FOUND: Duration = Duration::from_secs(24 * 60 * 60);
/// A page without a region may be one of a new kind, or a portal not there yet.
const KEEP_MISSING: Duration = Duration::from_secs(5 * 60);

/// A bounded memory of answers. Names that lead to no region have a place of their own, so that however many are
/// asked for, the regions found stay.
#[derive(Debug)]
pub(in crate::relay) struct RegionCache {
    found: Cache<PortalHost, Region>,
    missing: Cache<PortalHost, ()>,
}

/// Why a look-up brought no region to keep.
#[derive(Clone, Debug)]
pub(super) enum NotFound {
    /// The start page is whole, and names none.
    NamesNone,
    /// The portal is in trouble; it may be well again in a moment.
    Broken,
    /// It was not asked, or gave no whole answer.
    Failed(RelayError),
}

impl<E: Into<RelayError>> From<E> for NotFound {
    fn from(error: E) -> NotFound {
        NotFound::Failed(error.into())
    }
}

impl RegionCache {
    pub(in crate::relay) fn new() -> RegionCache {
        RegionCache {
            found: Cache::builder().max_capacity(CAPACITY).time_to_live(KEEP_FOUND).build(),
            missing: Cache::builder().max_capacity(CAPACITY).time_to_live(KEEP_MISSING).build(),
        }
    }

    /// What is remembered of a portal, or what asking for it brings.
    pub(super) async fn get_or_ask(
        &self,
        portal: &PortalHost,
        ask: impl Future<Output = Result<Region, NotFound>>,
    ) -> Result<Option<Region>, RelayError> {
        if self.missing.contains_key(portal) {
            return Ok(None);
        }
        match self.found.try_get_with_by_ref(portal, ask).await.map_err(|error| (*error).clone()) {
            Ok(region) => Ok(Some(region)),
            Err(NotFound::NamesNone) => {
                self.missing.insert(portal.clone(), ()).await;
                Ok(None)
            }
            Err(NotFound::Broken) => Ok(None),
            Err(NotFound::Failed(error)) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::future::join_all;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use tokio::task::yield_now;

    fn portal(name: &str) -> PortalHost {
        PortalHost::parse(&format!("{name}.awsapps.com")).unwrap()
    }

    #[tokio::test]
    async fn names_without_a_region_displace_none_that_has_one() {
        let cache = RegionCache::new();
        let region = Region::parse("eu-west-1").unwrap();
        let known = portal("acme");
        cache.get_or_ask(&known, async { Ok(region.clone()) }).await.unwrap();
        for n in 0..10 * CAPACITY {
            let names_none = async { Err(NotFound::NamesNone) };
            cache.get_or_ask(&portal(&format!("random{n}")), names_none).await.unwrap();
        }
        cache.missing.run_pending_tasks().await;
        assert!(cache.missing.entry_count() <= CAPACITY);
        let again = cache.get_or_ask(&known, async { panic!("it is asked again") }).await.unwrap();
        assert_eq!(again, Some(region));
    }

    #[tokio::test]
    async fn equal_look_ups_wait_for_one() {
        let (cache, known, asked) = (RegionCache::new(), portal("acme"), AtomicUsize::new(0));
        let ask = || async {
            asked.fetch_add(1, Ordering::Relaxed);
            yield_now().await;
            Err(RelayError::TimedOut.into())
        };
        let all = join_all((0..50).map(|_| cache.get_or_ask(&known, ask()))).await;
        assert!(all.iter().all(Result::is_err));
        assert_eq!(asked.into_inner(), 1);
    }
}
