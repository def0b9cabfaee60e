//! A request that panics is answered with 500, and the program goes on.
//!
//! Not here: what it said. A panic's text may hold what came from outside, so neither the answer nor the log has it.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use std::any::Any;
use std::panic;

/// The answer in place of the one that never came. The log's line of this request has its id.
pub(crate) fn answer_panic(_: Box<dyn Any + Send + 'static>) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, "something went wrong here\n").into_response()
}

/// Logs where a panic was, in place of printing what it said.
pub fn log_panics() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(|| "-".to_owned(), ToString::to_string);
        tracing::error!("panicked at {place}");
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::extract::Request;
    use axum::routing::get;
    use tower::ServiceExt;
    use tower_http::catch_panic::CatchPanicLayer;

    #[tokio::test]
    async fn a_panic_is_one_requests_failure() {
        async fn panicking() -> &'static str {
            panic!("secret")
        }
        let router =
            Router::new().route("/", get(panicking).layer(CatchPanicLayer::custom(answer_panic)));
        let answer = router.oneshot(Request::new(Body::empty())).await.unwrap();
        assert_eq!(answer.status(), 500);
        let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        assert_eq!(&*body, b"something went wrong here\n");
    }
}
