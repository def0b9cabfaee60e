//! Requests to the page's own origin: the host's settings, the look-up of regions, and what every request shares.

use crate::host_config::{HostConfig, HostConfigUnreadable};
use gloo_net::http::{Request, RequestBuilder, Response};
use js_sys::{Array, JSON, JsString};
use onramp_domain::aws::CALL_TIMEOUT_SECONDS;
use onramp_domain::{PortalHost, Region};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use web_sys::{AbortSignal, RequestCache, RequestRedirect};

/// `onramp.json`, which `www/index.html` has asked for ahead; a browser gives what came to a request that may use its
/// cache. A host without the file answers 404, or with the page itself.
pub(super) async fn fetch_host_config() -> Result<Option<Box<HostConfig>>, HostConfigUnreadable> {
    let asked = request(Request::get("onramp.json")).cache(RequestCache::NoCache);
    let sent = asked.send().await;
    let response = sent.map_err(|_| HostConfigUnreadable)?;
    let text = response.text().await.map_err(|_| HostConfigUnreadable)?;
    if response.status() == 404 || text.trim_start().starts_with('<') {
        return Ok(None);
    }
    if !response.ok() {
        return Err(HostConfigUnreadable);
    }
    HostConfig::read_leniently(&text).map(|config| Some(Box::new(config)))
}

/// The region that the relay knows for a portal; none too where it offers no look-up, or can't be reached.
pub(super) async fn look_up_region(portal: &PortalHost) -> Option<Region> {
    #[derive(Deserialize)]
    struct Answer {
        region: Option<String>,
    }
    let asked = request(Request::get("/aws/region")).query([("portal", portal.as_str())]);
    let response = asked.send().await.ok().filter(Response::ok)?;
    let text = response.text().await.ok()?;
    let answer = serde_wasm_bindgen::from_value::<Answer>(to_value(&text)).ok()?;
    Region::parse(&answer.region?).ok()
}

/// Nothing of a request is kept, nor does it go anywhere else, nor is it waited for without end. The origin's cookies go
/// along, as access control in front of the page may need one; the relay passes none on.
pub(super) fn request(request: RequestBuilder) -> RequestBuilder {
    let timeout = AbortSignal::timeout_with_u32(CALL_TIMEOUT_SECONDS * 1000);
    request
        .abort_signal(Some(&timeout))
        .cache(RequestCache::NoStore)
        .redirect(RequestRedirect::Error)
}

/// JSON, parsed by the browser. `null` for what is none, and for a list, which serde would take for a struct.
pub(super) fn to_value(text: &str) -> JsValue {
    JSON::parse(text).ok().filter(|value| !Array::is_array(value)).unwrap_or(JsValue::NULL)
}

/// As JSON, written by the browser.
pub(super) fn to_json(body: &impl Serialize) -> Result<JsString, JsValue> {
    JSON::stringify(&serde_wasm_bindgen::to_value(body)?)
}
