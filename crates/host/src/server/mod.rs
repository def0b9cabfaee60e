//! Listening: taking connections, as many as the machine has room for, until told to stop.
//!
//! Not here: what is answered ([`crate::router`]), and one connection's life (`connection`).

mod activity;
mod connection;
mod connections;
mod descriptors;
mod listener;
mod shutdown;
mod tls;

pub use descriptors::{Capacity, raise_descriptor_limit};
pub use listener::{BadListenAddress, ListenAddress, Listener};
pub use shutdown::{Shutdown, shutdown_on_signal};
pub use tls::{BadTls, Tls};

use crate::metrics::{Counted, Metrics};
use axum::Router;
use connections::Connections;
use std::io::{self, ErrorKind, Write};
use std::sync::Arc;
use std::time::Duration;
use tokio_util::task::TaskTracker;

/// How long answers under way may take after the signal to stop. An answer to CreateToken that is lost has used up
/// the person's code.
const DRAIN: Duration = Duration::from_secs(30);
/// How long to wait for descriptors when there are none.
const EXHAUSTED_PAUSE: Duration = Duration::from_millis(100);

/// A router to be served.
#[derive(Clone, Debug)]
pub struct Server {
    /// What answers.
    pub router: Router,
    /// How many connections may be open.
    pub capacity: Capacity,
    /// Where they are counted.
    pub metrics: Metrics,
}

impl Server {
    /// Serves until told to stop: no new connections then, and 30 seconds for what is under way.
    pub async fn serve(self, listener: Listener, shutdown: Shutdown) {
        let connections = Arc::new(Connections::new(self.capacity.connections));
        let tasks = TaskTracker::new();
        while let Some(accepted) = shutdown.run_until_cancelled(listener.accept()).await {
            let (stream, peer) = match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    recover(&error, &connections).await;
                    continue;
                }
            };
            let admitted = shutdown.run_until_cancelled(connections.admit()).await;
            let Some(slot) = admitted else { break };
            let counted = Counted::one(&self.metrics.connections);
            let (router, shutdown) = (self.router.clone(), shutdown.clone());
            let acceptor = listener.tls.as_ref().map(|tls| tls.acceptor());
            tasks.spawn(async move {
                let _counted = counted;
                match acceptor {
                    None => connection::run(stream, peer, router, slot, shutdown).await,
                    Some(acceptor) => {
                        let handshake = acceptor.accept(stream);
                        let agreed = connection::agree(handshake, &slot, &shutdown).await;
                        if let Some(stream) = agreed {
                            connection::run(stream, peer, router, slot, shutdown).await;
                        }
                    }
                }
            });
        }
        drop(listener);
        tasks.close();
        if tokio::time::timeout(DRAIN, tasks.wait()).await.is_err() {
            tracing::warn!("{} connections are cut off in the middle of an answer", tasks.len());
        }
    }
}

/// After a connection that could not be taken: goes on at once where only that one is lost, and after a pause, with
/// an idle one closed, where the machine has no room.
async fn recover(error: &io::Error, connections: &Connections) {
    let is_lost = matches!(
        error.kind(),
        ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset | ErrorKind::ConnectionRefused
    );
    if !is_lost {
        tracing::warn!("can't take a connection: {error}");
        connections.close_oldest_idle();
        tokio::time::sleep(EXHAUSTED_PAUSE).await;
    }
}

/// Prints the one line on stdout that says where the page is. A listener that is bound answers from then on.
///
/// # Errors
/// When stdout is gone.
pub fn print_ready(listener: &Listener) -> io::Result<()> {
    let url = listener.url();
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "ready {url}")?;
    stdout.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use std::future::pending;
    use tokio::io::AsyncWriteExt;
    use tokio::net::TcpStream;
    use tokio::sync::Notify;
    use tokio::time::Instant;

    async fn listen() -> Listener {
        Listener::bind(&ListenAddress::Port(([127, 0, 0, 1], 0).into()), None).await.unwrap()
    }

    fn server(router: Router) -> Server {
        Server { router, capacity: raise_descriptor_limit(), metrics: Metrics::default() }
    }

    /// Time is virtual from the call on: it jumps ahead whenever everybody waits, as for a slow machine's socket.
    #[tokio::test]
    async fn an_answer_that_does_not_come_is_waited_for_as_long_as_the_drain() {
        let reached = Arc::new(Notify::new());
        let at_handler = Arc::clone(&reached);
        let endless = move || async move {
            at_handler.notify_one();
            pending::<()>().await;
        };
        let listener = listen().await;
        let address = listener.url().to_owned();
        let address = address.trim_start_matches("http://").trim_end_matches('/');
        let shutdown = Shutdown::default();
        let server = server(Router::new().route("/", get(endless)));
        let serving = tokio::spawn(server.serve(listener, shutdown.clone()));
        let mut browser = TcpStream::connect(address).await.unwrap();
        browser.write_all(b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
        reached.notified().await;

        tokio::time::pause();
        let begun = Instant::now();
        shutdown.cancel();
        serving.await.unwrap();
        assert_eq!(begun.elapsed().as_secs(), DRAIN.as_secs());
    }

    /// Elsewhere the system's own bound may be lower.
    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn a_burst_of_connections_waits_to_be_taken() {
        raise_descriptor_limit();
        let listener = listen().await;
        let address = listener.url().trim_start_matches("http://").trim_end_matches('/');
        let address = address.parse().unwrap();
        let connect = |_| std::net::TcpStream::connect_timeout(&address, DRAIN).unwrap();
        assert_eq!((0..1000).map(connect).collect::<Vec<_>>().len(), 1000);
    }

    #[tokio::test]
    async fn without_anything_under_way_it_stops_at_once() {
        let shutdown = Shutdown::default();
        shutdown.cancel();
        server(Router::new()).serve(listen().await, shutdown).await;
    }
}
