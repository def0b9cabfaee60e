//! The part of the page that is loaded later: "Check a token" and "Tidy my config", which nobody needs to sign in.
//!
//! Not here: loading it, and what is in it. All that the rest of the page does with these screens goes through tables
//! of functions, since whatever is called by name is a part of the first load.

use super::effect::Effect;
use super::{tidy, token};
use std::any::Any;
use std::fmt;
use std::mem::ManuallyDrop;

/// What comes with it.
#[derive(Clone, Copy)]
pub struct Piece {
    /// What the page does with "Check a token".
    pub token: &'static token::room::Verbs,
    /// What the page does with "Tidy my config".
    pub tidy: &'static tidy::room::Verbs,
    /// How both are drawn, which only the screens know.
    pub views: &'static (dyn Any + Send + Sync),
}

/// It did not load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PieceMissing;

/// How far it is.
#[derive(Clone, Copy)]
pub enum Arrival {
    /// Nobody has asked for it.
    Unasked,
    /// It is being loaded.
    Coming,
    /// It could not be loaded.
    Failed,
    /// It is here.
    Here(&'static (dyn Any + Send + Sync)),
}

impl Default for Arrival {
    /// In a page of one piece it is here from the beginning.
    fn default() -> Arrival {
        if cfg!(feature = "split") { Arrival::Unasked } else { Arrival::Here(&()) }
    }
}

impl Arrival {
    /// A screen of it is wanted: it is loaded, unless it is here or on its way.
    pub fn wanted(&mut self) -> Vec<Effect> {
        match self {
            Arrival::Unasked | Arrival::Failed => {
                *self = Arrival::Coming;
                vec![Effect::LoadPiece]
            }
            Arrival::Coming | Arrival::Here(_) => vec![],
        }
    }
}

/// A screen's state, with what the rest of the page does with it.
pub struct Kept<S, V: 'static> {
    // Its drop is code of the piece's, and the page ends before it does.
    pub(super) state: ManuallyDrop<Box<S>>,
    pub(super) verbs: &'static V,
}

impl<S, V> Kept<S, V> {
    /// Keeps what the piece made.
    pub(super) fn new(state: Box<S>, verbs: &'static V) -> Kept<S, V> {
        Kept { state: ManuallyDrop::new(state), verbs }
    }
}

impl<S: fmt::Debug, V> fmt::Debug for Kept<S, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.state.fmt(f)
    }
}

impl fmt::Debug for Arrival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Arrival::Unasked => "Unasked",
            Arrival::Coming => "Coming",
            Arrival::Failed => "Failed",
            Arrival::Here(_) => "Here",
        })
    }
}

impl fmt::Debug for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Piece")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::event::{ChoiceEvent, Event, TidyEvent, TokenEvent};
    use crate::app::route::Route;
    use crate::app::testing::{Page, TWO, key};
    use crate::app::tidy::config_text::ConfigText;
    use crate::app::tidy::disk::Folders;
    use crate::app::token::CacheText;

    fn came() -> Event {
        let piece = Piece { token: &token::room::VERBS, tidy: &tidy::room::VERBS, views: &() };
        Event::PieceLoaded(Ok(piece))
    }

    fn go(hash: &str) -> Event {
        Event::AddressChanged(Route::parse("", hash))
    }

    fn loads(effects: &[Effect]) -> bool {
        effects.contains(&Effect::LoadPiece)
    }

    #[test]
    fn it_is_loaded_when_it_is_gone_to_and_again_after_a_failure() {
        let mut page = Page::open("").without_piece(Arrival::Unasked);
        assert!(!loads(&page.send(go("#/help"))));
        assert!(loads(&page.send(go("#/config"))));
        assert!(!loads(&page.send(go("#/token"))));
        assert!(!loads(&page.send(Event::PieceWanted)));
        page.send(Event::PieceLoaded(Err(PieceMissing)));
        assert!(matches!(page.model().piece, Arrival::Failed));
        assert!(loads(&page.send(Event::PieceWanted)));
        page.send(Event::Tidy(TidyEvent::FoldersOffered));
        page.send(came());
        assert_eq!(page.model().tidy.in_place().folders(), Folders::Offered);
        assert!(matches!(page.model().piece, Arrival::Here(_)));
        page.send(Event::Tidy(TidyEvent::ConfigPasted(ConfigText::new("[profile a]\n"))));
        assert_eq!(page.model().tidy.draft().overview().profiles(), 1);
        page.send(came());
        assert_eq!(page.model().tidy.draft().overview().profiles(), 1);
        let text = CacheText::pasted("no cache file".to_owned());
        page.send(Event::Token(TokenEvent::CachePasted(text)));
        assert_eq!(page.model().token.boxed(), "no cache file");
        page.send(go("#/setup"));
        assert_eq!(page.model().token.boxed(), "");
    }

    #[test]
    fn what_is_to_be_merged_waits_for_it() {
        let mut page = Page::signed_in();
        page.list(TWO);
        page.send(Event::Choice(ChoiceEvent::RoleToggled(key("000000000042", "Admin"))));
        let mut page = page.without_piece(Arrival::Unasked);
        assert!(loads(&page.send(Event::MergeIntoConfigClicked)));
        page.send(came());
        assert_eq!(page.model().tidy.waiting().entries().len(), 1);
    }
}
