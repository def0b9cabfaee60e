//! The SSO region of the form: found from the start URL, else through the relay, which reads the portal's start page,
//! else chosen by the person.

use super::start_url::StartUrlRead;
use crate::effect::RegionNotOffered;
use onramp_domain::PortalHost;
use onramp_domain::Region;

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
    Unasked,
    /// The address names none, and its page may not be asked.
    Unnamed,
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
    /// The link or the company, for this start URL.
    FilledIn,
    /// The link or the company, for whatever start URL doesn't name another.
    FilledInForAny,
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

/// Why there is no region to sign in at.
pub enum NoRegion {
    /// The person has to choose it.
    Missing,
    /// The relay's answer is waited for.
    Waits(LookUp),
}

/// The field, with what was asked of the relay already.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionFinder {
    field: RegionField,
    /// The portal whose region the relay has answered for, so that typing on behind the host asks nothing again.
    answered_for: Option<PortalHost>,
    /// The region that the relay found for that portal.
    answered: Option<Region>,
}

impl Default for RegionFinder {
    fn default() -> RegionFinder {
        RegionFinder {
            field: RegionField::Unknown(WhyUnknown::Unasked),
            answered_for: None,
            answered: None,
        }
    }
}

impl RegionFinder {
    /// What is known.
    pub fn field(&self) -> &RegionField {
        &self.field
    }

    /// The region that the start URL leads to, where another is in the field: signing in there would most likely fail.
    pub fn overridden<'a>(&'a self, read: &'a StartUrlRead) -> Option<&'a Region> {
        let (RegionField::Known(region, _), StartUrlRead::Good(url)) = (&self.field, read) else {
            return None;
        };
        let is_answered =
            self.answered_for.as_ref().is_some_and(|host| host.as_str() == url.host());
        let found = url.region().or(self.answered.as_ref().filter(|_| is_answered));
        found.filter(|found| *found != region)
    }

    /// The person chose one, or took the choice back.
    pub fn choose(&mut self, region: Option<Region>) {
        self.field = match region {
            Some(region) => RegionField::Known(region, RegionSource::Person),
            None => RegionField::Unknown(WhyUnknown::Unasked),
        };
    }

    /// Takes what a link or the company gives, else what the start URL names. What the person has chosen, or what was
    /// found or is being looked up, stays.
    pub fn fill_in(&mut self, given: Option<(Region, RegionSource)>, read: &StartUrlRead) {
        match &self.field {
            RegionField::Known(_, RegionSource::Person | RegionSource::StartPage)
            | RegionField::LookingUp(..) => return,
            RegionField::Known(
                _,
                RegionSource::StartUrl | RegionSource::FilledIn | RegionSource::FilledInForAny,
            )
            | RegionField::Unknown(_) => {}
        }
        let named = match read {
            StartUrlRead::Good(url) => {
                url.region().map(|region| (region.clone(), RegionSource::StartUrl))
            }
            StartUrlRead::Empty | StartUrlRead::Bad(_) => None,
        };
        let known = match given {
            Some((_, RegionSource::FilledInForAny)) => named.or(given),
            Some(_) | None => given.or(named),
        };
        self.field = match (known, &self.field) {
            (Some((region, source)), _) => RegionField::Known(region, source),
            (None, RegionField::Unknown(why)) => RegionField::Unknown(*why),
            (None, RegionField::Known(..) | RegionField::LookingUp(..)) => {
                RegionField::Unknown(WhyUnknown::Unasked)
            }
        };
    }

    /// Finds the region from the start URL as far as that goes. A region that is for any start URL, or that a person
    /// chose, is kept as long as the start URL doesn't name another.
    pub fn find(&mut self, read: &StartUrlRead) -> LookUp {
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
            (RegionField::Known(_, RegionSource::Person | RegionSource::FilledInForAny), _) => {
                LookUp::None
            }
            (RegionField::LookingUp(asked, _), Some(host)) if *asked == host => LookUp::None,
            (field, Some(host)) if self.answered_for.as_ref() == Some(&host) => {
                // The person took a choice back.
                if let (RegionField::Unknown(WhyUnknown::Unasked), Some(region)) =
                    (field, &self.answered)
                {
                    self.field = RegionField::Known(region.clone(), RegionSource::StartPage);
                }
                LookUp::None
            }
            (_, Some(host)) => {
                self.field = RegionField::LookingUp(host.clone(), AfterLookUp::Show);
                LookUp::Ask(host)
            }
            (_, None) => {
                let why = match read {
                    StartUrlRead::Good(_) => WhyUnknown::Unnamed,
                    StartUrlRead::Empty | StartUrlRead::Bad(_) => WhyUnknown::Unasked,
                };
                self.field = RegionField::Unknown(why);
                self.answered_for = None;
                LookUp::None
            }
        }
    }

    /// The relay answered. An answer about another portal changes nothing.
    #[must_use]
    pub fn looked_up(
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
        self.answered = answer.as_ref().ok().cloned().flatten();
        self.field = match answer {
            Ok(Some(region)) => RegionField::Known(region, RegionSource::StartPage),
            Ok(None) => RegionField::Unknown(WhyUnknown::NotFound),
            Err(RegionNotOffered) => RegionField::Unknown(WhyUnknown::NotOffered),
        };
        after
    }

    /// The region to sign in at. Where it is still to be looked up, signing in follows by itself.
    pub fn for_sign_in(&mut self, read: &StartUrlRead) -> Result<Region, NoRegion> {
        let look_up = match &self.field {
            RegionField::Unknown(WhyUnknown::Unasked) => self.find(read),
            RegionField::Unknown(_) | RegionField::LookingUp(..) | RegionField::Known(..) => {
                LookUp::None
            }
        };
        match &mut self.field {
            RegionField::Known(region, _) => Ok(region.clone()),
            RegionField::LookingUp(_, after) => {
                *after = AfterLookUp::SignIn;
                Err(NoRegion::Waits(look_up))
            }
            RegionField::Unknown(_) => Err(NoRegion::Missing),
        }
    }
}
