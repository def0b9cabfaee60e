//! AWS's operations, through the relay: a command of the device flow or of the listing, and what it comes to.

use super::http::{request, to_json, to_value};
use gloo_net::http::{Headers, Request, Response};
use onramp_domain::attempt::Attempt;
use onramp_domain::aws::{
    self, Access, Answer, CallError, Method, Operation, Reply, ReplyBody, TOKEN_HEADER, classify,
};
use onramp_domain::{device_flow, listing};
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

/// Does what the sign-in asks for; nothing comes of what is no call.
pub(super) async fn sign_in(command: device_flow::Command) -> Option<device_flow::Input> {
    use device_flow::{Command, Input};
    let (attempt, request, input): (_, _, fn(Attempt, Outcome) -> Input) = match command {
        Command::Register(attempt, request) => {
            (attempt, request, |attempt, it| Input::Registered(attempt, answer(it)))
        }
        Command::Authorize(attempt, request) => {
            (attempt, request, |attempt, it| Input::Authorized(attempt, answer(it)))
        }
        Command::Poll(attempt, request) => {
            (attempt, request, |attempt, it| Input::Polled(attempt, answer(it)))
        }
        Command::Refresh(attempt, request) => {
            (attempt, request, |attempt, it| Input::Refreshed(attempt, answer(it)))
        }
        Command::Logout(attempt, request) => {
            (attempt, request, |attempt, it| Input::LoggedOut(attempt, answer(it)))
        }
        Command::WakeAt { .. } => return None,
    };
    Some(input(attempt, call(request).await))
}

/// Does what the listing asks for; nothing comes of what is no call.
pub(super) async fn list(command: listing::Command, access: Access) -> Option<listing::Input> {
    use listing::{Command, Input};
    Some(match command {
        Command::ListAccounts { attempt, next_token } => {
            let request = aws::Request::list_accounts(&access, next_token);
            Input::AccountsPage(attempt, answer(call(request).await))
        }
        Command::ListRoles { attempt, account_id, next_token } => {
            let request = aws::Request::list_account_roles(&access, account_id, next_token);
            Input::RolesPage(attempt, answer(call(request).await))
        }
        Command::WakeAt { .. } | Command::TokenRefused { .. } => return None,
    })
}

/// What came back, or that nothing did.
type Outcome = Result<Received, CallError>;

/// An answer's head, its body, and that as JSON.
struct Received {
    operation: Operation,
    response: Response,
    text: String,
    json: JsValue,
}

/// Sends a call and waits for all that comes back.
async fn call(call: aws::Request) -> Outcome {
    let operation = call.operation;
    let received = async {
        let response = outgoing(&call).ok()?.send().await.ok()?;
        let text = response.text().await.ok()?;
        let json = to_value(&text);
        Some(Received { operation, response, text, json })
    };
    received.await.ok_or_else(|| CallError::unreachable(operation))
}

fn answer<T: DeserializeOwned>(outcome: Outcome) -> Answer<T> {
    let received = outcome?;
    let json = received.json.clone();
    let answer =
        if received.response.ok() { serde_wasm_bindgen::from_value(json).ok() } else { None };
    answer.ok_or_else(|| received.error())
}

impl Received {
    fn error(self) -> CallError {
        let header = |name| self.response.headers().get(name);
        let body = serde_wasm_bindgen::from_value(self.json.clone());
        let reply = Reply {
            status: self.response.status(),
            content_type: header("content-type"),
            error_type: header("x-amzn-errortype"),
            request_id: header("x-amzn-requestid"),
            retry_after: header("retry-after"),
            body: body.map_or(ReplyBody::Text(self.text), ReplyBody::Json),
        };
        classify(self.operation, reply)
    }
}

fn outgoing(call: &aws::Request) -> Result<Request, JsValue> {
    let headers = web_sys::Headers::new()?;
    if let Some(token) = &call.token {
        headers.set(TOKEN_HEADER, token.expose())?;
    }
    let path = call.relay_path();
    let request = request(match call.operation.method() {
        Method::Get => Request::get(&path),
        Method::Post => Request::post(&path),
    });
    let query = call.query.iter().map(|(key, value)| (*key, value.as_str()));
    let request = request.query(query);
    let built = match &call.body {
        None => request.headers(Headers::from_raw(headers)).build(),
        Some(body) => {
            headers.set("content-type", "application/json")?;
            request.headers(Headers::from_raw(headers)).body(to_json(body)?)
        }
    };
    built.map_err(|_| JsValue::NULL)
}
