//! Words of a file that a problem or a conflict quotes.

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

/// Some words of a file, to be shown to the person whose file it is.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Excerpt(Rc<str>);

impl Deref for Excerpt {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<T: AsRef<str>> From<T> for Excerpt {
    fn from(text: T) -> Excerpt {
        Excerpt(text.as_ref().into())
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Excerpt {
    /// Without the words: anything in a file can be a secret key that came to stand in the wrong place.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}
