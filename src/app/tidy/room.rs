//! Where "Tidy my config" is kept in a page whose code for it comes later.
//!
//! Not here: loading it ([`crate::app::piece`]).

use super::{Tidy, TidyEvent};
use crate::app::effect::{CopyTarget, Effect};
use crate::app::piece::Kept;
use crate::app::setup::Center;
use chrono::{DateTime, Utc};
use onramp_domain::Entry;
use std::ops::Deref;

/// What the rest of the page does with the screen.
pub struct Verbs {
    made: fn() -> Box<Tidy>,
    event: fn(&mut Tidy, TidyEvent, DateTime<Utc>) -> Vec<Effect>,
    woke: fn(&mut Tidy),
    take_in: fn(&mut Tidy, &[Entry]),
    copy: fn(&mut Tidy, CopyTarget) -> Vec<Effect>,
    look_back: fn(&mut Tidy, &Center),
}

/// The verbs, which are in the piece.
pub static VERBS: Verbs = Verbs {
    made: || Box::new(Tidy::default()),
    event: Tidy::event,
    woke: Tidy::woke,
    take_in: Tidy::take_in,
    copy: Tidy::copy,
    look_back: Tidy::look_back,
};

/// The screen, unless it is not here yet.
#[derive(Debug)]
pub enum Room {
    /// It is not here.
    Away(Early),
    /// It is.
    Here(Kept<Tidy, Verbs>),
}

/// What came before it did.
#[derive(Debug, Default)]
pub struct Early {
    then: Then,
    events: Vec<TidyEvent>,
}

/// What follows when it comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Then {
    /// Nothing.
    #[default]
    Nothing,
    /// What is chosen in "Set up" is merged.
    Merge,
}

impl Default for Room {
    /// In a page of one piece it is here from the beginning.
    fn default() -> Room {
        #[cfg(feature = "split")]
        return Room::Away(Early::default());
        #[cfg(not(feature = "split"))]
        Room::Here(Kept::new((VERBS.made)(), &VERBS))
    }
}

impl Room {
    /// Its state, where it is here.
    pub fn here(&self) -> Option<&Tidy> {
        match self {
            Room::Away(..) => None,
            Room::Here(here) => Some(&here.state),
        }
    }

    /// It is here from now on; what is chosen in "Set up" may be waiting for it.
    pub fn came(&mut self, verbs: &'static Verbs, chosen: &[Entry], now: DateTime<Utc>) {
        let Room::Away(early) = self else { return };
        let Early { then, events } = std::mem::take(early);
        let mut here = Kept::new((verbs.made)(), verbs);
        // What can come early asks for nothing.
        events.into_iter().for_each(|event| drop((verbs.event)(&mut here.state, event, now)));
        *self = Room::Here(here);
        if then == Then::Merge {
            self.take_in(chosen);
        }
    }

    /// See [`Tidy::event`].
    pub fn event(&mut self, event: TidyEvent, now: DateTime<Utc>) -> Vec<Effect> {
        match self {
            Room::Away(early) => {
                // The browser tells once what it can do.
                if matches!(event, TidyEvent::FoldersOffered) {
                    early.events.push(event);
                }
                vec![]
            }
            Room::Here(here) => (here.verbs.event)(&mut here.state, event, now),
        }
    }

    /// See [`Tidy::woke`].
    pub fn woke(&mut self) {
        if let Room::Here(here) = self {
            (here.verbs.woke)(&mut here.state);
        }
    }

    /// See [`Tidy::take_in`]; as soon as it is here.
    pub fn take_in(&mut self, entries: &[Entry]) {
        match self {
            Room::Away(early) => early.then = Then::Merge,
            Room::Here(here) => (here.verbs.take_in)(&mut here.state, entries),
        }
    }

    /// See [`Tidy::copy`].
    pub fn copy(&mut self, target: CopyTarget) -> Vec<Effect> {
        match self {
            Room::Away(..) => vec![],
            Room::Here(here) => (here.verbs.copy)(&mut here.state, target),
        }
    }

    /// See [`Tidy::look_back`].
    pub fn look_back(&mut self, center: &Center) {
        if let Room::Here(here) = self {
            (here.verbs.look_back)(&mut here.state, center);
        }
    }

    /// After how long it wants to be woken, where that is new.
    pub fn take_pause(&mut self) -> Option<chrono::TimeDelta> {
        match self {
            Room::Away(..) => None,
            Room::Here(here) => here.state.pause.take(),
        }
    }
}

/// For the piece's own views, which are drawn only where it is here.
impl Deref for Room {
    type Target = Tidy;

    fn deref(&self) -> &Tidy {
        match self {
            Room::Here(here) => &here.state,
            Room::Away(..) => unreachable!("what is away is not drawn"),
        }
    }
}
