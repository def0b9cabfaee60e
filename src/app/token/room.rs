//! Where "Check a token" is kept in a page whose code for it comes later.
//!
//! Not here: loading it ([`crate::app::piece`]).

use super::TokenCheck;
use crate::app::effect::Effect;
use crate::app::event::TokenEvent;
use crate::app::model::Presence;
use crate::app::piece::Kept;
use crate::app::setup::Center;
use crate::app::tidy::Tidy;
use chrono::{DateTime, Utc};
use std::ops::Deref;

/// What the rest of the page does with the screen.
pub struct Verbs {
    made: fn() -> Box<TokenCheck>,
    left: fn(&mut TokenCheck),
    event: fn(&mut TokenCheck, TokenEvent, Option<&Tidy>, DateTime<Utc>) -> Vec<Effect>,
    notices: fn(&mut TokenCheck, &Center, Presence, DateTime<Utc>) -> Vec<Effect>,
    counts: fn(&TokenCheck) -> bool,
}

/// The verbs, which are in the piece.
pub static VERBS: Verbs = Verbs {
    made: || Box::new(TokenCheck::default()),
    left: |token| *token = TokenCheck::default(),
    event: TokenCheck::event,
    notices: TokenCheck::notices,
    counts: TokenCheck::counts,
};

/// The screen, unless it is not here yet.
#[derive(Debug)]
pub enum Room {
    /// It is not here.
    Away,
    /// It is.
    Here(Kept<TokenCheck, Verbs>),
}

impl Default for Room {
    /// In a page of one piece it is here from the beginning.
    fn default() -> Room {
        #[cfg(feature = "split")]
        return Room::Away;
        #[cfg(not(feature = "split"))]
        Room::Here(Kept::new((VERBS.made)(), &VERBS))
    }
}

impl Room {
    /// It is here from now on.
    pub fn came(&mut self, verbs: &'static Verbs) {
        if let Room::Away = self {
            *self = Room::Here(Kept::new((verbs.made)(), verbs));
        }
    }

    /// Leaving the screen is leaving what was checked there.
    pub fn left(&mut self) {
        if let Room::Here(here) = self {
            (here.verbs.left)(&mut here.state);
        }
    }

    /// See [`TokenCheck::event`].
    pub fn event(
        &mut self,
        event: TokenEvent,
        tidy: Option<&Tidy>,
        now: DateTime<Utc>,
    ) -> Vec<Effect> {
        match self {
            Room::Away => vec![],
            Room::Here(here) => (here.verbs.event)(&mut here.state, event, tidy, now),
        }
    }

    /// See [`TokenCheck::notices`].
    pub fn notices(
        &mut self,
        center: &Center,
        presence: Presence,
        now: DateTime<Utc>,
    ) -> Vec<Effect> {
        match self {
            Room::Away => vec![],
            Room::Here(here) => (here.verbs.notices)(&mut here.state, center, presence, now),
        }
    }

    /// See [`TokenCheck::counts`].
    pub fn counts(&self) -> bool {
        match self {
            Room::Away => false,
            Room::Here(here) => (here.verbs.counts)(&here.state),
        }
    }
}

/// For the piece's own views, which are drawn only where it is here.
impl Deref for Room {
    type Target = TokenCheck;

    fn deref(&self) -> &TokenCheck {
        match self {
            Room::Here(here) => &here.state,
            Room::Away => unreachable!("what is away is not drawn"),
        }
    }
}
