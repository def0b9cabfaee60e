//! The form that asks where to sign in: start URL, SSO region, session name.
//!
//! Whatever people paste is kept as they typed it, beside what was read from it, so that a mistake loses nothing. The
//! region is found where that is possible and asked for only otherwise.

use super::region::{AfterLookUp, LookUp, NoRegion, RegionField, RegionFinder, RegionSource};
use super::start_url::{StartUrlProblem, StartUrlRead};
use crate::effect::RegionNotOffered;
use onramp_domain::PortalHost;
use onramp_domain::device_flow::Portal;
use onramp_domain::names::{BadConfigName, Scopes, SessionName};
use onramp_domain::portal::{PortalKind, StartUrl};
use onramp_domain::{EndpointFamily, Region};

mod fill_in;

/// What is in the form.
#[derive(Clone, Debug, PartialEq)]
pub struct PortalForm {
    start_url: String,
    read: StartUrlRead,
    region: RegionFinder,
    session_name: SessionNameField,
    family: FamilyField,
    filled_in_by: FilledInBy,
    complaints: Complaints,
}

#[derive(Clone, Debug, PartialEq)]
enum SessionNameField {
    /// Made from the start URL, or given together with it: another start URL gets another name.
    Proposed(String),
    /// Given by a link or the company for whatever start URL.
    Given(String),
    /// Typed.
    Entered(String),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum FamilyField {
    FromStartUrl,
    Chosen(EndpointFamily),
}

/// Where the start URL came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilledInBy {
    /// The person typed it.
    Person,
    /// It was in the link that opened the page.
    Link,
    /// It is the company's.
    Company,
}

/// Which mistakes are shown: none while a person types for the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Complaints {
    Held,
    StartUrl,
    All,
}

/// What keeps the form from being sent.
#[derive(Debug, PartialEq)]
pub enum FormError {
    /// The start URL is missing or wrong.
    StartUrl,
    /// The region is missing.
    Region,
    /// The session's name can't be used.
    SessionName,
    /// The region is being looked up, perhaps from now on; signing in follows by itself.
    WaitsForRegion(LookUp),
}

const DEFAULT_SESSION_NAME: &str = "my-sso";

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

impl PortalForm {
    /// The start URL's field, as typed.
    pub fn start_url_text(&self) -> &str {
        &self.start_url
    }

    /// What it was read as.
    pub fn start_url(&self) -> &StartUrlRead {
        &self.read
    }

    /// What is wrong with the start URL, once it is time to say so.
    pub fn start_url_problem(&self) -> Option<StartUrlProblem<'_>> {
        match (&self.read, self.complaints) {
            (StartUrlRead::Bad(error), Complaints::StartUrl | Complaints::All) => {
                Some(StartUrlProblem::Bad(error))
            }
            (StartUrlRead::Empty, Complaints::All) => Some(StartUrlProblem::Missing),
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

    /// The region that the start URL leads to, where another is chosen.
    pub fn overridden_region(&self) -> Option<&Region> {
        self.region.overridden(&self.read)
    }

    /// Whether to complain that there is no region.
    pub fn region_is_missing(&self) -> bool {
        self.complaints == Complaints::All
            && matches!(
                (&self.read, self.region()),
                (StartUrlRead::Good(_), RegionField::Unknown(_))
            )
    }

    /// The session name's field.
    pub fn session_name_text(&self) -> &str {
        match &self.session_name {
            SessionNameField::Proposed(name)
            | SessionNameField::Given(name)
            | SessionNameField::Entered(name) => name,
        }
    }

    /// The session's name.
    ///
    /// # Errors
    /// When what is in the field can't be a session's name.
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

    /// Where the start URL came from.
    pub fn filled_in_by(&self) -> FilledInBy {
        self.filled_in_by
    }

    /// Whether a person has typed or chosen anything of it.
    pub fn is_changed(&self) -> bool {
        self.filled_in_by == FilledInBy::Person
            || matches!(self.region(), RegionField::Known(_, RegionSource::Person))
            || matches!(self.session_name, SessionNameField::Entered(_))
    }

    /// The start URL was typed or pasted.
    #[must_use]
    pub fn enter_start_url(&mut self, text: String) -> LookUp {
        self.start_url = text;
        self.filled_in_by = FilledInBy::Person;
        self.family = FamilyField::FromStartUrl;
        self.read_start_url();
        self.region.find(&self.read)
    }

    /// The person left the start URL's field.
    pub fn leave_start_url(&mut self) {
        if self.complaints == Complaints::Held {
            self.complaints = Complaints::StartUrl;
        }
    }

    /// The region was chosen by hand; `None` takes the choice back.
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

    /// "Sign in" was pressed: where to, or what keeps the form from being sent.
    ///
    /// # Errors
    /// When something is missing or wrong, or not known yet.
    pub fn submit(&mut self) -> Result<Portal, FormError> {
        self.complaints = Complaints::All;
        let StartUrlRead::Good(start_url) = &self.read else {
            return Err(FormError::StartUrl);
        };
        let start_url = start_url.as_str().to_owned();
        if self.session_name().is_err() {
            return Err(FormError::SessionName);
        }
        let region = self.region.for_sign_in(&self.read).map_err(|none| match none {
            NoRegion::Missing => FormError::Region,
            NoRegion::Waits(look_up) => FormError::WaitsForRegion(look_up),
        })?;
        let scopes = Scopes::default().iter().map(str::to_owned).collect();
        Ok(Portal { start_url, region, endpoints: self.family(), scopes })
    }

    /// Whether this is the start URL in the form.
    pub fn is_at(&self, start_url: &str) -> bool {
        match &self.read {
            StartUrlRead::Good(url) => {
                StartUrl::parse(start_url).is_ok_and(|other| other.as_str() == url.as_str())
            }
            StartUrlRead::Empty | StartUrlRead::Bad(_) => self.start_url == start_url,
        }
    }

    fn read_start_url(&mut self) {
        self.read = StartUrlRead::of(&self.start_url);
        if let (StartUrlRead::Good(url), SessionNameField::Proposed(name)) =
            (&self.read, &mut self.session_name)
        {
            *name = proposed_session_name(url);
        }
    }
}

/// A company's alias makes a good name; an id such as `d-1234567890` doesn't.
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
