//! The SSO region of the form: found from the start URL, else through the relay, else chosen by the person.
//!
//! Not here: reading a start page, which the relay does.

use super::{FormFault, StartUrlRead};
use crate::app::event::RegionNotOffered;
use onramp_domain::Region;
use onramp_domain::portal_host::PortalHost;

/// The SSO region, and how it is known.
#[derive(Clone, Debug, PartialEq)]
pub enum RegionField {
    /// Not known, and not to be found without the person.
    Unknown(WhyUnknown),
    /// The relay is asked.
    LookingUp(PortalHost, AfterLookUp),
    /// Known.
    Known(Region, RegionSource),
}

/// Why the region has to be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyUnknown {
    /// Nothing to find it from yet.
    NotYet,
    /// The address names none, and its page may not be asked.
    NotInUrl,
    /// The start page was read, or AWS did not answer, and no region was found.
    NotFound,
    /// This host offers no look-up.
    NotOffered,
}

/// Who knows the region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegionSource {
    /// The start URL names it.
    StartUrl,
    /// The portal's start page named it to the relay.
    StartPage,
    /// The link or the company's settings.
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

/// What to do about the region after the start URL changed.
#[derive(Debug, PartialEq)]
pub enum LookUp {
    /// Nothing.
    None,
    /// Ask the relay.
    Ask(PortalHost),
}

/// The field, with what was asked of the relay already.
#[derive(Debug, PartialEq)]
pub(super) struct RegionFinder {
    field: RegionField,
    /// The portal whose region the relay has answered for, so that typing on behind the host asks nothing again.
    answered_for: Option<PortalHost>,
}

impl Default for RegionFinder {
    fn default() -> RegionFinder {
        RegionFinder { field: RegionField::Unknown(WhyUnknown::NotYet), answered_for: None }
    }
}

impl RegionFinder {
    /// What is known.
    pub(super) fn field(&self) -> &RegionField {
        &self.field
    }

    /// The person chose one, or took the choice back.
    pub(super) fn choose(&mut self, region: Option<Region>) {
        self.field = match region {
            Some(region) => RegionField::Known(region, RegionSource::Person),
            None => RegionField::Unknown(WhyUnknown::NotYet),
        };
    }

    /// Takes what a link or the company's settings say, else what the start URL names. Nobody is asked.
    pub(super) fn fill_in(&mut self, region: Option<Region>, read: &StartUrlRead) {
        self.field = match (region, read) {
            (Some(region), _) => RegionField::Known(region, RegionSource::FilledIn),
            (None, StartUrlRead::Good(url)) => match url.region() {
                Some(region) => RegionField::Known(region.clone(), RegionSource::StartUrl),
                None => RegionField::Unknown(WhyUnknown::NotYet),
            },
            (None, StartUrlRead::Empty | StartUrlRead::Bad(_)) => {
                RegionField::Unknown(WhyUnknown::NotYet)
            }
        };
    }

    /// Finds the region from the start URL as far as that goes. A region that a person chose is kept for as long as
    /// the start URL doesn't name another.
    pub(super) fn find(&mut self, read: &StartUrlRead) -> LookUp {
        let (named, host) = match read {
            StartUrlRead::Good(url) => (url.region().cloned(), PortalHost::parse(url.host()).ok()),
            StartUrlRead::Bad(error) => (error.region().cloned(), None),
            StartUrlRead::Empty => (None, None),
        };
        if let Some(region) = named {
            self.field = RegionField::Known(region, RegionSource::StartUrl);
            return LookUp::None;
        }
        match (&self.field, host) {
            (RegionField::Known(_, RegionSource::Person), _) => LookUp::None,
            (RegionField::LookingUp(asked, _), Some(host)) if *asked == host => LookUp::None,
            (_, Some(host)) if self.answered_for.as_ref() == Some(&host) => LookUp::None,
            (_, Some(host)) => {
                self.field = RegionField::LookingUp(host.clone(), AfterLookUp::Show);
                LookUp::Ask(host)
            }
            (_, None) => {
                let why = match read {
                    StartUrlRead::Good(_) => WhyUnknown::NotInUrl,
                    StartUrlRead::Empty | StartUrlRead::Bad(_) => WhyUnknown::NotYet,
                };
                self.field = RegionField::Unknown(why);
                self.answered_for = None;
                LookUp::None
            }
        }
    }

    /// The relay answered. An answer about another portal changes nothing.
    #[must_use]
    pub(super) fn looked_up(
        &mut self,
        host: &PortalHost,
        answer: Result<Option<Region>, RegionNotOffered>,
    ) -> AfterLookUp {
        let RegionField::LookingUp(asked, after) = &self.field else { return AfterLookUp::Show };
        if asked != host {
            return AfterLookUp::Show;
        }
        let after = *after;
        self.answered_for = Some(host.clone());
        self.field = match answer {
            Ok(Some(region)) => RegionField::Known(region, RegionSource::StartPage),
            Ok(None) => RegionField::Unknown(WhyUnknown::NotFound),
            Err(RegionNotOffered) => RegionField::Unknown(WhyUnknown::NotOffered),
        };
        after
    }

    /// The region to sign in at; where it is still to be looked up, signing in follows by itself.
    pub(super) fn for_sign_in(
        &mut self,
        read: &StartUrlRead,
    ) -> Result<Region, (FormFault, LookUp)> {
        let (host, look_up) = match &self.field {
            RegionField::Known(region, _) => return Ok(region.clone()),
            RegionField::LookingUp(host, _) => (host.clone(), LookUp::None),
            RegionField::Unknown(WhyUnknown::NotYet) => match self.find(read) {
                LookUp::Ask(host) => (host.clone(), LookUp::Ask(host)),
                LookUp::None => return Err((FormFault::Region, LookUp::None)),
            },
            RegionField::Unknown(_) => return Err((FormFault::Region, LookUp::None)),
        };
        self.field = RegionField::LookingUp(host, AfterLookUp::SignIn);
        Err((FormFault::WaitsForRegion, look_up))
    }
}
