//! Word by the browser that a sign-in ends, for a page that nobody looks at.
//!
//! Not here: showing it. The browser is asked for permission only when a person presses the button. What is due is
//! found by the clock whenever the page's alarm rings, so a tab that slept says it once, and late.

use super::{Checked, TokenCheck};
use crate::app::effect::Effect;
use crate::app::model::Presence;
use crate::app::setup::Center;
use chrono::{DateTime, Utc};
use onramp_domain::cache::{CacheReport, Owner, Standing};
use std::rc::Rc;

/// How far a person and their browser are with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notifying {
    /// Nobody has asked for it, or the browser's question was left without an answer.
    #[default]
    Off,
    /// The browser asks the person.
    Asking(NoticeWords),
    /// What happens after this moment is told.
    On(NoticeWords, DateTime<Utc>),
    /// The person or their browser's settings said no.
    Denied,
    /// This browser has no notifications for pages.
    Unsupported,
}

/// What the browser answers when it is asked for permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Yes.
    Granted,
    /// No, for good.
    Denied,
    /// Neither: the question was closed.
    Unanswered,
    /// There is nothing to allow.
    Unsupported,
}

/// What a notification says, in the person's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeWords {
    /// Its title when a sign-in ends soon.
    pub soon: &'static str,
    /// Its title when one has ended.
    pub ended: &'static str,
    /// What stands before a session's name.
    pub session: &'static str,
}

impl TokenCheck {
    /// How far a person and their browser are with notifications.
    pub fn notifying(&self) -> Notifying {
        self.notifying
    }

    /// The button was pressed: asks, or where it is on, turns it off.
    pub(super) fn notify_pressed(&mut self, words: NoticeWords) -> Vec<Effect> {
        self.notifying = match self.notifying {
            Notifying::On(..) => Notifying::Off,
            Notifying::Off | Notifying::Asking(_) | Notifying::Denied | Notifying::Unsupported => {
                Notifying::Asking(words)
            }
        };
        match self.notifying {
            Notifying::Asking(_) => vec![Effect::AskToNotify],
            Notifying::Off | Notifying::On(..) | Notifying::Denied | Notifying::Unsupported => {
                vec![]
            }
        }
    }

    /// The browser answered, or could not show what it was to.
    pub(super) fn notify_answered(&mut self, permission: Permission, now: DateTime<Utc>) {
        self.notifying = match (self.notifying, permission) {
            (Notifying::Asking(words), Permission::Granted) => Notifying::On(words, now),
            (Notifying::Asking(_), Permission::Unanswered) => Notifying::Off,
            (Notifying::Asking(_), Permission::Denied) => Notifying::Denied,
            (Notifying::Asking(_) | Notifying::On(..), Permission::Unsupported) => {
                Notifying::Unsupported
            }
            (notifying, _) => notifying,
        };
    }

    /// What is to be told now. To a person who is there the page itself says it.
    pub fn notices(
        &mut self,
        center: &Center,
        presence: Presence,
        now: DateTime<Utc>,
    ) -> Vec<Effect> {
        let Notifying::On(words, told) = self.notifying else { return vec![] };
        self.notifying = Notifying::On(words, now);
        match presence {
            Presence::Here => vec![],
            Presence::Away => {
                let names = self.names(center);
                let notice = |checked: &Checked| {
                    let title = title(checked.report()?, words, told, now)?;
                    let body: Rc<str> = match names.whose(checked).owner {
                        Some(Owner::Session(name)) => [words.session, " ", &name].concat().into(),
                        Some(Owner::StartUrl(_)) | None => "".into(),
                    };
                    Some(Effect::Notify { title, body })
                };
                self.checked.iter().filter_map(notice).collect()
            }
        }
    }
}

/// The title, where a sign-in has come to its end, or near it, since a moment.
fn title(
    report: &CacheReport,
    words: NoticeWords,
    told: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Option<&'static str> {
    let (before, after) = (report.standing(told), report.standing(now));
    if !report.signs_the_cli_in() || before == after {
        return None;
    }
    match after {
        Standing::EndsSoon => Some(words.soon),
        Standing::Ended => Some(words.ended),
        // What the CLI refreshes by itself asks nothing of a person.
        Standing::Valid | Standing::Refreshable | Standing::NotASignIn => None,
    }
}
