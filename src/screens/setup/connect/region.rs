//! The SSO region of the form, and how it is known: chosen by the person, filled in, named by the start URL, or found by
//! the relay, which reads the portal's start page.

use onramp_domain::{PortalHost, Region};

/// The SSO region, and how it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RegionField<'a> {
    /// Not known, and not to be found without the person.
    Unknown(WhyUnknown),
    /// The relay is asked.
    LookingUp(&'a PortalHost, AfterLookUp),
    /// Known.
    Known(&'a Region, RegionSource),
}

/// Why the region has to be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyUnknown {
    /// Nothing to find it from yet.
    Unasked,
    /// The start URL names none, and the relay knows none for it.
    NotFound,
}

/// Who knows the region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegionSource {
    /// The start URL names it, or the portal's start page named it to the relay.
    Found,
    /// The link or the company.
    FilledIn,
    /// The person.
    Person,
}

/// What a look-up is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterLookUp {
    /// To show the region.
    Show,
    /// The person has already pressed "Sign in".
    SignIn,
}

/// What the relay was asked last, so that typing on behind the host asks nothing again.
#[derive(Clone, Debug, PartialEq)]
pub struct LookUp {
    pub portal: PortalHost,
    pub after: AfterLookUp,
    pub answer: Answer,
}

/// What it answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Awaited,
    Found(Region),
    NotFound,
}
