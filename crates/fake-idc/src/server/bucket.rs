//! The throttle: a token bucket that holds one second's worth of calls.
//!
//! Not here: whom it throttles.

use chrono::{DateTime, Utc};
use std::num::NonZeroU32;

/// Full until it is first asked.
#[derive(Debug, Default)]
pub(super) struct Bucket {
    filled: Option<(DateTime<Utc>, f64)>,
}

impl Bucket {
    /// Whether one more call fits. A call that doesn't fit takes nothing.
    pub(super) fn take(&mut self, rate: NonZeroU32, now: DateTime<Utc>) -> bool {
        let rate = f64::from(rate.get());
        let (since, level) = self.filled.unwrap_or((now, rate));
        let seconds = (now - since).as_seconds_f64().max(0.0);
        let level = (level + seconds * rate).min(rate);
        let fits = level >= 1.0;
        self.filled = Some((now, if fits { level - 1.0 } else { level }));
        fits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn a_second_of_calls_fits_and_then_the_rate() {
        let rate = NonZeroU32::new(4).unwrap();
        let mut bucket = Bucket::default();
        let mut now = DateTime::UNIX_EPOCH;
        let mut fitting = |now, calls| (0..calls).filter(|_| bucket.take(rate, now)).count();
        assert_eq!(fitting(now, 10), 4);
        now += TimeDelta::milliseconds(500);
        assert_eq!(fitting(now, 10), 2);
        now += TimeDelta::seconds(60);
        assert_eq!(fitting(now, 10), 4);
    }
}
