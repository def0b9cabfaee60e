//! What this host is reached as: the `Host` values it answers to, and the origin its own page has.
//!
//! Not here: who may call the relay ([`crate::router`] puts the checks in order). A page of another site whose name
//! is pointed at this address (DNS rebinding) has its own name in `Host`, which is why the names are a closed list.

use axum::http::uri::Authority;
use std::fmt;
use std::net::SocketAddr;
use std::str::FromStr;
use url::Url;

/// The loopback names a browser on the same machine may use, at any port.
const LOOPBACK: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// The closed list of names.
#[derive(Clone, Debug)]
pub struct OwnNames {
    on_loopback: bool,
    origins: Vec<Origin>,
}

impl OwnNames {
    /// Loopback addresses answer to loopback's names and to the origins named; others to the origins alone.
    ///
    /// # Errors
    /// When the address is not loopback and no origin is named: the host would refuse everything.
    pub fn new(listen: SocketAddr, origins: Vec<Origin>) -> Result<OwnNames, NoOrigin> {
        let on_loopback = listen.ip().is_loopback();
        if !on_loopback && origins.is_empty() {
            return Err(NoOrigin { listen });
        }
        Ok(OwnNames { on_loopback, origins })
    }

    /// Whether a request for this authority (the `Host` header's value) is for this host.
    pub fn answers_to(&self, authority: &str) -> bool {
        let Some((host, port)) = split(authority) else { return false };
        self.is_loopback(&host) || self.origins.iter().any(|origin| origin.is_at(&host, port))
    }

    /// Whether an `Origin` header's value is that of the page this host serves under this authority.
    pub fn is_own_origin(&self, origin: &str, authority: &str) -> bool {
        let (Ok(origin), Some((host, port))) = (Origin::from_str(origin), split(authority)) else {
            return false;
        };
        origin.is_at(&host, port)
            && (self.origins.contains(&origin)
                || (self.is_loopback(&host) && origin.scheme == Scheme::Http))
    }

    /// Whether browsers reach it by https only, so that they may be told to remember it.
    pub fn is_https_only(&self) -> bool {
        !self.origins.is_empty() && self.origins.iter().all(|origin| origin.scheme == Scheme::Https)
    }

    fn is_loopback(&self, host: &str) -> bool {
        self.on_loopback && LOOPBACK.contains(&host)
    }
}

/// An address other machines can reach, and no name to answer to.
#[derive(Debug, thiserror::Error)]
#[error(
    "{listen} is not a loopback address: name what browsers reach it as with `--origin https://…`"
)]
pub struct NoOrigin {
    listen: SocketAddr,
}

/// A web origin (RFC 6454): scheme, host and port, as in `https://onramp.acme.example`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    scheme: Scheme,
    host: String,
    port: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scheme {
    Http,
    Https,
}

impl Scheme {
    fn default_port(self) -> u16 {
        match self {
            Scheme::Http => 80,
            Scheme::Https => 443,
        }
    }
}

impl Origin {
    /// Whether browsers treat it as trustworthy, and so say `Sec-Fetch-Site` and allow the clipboard.
    pub fn is_trustworthy(&self) -> bool {
        self.scheme == Scheme::Https || LOOPBACK.contains(&self.host.as_str())
    }

    fn is_at(&self, host: &str, port: Option<u16>) -> bool {
        self.host == host && self.port == port.unwrap_or(self.scheme.default_port())
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = match self.scheme {
            Scheme::Http => "http",
            Scheme::Https => "https",
        };
        write!(f, "{scheme}://{}", self.host)?;
        if self.port == self.scheme.default_port() { Ok(()) } else { write!(f, ":{}", self.port) }
    }
}

impl FromStr for Origin {
    type Err = BadOrigin;

    fn from_str(text: &str) -> Result<Origin, BadOrigin> {
        let url = Url::parse(text).map_err(|_| BadOrigin)?;
        let scheme = match url.scheme() {
            "http" => Scheme::Http,
            "https" => Scheme::Https,
            _ => return Err(BadOrigin),
        };
        let bare = url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        match (url.host_str(), bare) {
            (Some(host), true) => Ok(Origin {
                scheme,
                host: host.to_owned(),
                port: url.port().unwrap_or(scheme.default_port()),
            }),
            _ => Err(BadOrigin),
        }
    }
}

/// Not an origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an origin is a scheme, a host and perhaps a port: https://onramp.acme.example")]
pub struct BadOrigin;

/// Host in lower case, and the port where one is given. `None` for what is no plain authority.
fn split(authority: &str) -> Option<(String, Option<u16>)> {
    if authority.contains('@') {
        return None;
    }
    let parsed = Authority::from_str(authority).ok()?;
    let host = parsed.host().to_ascii_lowercase();
    // `host:` and `host:99999` parse, but have no port that could be compared.
    let port = match &authority[host.len()..] {
        "" => None,
        _ => Some(parsed.port_u16()?),
    };
    Some((host, port))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(listen: &str, origins: &[&str]) -> OwnNames {
        let origins = origins.iter().map(|text| text.parse().unwrap()).collect();
        OwnNames::new(listen.parse().unwrap(), origins).unwrap()
    }

    #[test]
    fn loopback_answers_to_its_three_names_at_any_port() {
        let names = names("127.0.0.1:0", &[]);
        for host in ["127.0.0.1", "127.0.0.1:8080", "localhost:1", "LocalHost", "[::1]:8080"] {
            assert!(names.answers_to(host), "{host}");
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
            assert!(!names.answers_to(host), "{host}");
        }
    }

    #[test]
    fn elsewhere_only_the_origins_named_are_answered() {
        let names = names("0.0.0.0:80", &["https://Onramp.acme.example", "http://a.example:81"]);
        for host in ["onramp.acme.example", "onramp.acme.example:443", "a.example:81"] {
            assert!(names.answers_to(host), "{host}");
        }
        for host in
            ["localhost", "127.0.0.1", "onramp.acme.example:80", "a.example", "acme.example"]
        {
            assert!(!names.answers_to(host), "{host}");
        }
        assert!(OwnNames::new("0.0.0.0:80".parse().unwrap(), vec![]).is_err());
    }

    #[test]
    fn an_origin_is_the_hosts_own_only_under_the_same_authority() {
        let loopback = names("127.0.0.1:0", &[]);
        assert!(loopback.is_own_origin("http://localhost:8080", "localhost:8080"));
        assert!(!loopback.is_own_origin("http://localhost:8080", "127.0.0.1:8080"));
        assert!(!loopback.is_own_origin("http://localhost:8081", "localhost:8080"));
        assert!(!loopback.is_own_origin("https://localhost:8080", "localhost:8080"));
        assert!(!loopback.is_own_origin("null", "localhost:8080"));

        let named = names("0.0.0.0:80", &["https://onramp.acme.example"]);
        assert!(named.is_own_origin("https://onramp.acme.example", "onramp.acme.example"));
        assert!(!named.is_own_origin("http://onramp.acme.example:443", "onramp.acme.example:443"));
    }

    #[test]
    fn an_origin_has_no_path_and_no_user() {
        for text in ["acme.example", "ftp://a", "https://a/b", "https://u@a", "https://a?x", "*"] {
            assert_eq!(text.parse::<Origin>(), Err(BadOrigin), "{text}");
        }
    }
}
