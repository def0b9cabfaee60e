//! TLS of the host's own: a certificate and its key, read anew on SIGHUP.
//!
//! Not here: getting a certificate, and HTTP/2, which is not offered.

use crate::error_chain::error_chain;
use rustls::ServerConfig;
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use tokio_rustls::TlsAcceptor;

/// A certificate in use, and where it and its key are, in PEM.
#[derive(Debug)]
pub struct Tls {
    certificate: PathBuf,
    key: PathBuf,
    current: RwLock<Arc<ServerConfig>>,
}

impl Tls {
    /// Reads a certificate, with those that lead from it to its authority, and its private key.
    ///
    /// # Errors
    /// When one can't be read, or they are not a pair.
    pub fn load(certificate: PathBuf, key: PathBuf) -> Result<Tls, BadTls> {
        let current = RwLock::new(read(&certificate, &key)?);
        Ok(Tls { certificate, key, current })
    }

    /// Reads them again at each SIGHUP, where the system has that. What can't be read is logged, and the certificate in use stays.
    ///
    /// # Errors
    /// When the signal can't be listened to.
    pub fn reload_on_hangup(self: &Arc<Tls>) -> io::Result<()> {
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            let mut hangup = signal(SignalKind::hangup())?;
            let tls = Arc::clone(self);
            tokio::spawn(async move {
                while hangup.recv().await.is_some() {
                    tls.reload();
                }
            });
        }
        Ok(())
    }

    #[cfg(unix)]
    fn reload(&self) {
        match read(&self.certificate, &self.key) {
            Ok(config) => {
                *self.current.write().unwrap_or_else(PoisonError::into_inner) = config;
                tracing::info!("the certificate is read anew");
            }
            Err(error) => tracing::error!("the certificate stays: {}", error_chain(&error)),
        }
    }

    pub(super) fn acceptor(&self) -> TlsAcceptor {
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        TlsAcceptor::from(Arc::clone(&current))
    }
}

fn read(certificate: &Path, key: &Path) -> Result<Arc<ServerConfig>, BadTls> {
    // The first use of TLS installs it; later ones find it there, which is as good.
    rustls::crypto::ring::default_provider().install_default().ok();
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |source| BadTls::Unreadable { path, source }
    };
    let certificates = CertificateDer::pem_file_iter(certificate)
        .and_then(Iterator::collect)
        .map_err(unreadable(certificate))?;
    let key = PrivateKeyDer::from_pem_file(key).map_err(unreadable(key))?;
    let config = ServerConfig::builder().with_no_client_auth();
    let mut config = config.with_single_cert(certificates, key)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// Certificate and key can't be used.
#[derive(Debug, thiserror::Error)]
pub enum BadTls {
    /// A file is not there, or not PEM.
    #[error("can't read {}", path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: pem::Error,
    },
    /// They are not a pair, or of no kind that browsers take.
    #[error("the certificate and its key can't be used")]
    Unusable(#[from] rustls::Error),
}
