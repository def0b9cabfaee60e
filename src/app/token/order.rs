//! In which order answers stand.
//!
//! Not here: drawing them. What holds comes first and what has ended last, of whatever kind it is. Of what holds, the
//! sign-ins come first, since they are what people look for, and among those the one that ends next, since it is what
//! a person must act on next; then what the AWS CLI makes anew by itself. Of what has ended, the last to end is the
//! most likely to be meant. Between them stands what could not be read: it may be what is looked for.

use super::{Checked, Finding};
use chrono::{DateTime, Utc};
use onramp_domain::cache::{CacheKind, CacheReport, CacheState, Refreshable};

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
    /// A message asks most urgently.
    Message,
    Holds,
    Unreadable,
    Ended,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    SignIn,
    /// A sign-in that has ended, and that the AWS CLI refreshes.
    Refreshed,
    Time,
    OtherTools,
    Credentials,
    Registration,
    None,
}

impl Place {
    pub(super) fn of(checked: &Checked, now: DateTime<Utc>) -> Place {
        let none = |group| Place { group, kind: Kind::None, by_end: 0 };
        match &checked.outcome {
            Err(_) => none(Group::Unreadable),
            Ok(Finding::Message { .. }) => none(Group::Message),
            Ok(Finding::Time(at)) => Place::by_end(Kind::Time, *at, now),
            Ok(Finding::File(report)) => {
                let kind = kind(report, now);
                let end = report.expires_at().timestamp();
                match kind {
                    Kind::Refreshed => Place { group: Group::Holds, kind, by_end: -end },
                    _ => Place::by_end(kind, report.expires_at(), now),
                }
            }
        }
    }

    fn by_end(kind: Kind, at: DateTime<Utc>, now: DateTime<Utc>) -> Place {
        if at > now {
            Place { group: Group::Holds, kind, by_end: at.timestamp() }
        } else {
            Place { group: Group::Ended, kind, by_end: -at.timestamp() }
        }
    }
}

fn kind(report: &CacheReport, now: DateTime<Utc>) -> Kind {
    let has_ended = report.state(now) == CacheState::Expired;
    match report.kind() {
        CacheKind::SsoToken(_) if !report.signs_the_cli_in() => Kind::OtherTools,
        CacheKind::SsoToken(_) => match report.refreshable(now) {
            Refreshable::Yes { .. } if has_ended => Kind::Refreshed,
            Refreshable::Yes { .. }
            | Refreshable::NotAToken
            | Refreshable::NoRefreshToken
            | Refreshable::NoClient
            | Refreshable::NoRegistrationEnd
            | Refreshable::RegistrationEnded { .. } => Kind::SignIn,
        },
        CacheKind::RoleCredentials => Kind::Credentials,
        CacheKind::ClientRegistration => Kind::Registration,
    }
}
