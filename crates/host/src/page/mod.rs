//! The page's files, all of them in memory, with their compressed siblings.
//!
//! Not here: where they come from ([`source`]). Answers only come out of a closed map of paths, so there is no folder
//! to climb out of. The files of one run never change: a rebuilt page needs a restart.

mod encoding;
mod kind;
pub mod source;

use crate::page::encoding::{ENCODINGS, accepts};
use crate::page::source::File;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use onramp_page_files::{ASK_EACH_TIME, cache_control};
use sha1::{Digest, Sha1};
use std::collections::HashMap;
use std::sync::Arc;

/// What stands at which path. The default is without any file, for a host that only relays.
#[derive(Debug, Default)]
pub struct PageFiles {
    resources: HashMap<String, Resource>,
}

/// One file in each of the encodings it is there in.
#[derive(Debug)]
struct Resource {
    content_type: &'static str,
    cache_control: &'static str,
    digest: String,
    plain: Bytes,
    /// By [`ENCODINGS`].
    compressed: [Option<Bytes>; 2],
}

impl PageFiles {
    /// Puts files in their places; `app.js.br` and `app.js.gz` become variants of `app.js`.
    pub fn from_files(files: impl IntoIterator<Item = File>) -> PageFiles {
        let mut files: HashMap<String, Bytes> = files.into_iter().collect();
        let mut plain: Vec<String> = files.keys().cloned().collect();
        plain.retain(|path| {
            let sibling = |(suffix, _)| path.strip_suffix(suffix);
            !ENCODINGS.into_iter().filter_map(sibling).any(|path| files.contains_key(path))
        });
        let mut resources = HashMap::new();
        for path in plain {
            let compressed = ENCODINGS.map(|(suffix, _)| files.remove(&format!("{path}{suffix}")));
            let file = files.remove(&path).unwrap_or_default();
            resources.insert(format!("/{path}"), Resource::new(&path, file, compressed));
        }
        PageFiles { resources }
    }

    /// Whether there is a page to open.
    pub fn has_page(&self) -> bool {
        self.resources.contains_key("/index.html")
    }

    fn answer(&self, method: &Method, path: &str, headers: &HeaderMap) -> Response {
        if !matches!(*method, Method::GET | Method::HEAD) {
            let allow = [(header::ALLOW, "GET, HEAD")];
            return (StatusCode::METHOD_NOT_ALLOWED, allow, "only GET and HEAD\n").into_response();
        }
        let path = if path == "/" { "/index.html" } else { path };
        match self.resources.get(path) {
            Some(resource) => resource.answer(headers),
            None => {
                // It may be there when the next version is.
                let ask = [(header::CACHE_CONTROL, ASK_EACH_TIME)];
                (StatusCode::NOT_FOUND, ask, "nothing is here\n").into_response()
            }
        }
    }
}

/// The handler of every path that nothing else answers. A HEAD's body is left out by the server.
pub async fn serve(State(page): State<Arc<PageFiles>>, request: Request) -> Response {
    page.answer(request.method(), request.uri().path(), request.headers())
}

impl Resource {
    fn new(path: &str, plain: Bytes, compressed: [Option<Bytes>; 2]) -> Resource {
        Resource {
            content_type: kind::content_type(path),
            cache_control: cache_control(path),
            digest: Sha1::digest(&plain).iter().map(|byte| format!("{byte:02x}")).collect(),
            plain,
            compressed,
        }
    }

    /// In the smallest encoding that is there and accepted.
    fn answer(&self, headers: &HeaderMap) -> Response {
        let there = ENCODINGS.into_iter().zip(&self.compressed);
        let there = there.filter_map(|(encoding, body)| Some((encoding, body.as_ref()?)));
        let chosen = there.into_iter().find(|((_, coding), _)| accepts(headers, coding));
        let ((suffix, coding), body) = chosen.unwrap_or((("", ""), &self.plain));
        // Each encoding is other bytes, and so has a validator of its own (RFC 9110 8.8.3).
        let etag = format!("\"{}{suffix}\"", self.digest);
        let known = [
            (header::CACHE_CONTROL, self.cache_control),
            (header::ETAG, &etag),
            (header::VARY, "accept-encoding"),
        ];
        if is_fresh(headers, &etag) {
            return (StatusCode::NOT_MODIFIED, known).into_response();
        }
        let content = [(header::CONTENT_TYPE, self.content_type)];
        let mut response = (known, content, body.clone()).into_response();
        if !coding.is_empty() {
            let coding = HeaderValue::from_static(coding);
            response.headers_mut().insert(header::CONTENT_ENCODING, coding);
        }
        response
    }
}

/// Whether the browser's copy is this one (`If-None-Match`, RFC 9110 13.1.2).
fn is_fresh(headers: &HeaderMap, etag: &str) -> bool {
    let values = headers.get_all(header::IF_NONE_MATCH).iter();
    values.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(',')).any(|tag| {
        let tag = tag.trim();
        tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag
    })
}
