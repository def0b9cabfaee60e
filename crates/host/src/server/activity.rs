//! What a connection is doing, and until when it may.
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
enum Phase {
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

    /// A request's head is read, and a body follows.
    pub(super) fn begin_body(&self) {
        *self.lock() = (Phase::Body, Instant::now());
    }

    /// A request is read.
    pub(super) fn begin_answer(&self) {
        *self.lock() = (Phase::Answering, Instant::now());
    }

    /// The answer is made.
    pub(super) fn end_answer(&self) {
        *self.lock() = (Phase::Idle, Instant::now());
    }

    /// Since when the client has been waited for, while nothing is being answered.
    pub(super) fn idle_since(&self) -> Option<Instant> {
        let (phase, since) = *self.lock();
        (phase != Phase::Answering).then_some(since)
    }

    /// Whether not a byte of a request has come.
    pub(super) fn is_new(&self) -> bool {
        self.lock().0 == Phase::New
    }

    /// Waits until the connection has taken too long at what it is doing.
    pub(super) async fn overdue(&self) {
        loop {
            let (phase, since) = *self.lock();
            let due = match phase {
                Phase::New | Phase::Head => since + HEAD_TIMEOUT,
                Phase::Body | Phase::Answering | Phase::Idle => since + KEEP_ALIVE,
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
