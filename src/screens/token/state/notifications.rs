//! Word that a sign-in ends, for a person who looks elsewhere: at another tab, or at another screen of this page.
//!
//! What is due is found by the clock whenever the page wakes, so a tab that slept says it once, and late.

use super::answer::Answer;
use super::ownership::KnownOwners;
use crate::effect::Permission;
use crate::shared::Presence;
use chrono::{DateTime, TimeDelta, Utc};
use onramp_domain::cache_file::{CacheReport, Owner, REFRESH_WINDOW, SignInStatus};
use std::rc::Rc;

/// How far a person and their browser are with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Notifications {
    /// Nobody has asked for it, or the browser's question was left without an answer.
    #[default]
    Off,
    Asking,
    On(Watch),
    /// The person or their browser's settings said no.
    Denied,
    Unsupported,
}

/// The sign-ins that are watched. They stay when the person goes to another screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watch {
    /// What happened until then was told, or seen.
    since: DateTime<Utc>,
    sign_ins: Vec<WatchedSignIn>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WatchedSignIn {
    report: CacheReport,
    owner: Option<Owner>,
}

/// What is told of a sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    EndsSoon,
    Ended,
}

/// A background tab that slept is woken late; so it is not asked to sleep longer than this.
const LONGEST_SLEEP: TimeDelta = TimeDelta::minutes(1);

impl Notifications {
    pub fn watch(&self) -> Option<&Watch> {
        let Notifications::On(watch) = self else { return None };
        Some(watch)
    }

    /// The button was pressed: the browser is to be asked, or where it is on, it is turned off.
    pub fn click(&mut self) {
        let is_on = self.watch().is_some();
        *self = if is_on { Notifications::Off } else { Notifications::Asking };
    }

    /// The browser answered, or could not show what it was to.
    pub fn answer(&mut self, permission: Permission, now: DateTime<Utc>) {
        let answered = match (&*self, permission) {
            (Notifications::Asking, Permission::Granted) => {
                Notifications::On(Watch { since: now, sign_ins: Vec::new() })
            }
            (Notifications::Asking, Permission::Unanswered) => Notifications::Off,
            (Notifications::Asking, Permission::Denied) => Notifications::Denied,
            (Notifications::Asking | Notifications::On(_), Permission::Unsupported) => {
                Notifications::Unsupported
            }
            (_, _) => return,
        };
        *self = answered;
    }

    /// This sign-in is watched from now on, if any are. Of one owner's it is the last to end: a new login has taken the
    /// other's place.
    pub fn add(&mut self, sign_in: WatchedSignIn) {
        let Notifications::On(watch) = self else { return };
        let at = sign_in.report.expires_at();
        let is_same = |known: &WatchedSignIn| {
            known.report == sign_in.report || known.owner.is_some() && known.owner == sign_in.owner
        };
        if !watch.sign_ins.iter().any(|known| is_same(known) && known.report.expires_at() > at) {
            watch.sign_ins.retain(|known| !is_same(known));
            watch.sign_ins.push(sign_in);
        }
    }

    /// What is to be told now, and of which session, to a person who looks at this screen, or doesn't. To one who does
    /// it says it itself.
    pub fn notices(
        &mut self,
        presence: Presence,
        now: DateTime<Utc>,
    ) -> Vec<(Notice, Option<Rc<str>>)> {
        let Notifications::On(watch) = self else { return vec![] };
        let since = std::mem::replace(&mut watch.since, now);
        match presence {
            Presence::Here => vec![],
            Presence::Away => {
                watch.sign_ins.iter().filter_map(|sign_in| sign_in.notice(since, now)).collect()
            }
        }
    }
}

impl Watch {
    /// The watched sign-ins that have not ended, with their ends.
    pub fn to_come(
        &self,
        now: DateTime<Utc>,
    ) -> impl Iterator<Item = (&WatchedSignIn, DateTime<Utc>)> {
        let all = self.sign_ins.iter().map(|sign_in| (sign_in, sign_in.report.expires_at()));
        all.filter(move |(_, at)| *at > now)
    }

    /// When the page is to wake for it: a second after a sign-in's last minutes begin, or after its end.
    pub fn next_wake(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let until = |at: DateTime<Utc>| {
            let left = at - now;
            if left < REFRESH_WINDOW { left } else { left - REFRESH_WINDOW }
        };
        let next = self.to_come(now).map(|(_, at)| until(at)).min()? + TimeDelta::seconds(1);
        Some(now + next.min(LONGEST_SLEEP))
    }
}

impl WatchedSignIn {
    pub fn of(answer: &Answer, owners: &KnownOwners<'_>) -> Option<WatchedSignIn> {
        let owner = owners.ownership(answer).owner;
        Some(WatchedSignIn { report: answer.cli_sign_in()?.clone(), owner })
    }

    /// The session's name, where it is one's that is known.
    pub fn session(&self) -> Option<&str> {
        match &self.owner {
            Some(Owner::Session(name)) => Some(name),
            Some(Owner::StartUrl(_)) | None => None,
        }
    }

    /// What is said where it has come to its end, or near it, since a moment. What the CLI renews by itself asks
    /// nothing of a person.
    fn notice(
        &self,
        since: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Option<(Notice, Option<Rc<str>>)> {
        let status = self.report.status(now);
        let notice = match status {
            SignInStatus::ExpiresSoon => Notice::EndsSoon,
            SignInStatus::Expired => Notice::Ended,
            SignInStatus::Valid | SignInStatus::Refreshable | SignInStatus::NotASignIn => {
                return None;
            }
        };
        (self.report.status(since) != status).then(|| (notice, self.session().map(Rc::from)))
    }
}
