//! Where connections come in: a port, a socket file, or what systemd hands over; in the clear or by TLS.
//!
//! Not here: what becomes of them ([`super::Server`]).

use super::tls::Tls;
use crate::middleware::Peer;
use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpSocket};
#[cfg(unix)]
use tokio::net::{UnixListener, UnixSocket, UnixStream};

/// An address to listen on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListenAddress {
    /// Address and port; port 0 takes any free one.
    Port(SocketAddr),
    /// A socket in the file system, for a proxy on the same machine.
    #[cfg(unix)]
    File(PathBuf),
    /// The socket that systemd opened for this program.
    #[cfg(unix)]
    Systemd,
}

impl FromStr for ListenAddress {
    type Err = BadListenAddress;

    fn from_str(text: &str) -> Result<ListenAddress, BadListenAddress> {
        #[cfg(unix)]
        match (text.strip_prefix("unix:"), text) {
            (Some(path), _) if !path.is_empty() => return Ok(ListenAddress::File(path.into())),
            (None, "systemd") => return Ok(ListenAddress::Systemd),
            _ => {}
        }
        text.parse().map(ListenAddress::Port).map_err(|_| BadListenAddress)
    }
}

impl fmt::Display for ListenAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ListenAddress::Port(address) => address.fmt(f),
            #[cfg(unix)]
            ListenAddress::File(path) => write!(f, "unix:{}", path.display()),
            #[cfg(unix)]
            ListenAddress::Systemd => f.write_str("systemd's socket"),
        }
    }
}

/// Not an address to listen on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("listen on an address and a port such as 127.0.0.1:8080, on unix:PATH, or on systemd")]
pub struct BadListenAddress;

/// An open socket.
#[derive(Debug)]
pub struct Listener {
    socket: Socket,
    pub(super) tls: Option<Arc<Tls>>,
    url: String,
}

#[derive(Debug)]
enum Socket {
    Port(TcpListener),
    #[cfg(unix)]
    File {
        listener: UnixListener,
        path: Option<PathBuf>,
    },
}

impl Listener {
    /// Opens a socket.
    ///
    /// # Errors
    /// When the address is taken, or not this machine's; or systemd handed nothing over.
    pub async fn bind(address: &ListenAddress, tls: Option<Arc<Tls>>) -> io::Result<Listener> {
        let socket = match address {
            ListenAddress::Port(address) => Socket::Port(bind_port(*address)?),
            #[cfg(unix)]
            ListenAddress::File(path) => {
                remove_stale(path).await;
                let socket = UnixSocket::new_stream()?;
                socket.bind(path)?;
                Socket::File { listener: socket.listen(BACKLOG)?, path: Some(path.clone()) }
            }
            #[cfg(unix)]
            ListenAddress::Systemd => from_systemd()?,
        };
        let url = match &socket {
            Socket::Port(listener) => {
                let scheme = if tls.is_some() { "https" } else { "http" };
                format!("{scheme}://{}/", listener.local_addr()?)
            }
            #[cfg(unix)]
            Socket::File { listener, .. } => {
                let address = listener.local_addr()?;
                format!("unix:{}", address.as_pathname().unwrap_or(Path::new("")).display())
            }
        };
        Ok(Listener { socket, tls, url })
    }

    /// Where it answers: `http://127.0.0.1:8080/`, or `unix:PATH`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The next connection.
    pub(super) async fn accept(&self) -> io::Result<(Box<dyn Stream>, Peer)> {
        match &self.socket {
            Socket::Port(listener) => {
                let (stream, address) = listener.accept().await?;
                // Answers are small and whole; none is worth waiting for more of.
                stream.set_nodelay(true).ok();
                Ok((Box::new(stream), Peer::Network(address)))
            }
            #[cfg(unix)]
            Socket::File { listener, .. } => {
                let (stream, _) = listener.accept().await?;
                Ok((Box::new(stream), Peer::Socket))
            }
        }
    }
}

#[cfg(unix)]
impl Drop for Listener {
    fn drop(&mut self) {
        if let Socket::File { path: Some(path), .. } = &self.socket {
            std::fs::remove_file(path).ok();
        }
    }
}

/// How many connections may wait to be taken. Of more than that at once, some have to try again a second later, and a
/// proxy at a socket file is refused.
const BACKLOG: u32 = 1024;

fn bind_port(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // On Windows it would let another program take the port over.
    if cfg!(unix) {
        socket.set_reuseaddr(true)?;
    }
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Removes a socket that an ended program left behind.
#[cfg(unix)]
async fn remove_stale(path: &Path) {
    use std::os::unix::fs::FileTypeExt;
    let is_socket = path.symlink_metadata().is_ok_and(|file| file.file_type().is_socket());
    if is_socket && UnixStream::connect(path).await.is_err() {
        std::fs::remove_file(path).ok();
    }
}

#[cfg(unix)]
fn from_systemd() -> io::Result<Socket> {
    let mut handed_over = listenfd::ListenFd::from_env();
    if let Ok(Some(listener)) = handed_over.take_tcp_listener(0) {
        listener.set_nonblocking(true)?;
        return Ok(Socket::Port(TcpListener::from_std(listener)?));
    }
    match handed_over.take_unix_listener(0)? {
        Some(listener) => {
            listener.set_nonblocking(true)?;
            Ok(Socket::File { listener: UnixListener::from_std(listener)?, path: None })
        }
        None => Err(io::Error::new(io::ErrorKind::NotFound, "systemd handed no socket over")),
    }
}

/// A connection's bytes.
pub(super) trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<S: AsyncRead + AsyncWrite + Send + Unpin> Stream for S {}
