//! Where a file stands among others: what still holds comes first, what has ended last, what is no sign-in
//! after that.
//!
//! Not here: drawing the order.

use super::{CacheKind, CacheReport, CacheState, Origin, Refreshable};
use chrono::{DateTime, TimeDelta, Utc};

/// How much a file is worth at a moment, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It holds.
    Valid,
    /// It ends within the AWS CLI's window, and nothing refreshes it.
    EndsSoon,
    /// It has ended, and the AWS CLI can refresh it.
    Refreshable,
    /// It has ended.
    Ended,
    /// A registration, which is no sign-in, and whose end says nothing.
    NotASignIn,
}

/// A registration is made for 90 days.
const REGISTRATION_LIFE: TimeDelta = TimeDelta::days(90);
/// No role's credentials are given for longer.
const CREDENTIALS_LIFE: TimeDelta = TimeDelta::hours(12);
/// By more no clock is wrong: such a file is an example.
const EXAMPLE: TimeDelta = TimeDelta::days(36_525);
/// So far may a right clock be off.
const SLACK: TimeDelta = TimeDelta::minutes(5);

impl CacheReport {
    /// Whether it is a token that the AWS CLI takes for a sign-in: not another tool's.
    pub fn signs_the_cli_in(&self) -> bool {
        matches!(self.kind(), CacheKind::SsoToken(_)) && self.origin() != Origin::OtherTool
    }

    /// Where it stands at a moment.
    pub fn standing(&self, now: DateTime<Utc>) -> Standing {
        let can_refresh = matches!(self.refreshable(now), Refreshable::Yes { .. });
        match (self.kind(), self.state(now), can_refresh) {
            (CacheKind::ClientRegistration, _, _) => Standing::NotASignIn,
            (_, CacheState::Valid, _) | (_, CacheState::ExpiresSoon, true) => Standing::Valid,
            (_, CacheState::ExpiresSoon, false) => Standing::EndsSoon,
            (_, CacheState::Expired, true) => Standing::Refreshable,
            (_, CacheState::Expired, false) => Standing::Ended,
        }
    }

    /// Whether the file was written later than the device's clock says it is, so that the clock is behind. Known from
    /// the time at which it was issued where it says that, and else from lives that AWS never exceeds.
    pub fn shows_late_clock(&self, now: DateTime<Utc>) -> bool {
        let is_late = |issued: DateTime<Utc>| (SLACK..EXAMPLE).contains(&(issued - now));
        let issued_after = |end: DateTime<Utc>, life: TimeDelta| is_late(end - life);
        let by_its_end = match self.kind() {
            CacheKind::SsoToken(_) => match self.refreshable(now) {
                Refreshable::Yes { until } => issued_after(until, REGISTRATION_LIFE),
                Refreshable::NotAToken
                | Refreshable::NoRefreshToken
                | Refreshable::NoClient
                | Refreshable::NoRegistrationEnd
                | Refreshable::RegistrationEnded { .. } => false,
            },
            CacheKind::ClientRegistration => issued_after(self.expires_at(), REGISTRATION_LIFE),
            CacheKind::RoleCredentials => issued_after(self.expires_at(), CREDENTIALS_LIFE),
        };
        by_its_end || self.issued_at().is_some_and(is_late)
    }
}
