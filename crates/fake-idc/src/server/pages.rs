//! What a person opens: the portals' start pages, and the approval page in every form of its address.
//!
//! Not here: what the pages look like ([`html`]), and any script.

mod html;

use super::FakeIdc;
use crate::center::decision::Answer;
use crate::portals::Portal;
use axum::extract::{Query, State};
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Form, Router};
use onramp_domain::Region;
use serde::Deserialize;

/// Nothing but the page's own style sheet and its own forms.
const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Under which name an address asks for an authorization.
#[derive(Deserialize)]
struct Asked {
    user_code: Option<String>,
    request_uri: Option<String>,
}

/// What the approval page's buttons send.
#[derive(Deserialize)]
struct Answered {
    user_code: String,
    answer: Answer,
}

/// What stands at an address.
enum Spot {
    /// The approval page, for codes of this region, or of every region.
    Approval(Option<Region>),
    /// A portal's start page.
    Start(Portal),
}

/// `/device` for every portal, and every path below a host.
pub(super) fn router() -> Router<FakeIdc> {
    let pages = get(show).post(answer);
    Router::new()
        .route("/device", pages.clone())
        .route("/{host}", pages.clone())
        .route("/{host}/", pages.clone())
        .route("/{host}/{*path}", pages)
        .route("/approval.css", get(stylesheet))
}

async fn show(State(fake): State<FakeIdc>, uri: Uri, Query(asked): Query<Asked>) -> Response {
    match Spot::at(&uri) {
        Some(Spot::Start(portal)) if asked.user_code.is_none() => start_page(portal, &uri),
        Some(spot) => fake.approval(&asked, spot.region().as_ref(), &uri),
        None => page(StatusCode::NOT_FOUND, &uri, html::nothing_here()),
    }
}

async fn answer(State(fake): State<FakeIdc>, uri: Uri, Form(answered): Form<Answered>) -> Response {
    match Spot::at(&uri) {
        Some(spot) => fake.outcome(&answered, spot.region().as_ref(), &uri),
        None => page(StatusCode::NOT_FOUND, &uri, html::nothing_here()),
    }
}

async fn stylesheet() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("pages/approval.css"))
        .into_response()
}

impl Spot {
    /// What stands at `/device` or `/HOST/PATH`.
    fn at(uri: &Uri) -> Option<Spot> {
        let path = uri.path().trim_matches('/');
        if path == "device" {
            return Some(Spot::Approval(None));
        }
        let (host, path) = path.split_once('/').unwrap_or((path, ""));
        if let Some(region) = host.strip_suffix(".signin.aws") {
            let region = Region::parse(region).ok()?;
            return (path == "platform/authorize").then_some(Spot::Approval(Some(region)));
        }
        if let Some(rest) = host.strip_prefix("device.sso.") {
            let (region, suffix) = rest.split_once('.')?;
            let region = Region::parse(region).ok()?;
            let is_page = path.is_empty() && suffix == region.partition().suffix();
            return is_page.then_some(Spot::Approval(Some(region)));
        }
        Portal::at_page(host, path).map(Spot::Start)
    }

    /// Where codes must be of, to be known here.
    fn region(&self) -> Option<Region> {
        match self {
            Spot::Approval(region) => region.clone(),
            Spot::Start(portal) => Some(portal.region()),
        }
    }
}

impl FakeIdc {
    fn approval(&self, asked: &Asked, region: Option<&Region>, uri: &Uri) -> Response {
        let Some(name) = asked.request_uri.as_ref().or(asked.user_code.as_ref()) else {
            return page(StatusCode::OK, uri, html::enter_code());
        };
        match self.center().waiting(name, region, self.0.clock.now()) {
            Ok(authorization) => page(StatusCode::OK, uri, html::consent(authorization)),
            Err(outcome) => page(StatusCode::BAD_REQUEST, uri, html::ended(outcome)),
        }
    }

    fn outcome(&self, answered: &Answered, region: Option<&Region>, uri: &Uri) -> Response {
        let now = self.0.clock.now();
        let outcome = self.center().decide(&answered.user_code, answered.answer, region, now);
        let status = if outcome.is_decision() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
        page(status, uri, html::ended(outcome))
    }
}

/// The ways in which AWS's start pages tell their region: each portal has its own.
fn start_page(portal: Portal, uri: &Uri) -> Response {
    let tells = match portal {
        Portal::Empty => {
            let login = format!("https://{}.signin.aws/platform/login", portal.region());
            return (StatusCode::FOUND, [(header::LOCATION, login)]).into_response();
        }
        Portal::Big | Portal::GovCloud | Portal::China => html::Tells::MetaAndEnv,
        Portal::Solo | Portal::DualStackOnly | Portal::Sovereign => html::Tells::Env,
    };
    page(StatusCode::OK, uri, html::start(portal, tells))
}

fn page(status: StatusCode, uri: &Uri, page: html::Page) -> Response {
    // Up to the router's root, so that links hold wherever it is nested.
    let root = "../".repeat(uri.path().matches('/').count().saturating_sub(1));
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (status, headers, page.document(&root)).into_response()
}
