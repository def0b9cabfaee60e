//! What a connection is doing, until when it may, and whether it has to make way.
//!
//! Not here: how long a body may take, which is the relay's to bound.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::Instant;

/// For the head of a request: from its first byte, and for the first one from the connection's beginning.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);
/// Between requests, and for a reader that takes nothing of its answer.
const KEEP_ALIVE: Duration = Duration::from_secs(60);

/// What a connection is doing.
#[derive(Debug)]
pub(super) struct Activity {
    now: Mutex<(Phase, Instant)>,
    /// Told when a deadline may have come nearer.
    changed: Notify,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// Not a byte has come yet.
    New,
    /// The head of a request is coming.
    Head,
    /// The body of a request is coming.
    Body,
    /// A request is being answered.
    Answering,
    /// The answer is made, and on its way out or out.
    Idle,
    /// Another connection needs its place. Nothing comes after it.
    Evicted,
}

impl Activity {
    pub(super) fn new() -> Activity {
        Activity { now: Mutex::new((Phase::New, Instant::now())), changed: Notify::new() }
    }

    /// Bytes came in.
    pub(super) fn read(&self) {
        let mut now = self.lock();
        if matches!(now.0, Phase::New | Phase::Idle) {
            *now = (Phase::Head, Instant::now());
            self.changed.notify_one();
        }
    }

    /// Bytes went out.
    pub(super) fn wrote(&self) {
        let mut now = self.lock();
        if matches!(now.0, Phase::Body | Phase::Answering | Phase::Idle) {
            now.1 = Instant::now();
        }
    }

    /// Enters a phase. Says whether it may: not on a connection that has to make way.
    pub(super) fn enter(&self, phase: Phase) -> bool {
        let mut now = self.lock();
        let stays = now.0 != Phase::Evicted;
        if stays {
            *now = (phase, Instant::now());
        }
        stays
    }

    /// Has the connection make way, unless a request is being answered. Says whether it does.
    pub(super) fn evict(&self) -> bool {
        let mut now = self.lock();
        if now.0 == Phase::Answering {
            return false;
        }
        *now = (Phase::Evicted, Instant::now());
        self.changed.notify_one();
        true
    }

    /// What it is doing, and since when the client has been waited for.
    pub(super) fn now(&self) -> (Phase, Instant) {
        *self.lock()
    }

    /// Waits until the connection has taken too long at what it is doing, or has to make way.
    pub(super) async fn over(&self) {
        loop {
            let (phase, since) = self.now();
            let due = match phase {
                Phase::New | Phase::Head => since + HEAD_TIMEOUT,
                Phase::Body | Phase::Answering | Phase::Idle => since + KEEP_ALIVE,
                Phase::Evicted => return,
            };
            if due <= Instant::now() {
                return;
            }
            tokio::select! {
                () = tokio::time::sleep_until(due) => {}
                () = self.changed.notified() => {}
            }
        }
    }

    /// No holder of the lock can leave it half written, so a poisoned one is as good.
    fn lock(&self) -> MutexGuard<'_, (Phase, Instant)> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
