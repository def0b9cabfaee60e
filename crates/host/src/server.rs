//! Listening, saying so, and stopping.
//!
//! Not here: TLS, and bounds on slow connections. Off loopback a host stands behind a proxy that has both.

use axum::Router;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// How long answers under way may take after the signal to stop.
const GRACE: Duration = Duration::from_secs(3);

/// Serves until told to stop: no new connections then, and [`GRACE`] for what is under way.
///
/// # Errors
/// When the listener fails.
pub async fn serve(listener: TcpListener, router: Router, stop: Stop) -> io::Result<()> {
    let graceful = stop.clone();
    let serving =
        axum::serve(listener, router).with_graceful_shutdown(async move { graceful.told().await });
    tokio::select! {
        done = serving => done,
        () = async { stop.told().await; tokio::time::sleep(GRACE).await } => Ok(()),
    }
}

/// Prints the one line on stdout that says where the page is. A listener that is bound answers from then on.
///
/// # Errors
/// When stdout is gone.
pub fn print_ready(address: SocketAddr) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "ready http://{address}/")?;
    stdout.flush()
}

/// The word to stop, heard by every clone.
#[derive(Clone, Debug)]
pub struct Stop(watch::Receiver<()>);

impl Stop {
    /// Told by SIGINT or SIGTERM from now on. Must be called inside the runtime, before the ready line.
    ///
    /// # Errors
    /// When the signals can't be listened to.
    pub fn on_signal() -> io::Result<Stop> {
        let (teller, told) = watch::channel(());
        let signal = signals()?;
        tokio::spawn(async move {
            signal.await;
            drop(teller);
        });
        Ok(Stop(told))
    }

    /// Waits for the word.
    pub async fn told(mut self) {
        // Nothing is ever sent: the word is that the sender is gone.
        while self.0.changed().await.is_ok() {}
    }
}

#[cfg(unix)]
fn signals() -> io::Result<impl Future<Output = ()> + Send> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn signals() -> io::Result<impl Future<Output = ()> + Send> {
    Ok(async {
        // Without the signal there is nothing to wait for, and the program runs until it is ended.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use std::sync::Arc;
    use tokio::io::AsyncWriteExt;
    use tokio::net::TcpStream;
    use tokio::sync::Notify;
    use tokio::time::Instant;

    /// Time is virtual here: it jumps ahead whenever everybody waits.
    #[tokio::test(start_paused = true)]
    async fn an_answer_that_does_not_come_is_waited_for_as_long_as_the_grace() {
        let reached = Arc::new(Notify::new());
        let at_handler = Arc::clone(&reached);
        let endless = move || async move {
            at_handler.notify_one();
            std::future::pending::<()>().await;
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (teller, told) = watch::channel(());
        let router = Router::new().route("/", get(endless));
        let serving = tokio::spawn(serve(listener, router, Stop(told)));
        let mut browser = TcpStream::connect(address).await.unwrap();
        browser.write_all(b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
        reached.notified().await;

        let begun = Instant::now();
        drop(teller);
        serving.await.unwrap().unwrap();
        assert_eq!(begun.elapsed().as_secs(), GRACE.as_secs());
    }

    #[tokio::test]
    async fn without_anything_under_way_it_stops_at_once() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (teller, told) = watch::channel(());
        drop(teller);
        serve(listener, Router::new(), Stop(told)).await.unwrap();
    }
}
