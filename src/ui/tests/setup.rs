//! "Set up": a file a step, two for the third, and one for what fails.

mod approve;
mod failures;
mod form;
mod format;
mod list;
mod result;

use crate::app::testing::{Page, TWO};

/// Signed in, with two accounts and three roles.
fn listed() -> Page {
    let mut page = Page::signed_in();
    page.list(TWO);
    page
}
