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
