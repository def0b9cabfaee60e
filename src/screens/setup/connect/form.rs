//! The form that asks where to sign in: start URL, SSO region, session name.
//!
//! What people paste, choose and type is kept as it came, beside what a link and the company give and what the relay
//! answered; what is in the fields follows from that. So a mistake loses nothing, and the region is asked for only where
//! it can't be found.

use super::region::{LookUp, RegionField};
use onramp_domain::device_flow::Portal;
use onramp_domain::names::{BadConfigName, Scopes, SessionName};
use onramp_domain::portal::{PortalKind, StartUrl, StartUrlError};
use onramp_domain::{EndpointFamily, PortalHost, Region};

mod fill_in;

/// What is in the form.
#[derive(Clone, Debug, PartialEq)]
pub struct PortalForm {
    start_url: String,
    read: Result<StartUrl, StartUrlError>,
    /// Where the start URL came from.
    pub filled_in_by: FilledInBy,
    /// By hand.
    pub chosen_region: Option<Region>,
    /// The same.
    pub chosen_family: Option<EndpointFamily>,
    pub typed_session_name: Option<String>,
    /// By a link and by the company.
    given: [Given; 2],
    look_up: Option<LookUp>,
    complaints: Complaints,
}

/// What a link or the company gives.
#[derive(Clone, Debug, Default, PartialEq)]
struct Given {
    /// What the rest is for; for whichever start URL where there is none.
    start_url: Option<String>,
    region: Option<Region>,
    session_name: Option<String>,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    /// The region is being looked up; signing in follows by itself. The relay is to be asked about this portal now.
    WaitsForRegion(Option<PortalHost>),
}

const DEFAULT_SESSION_NAME: &str = "my-sso";

impl Default for PortalForm {
    fn default() -> PortalForm {
        PortalForm {
            start_url: String::new(),
            read: Err(StartUrlError::Empty),
            filled_in_by: FilledInBy::Person,
            chosen_region: None,
            chosen_family: None,
            typed_session_name: None,
            given: Default::default(),
            look_up: None,
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
    pub fn start_url(&self) -> &Result<StartUrl, StartUrlError> {
        &self.read
    }

    /// What is wrong with the start URL, once it is time to say so.
    pub fn start_url_problem(&self) -> Option<&StartUrlError> {
        let from = match &self.read {
            Err(StartUrlError::Empty) => Complaints::All,
            Ok(_) | Err(_) => Complaints::StartUrl,
        };
        self.read.as_ref().err().filter(|_| self.complaints >= from)
    }

    /// The region, and how it is known. What comes with the start URL is more certain than what the company gives for
    /// every one.
    pub fn region(&self) -> RegionField<'_> {
        if let Some(region) = &self.chosen_region {
            return RegionField::Chosen(region);
        }
        let named = self.named_region();
        let look_up = self.look_up().filter(|_| named.is_none());
        match look_up.map(|it| &it.answer) {
            Some(None) => return RegionField::LookingUp,
            Some(Some(Some(region))) => return RegionField::Found(region),
            Some(Some(None)) | None => {}
        }
        let counts = |it: &&Given| self.is_for(it) && (named.is_none() || it.start_url.is_some());
        let filled_in = self.given.iter().filter(counts).find_map(|it| it.region.as_ref());
        let can_be_asked = self.read.is_err() || self.portal().is_some();
        match (filled_in, named) {
            (Some(region), _) => RegionField::FilledIn(region),
            (None, Some(region)) => RegionField::Found(region),
            (None, None) if look_up.is_none() && can_be_asked => RegionField::Unasked,
            (None, None) => RegionField::NotFound,
        }
    }

    /// The region, where it is known.
    pub fn known_region(&self) -> Option<&Region> {
        match self.region() {
            RegionField::Found(region)
            | RegionField::FilledIn(region)
            | RegionField::Chosen(region) => Some(region),
            RegionField::Unasked | RegionField::LookingUp | RegionField::NotFound => None,
        }
    }

    /// The region that the start URL leads to, where another is in the field: signing in there would most likely fail.
    pub fn overridden_region(&self) -> Option<&Region> {
        let region = self.known_region()?;
        let answered = self.look_up().and_then(|it| it.answer.as_ref()?.as_ref());
        let found = self.read.as_ref().ok()?.region().or(answered);
        found.filter(|found| *found != region)
    }

    /// Whether the region is looked up to sign in with it: the person has pressed "Sign in" already.
    pub fn waits_to_sign_in(&self) -> bool {
        self.region() == RegionField::LookingUp && self.look_up().is_some_and(|it| it.signs_in)
    }

    /// Whether to complain that there is no region.
    pub fn region_is_missing(&self) -> bool {
        self.complaints == Complaints::All
            && self.read.is_ok()
            && matches!(self.region(), RegionField::Unasked | RegionField::NotFound)
    }

    /// The session name's field: typed, given, or made from the start URL.
    pub fn session_name_text(&self) -> &str {
        let mut given = self.given.iter().filter(|it| self.is_for(it));
        let given = given.find_map(|it| it.session_name.as_ref());
        match (self.typed_session_name.as_ref().or(given), &self.read) {
            (Some(name), _) => name,
            (None, Ok(url)) => proposed_session_name(url),
            (None, Err(_)) => DEFAULT_SESSION_NAME,
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
        let of_start_url =
            || self.read.as_ref().map_or(EndpointFamily::Standard, StartUrl::endpoints);
        self.chosen_family.unwrap_or_else(of_start_url)
    }

    /// Whether a person has typed or chosen anything of it.
    pub fn is_changed(&self) -> bool {
        self.filled_in_by == FilledInBy::Person
            || self.chosen_region.is_some()
            || self.typed_session_name.is_some()
    }

    /// The start URL was typed or pasted. Says which portal the relay is to be asked about.
    #[must_use]
    pub fn enter_start_url(&mut self, text: String) -> Option<PortalHost> {
        self.read = StartUrl::parse(&text);
        self.start_url = text;
        self.filled_in_by = FilledInBy::Person;
        self.chosen_family = None;
        if self.named_region().is_some() {
            self.chosen_region = None;
        }
        if self.read.is_err() {
            self.look_up = None;
        }
        self.ask()
    }

    /// The person left the start URL's field.
    pub fn leave_start_url(&mut self) {
        self.complaints = self.complaints.max(Complaints::StartUrl);
    }

    /// Nobody signs in elsewhere after all.
    pub fn go_back_to(&mut self, portal: &Portal) {
        self.start_url.clone_from(&portal.start_url);
        self.read = StartUrl::parse(&portal.start_url);
        self.chosen_region = Some(portal.region.clone());
        self.chosen_family = Some(portal.endpoints);
    }

    /// The relay answered. Says whether signing in is to go on; an answer about another portal changes nothing.
    #[must_use]
    pub fn region_looked_up(&mut self, host: &PortalHost, region: Option<Region>) -> bool {
        let signs_in = self.waits_to_sign_in();
        match self.look_up.as_mut().filter(|it| it.portal == *host) {
            Some(look_up) => {
                look_up.answer = Some(region);
                signs_in
            }
            None => false,
        }
    }

    /// "Sign in" was pressed: where to, or what keeps the form from being sent.
    ///
    /// # Errors
    /// When something is missing or wrong, or not known yet.
    pub fn submit(&mut self) -> Result<Portal, FormError> {
        self.complaints = Complaints::All;
        let Ok(start_url) = &self.read else { return Err(FormError::StartUrl) };
        let start_url = start_url.as_str().to_owned();
        if self.session_name().is_err() {
            return Err(FormError::SessionName);
        }
        let asks = self.ask();
        if self.region() == RegionField::LookingUp {
            if let Some(look_up) = &mut self.look_up {
                look_up.signs_in = true;
            }
            return Err(FormError::WaitsForRegion(asks));
        }
        let region = self.known_region().ok_or(FormError::Region)?.clone();
        let scopes = Scopes::default().iter().map(str::to_owned).collect();
        Ok(Portal { start_url, region, endpoints: self.family(), scopes })
    }

    /// Whether this is the start URL in the form.
    pub fn is_at(&self, start_url: &str) -> bool {
        match &self.read {
            Ok(url) => StartUrl::parse(start_url).is_ok_and(|read| read.as_str() == url.as_str()),
            Err(_) => self.start_url == start_url,
        }
    }

    fn is_for(&self, given: &Given) -> bool {
        given.start_url.as_ref().is_none_or(|url| self.is_at(url))
    }

    /// The region that stands in the start URL.
    fn named_region(&self) -> Option<&Region> {
        match &self.read {
            Ok(url) => url.region(),
            Err(error) => error.region(),
        }
    }

    /// What the relay was asked of this portal.
    fn look_up(&self) -> Option<&LookUp> {
        let url = self.read.as_ref().ok()?;
        self.look_up.as_ref().filter(|it| it.portal.as_str() == url.host())
    }

    /// The portal that the relay can be asked about.
    fn portal(&self) -> Option<PortalHost> {
        PortalHost::parse(self.read.as_ref().ok()?.host())
    }

    /// Asks the relay, where that is new and may find the region.
    fn ask(&mut self) -> Option<PortalHost> {
        if self.region() != RegionField::Unasked {
            return None;
        }
        let portal = self.portal()?;
        self.look_up = Some(LookUp { portal: portal.clone(), signs_in: false, answer: None });
        Some(portal)
    }
}

/// A company's alias makes a good name; an id such as `d-1234567890` doesn't.
fn proposed_session_name(url: &StartUrl) -> &str {
    let alias = match url.kind() {
        PortalKind::AwsApps => url.host().split('.').next().unwrap_or_default(),
        PortalKind::Instance | PortalKind::Issuer | PortalKind::Vanity => "",
    };
    let is_good = alias != "start" && !alias.starts_with("d-") && SessionName::parse(alias).is_ok();
    if is_good { alias } else { DEFAULT_SESSION_NAME }
}

#[cfg(test)]
mod tests;
