//! One connection, from the first byte to the last: HTTP/1 and nothing else, with bounds on size and time.
//!
//! Not here: how many there may be ([`super::connections`]).

use super::Shutdown;
use super::activity::Activity;
use super::connections::Slot;
use crate::middleware::Peer;
use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use hyper::body::{Frame, Incoming, SizeHint};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::io;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tower::ServiceExt;

/// The longest head of a request, in bytes.
const MAX_HEAD: usize = 32 * 1024;

/// Answers what comes in, until the other end hangs up, takes too long, has to make way, or the program ends.
pub(super) async fn run(
    stream: impl AsyncRead + AsyncWrite + Unpin,
    peer: Peer,
    router: Router,
    slot: Slot,
    shutdown: Shutdown,
) {
    let (activity, connections) = (&slot.activity, &slot.connections());
    let service = service_fn(|mut request: hyper::Request<Incoming>| {
        match request.body().is_end_stream() {
            true => activity.begin_answer(),
            false => activity.begin_body(),
        }
        request.extensions_mut().insert(peer);
        let is_too_long = head_length(&request) > MAX_HEAD;
        let (router, reading) = (router.clone(), Arc::clone(activity));
        let request = request.map(|body| Body::new(WatchedBody { body, activity: reading }));
        async move {
            let answer = match is_too_long {
                true => Ok(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE.into_response()),
                false => router.oneshot(request).await,
            };
            // A whole body follows, already in memory.
            activity.end_answer();
            connections.fell_idle();
            answer
        }
    });
    let watched = Watched { stream, activity: Arc::clone(activity) };
    let connection = http1::Builder::new()
        .max_buf_size(MAX_HEAD)
        .header_read_timeout(None)
        .serve_connection(TokioIo::new(watched), service);
    let mut connection = pin!(connection);
    tokio::select! {
        // What goes wrong on one connection is that connection's end, and nobody's news.
        _ = &mut connection => return,
        () = slot.evicted.cancelled() => return,
        () = activity.overdue() => return,
        () = shutdown.requested() => {}
    }
    if activity.is_new() {
        return;
    }
    connection.as_mut().graceful_shutdown();
    tokio::select! {
        _ = &mut connection => {}
        () = activity.overdue() => {}
    }
}

/// Waits for a handshake, as long as for the first head of a request.
pub(super) async fn agree<S>(
    handshake: impl Future<Output = io::Result<S>>,
    slot: &Slot,
    shutdown: &Shutdown,
) -> Option<S> {
    tokio::select! {
        agreed = handshake => agreed.ok(),
        () = slot.evicted.cancelled() => None,
        () = slot.activity.overdue() => None,
        () = shutdown.requested() => None,
    }
}

/// About how many bytes a head came in. The parser's own bound is that of a buffer, which the last read may overshoot.
fn head_length(request: &hyper::Request<Incoming>) -> usize {
    let headers = request.headers().iter();
    let headers: usize = headers.map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    request.uri().path().len() + request.uri().query().unwrap_or_default().len() + headers
}

/// A request's body that says when it is whole.
struct WatchedBody {
    body: Incoming,
    activity: Arc<Activity>,
}

impl HttpBody for WatchedBody {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(context);
        if self.body.is_end_stream() || matches!(frame, Poll::Ready(None)) {
            self.activity.begin_answer();
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A stream that says when bytes pass.
struct Watched<S> {
    stream: S,
    activity: Arc<Activity>,
}

impl<S: AsyncRead + Unpin> AsyncRead for Watched<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let Watched { stream, activity } = self.get_mut();
        let before = buffer.filled().len();
        let polled = Pin::new(stream).poll_read(context, buffer);
        if buffer.filled().len() > before {
            activity.read();
        }
        polled
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Watched<S> {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let Watched { stream, activity } = self.get_mut();
        let polled = Pin::new(stream).poll_write(context, bytes);
        if matches!(polled, Poll::Ready(Ok(1..))) {
            activity.wrote();
        }
        polled
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let Watched { stream, activity } = self.get_mut();
        let polled = Pin::new(stream).poll_write_vectored(context, slices);
        if matches!(polled, Poll::Ready(Ok(1..))) {
            activity.wrote();
        }
        polled
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::connections::Connections;
    use axum::routing::{get, post};
    use std::time::Duration;
    use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
    use tokio::task::JoinHandle;
    use tokio::time::Instant;

    async fn connect(shutdown: Shutdown) -> (DuplexStream, JoinHandle<()>) {
        connect_with_buffer(1024 * 1024, shutdown).await
    }

    /// A client whose end of the connection holds so many bytes.
    async fn connect_with_buffer(
        bytes: usize,
        shutdown: Shutdown,
    ) -> (DuplexStream, JoinHandle<()>) {
        let slow = || async {
            tokio::time::sleep(Duration::from_secs(20)).await;
            "done"
        };
        let router = Router::new()
            .route("/", get("ok"))
            .route("/slow", post(slow))
            .route("/large", get(vec![b' '; 100_000]));
        let (client, server) = duplex(bytes);
        let slot = Arc::new(Connections::new(1)).admit().await;
        let peer = Peer::Network(([192, 0, 2, 1], 1).into());
        (client, tokio::spawn(run(server, peer, router, slot, shutdown)))
    }

    const GET: &[u8] = b"GET / HTTP/1.1\r\nhost: a\r\n\r\n";

    /// Seconds until the connection is closed after all this is sent, and what came back. Time is virtual here.
    async fn check(sent: &[u8], seconds: u64, answer_begins: &str) {
        let begun = Instant::now();
        let (mut client, _) = connect(Shutdown::default()).await;
        client.write_all(sent).await.unwrap();
        let mut answer = String::new();
        client.read_to_string(&mut answer).await.unwrap();
        assert_eq!(begun.elapsed().as_secs(), seconds, "{answer}");
        assert!(answer.starts_with(answer_begins), "{answer}");
        assert_eq!(answer.is_empty(), answer_begins.is_empty(), "{answer}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_head_has_ten_seconds_and_a_connection_between_requests_sixty() {
        check(b"", 10, "").await;
        check(b"GET / HTTP/1.1\r\nhost:", 10, "").await;
        check(GET, 60, "HTTP/1.1 200 OK").await;
        check(&[GET, b"GET /"].concat(), 60, "HTTP/1.1 200 OK").await;
    }

    #[tokio::test(start_paused = true)]
    async fn a_head_that_trickles_in_after_an_answer_has_ten_seconds_too() {
        let (mut client, done) = connect(Shutdown::default()).await;
        client.write_all(GET).await.unwrap();
        tokio::time::sleep(Duration::from_secs(30)).await;
        let begun = Instant::now();
        let trickle = async {
            for byte in b"GET /slow".iter().cycle() {
                client.write_all(&[*byte]).await.unwrap();
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        };
        tokio::select! {
            () = trickle => unreachable!(),
            done = done => done.unwrap(),
        }
        assert_eq!(begun.elapsed().as_secs(), 10);
    }

    #[tokio::test(start_paused = true)]
    async fn a_head_has_at_most_32_kb() {
        let head = |bytes: usize| {
            let filler = "x".repeat(bytes - 60);
            format!("GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\nx: {filler}\r\n\r\n")
        };
        check(head(31 * 1024).as_bytes(), 0, "HTTP/1.1 200 OK").await;
        check(head(33 * 1024).as_bytes(), 0, "HTTP/1.1 431 ").await;
    }

    #[tokio::test(start_paused = true)]
    async fn a_reader_may_be_slow_but_not_stop() {
        const LARGE: &[u8] = b"GET /large HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
        let (mut client, done) = connect_with_buffer(1024, Shutdown::default()).await;
        client.write_all(LARGE).await.unwrap();
        let (begun, mut read) = (Instant::now(), 0);
        let mut buffer = [0; 1024];
        loop {
            tokio::time::sleep(Duration::from_secs(50)).await;
            match client.read(&mut buffer).await.unwrap() {
                0 => break,
                bytes => read += bytes,
            }
        }
        assert!(read > 100_000 && begun.elapsed() > Duration::from_secs(4000), "{read}");
        done.await.unwrap();

        let (mut client, done) = connect_with_buffer(1024, Shutdown::default()).await;
        client.write_all(LARGE).await.unwrap();
        let begun = Instant::now();
        done.await.unwrap();
        assert_eq!(begun.elapsed().as_secs(), 60);
    }

    #[tokio::test(start_paused = true)]
    async fn http_2_is_not_spoken() {
        check(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0", 0, "").await;
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_under_way_is_given_and_an_idle_connection_is_closed_at_the_end() {
        for (sent, seconds, answer_begins) in [
            (b"".as_slice(), 0, ""),
            (b"GET /".as_slice(), 9, ""),
            (GET, 0, "HTTP/1.1 200 OK"),
            (b"POST /slow HTTP/1.1\r\nhost: a\r\n\r\n".as_slice(), 19, "HTTP/1.1 200 OK"),
        ] {
            let shutdown = Shutdown::default();
            let (mut client, done) = connect(shutdown.clone()).await;
            client.write_all(sent).await.unwrap();
            tokio::time::sleep(Duration::from_secs(1)).await;
            let begun = Instant::now();
            shutdown.request();
            done.await.unwrap();
            assert_eq!(begun.elapsed().as_secs(), seconds);
            let mut answer = String::new();
            client.read_to_string(&mut answer).await.unwrap();
            assert!(answer.starts_with(answer_begins), "{answer}");
        }
    }
}
