//! The SSO region of the form, and how it is known: chosen by the person, filled in, named by the start URL, or found by
//! the relay, which reads the portal's start page.

use onramp_domain::{PortalHost, Region};

/// The SSO region, and how it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RegionField<'a> {
    /// There is nothing to find it from yet.
    Unasked,
    /// The relay is asked.
    LookingUp,
    /// The start URL names none, and the relay knows none for it: the person has to say.
    NotFound,
    /// The start URL names it, or the portal's start page named it to the relay.
    Found(&'a Region),
    /// By the link or the company.
    FilledIn(&'a Region),
    /// By the person.
    Chosen(&'a Region),
}

/// What the relay was asked last, so that typing on behind the host asks nothing again.
#[derive(Clone, Debug, PartialEq)]
pub struct LookUp {
    pub portal: PortalHost,
    /// Whether the person has pressed "Sign in" meanwhile.
    pub signs_in: bool,
    /// `None` until there is one; `Some(None)` where the relay doesn't know.
    pub answer: Option<Option<Region>>,
}
