//! One connection, from the first byte to the last: HTTP/1 and nothing else, with bounds on size and time.
//!
//! Not here: how many there may be ([`super::connections`]).

use super::Shutdown;
use super::activity::{Activity, Phase};
use super::connections::Slot;
use crate::middleware::Peer;
use axum::Router;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use futures_util::{StreamExt, stream};
use hyper::body::{Body as _, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::future::pending;
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_util::io::{InspectReader, InspectWriter};
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
    let (activity, connections) = (&slot.activity, &slot.connections);
    let service = service_fn(|mut request: hyper::Request<Incoming>| {
        let may_go_on = activity.enter(match request.body().is_end_stream() {
            true => Phase::Answering,
            false => Phase::Body,
        });
        request.extensions_mut().insert(peer);
        let is_too_long = head_length(&request) > MAX_HEAD;
        let router = router.clone();
        let request = request.map(|body| watched(body, Arc::clone(activity)));
        async move {
            if !may_go_on {
                // The connection ends first.
                return pending().await;
            }
            let answer = match is_too_long {
                true => Ok(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE.into_response()),
                false => router.oneshot(request).await,
            };
            // A whole body follows, already in memory.
            activity.enter(Phase::Idle);
            connections.fell_idle();
            answer
        }
    });
    let stream = InspectReader::new(stream, |bytes| {
        if !bytes.is_empty() {
            activity.read();
        }
    });
    let stream = InspectWriter::new(stream, |_| activity.wrote());
    let connection = http1::Builder::new()
        .max_buf_size(MAX_HEAD)
        .header_read_timeout(None)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    tokio::select! {
        // What goes wrong on one connection is that connection's end, and nobody's news.
        _ = &mut connection => return,
        () = activity.over() => return,
        () = shutdown.cancelled() => {}
    }
    if activity.now().0 == Phase::New {
        return;
    }
    connection.as_mut().graceful_shutdown();
    tokio::select! {
        _ = &mut connection => {}
        () = activity.over() => {}
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
        () = slot.activity.over() => None,
        () = shutdown.cancelled() => None,
    }
}

/// About how many bytes a head came in. The parser's own bound is that of a buffer, which the last read may overshoot.
fn head_length(request: &hyper::Request<Incoming>) -> usize {
    let headers = request.headers().iter();
    let headers: usize = headers.map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    request.uri().path().len() + request.uri().query().unwrap_or_default().len() + headers
}

/// A request's body that begins its answer when it is whole.
fn watched(body: Incoming, activity: Arc<Activity>) -> Body {
    let begin_answer = stream::poll_fn(move |_| match activity.enter(Phase::Answering) {
        true => Poll::Ready(None),
        // The connection ends first.
        false => Poll::Pending,
    });
    Body::from_stream(Body::new(body).into_data_stream().chain(begin_answer))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::connections::Connections;
    use axum::body::Bytes;
    use axum::routing::{get, post};
    use std::sync::atomic::{AtomicUsize, Ordering};
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

    /// A call that has gone out may have used up the person's code, so its answer must come.
    #[tokio::test(start_paused = true)]
    async fn a_connection_that_makes_way_has_begun_no_answer() {
        const WITH_BODY: &[u8] = b"POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\n\r\n{}";
        const WITHOUT: &[u8] = b"POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\n\r\n";
        let begun = Arc::new(AtomicUsize::new(0));
        let counting = Arc::clone(&begun);
        let router = Router::new().route(
            "/",
            post(move |_: Bytes| async move {
                counting.fetch_add(1, Ordering::Relaxed);
                tokio::time::sleep(Duration::from_secs(1)).await;
            }),
        );
        let (mut evicted, mut answered) = (0, 0);
        for round in 0..100 {
            let (mut client, server) = duplex(1024);
            let connections = Arc::new(Connections::new(1));
            let slot = connections.admit().await;
            let peer = Peer::Network(([192, 0, 2, 1], 1).into());
            tokio::spawn(run(server, peer, router.clone(), slot, Shutdown::default()));
            if round % 2 == 0 {
                tokio::task::yield_now().await;
            }
            client.write_all([WITH_BODY, WITHOUT][round / 2 % 2]).await.unwrap();
            if round % 3 == 0 {
                tokio::task::yield_now().await;
            }
            connections.close_oldest_idle();
            let mut answer = Vec::new();
            client.read_to_end(&mut answer).await.unwrap();
            if answer.is_empty() { evicted += 1 } else { answered += 1 }
        }
        assert_eq!(begun.load(Ordering::Relaxed), answered);
        assert!(evicted > 10 && answered > 10, "{evicted} {answered}");
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
            shutdown.cancel();
            done.await.unwrap();
            assert_eq!(begun.elapsed().as_secs(), seconds);
            let mut answer = String::new();
            client.read_to_string(&mut answer).await.unwrap();
            assert!(answer.starts_with(answer_begins), "{answer}");
        }
    }
}
