//! A router without a network, a clock that stands still, and a client's steps.
//!
//! Not here: expectations. Answers come as text with every secret taken out, so that a snapshot can't hold one.

#![allow(dead_code, reason = "each test program uses its own part")]
#![allow(unreachable_pub, reason = "a module of several test programs")]

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use chrono::{DateTime, TimeDelta};
use onramp_domain::aws::model::{DEVICE_CODE_GRANT, REFRESH_TOKEN_GRANT};
use onramp_domain::aws::{Operation, TOKEN_HEADER};
use onramp_fake_idc::{Clock, FakeIdc, ManualClock, Settings};
use serde_json::{Value, json};
use std::fmt::Write as _;
use tower::ServiceExt as _;

/// The big portal's start URL.
pub const BIG: &str = "https://d-0000000001.awsapps.com/start";
/// The start URL of the portal with one role.
pub const SOLO: &str = "https://solo.awsapps.com/start";
/// Names of JSON fields that hold secrets.
const SECRETS: [&str; 6] = [
    "clientSecret",
    "deviceCode",
    "accessToken",
    "refreshToken",
    "secretAccessKey",
    "sessionToken",
];

/// One simulated organisation under test.
pub struct World {
    pub fake: FakeIdc,
    pub clock: ManualClock,
    router: Router,
}

/// An answer, read to its end.
#[derive(Clone)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

/// A registered client, calling at a place: empty for bare paths, or `/HOST`.
#[derive(Clone)]
pub struct Client {
    pub id: String,
    pub secret: String,
}

/// An authorization as the client sees it.
#[derive(Clone)]
pub struct Started {
    pub device_code: String,
    pub user_code: String,
    pub verification_uri_complete: String,
}

impl World {
    pub fn new() -> World {
        World::with(|settings| settings)
    }

    /// Settings other than the defaults, at noon of a day.
    pub fn with(change: impl FnOnce(Settings) -> Settings) -> World {
        let clock = ManualClock::new(DateTime::from_timestamp(1_767_268_800, 0).unwrap());
        let settings = Settings {
            clock: Clock::Manual(clock.clone()),
            ..Settings::at("http://127.0.0.1:8080")
        };
        let fake = FakeIdc::new(change(settings));
        World { router: fake.router(), fake, clock }
    }

    pub fn pass(&self, seconds: i64) {
        self.clock.advance(TimeDelta::seconds(seconds));
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
        Answer { status: head.status, headers: head.headers, body }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn post_json(&self, path: &str, body: &Value) -> Answer {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap()).await
    }

    pub async fn post_form(&self, path: &str, body: &str) -> Answer {
        let kind = "application/x-www-form-urlencoded";
        let request = Request::post(path).header(header::CONTENT_TYPE, kind);
        self.send(request.body(Body::from(body.to_owned())).unwrap()).await
    }

    /// A portal call with a token.
    pub async fn portal(&self, place: &str, call: Operation, query: &str, token: &str) -> Answer {
        let method = Method::from_bytes(call.method().as_str().as_bytes()).unwrap();
        let request = Request::builder()
            .method(method)
            .uri(format!("{place}{}{query}", call.aws_path()))
            .header(TOKEN_HEADER, token);
        self.send(request.body(Body::empty()).unwrap()).await
    }

    pub async fn register(&self, place: &str) -> Client {
        self.register_with(place, json!(["sso:account:access"])).await
    }

    pub async fn register_with(&self, place: &str, scopes: Value) -> Client {
        let body = json!({ "clientName": "Onramp", "clientType": "public", "scopes": scopes });
        let answer = self.post_json(&format!("{place}/client/register"), &body).await;
        Client { id: answer.text("clientId"), secret: answer.text("clientSecret") }
    }

    pub async fn start(&self, place: &str, client: &Client, start_url: &str) -> Answer {
        let body = json!({
            "clientId": client.id, "clientSecret": client.secret, "startUrl": start_url
        });
        self.post_json(&format!("{place}/device_authorization"), &body).await
    }

    pub async fn started(&self, place: &str, client: &Client, start_url: &str) -> Started {
        let answer = self.start(place, client, start_url).await;
        Started {
            device_code: answer.text("deviceCode"),
            user_code: answer.text("userCode"),
            verification_uri_complete: answer.text("verificationUriComplete"),
        }
    }

    pub async fn poll(&self, place: &str, client: &Client, device_code: &str) -> Answer {
        let body = json!({
            "clientId": client.id, "clientSecret": client.secret,
            "grantType": DEVICE_CODE_GRANT, "deviceCode": device_code
        });
        self.post_json(&format!("{place}/token"), &body).await
    }

    pub async fn refresh(&self, place: &str, client: &Client, refresh_token: &str) -> Answer {
        let body = json!({
            "clientId": client.id, "clientSecret": client.secret,
            "grantType": REFRESH_TOKEN_GRANT, "refreshToken": refresh_token
        });
        self.post_json(&format!("{place}/token"), &body).await
    }

    /// Signs in at a portal by bare paths; the answer is CreateToken's.
    pub async fn sign_in(&self, client: &Client, start_url: &str) -> Answer {
        let started = self.started("", client, start_url).await;
        self.fake.approve(&started.user_code);
        self.poll("", client, &started.device_code).await
    }

    /// An access token for a portal.
    pub async fn token(&self, start_url: &str) -> String {
        let client = self.register("").await;
        self.sign_in(&client, start_url).await.text("accessToken")
    }
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    /// A field of the JSON, which must be a text.
    #[track_caller]
    pub fn text(&self, field: &str) -> String {
        let json = self.json();
        json[field].as_str().unwrap_or_else(|| panic!("no {field}: {}", self.show())).to_owned()
    }

    pub fn body_text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Status, error name and body, with secrets replaced by their lengths.
    pub fn show(&self) -> String {
        let error = self.header("x-amzn-errortype").split(':').next().unwrap_or_default();
        let mut text = format!("{} {error}", self.status.as_u16()).trim_end().to_owned() + "\n";
        match serde_json::from_slice::<Value>(&self.body) {
            Ok(mut json) => {
                hide(&mut json);
                writeln!(text, "{json}").unwrap();
            }
            Err(_) => text.push_str(&self.body_text()),
        }
        text
    }
}

fn hide(json: &mut Value) {
    match json {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(secret) if SECRETS.contains(&name.as_str()) => {
                        *secret = format!("({} characters)", secret.len());
                    }
                    _ => hide(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(hide),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
