//! The form that asks where to sign in: start URL, SSO region, session name.
//!
//! Not here: signing in. Whatever people paste is kept as they typed it, beside what was read from it, so that a
//! mistake loses nothing. The region is found where that is possible and asked for only otherwise.

use crate::app::event::RegionNotOffered;
use crate::app::route::Prefill;
use crate::app::site::SiteFile;
use onramp_domain::device_flow::Portal;
use onramp_domain::names::{BadConfigName, Scopes, SessionName};
use onramp_domain::portal_host::PortalHost;
use onramp_domain::start_url::{PortalKind, StartUrl, StartUrlError};
use onramp_domain::{EndpointFamily, Region};

/// What stands in the form.
#[derive(Debug, PartialEq)]
pub struct PortalForm {
    start_url: String,
    read: StartUrlRead,
    region: RegionField,
    /// The portal whose region the relay has answered for, so that typing on behind the host asks nothing again.
    answered_for: Option<PortalHost>,
    session_name: SessionNameField,
    family: FamilyField,
    filled_in_by: FilledInBy,
    complaints: Complaints,
}

/// What the start URL's text was read as.
#[derive(Clone, Debug, PartialEq)]
pub enum StartUrlRead {
    /// Nothing there.
    Empty,
    /// A start URL.
    Good(StartUrl),
    /// Something else.
    Bad(StartUrlError),
}

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

/// The session's name: ours until the person types one.
#[derive(Clone, Debug, PartialEq)]
enum SessionNameField {
    Proposed(String),
    Entered(String),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum FamilyField {
    FromStartUrl,
    Chosen(EndpointFamily),
}

/// Where the form's values came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilledInBy {
    /// The person.
    Person,
    /// The link that opened the page.
    Link,
    /// The company's settings.
    Company,
}

/// Whether faults are shown: not while a person types for the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Complaints {
    Held,
    StartUrl,
    All,
}

/// What keeps the form from being sent.
#[derive(Clone, Debug, PartialEq)]
pub enum FormFault {
    /// The start URL is missing or wrong.
    StartUrl,
    /// The region is missing.
    Region,
    /// The session's name can't be used.
    SessionName,
    /// The region is being looked up; signing in follows by itself.
    WaitsForRegion,
}

/// What to do about the region after the start URL changed.
#[derive(Debug, PartialEq)]
pub enum LookUp {
    /// Nothing.
    None,
    /// Ask the relay.
    Ask(PortalHost),
}

impl Default for PortalForm {
    fn default() -> PortalForm {
        PortalForm {
            start_url: String::new(),
            read: StartUrlRead::Empty,
            region: RegionField::Unknown(WhyUnknown::NotYet),
            answered_for: None,
            session_name: SessionNameField::Proposed(DEFAULT_SESSION_NAME.to_owned()),
            family: FamilyField::FromStartUrl,
            filled_in_by: FilledInBy::Person,
            complaints: Complaints::Held,
        }
    }
}

const DEFAULT_SESSION_NAME: &str = "my-sso";

impl PortalForm {
    /// The start URL as it stands in the field.
    pub fn start_url_text(&self) -> &str {
        &self.start_url
    }

    /// What it was read as.
    pub fn start_url(&self) -> &StartUrlRead {
        &self.read
    }

    /// The start URL's fault, once it is time to show it.
    pub fn start_url_fault(&self) -> Option<StartUrlFault<'_>> {
        match (&self.read, self.complaints) {
            (StartUrlRead::Bad(error), Complaints::StartUrl | Complaints::All) => {
                Some(StartUrlFault::Bad(error))
            }
            (StartUrlRead::Empty, Complaints::All) => Some(StartUrlFault::Missing),
            (StartUrlRead::Empty | StartUrlRead::Bad(_) | StartUrlRead::Good(_), _) => None,
        }
    }

    /// The region, and how it is known.
    pub fn region(&self) -> &RegionField {
        &self.region
    }

    /// The region, where it is known.
    pub fn known_region(&self) -> Option<&Region> {
        match &self.region {
            RegionField::Known(region, _) => Some(region),
            RegionField::LookingUp(..) | RegionField::Unknown(_) => None,
        }
    }

    /// Whether the region's absence is to be complained of.
    pub fn region_is_missing(&self) -> bool {
        self.complaints == Complaints::All
            && matches!(
                (&self.read, &self.region),
                (StartUrlRead::Good(_), RegionField::Unknown(_))
            )
    }

    /// The session's name as it stands in the field.
    pub fn session_name_text(&self) -> &str {
        match &self.session_name {
            SessionNameField::Proposed(name) | SessionNameField::Entered(name) => name,
        }
    }

    /// The session's name.
    ///
    /// # Errors
    /// When what stands in the field can't be a session's name.
    pub fn session_name(&self) -> Result<SessionName, BadConfigName> {
        SessionName::parse(self.session_name_text())
    }

    /// Which of AWS's hosts are called.
    pub fn family(&self) -> EndpointFamily {
        match (self.family, &self.read) {
            (FamilyField::Chosen(family), _) => family,
            (FamilyField::FromStartUrl, StartUrlRead::Good(url)) => url.endpoints(),
            (FamilyField::FromStartUrl, StartUrlRead::Empty | StartUrlRead::Bad(_)) => {
                EndpointFamily::Standard
            }
        }
    }

    /// Where the values came from.
    pub fn filled_in_by(&self) -> FilledInBy {
        self.filled_in_by
    }

    /// Whether the person has not typed an address yet.
    pub fn is_untouched(&self) -> bool {
        self.filled_in_by != FilledInBy::Person || self.start_url.is_empty()
    }

    /// The text of the start URL changed to this.
    #[must_use]
    pub fn enter_start_url(&mut self, text: String) -> LookUp {
        self.start_url = text;
        self.filled_in_by = FilledInBy::Person;
        self.family = FamilyField::FromStartUrl;
        self.read_start_url();
        self.find_region()
    }

    /// The person left the field.
    pub fn leave_start_url(&mut self) {
        if self.complaints == Complaints::Held {
            self.complaints = Complaints::StartUrl;
        }
    }

    /// The region was chosen by hand.
    pub fn choose_region(&mut self, region: Option<Region>) {
        self.region = match region {
            Some(region) => RegionField::Known(region, RegionSource::Person),
            None => RegionField::Unknown(WhyUnknown::NotYet),
        };
    }

    /// The family was chosen by hand.
    pub fn choose_family(&mut self, family: EndpointFamily) {
        self.family = FamilyField::Chosen(family);
    }

    /// The session's name was typed.
    pub fn enter_session_name(&mut self, text: String) {
        self.session_name = SessionNameField::Entered(text);
    }

    /// The relay answered. Says whether signing in is to go on; an answer about another portal changes nothing.
    #[must_use]
    pub fn region_looked_up(
        &mut self,
        host: &PortalHost,
        answer: Result<Option<Region>, RegionNotOffered>,
    ) -> AfterLookUp {
        let RegionField::LookingUp(asked, after) = &self.region else { return AfterLookUp::Show };
        if asked != host {
            return AfterLookUp::Show;
        }
        let after = *after;
        self.answered_for = Some(host.clone());
        self.region = match answer {
            Ok(Some(region)) => RegionField::Known(region, RegionSource::StartPage),
            Ok(None) => RegionField::Unknown(WhyUnknown::NotFound),
            Err(RegionNotOffered) => RegionField::Unknown(WhyUnknown::NotOffered),
        };
        after
    }

    /// Takes what a link or the company's settings fill in. Nothing is asked of anybody yet.
    pub fn fill_in(&mut self, prefill: &Prefill, site: &SiteFile) {
        let from_link = prefill.start_url.as_deref().map(|url| (url, FilledInBy::Link));
        let from_company = site.start_url.as_deref().map(|url| (url, FilledInBy::Company));
        if let Some((url, by)) = from_link.or(from_company) {
            self.start_url = url.to_owned();
            self.filled_in_by = by;
            self.complaints = Complaints::StartUrl;
            self.read_start_url();
        }
        let name = prefill.session.as_ref().or(site.session_name.as_ref());
        if let Some(name) = name {
            self.session_name = SessionNameField::Proposed(name.clone());
        }
        let region = prefill.region.as_deref().or(site.region.as_deref());
        self.region = match (region.and_then(|id| Region::parse(id).ok()), &self.read) {
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

    /// "Sign in" was pressed: where to, or what keeps it from being sent, with the look-up that is to be made first.
    pub fn submit(&mut self) -> Result<Portal, (FormFault, LookUp)> {
        self.complaints = Complaints::All;
        let StartUrlRead::Good(start_url) = &self.read else {
            return Err((FormFault::StartUrl, LookUp::None));
        };
        let start_url = start_url.as_str().to_owned();
        if self.session_name().is_err() {
            return Err((FormFault::SessionName, LookUp::None));
        }
        let region = match &self.region {
            RegionField::Known(region, _) => region.clone(),
            RegionField::LookingUp(host, _) => {
                self.region = RegionField::LookingUp(host.clone(), AfterLookUp::SignIn);
                return Err((FormFault::WaitsForRegion, LookUp::None));
            }
            RegionField::Unknown(WhyUnknown::NotYet) => match self.find_region() {
                LookUp::Ask(host) => {
                    self.region = RegionField::LookingUp(host.clone(), AfterLookUp::SignIn);
                    return Err((FormFault::WaitsForRegion, LookUp::Ask(host)));
                }
                LookUp::None => return Err((FormFault::Region, LookUp::None)),
            },
            RegionField::Unknown(_) => return Err((FormFault::Region, LookUp::None)),
        };
        let scopes = Scopes::default().iter().map(str::to_owned).collect();
        Ok(Portal { start_url, region, endpoints: self.family(), scopes })
    }

    fn read_start_url(&mut self) {
        self.read = if self.start_url.trim().is_empty() {
            StartUrlRead::Empty
        } else {
            match StartUrl::parse(&self.start_url) {
                Ok(url) => StartUrlRead::Good(url),
                Err(error) => StartUrlRead::Bad(error),
            }
        };
        if let (StartUrlRead::Good(url), SessionNameField::Proposed(name)) =
            (&self.read, &mut self.session_name)
        {
            *name = proposed_session_name(url);
        }
    }

    /// Finds the region from the start URL as far as that goes. A region that a person chose is kept for as long as
    /// the start URL doesn't name another.
    fn find_region(&mut self) -> LookUp {
        let (named, host) = match &self.read {
            StartUrlRead::Good(url) => (url.region().cloned(), PortalHost::parse(url.host()).ok()),
            StartUrlRead::Bad(error) => (error.region().cloned(), None),
            StartUrlRead::Empty => (None, None),
        };
        if let Some(region) = named {
            self.region = RegionField::Known(region, RegionSource::StartUrl);
            return LookUp::None;
        }
        match (&self.region, host) {
            (RegionField::Known(_, RegionSource::Person), _) => LookUp::None,
            (RegionField::LookingUp(asked, _), Some(host)) if *asked == host => LookUp::None,
            (_, Some(host)) if self.answered_for.as_ref() == Some(&host) => LookUp::None,
            (_, Some(host)) => {
                self.region = RegionField::LookingUp(host.clone(), AfterLookUp::Show);
                LookUp::Ask(host)
            }
            (_, None) => {
                let why = match &self.read {
                    StartUrlRead::Good(_) => WhyUnknown::NotInUrl,
                    StartUrlRead::Empty | StartUrlRead::Bad(_) => WhyUnknown::NotYet,
                };
                self.region = RegionField::Unknown(why);
                self.answered_for = None;
                LookUp::None
            }
        }
    }
}

/// The start URL's fault.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StartUrlFault<'a> {
    /// There is none.
    Missing,
    /// It isn't one.
    Bad(&'a StartUrlError),
}

/// A company's alias makes a good name; an id such as `d-1234567890` does not.
fn proposed_session_name(url: &StartUrl) -> String {
    let alias = match url.kind() {
        PortalKind::AwsApps => url.host().split('.').next().filter(|label| *label != "start"),
        PortalKind::Instance | PortalKind::Issuer | PortalKind::Vanity => None,
    };
    match alias {
        Some(alias) if !alias.starts_with("d-") && SessionName::parse(alias).is_ok() => {
            alias.to_owned()
        }
        Some(_) | None => DEFAULT_SESSION_NAME.to_owned(),
    }
}

#[cfg(test)]
mod tests;
