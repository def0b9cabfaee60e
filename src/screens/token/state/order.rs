//! In which order answers stand.
//!
//! A message asks most urgently. What still works comes next and what has ended last, of whatever kind it is. Of what
//! works, the sign-ins come first, since they are what people look for, and among those the one that ends next, since
//! it is what a person must act on next; then what the AWS CLI renews by itself. Of what has ended, the last to end is
//! the most likely to be meant. Between them stands what could not be read: it may be what is looked for.

use super::answer::{Answer, Outcome};
use chrono::{DateTime, Utc};
use onramp_domain::cache_file::{CacheKind, CacheReport, SignInStatus};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Message,
    Works,
    Unreadable,
    Ended,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    SignIn,
    /// A sign-in that has ended, and that the AWS CLI renews.
    Renewed,
    Time,
    OtherTools,
    Credentials,
    Registration,
}

/// An answer's place: the smaller, the sooner. The number is its end, the next first; among what has ended the last
/// first.
pub(super) fn place(answer: &Answer, now: DateTime<Utc>) -> (Group, Option<Kind>, i64) {
    let (kind, at) = match &answer.outcome {
        Outcome::Message(_) => return (Group::Message, None, 0),
        Outcome::NotCache(..) | Outcome::Unreadable(_) => return (Group::Unreadable, None, 0),
        Outcome::Time(at) => (Kind::Time, *at),
        Outcome::File(report) => (kind(report, now), report.expires_at()),
    };
    let end = at.timestamp();
    if at > now {
        (Group::Works, Some(kind), end)
    } else if kind == Kind::Renewed {
        (Group::Works, Some(kind), -end)
    } else {
        (Group::Ended, Some(kind), -end)
    }
}

fn kind(report: &CacheReport, now: DateTime<Utc>) -> Kind {
    match report.kind() {
        CacheKind::SsoToken if !report.is_cli_sign_in() => Kind::OtherTools,
        CacheKind::SsoToken if report.status(now) == SignInStatus::Refreshable => Kind::Renewed,
        CacheKind::SsoToken => Kind::SignIn,
        CacheKind::RoleCredentials => Kind::Credentials,
        CacheKind::ClientRegistration => Kind::Registration,
    }
}
