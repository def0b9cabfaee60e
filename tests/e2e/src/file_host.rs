//! A host that serves the page's files and nothing else, as object stores and page services do.

use axum::Router;
use std::path::Path;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

/// Serving, until it is dropped.
pub(crate) struct FileHost {
    address: String,
    serving: JoinHandle<()>,
}

impl FileHost {
    /// Starts it on a free port.
    pub(crate) async fn start(folder: &Path) -> FileHost {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let port = listener.local_addr().expect("it listens").port();
        let files = Router::new().fallback_service(ServeDir::new(folder).precompressed_br());
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
