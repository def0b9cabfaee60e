//! The word to stop.
//!
//! Not here: what then ends, and when ([`super::Server`]).

use std::io;

/// The word to stop, heard by every clone.
pub use tokio_util::sync::CancellationToken as Shutdown;

/// The word that SIGINT or SIGTERM gives from now on; a second signal ends the program at once. Must be called inside the
/// runtime, before the ready line.
///
/// # Errors
/// When the signals can't be listened to.
pub fn shutdown_on_signal() -> io::Result<Shutdown> {
    let shutdown = Shutdown::new();
    let told = shutdown.clone();
    let mut signals = Signals::new()?;
    tokio::spawn(async move {
        signals.next().await;
        tracing::info!("ending");
        told.cancel();
        signals.next().await;
        std::process::exit(1);
    });
    Ok(shutdown)
}

#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> io::Result<Signals> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Signals {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn new() -> io::Result<Signals> {
        Ok(Signals)
    }

    async fn next(&mut self) {
        // Without the signal there is nothing to wait for, and the program runs until it is ended.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
