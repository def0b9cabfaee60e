//! The open connections, of which there are never more than the machine has room for: the one that has been idle
//! longest makes way for a new one.
//!
//! Not here: how long an idle one may stay when there is room ([`super::activity`]).

use super::activity::{Activity, Phase};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

#[derive(Debug)]
pub(super) struct Connections {
    max: usize,
    /// What each is doing, the newest last.
    open: Mutex<Vec<Arc<Activity>>>,
    /// Told when one closes or falls idle. The accept loop alone waits for it.
    room: Notify,
}

/// A place among the open connections, given back when it is dropped.
#[derive(Debug)]
pub(super) struct Slot {
    /// Those it is one of.
    pub(super) connections: Arc<Connections>,
    /// What the connection is doing.
    pub(super) activity: Arc<Activity>,
}

impl Connections {
    pub(super) fn new(max: usize) -> Connections {
        Connections { max, open: Mutex::default(), room: Notify::new() }
    }

    /// Waits for a place. At most one may wait.
    pub(super) async fn admit(self: &Arc<Connections>) -> Slot {
        loop {
            if let Some(slot) = self.try_admit() {
                return slot;
            }
            self.room.notified().await;
        }
    }

    /// Closes the connection that has been idle longest, where one is idle.
    pub(super) fn close_oldest_idle(&self) {
        evict_oldest_idle(&self.lock());
    }

    /// To be called when a connection falls idle.
    pub(super) fn fell_idle(&self) {
        self.room.notify_one();
    }

    fn try_admit(self: &Arc<Connections>) -> Option<Slot> {
        let mut open = self.lock();
        if open.len() >= self.max {
            evict_oldest_idle(&open);
            return None;
        }
        let activity = Arc::new(Activity::new());
        open.push(Arc::clone(&activity));
        Some(Slot { connections: Arc::clone(self), activity })
    }

    /// No holder of the lock can leave the table half written, so a poisoned one is as good.
    fn lock(&self) -> MutexGuard<'_, Vec<Arc<Activity>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An evicted one keeps its place until its descriptor is given back, and no other goes while one is on its way.
fn evict_oldest_idle(open: &[Arc<Activity>]) {
    let phase = |activity: &Arc<Activity>| activity.now().0;
    if open.iter().any(|activity| phase(activity) == Phase::Evicted) {
        return;
    }
    let idle = || open.iter().filter(|activity| phase(activity) != Phase::Answering);
    while let Some(oldest) = idle().min_by_key(|activity| activity.now().1) {
        // It may have begun an answer just now.
        if oldest.evict() {
            return;
        }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.connections.lock().retain(|activity| !Arc::ptr_eq(activity, &self.activity));
        self.connections.room.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;

    fn is_evicted(slot: &Slot) -> bool {
        slot.activity.now().0 == Phase::Evicted
    }

    #[tokio::test(start_paused = true)]
    async fn the_one_idle_longest_makes_way() {
        let connections = Arc::new(Connections::new(2));
        let first = connections.admit().await;
        tokio::time::advance(std::time::Duration::from_secs(1)).await;
        let second = connections.admit().await;
        assert!(connections.admit().now_or_never().is_none(), "its descriptor is still taken");
        assert!(is_evicted(&first) && !is_evicted(&second));
        assert!(connections.admit().now_or_never().is_none());
        assert!(!is_evicted(&second), "one is enough");
        drop(first);
        let third = connections.admit().now_or_never().unwrap();
        assert!(!is_evicted(&second) && !is_evicted(&third));
    }

    #[tokio::test]
    async fn nothing_makes_way_in_the_middle_of_an_answer() {
        let connections = Arc::new(Connections::new(1));
        let slot = connections.admit().await;
        assert!(slot.activity.enter(Phase::Answering));
        assert!(connections.admit().now_or_never().is_none());
        slot.activity.enter(Phase::Idle);
        connections.fell_idle();
        assert!(connections.admit().now_or_never().is_none());
        assert!(is_evicted(&slot));
        drop(slot);
        assert!(connections.admit().now_or_never().is_some());
    }
}
