//! What a link and the company fill in.

use super::{Complaints, FilledInBy, PortalForm, SessionNameField};
use crate::host_config::{HostConfig, Session};
use crate::route::Prefill;
use crate::screens::setup::connect::region::RegionSource;

impl PortalForm {
    /// Takes what a link and the company give: the link first, and neither in place of what a person has typed or
    /// chosen. What came together with a start URL is for that one only. Nobody is asked for anything yet.
    pub fn fill_in(&mut self, link: &Prefill, company: &HostConfig) {
        let is_typed = self.filled_in_by == FilledInBy::Person
            && !self.start_url.trim().is_empty()
            && company.allows(&self.start_url);
        let portal = company_portal(company, link.start_url.as_deref());
        let start_url = match (&link.start_url, &portal.start_url) {
            (Some(url), _) => Some((url, FilledInBy::Link)),
            (None, Some(url)) => Some((url, FilledInBy::Company)),
            (None, None) => None,
        };
        if let Some((url, by)) = start_url.filter(|_| !is_typed) {
            self.start_url.clone_from(url);
            self.filled_in_by = by;
            self.complaints = Complaints::StartUrl;
            self.read_start_url();
        }
        let sources = [
            (&link.session, &link.region, &link.start_url),
            (&portal.name, &portal.region, &portal.start_url),
        ];
        let applies = |with: &Option<String>| with.as_ref().is_none_or(|url| self.is_at(url));
        let applying = sources.map(|source| Some(source).filter(|source| applies(source.2)));
        let name =
            applying.iter().flatten().find_map(|(name, _, with)| Some((name.as_ref()?, with)));
        if let Some((name, with)) = name
            && !matches!(self.session_name, SessionNameField::Entered(_))
        {
            self.session_name = match with {
                Some(_) => SessionNameField::Proposed(name.clone()),
                None => SessionNameField::Given(name.clone()),
            };
        }
        let region = applying.iter().flatten().find_map(|(_, region, with)| {
            let source = match with {
                Some(_) => RegionSource::FilledIn,
                None => RegionSource::FilledInForAny,
            };
            Some((company.find_region(region.as_deref()?)?, source))
        });
        self.region.fill_in(region, &self.read);
    }
}

/// The company's portal at this start URL, else its first; without any, what it gives for every start URL.
fn company_portal(company: &HostConfig, start_url: Option<&str>) -> Session {
    let portals = company.portals();
    let named = portals.iter().find(|portal| start_url.is_some_and(|url| portal.is_at(url)));
    named.or(portals.first()).cloned().unwrap_or_else(|| Session {
        region: company.region.clone(),
        name: company.session_name.clone(),
        ..Session::default()
    })
}
