//! The number by which an answer is known to belong to what was asked last.
//!
//! A machine gives every command that can be overtaken a fresh number and drops an answer with any other; so a late
//! answer to an abandoned request changes nothing, and nobody has to cancel a request.

/// One asking: unique within the machine that gave it, and rising.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Attempt(u32);

impl Attempt {
    /// Counts on: the next number, which is also kept. After four thousand million it begins again.
    pub(crate) fn bump(&mut self) -> Attempt {
        self.0 = self.0.wrapping_add(1);
        *self
    }
}
