//! Where "Tidy my config" is kept: in a page that is split, its code comes in a piece of its own when somebody first
//! wants it.
//!
//! Not here: loading. All that the rest of the page does with the screen goes through [`Verbs`], since whatever is
//! called by name is a part of the first load.

use super::{Tidy, TidyEvent};
use crate::app::effect::{CopyTarget, Effect};
use crate::app::setup::Center;
use chrono::{DateTime, Utc};
use onramp_domain::Entry;
use std::any::Any;
use std::mem::ManuallyDrop;
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

/// The piece, once it is loaded.
#[derive(Clone, Copy)]
pub struct Piece {
    /// What the page does with the screen.
    pub verbs: &'static Verbs,
    /// How it is drawn, which only the screens know.
    pub views: &'static (dyn Any + Send + Sync),
}

/// The piece did not load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PieceMissing;

/// The screen, or what keeps it away.
#[derive(Debug)]
pub enum Room {
    /// It is not here.
    Away(Away, Early),
    /// It is.
    Here(Here),
}

/// Why the screen is not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Away {
    /// Nobody has asked for it.
    Unasked,
    /// It is being loaded.
    Coming,
    /// It could not be loaded.
    Failed,
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

/// The screen's state with what is done with it.
pub struct Here {
    // Its drop is code of the piece's, and the page ends before it does.
    tidy: ManuallyDrop<Box<Tidy>>,
    verbs: &'static Verbs,
    views: Option<&'static (dyn Any + Send + Sync)>,
}

impl Default for Room {
    /// In a page of one piece it is here from the beginning.
    fn default() -> Room {
        #[cfg(feature = "split")]
        return Room::Away(Away::Unasked, Early::default());
        #[cfg(not(feature = "split"))]
        Room::Here(Here::new(&VERBS, None))
    }
}

impl Room {
    /// What keeps it away.
    pub fn away(&self) -> Option<Away> {
        match self {
            Room::Away(away, _) => Some(*away),
            Room::Here(_) => None,
        }
    }

    /// Its state, where it is here.
    pub fn here(&self) -> Option<&Tidy> {
        match self {
            Room::Away(..) => None,
            Room::Here(here) => Some(&here.tidy),
        }
    }

    /// How it is drawn, where that came with it.
    pub fn views(&self) -> Option<&'static (dyn Any + Send + Sync)> {
        match self {
            Room::Away(..) => None,
            Room::Here(here) => here.views,
        }
    }

    /// Somebody wants it: it is loaded, unless it is here or on its way.
    pub fn wanted(&mut self) -> Vec<Effect> {
        match self {
            Room::Away(away @ (Away::Unasked | Away::Failed), _) => {
                *away = Away::Coming;
                vec![Effect::LoadTidy]
            }
            Room::Away(Away::Coming, _) | Room::Here(_) => vec![],
        }
    }

    /// It came, or did not; what is chosen in "Set up" may be waiting for it.
    pub fn loaded(
        &mut self,
        piece: Result<Piece, PieceMissing>,
        chosen: &[Entry],
        now: DateTime<Utc>,
    ) {
        let Room::Away(away, early) = self else { return };
        match piece {
            Ok(Piece { verbs, views }) => {
                let Early { then, events } = std::mem::take(early);
                let mut here = Here::new(verbs, Some(views));
                // What can come early asks for nothing.
                events
                    .into_iter()
                    .for_each(|event| drop((verbs.event)(&mut here.tidy, event, now)));
                *self = Room::Here(here);
                if then == Then::Merge {
                    self.take_in(chosen);
                }
            }
            Err(PieceMissing) => *away = Away::Failed,
        }
    }

    /// See [`Tidy::event`].
    pub fn event(&mut self, event: TidyEvent, now: DateTime<Utc>) -> Vec<Effect> {
        match self {
            Room::Away(_, early) => {
                // The browser tells once what it can do.
                if matches!(event, TidyEvent::FoldersOffered) {
                    early.events.push(event);
                }
                vec![]
            }
            Room::Here(here) => (here.verbs.event)(&mut here.tidy, event, now),
        }
    }

    /// See [`Tidy::woke`].
    pub fn woke(&mut self) {
        if let Room::Here(here) = self {
            (here.verbs.woke)(&mut here.tidy);
        }
    }

    /// See [`Tidy::take_in`]; as soon as it is here.
    pub fn take_in(&mut self, entries: &[Entry]) {
        match self {
            Room::Away(_, early) => early.then = Then::Merge,
            Room::Here(here) => (here.verbs.take_in)(&mut here.tidy, entries),
        }
    }

    /// See [`Tidy::copy`].
    pub fn copy(&mut self, target: CopyTarget) -> Vec<Effect> {
        match self {
            Room::Away(..) => vec![],
            Room::Here(here) => (here.verbs.copy)(&mut here.tidy, target),
        }
    }

    /// See [`Tidy::look_back`].
    pub fn look_back(&mut self, center: &Center) {
        if let Room::Here(here) = self {
            (here.verbs.look_back)(&mut here.tidy, center);
        }
    }

    /// After how long it wants to be woken, where that is new.
    pub fn take_pause(&mut self) -> Option<chrono::TimeDelta> {
        match self {
            Room::Away(..) => None,
            Room::Here(here) => here.tidy.pause.take(),
        }
    }
}

impl Here {
    fn new(verbs: &'static Verbs, views: Option<&'static (dyn Any + Send + Sync)>) -> Here {
        Here { tidy: ManuallyDrop::new((verbs.made)()), verbs, views }
    }
}

/// For the piece's own views, which are drawn only where it is here.
impl Deref for Room {
    type Target = Tidy;

    fn deref(&self) -> &Tidy {
        match self {
            Room::Here(here) => &here.tidy,
            Room::Away(..) => unreachable!("what is away is not drawn"),
        }
    }
}

impl std::fmt::Debug for Here {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.tidy.fmt(f)
    }
}

impl std::fmt::Debug for Piece {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Piece")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::event::Event;
    use crate::app::route::Route;
    use crate::app::testing::{Page, TWO, key};
    use crate::app::tidy::config_text::ConfigText;
    use crate::app::tidy::disk::Folders;

    fn piece() -> Event {
        Event::TidyLoaded(Ok(Piece { verbs: &VERBS, views: &() }))
    }

    fn loads(effects: &[Effect]) -> bool {
        effects.contains(&Effect::LoadTidy)
    }

    fn away(page: Page) -> Page {
        page.with_tidy(Room::Away(Away::Unasked, Early::default()))
    }

    #[test]
    fn it_is_loaded_when_it_is_gone_to_and_again_after_a_failure() {
        let mut page = away(Page::open(""));
        let go = |hash| Event::AddressChanged(Route::parse("", hash));
        assert!(!loads(&page.send(go("#/token"))));
        assert!(loads(&page.send(go("#/config"))));
        assert!(!loads(&page.send(Event::TidyWanted)));
        page.send(Event::TidyLoaded(Err(PieceMissing)));
        assert_eq!(page.model().tidy.away(), Some(Away::Failed));
        assert!(loads(&page.send(Event::TidyWanted)));
        page.send(Event::Tidy(TidyEvent::FoldersOffered));
        page.send(piece());
        assert_eq!(page.model().tidy.in_place().folders(), Folders::Offered);
        assert_eq!(page.model().tidy.away(), None);
        page.send(Event::Tidy(TidyEvent::ConfigPasted(ConfigText::new("[profile a]\n"))));
        assert_eq!(page.model().tidy.draft().overview().profiles(), 1);
        page.send(piece());
        assert_eq!(page.model().tidy.draft().overview().profiles(), 1);
    }

    #[test]
    fn what_is_to_be_merged_waits_for_it() {
        let mut page = Page::signed_in();
        page.list(TWO);
        page.choose(crate::app::event::ChoiceEvent::RoleToggled(key("000000000042", "Admin")));
        let mut page = away(page);
        assert!(loads(&page.send(Event::MergeIntoConfigClicked)));
        page.send(piece());
        assert_eq!(page.model().tidy.waiting().entries().len(), 1);
    }
}
