//! A stand-in for `window.fetch`: notes what is asked and gives the answer that a test has for it.
//!
//! No network: what the page asks of another origin is noted like everything else.

use crate::waiting::window;
use js_sys::{Function, Promise, Reflect, TypeError};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{AbortSignal, Headers, Request, Response, ResponseInit};

/// Answers as long as it lives.
pub(crate) struct Host {
    fetch: JsValue,
    seen: Rc<RefCell<Vec<Seen>>>,
    _stand_in: Closure<Fetch>,
}

/// What is asked.
type Fetch = dyn FnMut(Request) -> Promise;

/// What was asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Seen {
    /// `GET /path?query`.
    pub(crate) line: String,
    /// `content-type`.
    pub(crate) content_type: Option<String>,
    /// `x-amz-sso_bearer_token`.
    pub(crate) token: Option<String>,
    /// The body.
    pub(crate) body: String,
    /// Cache, credentials and redirect mode.
    pub(crate) modes: String,
}

/// What is answered.
#[derive(Clone)]
pub(crate) enum Reply {
    /// A status, headers, a body.
    Sent(u16, Vec<(&'static str, &'static str)>, String),
    /// The connection breaks.
    Broken,
    /// Nothing comes, until the page gives up.
    Nothing,
}

impl Reply {
    /// JSON.
    pub(crate) fn json(status: u16, body: impl Into<String>) -> Reply {
        Reply::Sent(status, vec![("content-type", "application/json")], body.into())
    }

    /// A page.
    pub(crate) fn html(status: u16, body: &str) -> Reply {
        Reply::Sent(status, vec![("content-type", "text/html; charset=utf-8")], body.to_owned())
    }
}

impl Host {
    /// Takes `fetch`'s place.
    pub(crate) fn new(answer: impl Fn(&Seen) -> Reply + 'static) -> Host {
        let fetch = Reflect::get(&window(), &"fetch".into()).expect("there is a fetch");
        let seen = Rc::new(RefCell::new(Vec::new()));
        let answer = Rc::new(answer);
        let notes = Rc::clone(&seen);
        let stand_in = Closure::<Fetch>::new(move |request: Request| {
            let (answer, notes) = (Rc::clone(&answer), Rc::clone(&notes));
            future_to_promise(async move {
                let seen = read(&request).await?;
                notes.borrow_mut().push(seen.clone());
                respond(answer(&seen), &request.signal()).await
            })
        });
        set_fetch(stand_in.as_ref());
        Host { fetch, seen, _stand_in: stand_in }
    }

    /// What was asked so far.
    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.borrow().clone()
    }

    /// The only thing that was asked.
    #[track_caller]
    pub(crate) fn only(&self) -> Seen {
        let seen = self.seen();
        assert_eq!(seen.len(), 1, "{seen:?}");
        seen[0].clone()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        set_fetch(&self.fetch);
    }
}

fn set_fetch(fetch: &JsValue) {
    Reflect::set(&window(), &"fetch".into(), fetch).expect("fetch can be replaced");
}

async fn read(request: &Request) -> Result<Seen, JsValue> {
    let origin = window().location().origin()?;
    let url = request.url();
    let path = url.strip_prefix(&origin).unwrap_or(&url);
    let body = JsFuture::from(request.text()?).await?.as_string().unwrap_or_default();
    let mode = |name: &str| {
        let value = Reflect::get(request, &name.into()).ok().and_then(|value| value.as_string());
        value.unwrap_or_default()
    };
    Ok(Seen {
        line: format!("{} {path}", request.method()),
        content_type: request.headers().get("content-type")?,
        token: request.headers().get("x-amz-sso_bearer_token")?,
        body,
        modes: format!("{} {} {}", mode("cache"), mode("credentials"), mode("redirect")),
    })
}

async fn respond(reply: Reply, signal: &AbortSignal) -> Result<JsValue, JsValue> {
    match reply {
        Reply::Sent(status, headers, body) => {
            let sent = Headers::new()?;
            for (name, value) in headers {
                sent.set(name, value)?;
            }
            let init = ResponseInit::new();
            init.set_status(status);
            init.set_headers(&sent);
            // The standard lets no body stand behind these.
            let body = (status != 204).then_some(body);
            Ok(Response::new_with_opt_str_and_init(body.as_deref(), &init)?.into())
        }
        Reply::Broken => Err(TypeError::new("Failed to fetch").into()),
        Reply::Nothing => {
            let given_up = Promise::new(&mut |resolve: Function, _| {
                if signal.aborted() {
                    let _ = resolve.call0(&JsValue::NULL);
                } else {
                    signal.set_onabort(Some(&resolve));
                }
            });
            JsFuture::from(given_up).await?;
            Err(signal.reason())
        }
    }
}
