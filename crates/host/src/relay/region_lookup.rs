//! `GET /aws/region?portal=HOST`: the region of one of AWS's portals, read from its start page.
//!
//! Not here: the forms of portal hosts and of start pages, which are the domain's. Browsers can't read the start page
//! of another origin; the relay can, and does for AWS's own portal hosts alone.

mod cache;

pub(super) use cache::RegionCache;

use super::{Relay, RelayError, note, within_total};
use axum::extract::{Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use cache::NotFound;
use onramp_domain::aws::Method;
use onramp_domain::{PortalHost, Region, region_in_page};
use std::sync::Arc;

/// How much of a start page is read. The region stands in its head.
const MAX_PAGE: usize = 256 * 1024;

/// The handler of `/aws/region`.
pub async fn look_up_region(State(relay): State<Arc<Relay>>, request: Request) -> Response {
    match relay.look_up(request).await {
        Ok(region) => {
            let region = serde_json::json!({ "region": region.as_ref().map(Region::id) });
            ([(header::CONTENT_TYPE, "application/json")], region.to_string()).into_response()
        }
        Err(error) => error.into_response(),
    }
}

impl Relay {
    async fn look_up(&self, request: Request) -> Result<Option<Region>, RelayError> {
        let portal = self.read_portal(&request)?;
        if let Some(region) = portal.region() {
            return Ok(Some(region.clone()));
        }
        self.cache.get_or_ask(&portal, within_total(self.ask(&portal))).await
    }

    fn read_portal(&self, request: &Request) -> Result<PortalHost, RelayError> {
        if request.method() != Method::Get.as_str() {
            return Err(RelayError::WrongMethod { allowed: Method::Get });
        }
        let query = request.uri().query().unwrap_or_default();
        let host = query.strip_prefix("portal=").ok_or(RelayError::UnknownQuery)?;
        let portal = PortalHost::parse(host).ok_or(RelayError::NotAPortal)?;
        self.policy.check_portal(&portal)?;
        Ok(portal)
    }

    async fn ask(&self, portal: &PortalHost) -> Result<Region, NotFound> {
        let _slot = self.slots.try_acquire().map_err(|_| RelayError::Busy)?;
        let asked = self.read_start_page(portal).await;
        if let Err(NotFound::Failed(error)) = &asked {
            note("region", "-", error);
        }
        asked
    }

    async fn read_start_page(&self, portal: &PortalHost) -> Result<Region, NotFound> {
        let url = self.upstream.url(portal.as_str(), portal.start_page_path(), "");
        let url = url.map_err(|_| RelayError::NotAPortal)?;
        let html = self.clients.look_ups.get(url).header(header::ACCEPT, "text/html");
        let mut answer = html.send().await?;
        if answer.status().is_redirection() {
            let location = answer.headers().get(header::LOCATION);
            let location = location.and_then(|value| value.to_str().ok()).unwrap_or_default();
            return region_in_page(location).ok_or(NotFound::NamesNone);
        }
        if !answer.status().is_success() {
            return Err(NotFound::Broken);
        }
        let mut page = Vec::new();
        while let Some(chunk) = answer.chunk().await? {
            page.extend_from_slice(&chunk[..chunk.len().min(MAX_PAGE - page.len())]);
            if page.len() == MAX_PAGE {
                break;
            }
        }
        region_in_page(&String::from_utf8_lossy(&page)).ok_or(NotFound::NamesNone)
    }
}
