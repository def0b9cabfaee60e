//! What a cache file says, and how it stands at a moment.

use super::error::CacheError;
use super::fields::CacheFields;
use super::kind::{CacheKind, CacheSource, kind_of, source_of};
use super::timestamp::parse_timestamp;
use chrono::{DateTime, TimeDelta, Utc};

/// The AWS CLI refreshes a token when less than this is left.
pub const REFRESH_WINDOW: TimeDelta = TimeDelta::minutes(15);

/// What a cache file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CacheReport {
    kind: CacheKind,
    source: CacheSource,
    expires_at: DateTime<Utc>,
    issued_at: Option<DateTime<Utc>>,
    start_url: Option<String>,
    region: Option<String>,
    /// As long as no registration has expired.
    refreshable: Refreshable,
}

/// Whether the AWS CLI can refresh a token by itself. That the session goes on at AWS, no file tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refreshable {
    /// As long as the client's registration is valid.
    Yes {
        /// When it expires.
        until: DateTime<Utc>,
    },
    /// Not a token, but another kind of file.
    NotAToken,
    /// No `refreshToken`, as with a legacy profile's.
    NoRefreshToken,
    /// No `clientId` or no `clientSecret`.
    NoClient,
    /// No readable `registrationExpiresAt`.
    NoRegistrationEnd,
    /// The client's registration has expired.
    RegistrationExpired {
        /// When it did.
        at: DateTime<Utc>,
    },
}

/// How a file's expiry stands to a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CacheState {
    /// [`REFRESH_WINDOW`] or more is left.
    Valid,
    /// Less is left.
    ExpiresSoon,
    /// Nothing is left.
    Expired,
}

/// How much a file is worth at a moment, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignInStatus {
    /// It is valid, or the AWS CLI is about to refresh it.
    Valid,
    /// It expires within the AWS CLI's window, and nothing refreshes it.
    ExpiresSoon,
    /// It has expired, and the AWS CLI can refresh it.
    Refreshable,
    /// It has expired.
    Expired,
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
    pub(super) fn of_fields(fields: &CacheFields) -> Result<CacheReport, CacheError> {
        let (kind, expires_at) = kind_of(fields)?;
        Ok(CacheReport {
            kind,
            source: source_of(fields),
            expires_at,
            issued_at: fields.created_at.text().and_then(|text| parse_timestamp(text).ok()),
            start_url: fields.start_url_text().map(str::to_owned),
            region: fields.region.text().map(str::to_owned),
            refreshable: Refreshable::of_fields(kind, fields),
        })
    }

    /// Which kind of file it is.
    pub fn kind(&self) -> CacheKind {
        self.kind
    }

    /// Who wrote it, or for what.
    pub fn source(&self) -> CacheSource {
        self.source
    }

    /// When it expires by its own word, in whole seconds. A session can end before that (aws-cli 7340).
    pub fn expires_at(&self) -> DateTime<Utc> {
        self.expires_at
    }

    /// The start URL as it stands in the file.
    pub fn start_url(&self) -> Option<&str> {
        self.start_url.as_deref()
    }

    /// The region as it stands in the file.
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// Whether it is a token that the AWS CLI takes for a sign-in: not another tool's.
    pub fn is_cli_sign_in(&self) -> bool {
        self.kind == CacheKind::SsoToken && self.source != CacheSource::OtherTool
    }

    /// How much time is left; negative once it has expired.
    pub fn remaining(&self, now: DateTime<Utc>) -> TimeDelta {
        self.expires_at - now
    }

    /// Its expiry at a moment.
    pub fn state(&self, now: DateTime<Utc>) -> CacheState {
        let remaining = self.remaining(now);
        if remaining <= TimeDelta::zero() {
            CacheState::Expired
        } else if remaining < REFRESH_WINDOW {
            CacheState::ExpiresSoon
        } else {
            CacheState::Valid
        }
    }

    /// Whether the AWS CLI can refresh it at a moment, and if not, why.
    pub fn refreshable(&self, now: DateTime<Utc>) -> Refreshable {
        match self.refreshable {
            Refreshable::Yes { until } if until <= now => {
                Refreshable::RegistrationExpired { at: until }
            }
            refreshable => refreshable,
        }
    }

    /// What it is worth at a moment.
    pub fn status(&self, now: DateTime<Utc>) -> SignInStatus {
        let can_refresh = matches!(self.refreshable(now), Refreshable::Yes { .. });
        match (self.kind, self.state(now), can_refresh) {
            (CacheKind::ClientRegistration, _, _) => SignInStatus::NotASignIn,
            (_, CacheState::Valid, _) | (_, CacheState::ExpiresSoon, true) => SignInStatus::Valid,
            (_, CacheState::ExpiresSoon, false) => SignInStatus::ExpiresSoon,
            (_, CacheState::Expired, true) => SignInStatus::Refreshable,
            (_, CacheState::Expired, false) => SignInStatus::Expired,
        }
    }

    /// Whether the file was written later than the device's clock says it is, so that the clock is behind. Known from
    /// the time at which it was issued where it says that, and else from lives that AWS never exceeds.
    pub fn shows_clock_behind(&self, now: DateTime<Utc>) -> bool {
        let is_late = |issued: DateTime<Utc>| (SLACK..EXAMPLE).contains(&(issued - now));
        let issued = match (self.kind, self.refreshable) {
            (CacheKind::SsoToken, Refreshable::Yes { until }) => Some(until - REGISTRATION_LIFE),
            (CacheKind::SsoToken, _) => None,
            (CacheKind::ClientRegistration, _) => Some(self.expires_at - REGISTRATION_LIFE),
            (CacheKind::RoleCredentials, _) => Some(self.expires_at - CREDENTIALS_LIFE),
        };
        [issued, self.issued_at].into_iter().flatten().any(is_late)
    }
}

impl Refreshable {
    fn of_fields(kind: CacheKind, fields: &CacheFields) -> Refreshable {
        if kind != CacheKind::SsoToken {
            return Refreshable::NotAToken;
        }
        if fields.refresh_token.text().is_none() {
            return Refreshable::NoRefreshToken;
        }
        if !fields.has_client() {
            return Refreshable::NoClient;
        }
        match fields.registration_expires_at.text().map(parse_timestamp) {
            Some(Ok(until)) => Refreshable::Yes { until },
            Some(Err(_)) | None => Refreshable::NoRegistrationEnd,
        }
    }
}
