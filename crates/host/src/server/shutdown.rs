//! The word to stop.
//!
//! Not here: what then ends, and when ([`super::Server`]).

use std::io;
use tokio_util::sync::CancellationToken;

/// The word to stop, heard by every clone.
#[derive(Clone, Debug, Default)]
pub struct Shutdown(CancellationToken);

impl Shutdown {
    /// Requested by SIGINT or SIGTERM from now on; a second signal ends the program at once. Must be called inside the
    /// runtime, before the ready line.
    ///
    /// # Errors
    /// When the signals can't be listened to.
    pub fn on_signal() -> io::Result<Shutdown> {
        let shutdown = Shutdown::default();
        let told = shutdown.clone();
        let mut signals = Signals::new()?;
        tokio::spawn(async move {
            signals.next().await;
            tracing::info!("ending");
            told.request();
            signals.next().await;
            std::process::exit(1);
        });
        Ok(shutdown)
    }

    /// Gives the word.
    pub fn request(&self) {
        self.0.cancel();
    }

    /// Whether the word was given.
    pub fn is_requested(&self) -> bool {
        self.0.is_cancelled()
    }

    /// Waits for the word.
    pub async fn requested(&self) {
        self.0.cancelled().await;
    }
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
