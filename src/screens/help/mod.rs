//! "Help": what all this is, in the order in which a new engineer meets it. A screen of its own, for links to it, and
//! in short in the drawer that every screen has.

mod text;
mod view;

pub use view::{questions, view};
