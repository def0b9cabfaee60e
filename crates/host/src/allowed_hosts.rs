//! What this host is reached as: the `Host` values it answers to, and the origin its own page has.
//!
//! Not here: who may call the relay ([`crate::router`] puts the checks in order). A page of another site whose name
//! is pointed at this address (DNS rebinding) has its own name in `Host`, which is why the names are a closed list.

use axum::http::uri::Authority;
use std::str::FromStr;
use url::{Origin, Url};

/// The loopback names a browser on the same machine may use, at any port.
const LOOPBACK: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// The closed list of names.
#[derive(Clone, Debug)]
pub struct AllowedHosts {
    /// The scheme of its page on loopback, where it listens there.
    on_loopback: Option<String>,
    origins: Vec<Origin>,
}

impl AllowedHosts {
    /// Where it listens is as [`crate::server::Listener::url`] says. Loopback addresses answer to loopback's names and
    /// to the origins named; others, and socket files, which have no address, to the origins alone.
    ///
    /// # Errors
    /// When the address is not loopback and no origin is named: the host would refuse everything.
    pub fn new(listen: &str, origins: Vec<Origin>) -> Result<AllowedHosts, NoOrigin> {
        let on_loopback = match parse_origin(listen) {
            Ok(Origin::Tuple(scheme, host, _)) if is_loopback(&host) => Some(scheme),
            _ => None,
        };
        if on_loopback.is_none() && origins.is_empty() {
            return Err(NoOrigin);
        }
        Ok(AllowedHosts { on_loopback, origins })
    }

    /// Whether a request for this authority (the `Host` header's value) is for this host.
    pub fn allows(&self, authority: &str) -> bool {
        let Some((host, port)) = split(authority) else { return false };
        self.is_loopback(&host) || self.origins.iter().any(|origin| is_at(origin, &host, port))
    }

    /// Whether an `Origin` header's value is that of the page this host serves under this authority.
    pub fn is_same_origin(&self, origin: &str, authority: &str) -> bool {
        let (Some(origin), Some((host, port))) = (read_origin(origin), split(authority)) else {
            return false;
        };
        is_at(&origin, &host, port) && self.has_page_at(&origin)
    }

    /// Whether an `Origin` header's value is that of a page this host may be serving, under any of its names. A proxy
    /// for development passes another authority on than the one the browser sees.
    pub fn is_known_origin(&self, origin: &str) -> bool {
        read_origin(origin).is_some_and(|origin| self.has_page_at(&origin))
    }

    /// Whether browsers reach it by https only, so that they may be told to remember it. Not of a loopback name, which
    /// every other program on the machine has too.
    pub fn is_https_only(&self) -> bool {
        let is_https = |origin: &Origin| matches!(origin, Origin::Tuple(scheme, host, _) if scheme == "https" && !is_loopback_name(host));
        !self.origins.is_empty() && self.origins.iter().all(is_https)
    }

    /// Whether other machines reach it, by its address or through a proxy.
    pub fn is_public(&self) -> bool {
        let is_local =
            |origin: &Origin| matches!(origin, Origin::Tuple(_, host, _) if is_loopback_name(host));
        self.on_loopback.is_none() || !self.origins.iter().all(is_local)
    }

    fn has_page_at(&self, origin: &Origin) -> bool {
        let is_on_loopback = |scheme: &String, host: &url::Host| {
            self.on_loopback.as_ref() == Some(scheme) && is_loopback_name(host)
        };
        self.origins.contains(origin)
            || matches!(origin, Origin::Tuple(scheme, host, _) if is_on_loopback(scheme, host))
    }

    fn is_loopback(&self, host: &str) -> bool {
        self.on_loopback.is_some() && LOOPBACK.contains(&host)
    }
}

/// A host that other machines can reach, and no name to answer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("off loopback, name what browsers reach this host as with `--origin https://…`")]
pub struct NoOrigin;

/// Reads a web origin (RFC 6454) as an operator writes it: `https://onramp.acme.example`, with or without a last slash.
///
/// # Errors
/// When it is anything else than scheme, host and port.
pub fn parse_origin(text: &str) -> Result<Origin, BadOrigin> {
    let url = Url::parse(text).map_err(|_| BadOrigin)?;
    let is_bare = url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    match url.scheme() {
        "http" | "https" if is_bare => Ok(url.origin()),
        _ => Err(BadOrigin),
    }
}

/// Whether browsers treat an origin as trustworthy, and so say `Sec-Fetch-Site` and allow the clipboard.
pub fn is_trustworthy(origin: &Origin) -> bool {
    matches!(origin, Origin::Tuple(scheme, host, _) if scheme == "https" || is_loopback_name(host))
}

/// Not an origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an origin is a scheme, a host and perhaps a port: https://onramp.acme.example")]
pub struct BadOrigin;

/// An `Origin` header's value, in the one way browsers write it.
fn read_origin(text: &str) -> Option<Origin> {
    parse_origin(text).ok().filter(|origin| origin.ascii_serialization() == text)
}

fn is_at(origin: &Origin, host: &str, port: Option<u16>) -> bool {
    let Origin::Tuple(scheme, known, known_port) = origin else { return false };
    let default_port = if scheme == "https" { 443 } else { 80 };
    known.to_string() == host && *known_port == port.unwrap_or(default_port)
}

/// Whether an address leads to this machine, whatever it is called there.
pub(crate) fn is_loopback(host: &url::Host) -> bool {
    match host {
        url::Host::Ipv4(address) => address.is_loopback(),
        url::Host::Ipv6(address) => address.is_loopback(),
        url::Host::Domain(name) => name == "localhost",
    }
}

fn is_loopback_name(host: &url::Host) -> bool {
    LOOPBACK.contains(&host.to_string().as_str())
}

/// Host in lower case, and the port where one is given. `None` for what is no plain authority.
fn split(authority: &str) -> Option<(String, Option<u16>)> {
    if authority.contains('@') {
        return None;
    }
    let parsed = Authority::from_str(authority).ok()?;
    let host = parsed.host().to_ascii_lowercase();
    // `host:` and `host:99999` parse, but have no port that could be compared.
    let port = match authority.get(host.len()..)? {
        "" => None,
        _ => Some(parsed.port_u16()?),
    };
    Some((host, port))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(listen: &str, origins: &[&str]) -> AllowedHosts {
        let origins = origins.iter().map(|text| parse_origin(text).unwrap()).collect();
        AllowedHosts::new(listen, origins).unwrap()
    }

    #[test]
    fn loopback_allows_its_three_names_at_any_port() {
        let hosts = hosts("http://127.0.0.1:8080/", &[]);
        for host in ["127.0.0.1", "127.0.0.1:8080", "localhost:1", "LocalHost", "[::1]:8080"] {
            assert!(hosts.allows(host), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.",
            "x@localhost",
            "localhost:",
            "localhost:99999",
            "::1",
            "0.0.0.0",
        ] {
            assert!(!hosts.allows(host), "{host}");
        }
    }

    #[test]
    fn elsewhere_only_the_origins_named_are_answered() {
        let hosts =
            hosts("http://0.0.0.0:8080/", &["https://Onramp.acme.example", "http://a.example:81"]);
        for host in ["onramp.acme.example", "onramp.acme.example:443", "a.example:81"] {
            assert!(hosts.allows(host), "{host}");
        }
        for host in
            ["localhost", "127.0.0.1", "onramp.acme.example:80", "a.example", "acme.example"]
        {
            assert!(!hosts.allows(host), "{host}");
        }
        assert!(AllowedHosts::new("http://0.0.0.0:80/", vec![]).is_err());
    }

    #[test]
    fn an_origin_is_the_hosts_own_only_under_the_same_authority() {
        let loopback = hosts("http://127.0.0.1:8080/", &[]);
        assert!(loopback.is_same_origin("http://localhost:8080", "localhost:8080"));
        assert!(!loopback.is_same_origin("http://localhost:8080", "127.0.0.1:8080"));
        assert!(!loopback.is_same_origin("http://localhost:8081", "localhost:8080"));
        assert!(!loopback.is_same_origin("https://localhost:8080", "localhost:8080"));
        assert!(!loopback.is_same_origin("null", "localhost:8080"));

        let named = hosts("http://0.0.0.0:8080/", &["https://onramp.acme.example"]);
        assert!(named.is_same_origin("https://onramp.acme.example", "onramp.acme.example"));
        assert!(!named.is_same_origin("http://onramp.acme.example:443", "onramp.acme.example:443"));
    }

    #[test]
    fn a_known_origin_is_one_of_the_hosts_names_at_any_loopback_port() {
        let loopback = hosts("http://127.0.0.1:8080/", &["https://onramp.acme.example"]);
        for origin in ["http://127.0.0.1:8080", "http://[::1]", "https://onramp.acme.example"] {
            assert!(loopback.is_known_origin(origin), "{origin}");
        }
        for origin in [
            "null",
            "https://evil.example",
            "https://127.0.0.1",
            "http://localhost/",
            "HTTP://localhost",
        ] {
            assert!(!loopback.is_known_origin(origin), "{origin}");
        }
    }

    #[test]
    fn on_loopback_the_page_has_the_scheme_that_is_served() {
        let secure = hosts("https://[::1]:8443/", &[]);
        assert!(secure.is_same_origin("https://localhost:8443", "localhost:8443"));
        assert!(secure.is_known_origin("https://127.0.0.1:8443"));
        assert!(!secure.is_known_origin("http://127.0.0.1:8443"));
    }

    #[test]
    fn browsers_remember_https_for_no_loopback_name() {
        let is_remembered = |origin| hosts("https://127.0.0.1:8443/", &[origin]).is_https_only();
        assert!(is_remembered("https://onramp.acme.example"));
        assert!(!is_remembered("https://localhost:8443"));
        assert!(!hosts("https://127.0.0.1:8443/", &[]).is_https_only());
    }

    #[test]
    fn a_host_with_a_name_of_the_networks_is_public() {
        assert!(!hosts("http://127.0.0.1:8080/", &[]).is_public());
        assert!(!hosts("http://127.0.0.1:8080/", &["http://localhost:8080"]).is_public());
        assert!(hosts("http://127.0.0.1:8080/", &["https://onramp.acme.example"]).is_public());
        assert!(hosts("http://0.0.0.0:8080/", &["http://localhost"]).is_public());
    }

    #[test]
    fn an_origin_has_no_path_and_no_user() {
        for text in ["acme.example", "ftp://a", "https://a/b", "https://u@a", "https://a?x", "*"] {
            assert_eq!(parse_origin(text), Err(BadOrigin), "{text}");
        }
    }
}
