//! A clock that never goes back: where the computer's is set back, it goes on from where it was.

use chrono::{DateTime, TimeDelta, Utc};

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SteadyClock {
    /// How far the computer's clock was set back since.
    behind: TimeDelta,
    last: DateTime<Utc>,
}

impl SteadyClock {
    /// The time. A timer that has rung says that it is at least so late.
    pub(super) fn read(
        &mut self,
        now: DateTime<Utc>,
        rung: Option<DateTime<Utc>>,
    ) -> DateTime<Utc> {
        let least = rung.map_or(self.last, |at| at.max(self.last));
        self.behind = self.behind.max(least - now);
        self.last = now + self.behind;
        self.last
    }

    /// What the computer's clock shows at this time.
    pub(super) fn shown(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        at - self.behind
    }
}
