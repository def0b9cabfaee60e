//! In which order answers stand.
//!
//! A message asks most urgently. What still works comes next and what has ended last, of whatever kind it is. Of what
//! works, the sign-ins come first, since they are what people look for, and among those the one that ends next, since
//! it is what a person must act on next; then what the AWS CLI renews by itself. Of what has ended, the last to end is
//! the most likely to be meant. Between them stands what could not be read: it may be what is looked for.

use super::answer::{Answer, Outcome};
use chrono::{DateTime, Utc};
use onramp_domain::cache_file::{CacheKind, CacheReport, SignInStatus};

/// The smaller, the sooner. The number is an answer's end, the next first; among what has ended the last first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Message,
    Works(Kind, i64),
    Unreadable,
    Ended(Kind, i64),
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    SignIn,
    /// A sign-in that has ended, and that the AWS CLI renews.
    Renewed,
    Time,
    OtherTools,
    Credentials,
    Registration,
}

pub(super) fn place(answer: &Answer, now: DateTime<Utc>) -> Place {
    let (kind, at) = match &answer.outcome {
        Outcome::Message(_) => return Place::Message,
        Outcome::NotCache(..) | Outcome::Unreadable(_) => return Place::Unreadable,
        Outcome::Time(at) => (Kind::Time, *at),
        Outcome::File(report) => (kind(report, now), report.expires_at()),
    };
    let end = at.timestamp();
    if at > now {
        Place::Works(kind, end)
    } else if kind == Kind::Renewed {
        Place::Works(kind, -end)
    } else {
        Place::Ended(kind, -end)
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
