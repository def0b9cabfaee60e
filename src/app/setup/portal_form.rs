//! The form that asks where to sign in: start URL, SSO region, session name.
//!
//! Not here: signing in. Whatever people paste is kept as they typed it, beside what was read from it, so that a
//! mistake loses nothing. The region is found where that is possible and asked for only otherwise.

mod region_field;

pub use region_field::{AfterLookUp, LookUp, RegionField, RegionSource, WhyUnknown};

use crate::app::event::RegionNotOffered;
use crate::app::route::Prefill;
use crate::app::site::SiteFile;
use onramp_domain::device_flow::Portal;
use onramp_domain::names::{BadConfigName, Scopes, SessionName};
use onramp_domain::portal_host::PortalHost;
use onramp_domain::start_url::{PortalKind, StartUrl, StartUrlError};
use onramp_domain::{EndpointFamily, Region};
use region_field::RegionFinder;

/// What stands in the form.
#[derive(Debug, PartialEq)]
pub struct PortalForm {
    start_url: String,
    read: StartUrlRead,
    region: RegionFinder,
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

impl Default for PortalForm {
    fn default() -> PortalForm {
        PortalForm {
            start_url: String::new(),
            read: StartUrlRead::Empty,
            region: RegionFinder::default(),
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
        self.region.field()
    }

    /// The region, where it is known.
    pub fn known_region(&self) -> Option<&Region> {
        match self.region() {
            RegionField::Known(region, _) => Some(region),
            RegionField::LookingUp(..) | RegionField::Unknown(_) => None,
        }
    }

    /// Whether the region's absence is to be complained of.
    pub fn region_is_missing(&self) -> bool {
        self.complaints == Complaints::All
            && matches!(
                (&self.read, self.region()),
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
        self.region.find(&self.read)
    }

    /// The person left the field.
    pub fn leave_start_url(&mut self) {
        if self.complaints == Complaints::Held {
            self.complaints = Complaints::StartUrl;
        }
    }

    /// The region was chosen by hand.
    pub fn choose_region(&mut self, region: Option<Region>) {
        self.region.choose(region);
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
        self.region.looked_up(host, answer)
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
        self.region.fill_in(region.and_then(|id| Region::parse(id).ok()), &self.read);
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
        let region = self.region.for_sign_in(&self.read)?;
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
