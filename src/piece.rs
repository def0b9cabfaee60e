//! The code of "Tidy my config", which is a third of the page's, and what loads it.
//!
//! Not here: what is in it. With the feature `split`, which `cargo xtask dist` sets, all that is reached only from
//! [`tidy`] goes into a file of its own; without it the page is of one piece, and this answers at once.

use crate::app::tidy::room::{Piece, PieceMissing, VERBS};
use crate::ui::TIDY_VIEWS;

/// Loads it; at once where it is here already. After a failure it can be tried again.
///
/// # Errors
/// Where its file can't be had, or is of another version than the page.
pub async fn load() -> Result<Piece, PieceMissing> {
    #[cfg(feature = "split")]
    return tidy().await.map_err(|_| PieceMissing);
    #[cfg(not(feature = "split"))]
    tidy()
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(tidy, fallible)]
fn tidy() -> Result<Piece, wasm_split_helpers::SplitLoaderError> {
    Ok(Piece { verbs: &VERBS, views: &TIDY_VIEWS })
}

#[cfg(not(feature = "split"))]
fn tidy() -> Result<Piece, PieceMissing> {
    Ok(Piece { verbs: &VERBS, views: &TIDY_VIEWS })
}
