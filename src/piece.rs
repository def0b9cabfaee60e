//! The code of "Check a token" and "Tidy my config", which is more than a third of the page's, and what loads it.
//!
//! Not here: what is in it. With the feature `split`, which `cargo xtask dist` sets, all that is reached only from
//! [`later`] goes into a file of its own; without it the page is of one piece, and this answers at once.

use crate::app::piece::{Piece, PieceMissing};
use crate::app::{tidy, token};
use crate::ui::LATER_VIEWS;

/// Loads it; at once where it is here already. After a failure it can be tried again.
///
/// # Errors
/// Where its file can't be had, or is of another version than the page.
pub async fn load() -> Result<Piece, PieceMissing> {
    #[cfg(feature = "split")]
    return later().await.map_err(|_| PieceMissing);
    #[cfg(not(feature = "split"))]
    later()
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(later, fallible)]
fn later() -> Result<Piece, wasm_split_helpers::SplitLoaderError> {
    Ok(piece())
}

#[cfg(not(feature = "split"))]
fn later() -> Result<Piece, PieceMissing> {
    Ok(piece())
}

fn piece() -> Piece {
    Piece { token: &token::room::VERBS, tidy: &tidy::room::VERBS, views: &LATER_VIEWS }
}
