//! A host that serves the page's files and nothing else, as object stores and page services do.

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use onramp_page_files::with_policy;
use std::fs;
use std::path::Path;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

/// Whether the document holds the content security policy, which this host sends in no header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Policy {
    /// As `cargo xtask dist` leaves it.
    Inside,
    /// As it stands in the folder.
    AsBuilt,
}

/// Serving, until it is dropped.
pub(crate) struct FileHost {
    address: String,
    serving: JoinHandle<()>,
}

impl FileHost {
    /// Starts it on a free port.
    pub(crate) async fn start(folder: &Path, policy: Policy) -> FileHost {
        let document = fs::read_to_string(folder.join("index.html")).expect("the page is built");
        let files = Router::new().fallback_service(ServeDir::new(folder).precompressed_br());
        // A page that was built by Trunk alone has no policy inside.
        let files = match with_policy(&document).filter(|_| policy == Policy::Inside) {
            Some(document) => files.route("/", get(async || Html(document))),
            None => files,
        };
        FileHost::of(files).await
    }

    /// A host of one document.
    pub(crate) async fn of_document(document: String) -> FileHost {
        FileHost::of(Router::new().route("/", get(async || Html(document)))).await
    }

    /// A host that answers like this.
    pub(crate) async fn of(files: Router) -> FileHost {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let port = listener.local_addr().expect("it listens").port();
        let serving = tokio::spawn(async move {
            axum::serve(listener, files).await.expect("it serves until it is stopped");
        });
        FileHost { address: format!("http://127.0.0.1:{port}/"), serving }
    }

    /// `http://127.0.0.1:PORT/`.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for FileHost {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
