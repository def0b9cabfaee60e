//! In which order answers stand.
//!
//! A message asks most urgently. What still works comes next and what has ended last, of whatever kind it is. Of what
//! works, the sign-ins come first, since they are what people look for, and among those the one that ends next, since
//! it is what a person must act on next; then what the AWS CLI renews by itself. Of what has ended, the last to end is
//! the most likely to be meant. Between them stands what could not be read: it may be what is looked for.

use super::answer::{Answer, Outcome};
use chrono::{DateTime, Utc};
use onramp_domain::cache_file::{CacheKind, CacheReport, SignInStatus};

/// An answer's place: the smaller, the sooner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    group: Group,
    kind: Kind,
    /// By its end, the next first; among what has ended the last first.
    by_end: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Message,
    Works,
    Unreadable,
    Ended,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    SignIn,
    /// A sign-in that has ended, and that the AWS CLI renews.
    Renewed,
    Time,
    OtherTools,
    Credentials,
    Registration,
    None,
}

impl Place {
    pub(super) fn of(answer: &Answer, now: DateTime<Utc>) -> Place {
        let none = |group| Place { group, kind: Kind::None, by_end: 0 };
        match &answer.outcome {
            Outcome::Message(_) => none(Group::Message),
            Outcome::NotCache(..) | Outcome::Unreadable(_) => none(Group::Unreadable),
            Outcome::Time(at) => Place::by_end(Kind::Time, *at, now),
            Outcome::File(report) => match kind(report, now) {
                kind @ Kind::Renewed => {
                    Place { group: Group::Works, kind, by_end: -report.expires_at().timestamp() }
                }
                kind => Place::by_end(kind, report.expires_at(), now),
            },
        }
    }

    fn by_end(kind: Kind, at: DateTime<Utc>, now: DateTime<Utc>) -> Place {
        if at > now {
            Place { group: Group::Works, kind, by_end: at.timestamp() }
        } else {
            Place { group: Group::Ended, kind, by_end: -at.timestamp() }
        }
    }
}

fn kind(report: &CacheReport, now: DateTime<Utc>) -> Kind {
    match report.kind() {
        CacheKind::SsoToken if !report.is_cli_sign_in() => Kind::OtherTools,
        CacheKind::SsoToken => match report.status(now) {
            SignInStatus::Refreshable => Kind::Renewed,
            SignInStatus::Valid
            | SignInStatus::ExpiresSoon
            | SignInStatus::Expired
            | SignInStatus::NotASignIn => Kind::SignIn,
        },
        CacheKind::RoleCredentials => Kind::Credentials,
        CacheKind::ClientRegistration => Kind::Registration,
    }
}
