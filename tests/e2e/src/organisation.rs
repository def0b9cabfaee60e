//! What a test does to the simulated organisation while the page runs, behind the page's back.
//!
//! The organisation has an origin of its own, which the demo's configuration names. The page's policy does not let it
//! go there, so the test does.

use crate::page::Page;
use http::{Method, Request};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;

impl Page {
    /// Gives the simulated Identity Center other faults from here on: `throttle=5/s`, or none by an empty text.
    ///
    /// # Panics
    /// When it does not take them.
    pub async fn set_faults(&self, faults: &str) {
        self.turn(Method::PUT, "/fake/faults", faults).await;
    }

    /// Ends every session there, as an administrator can.
    ///
    /// # Panics
    /// When it does not do so.
    pub async fn revoke_sessions(&self) {
        self.turn(Method::POST, "/fake/revoke", "").await;
    }

    async fn turn(&self, method: Method, path: &str, body: &str) {
        let script = "
            const done = arguments[0];
            fetch('/onramp.json').then((answer) => answer.json()).then((config) => done(config.demo));";
        let demo = self.client.execute_async(script, Vec::new()).await.expect("there is one");
        let origin = demo["approval_origin"].as_str().expect("a demo names its organisation");
        let request = Request::builder().method(method).uri(format!("{origin}{path}"));
        let request = request.body(body.to_owned()).expect("it is a request");
        let client = Client::builder(TokioExecutor::new()).build_http::<String>();
        let status = client.request(request).await.expect("the organisation answers").status();
        assert!(status.is_success(), "the organisation answered {status} to {path} {body:?}");
    }
}
