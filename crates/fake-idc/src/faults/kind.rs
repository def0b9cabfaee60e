//! The kinds of faults, by the names they have in a specification.
//!
//! Not here: their values.

use std::fmt;

/// One kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// `throttle=N/s`.
    Throttle,
    /// `error=P%`.
    Error,
    /// `drop=P%`.
    Drop,
    /// `slow=N ms`.
    Slow,
    /// `code-life=N s`.
    CodeLife,
    /// `token-life=N s`.
    TokenLife,
    /// `session-life=N s`.
    SessionLife,
}

impl Fault {
    pub(super) const ALL: [Fault; 7] = [
        Fault::Throttle,
        Fault::Error,
        Fault::Drop,
        Fault::Slow,
        Fault::CodeLife,
        Fault::TokenLife,
        Fault::SessionLife,
    ];

    pub(super) fn named(name: &str) -> Option<Fault> {
        Fault::ALL.into_iter().find(|fault| fault.name() == name)
    }

    pub(super) fn name(self) -> &'static str {
        self.row().0
    }

    pub(super) fn unit(self) -> &'static str {
        self.row().1
    }

    fn row(self) -> (&'static str, &'static str) {
        match self {
            Fault::Throttle => ("throttle", "/s"),
            Fault::Error => ("error", "%"),
            Fault::Drop => ("drop", "%"),
            Fault::Slow => ("slow", "ms"),
            Fault::CodeLife => ("code-life", "s"),
            Fault::TokenLife => ("token-life", "s"),
            Fault::SessionLife => ("session-life", "s"),
        }
    }
}

/// As it is written: `throttle=N/s`.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = if self.unit() == "%" { 'P' } else { 'N' };
        write!(f, "{}={number}{}", self.name(), self.unit())
    }
}
