//! Who asks: the address a request comes from, past the operator's own proxies.
//!
//! Not here: what follows from it. `X-Forwarded-For` is anybody's to write, so it counts only as far as the proxies
//! that the operator named have written it: from its end, up to the first address that is none of theirs.

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;
use ipnet::IpNet;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

/// The other end of a connection, as the server puts it into each request's extensions.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Peer {
    /// A machine of the network, or this one.
    Network(SocketAddr),
    /// A program on this machine that may open the host's socket; so a proxy, named by that.
    #[cfg(unix)]
    Socket,
}

/// The client, where it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Client(pub(crate) Option<IpAddr>);

impl fmt::Display for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(address) => address.fmt(f),
            None => f.write_str("-"),
        }
    }
}

/// Finds the client, and puts it into the request's extensions.
pub(crate) async fn identify_client(
    State(proxies): State<Arc<[IpNet]>>,
    mut request: Request,
    next: Next,
) -> Response {
    let peer = request.extensions().get::<Peer>().copied();
    let client = client(peer, request.headers(), &proxies);
    request.extensions_mut().insert(client);
    next.run(request).await
}

fn client(peer: Option<Peer>, headers: &HeaderMap, proxies: &[IpNet]) -> Client {
    let is_proxy = |address: &IpAddr| proxies.iter().any(|proxies| proxies.contains(address));
    let peer = match peer {
        Some(Peer::Network(address)) => Some(address.ip().to_canonical()),
        _ => None,
    };
    if peer.is_some_and(|peer| !is_proxy(&peer)) {
        return Client(peer);
    }
    let mut nearest = peer;
    let lines = headers.get_all("x-forwarded-for").iter().rev();
    for word in lines.flat_map(|line| line.to_str().unwrap_or_default().rsplit(',')) {
        let Some(address) = read_address(word.trim()) else { break };
        nearest = Some(address);
        if !is_proxy(&address) {
            break;
        }
    }
    Client(nearest)
}

/// An address, perhaps with a port, as some proxies write it.
fn read_address(word: &str) -> Option<IpAddr> {
    let address = word.parse::<IpAddr>().or_else(|_| word.parse::<SocketAddr>().map(|it| it.ip()));
    address.ok().map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(peer: &str, forwarded: &[&str], expected: &str) {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        let proxies = ["10.0.0.0/8", "fd00::/8"].map(|text| text.parse().unwrap());
        let peer = peer.parse().map_or(Peer::Socket, |ip| Peer::Network(SocketAddr::new(ip, 1)));
        assert_eq!(client(Some(peer), &headers, &proxies).to_string(), expected);
    }

    #[test]
    fn only_named_proxies_say_whom_they_ask_for() {
        check("192.0.2.1", &[], "192.0.2.1");
        check("192.0.2.1", &["198.51.100.7"], "192.0.2.1");
        check("10.0.0.1", &["198.51.100.7"], "198.51.100.7");
        check("::ffff:10.0.0.1", &["198.51.100.7:4711"], "198.51.100.7");
        check("fd00::1", &["2001:db8::7"], "2001:db8::7");
        check("socket", &["198.51.100.7"], "198.51.100.7");
    }

    #[test]
    fn what_the_client_itself_wrote_does_not_count() {
        check("10.0.0.1", &["203.0.113.9, 198.51.100.7"], "198.51.100.7");
        check("10.0.0.1", &["203.0.113.9", "198.51.100.7, 10.0.0.2"], "198.51.100.7");
        check("10.0.0.1", &["203.0.113.9, nonsense"], "10.0.0.1");
        check("10.0.0.1", &["nonsense, 10.0.0.2"], "10.0.0.2");
        check("10.0.0.1", &[], "10.0.0.1");
        check("socket", &["nonsense"], "-");
    }
}
