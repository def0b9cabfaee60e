//! `GET /aws/region?portal=HOST`: the region of one of AWS's portals, read from its start page.
//!
//! Not here: the forms of portal hosts and of start pages, which are the domain's. Browsers can't read the start page
//! of another origin; the relay can, and does for AWS's own portal hosts alone (FACTS "The wrong region").

mod memory;

pub(super) use memory::Memory;

use super::{Refusal, Relay, note, within_total};
use axum::extract::{Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use onramp_domain::call::Method;
use onramp_domain::{PortalHost, Region, region_in_page};
use std::sync::Arc;

/// How much of a start page is read. The region stands in its head.
const MAX_PAGE: usize = 256 * 1024;

/// The handler of `/aws/region`.
pub async fn look_up_region(State(relay): State<Arc<Relay>>, request: Request) -> Response {
    match within_total(relay.look_up(request)).await {
        Ok(region) => {
            let id = region.map_or("null".to_owned(), |region| format!("\"{region}\""));
            let json = [(header::CONTENT_TYPE, "application/json")];
            (json, format!("{{\"region\":{id}}}")).into_response()
        }
        Err(refusal) => refusal.into_response(),
    }
}

impl Relay {
    async fn look_up(&self, request: Request) -> Result<Option<Region>, Refusal> {
        if request.method() != Method::Get.as_str() {
            return Err(Refusal::WrongMethod { allowed: Method::Get });
        }
        let query = request.uri().query().unwrap_or_default();
        let host = query.strip_prefix("portal=").ok_or(Refusal::UnknownQuery)?;
        let portal = PortalHost::parse(host).map_err(|_| Refusal::NotAPortal)?;
        if let Some(region) = portal.region() {
            return Ok(Some(region.clone()));
        }
        if let Some(known) = self.memory.recall(&portal) {
            return Ok(known);
        }
        let _slot = self.slots.try_acquire().map_err(|_| Refusal::Busy)?;
        self.ask(portal).await.inspect_err(|refusal| note("region", "-", refusal))
    }

    async fn ask(&self, portal: PortalHost) -> Result<Option<Region>, Refusal> {
        let url = self.upstream.url(portal.as_str(), portal.start_page_path(), "");
        let mut answer = self.client.get(url).header(header::ACCEPT, "text/html").send().await?;
        if answer.status().is_redirection() {
            let location = answer.headers().get(header::LOCATION);
            let region = location.and_then(|value| region_in_page(value.to_str().ok()?));
            self.memory.keep(portal, region.clone());
            return Ok(region);
        }
        if !answer.status().is_success() {
            // A portal in trouble says nothing about its region, and may be well again in a moment.
            return Ok(None);
        }
        let mut page = Vec::new();
        while let Some(chunk) = answer.chunk().await? {
            let left = MAX_PAGE - page.len();
            page.extend_from_slice(&chunk[..chunk.len().min(left)]);
            if page.len() == MAX_PAGE {
                break;
            }
        }
        let region = region_in_page(&String::from_utf8_lossy(&page));
        self.memory.keep(portal, region.clone());
        Ok(region)
    }
}
