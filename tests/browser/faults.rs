//! What the shell makes of answers that are none.

use crate::flow::Flow;
use crate::host::{Host, Reply};
use crate::waiting::{Listener, window};
use js_sys::Reflect;
use onramp::{Effect, Msg, SetupMsg};
use onramp_domain::PortalHost;
use onramp_domain::aws::{CALL_TIMEOUT_SECONDS, CallError, Denial, ErrorKind, RelayRefusal};
use onramp_domain::device_flow::Input;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{AbortController, AbortSignal};

/// The error that a registration ends in.
async fn error(reply: Reply) -> CallError {
    let _host = Host::new(move |_| reply.clone());
    match Listener::new().answer(Flow::signing_in().effect()).await {
        Msg::Setup(SetupMsg::DeviceFlow(Input::Registered(_, Err(error)))) => error,
        other => panic!("{other:?}"),
    }
}

#[wasm_bindgen_test]
async fn every_refusal_is_told_from_the_others() {
    let json = |status, body: &str| Reply::json(status, body);
    for (reply, kind) in [
        (json(400, r#"{"error":"invalid_scope"}"#), ErrorKind::InvalidScope),
        (
            json(400, r#"{"error":"access_denied","reason":"KMS_X"}"#),
            ErrorKind::AccessDenied(Denial::EncryptionKey),
        ),
        (json(500, r#"{"error":"server_error"}"#), ErrorKind::ServerError),
        (json(429, "{}"), ErrorKind::Throttled),
        (
            json(403, r#"{"error":"onramp_relay","reason":"origin"}"#),
            ErrorKind::Relay(RelayRefusal::Forbidden),
        ),
        (
            json(502, r#"{"error":"onramp_relay","reason":"upstream"}"#),
            ErrorKind::Relay(RelayRefusal::Upstream),
        ),
        (Reply::html(404, "<h1>Not Found</h1>"), ErrorKind::NoRelay),
        (Reply::html(200, "<!doctype html>"), ErrorKind::NoRelay),
        (Reply::html(503, "<h1>Busy</h1>"), ErrorKind::ServerError),
        (Reply::Broken, ErrorKind::Unreachable),
    ] {
        assert_eq!(error(reply).await.kind, kind);
    }
}

#[wasm_bindgen_test]
async fn bodies_that_are_no_answer_do_no_harm() {
    for body in [
        "",
        "{",
        "null",
        "[]",
        "1",
        "\"text\"",
        "{\"clientId\":1}",
        "{\"error\":{\"a\":[]}}",
        "{\"clientId\":\"c\"}",
    ] {
        assert_eq!(error(Reply::json(200, body)).await.kind, ErrorKind::Malformed, "{body}");
        assert_eq!(error(Reply::json(500, body)).await.kind, ErrorKind::ServerError, "{body}");
    }
}

#[wasm_bindgen_test]
async fn what_support_asks_for_is_kept() {
    let headers = vec![
        ("content-type", "application/json"),
        ("x-amzn-requestid", "r-1"),
        ("x-amzn-errortype", "InvalidClientMetadataException:http://x"),
        ("retry-after", "7"),
    ];
    let error = error(Reply::Sent(400, headers, r#"{"error_description":"why"}"#.to_owned())).await;
    assert_eq!((error.status, error.retry_after), (Some(400), Some(7)));
    assert_eq!(
        (error.code.as_deref(), error.text.as_deref(), error.request_id.as_deref()),
        (Some("InvalidClientMetadataException"), Some("why"), Some("r-1"))
    );
}

#[wasm_bindgen_test]
async fn a_call_without_an_answer_is_given_up_in_time() {
    let clock = Timeouts::caught();
    assert_eq!(error(Reply::Nothing).await.kind, ErrorKind::Unreachable);
    assert_eq!(*clock.asked.borrow(), [f64::from(CALL_TIMEOUT_SECONDS) * 1000.0]);
    // "Sign in" waits for this one too.
    let _host = Host::new(|_| Reply::Nothing);
    let portal = PortalHost::parse("acme.awsapps.com").expect("a portal");
    let msg = Listener::new().answer(Effect::LookUpRegion(portal)).await;
    assert!(matches!(msg, Msg::Setup(SetupMsg::RegionLookedUp(_, None))), "{msg:?}");
}

/// Catches `AbortSignal.timeout`: notes the milliseconds, and gives a signal whose time is over at once.
struct Timeouts {
    timeout: JsValue,
    asked: Rc<RefCell<Vec<f64>>>,
    _stand_in: Closure<dyn FnMut(f64) -> AbortSignal>,
}

impl Timeouts {
    fn caught() -> Timeouts {
        let timeout = Reflect::get(&signals(), &"timeout".into()).expect("there are timeouts");
        let asked = Rc::new(RefCell::new(Vec::new()));
        let notes = Rc::clone(&asked);
        let stand_in = Closure::<dyn FnMut(f64) -> AbortSignal>::new(move |milliseconds| {
            notes.borrow_mut().push(milliseconds);
            let controller = AbortController::new().expect("a controller");
            controller.abort();
            controller.signal()
        });
        set_timeout(stand_in.as_ref());
        Timeouts { timeout, asked, _stand_in: stand_in }
    }
}

impl Drop for Timeouts {
    fn drop(&mut self) {
        set_timeout(&self.timeout);
    }
}

fn signals() -> JsValue {
    Reflect::get(&window(), &"AbortSignal".into()).expect("there are signals")
}

fn set_timeout(timeout: &JsValue) {
    Reflect::set(&signals(), &"timeout".into(), timeout).expect("it can be replaced");
}
