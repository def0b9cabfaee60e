//! What a link and the company fill in.

use super::{Complaints, FilledInBy, Given, PortalForm};
use crate::host_config::{CompanyPortal, HostConfig};
use crate::route::Prefill;
use onramp_domain::StartUrl;

impl PortalForm {
    /// Takes what a link and the company give: the link first, and neither in place of what a person has typed or
    /// chosen. What came together with a start URL is for that one only. Nobody is asked for anything yet.
    pub fn fill_in(&mut self, link: &Prefill, company: &HostConfig) {
        let portal = company_portal(company, link.start_url.as_deref());
        let given = |start_url, region: Option<String>, session_name| Given {
            start_url,
            region: region.and_then(|id| company.find_region(&id)),
            session_name,
        };
        self.given = [
            given(link.start_url.clone(), link.region.clone(), link.session.clone()),
            given(portal.start_url, portal.region, portal.name),
        ];
        let is_typed = self.filled_in_by == FilledInBy::Person
            && !self.start_url.trim().is_empty()
            && company.allows(&self.start_url);
        let [link, portal] = &self.given;
        let (start_url, by) = match (&link.start_url, &portal.start_url) {
            (Some(url), _) => (url, FilledInBy::Link),
            (None, Some(url)) => (url, FilledInBy::Company),
            (None, None) => return,
        };
        if !is_typed {
            self.start_url.clone_from(start_url);
            self.read = StartUrl::parse(start_url);
            self.filled_in_by = by;
            self.complaints = Complaints::StartUrl;
        }
    }
}

/// The company's portal at this start URL, else its first; without any, what it gives for every start URL.
fn company_portal(company: &HostConfig, start_url: Option<&str>) -> CompanyPortal {
    let portals = company.portals();
    let named = portals.iter().find(|portal| start_url.is_some_and(|url| portal.is_at(url)));
    named.or(portals.first()).cloned().unwrap_or_else(|| CompanyPortal {
        region: company.region.clone(),
        name: company.session_name.clone(),
        ..CompanyPortal::default()
    })
}
