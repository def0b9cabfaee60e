//! Where relayed calls go: to AWS, or all to one mirror.
//!
//! Not here: which calls. A mirror is for tests, the demo and companies that record their traffic: what would go to
//! `https://HOST/PATH` goes to `MIRROR/HOST/PATH`.

use crate::allowed_hosts::{is_loopback, parse_origin};
use onramp_domain::Region;
use reqwest::{Certificate, Client, redirect};
use std::time::Duration;
use url::{Origin, Url};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// A connection is kept for a while, since the next call would pay for another, and for TLS anew.
const IDLE_TIMEOUT: Duration = Duration::from_secs(30);
/// So many for each host at most. People list by bursts, most of them at the hosts of one region.
const MAX_IDLE_PER_HOST: usize = 32;

/// The other end of the relay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Upstream {
    /// AWS's own hosts, over TLS.
    Aws,
    /// One origin in their place.
    Mirror(Origin),
}

/// The relay's HTTP clients.
#[derive(Clone, Debug)]
pub struct Clients {
    /// For calls.
    pub calls: Client,
    /// For start pages. There are more portals than descriptors, so no connection to one is kept.
    pub look_ups: Client,
}

/// Whether a mirror may be on another machine: it sees every token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemoteUpstream {
    /// Loopback only.
    Refused,
    /// The operator has said so.
    Allowed,
}

impl Upstream {
    /// Reads a mirror's origin, such as `http://127.0.0.1:9000`.
    ///
    /// # Errors
    /// When it is not an http(s) origin, or another machine's without leave.
    pub fn mirror(text: &str, remote: RemoteUpstream) -> Result<Upstream, BadUpstream> {
        let mirror = parse_origin(text).map_err(|_| BadUpstream::NotAnOrigin)?;
        match remote {
            _ if is_on_loopback(&mirror) => Ok(Upstream::Mirror(mirror)),
            RemoteUpstream::Refused => Err(BadUpstream::Remote),
            RemoteUpstream::Allowed if is_plain(&mirror) => Err(BadUpstream::Plain),
            RemoteUpstream::Allowed => Ok(Upstream::Mirror(mirror)),
        }
    }

    /// The address of a path (from its `/`) at one of AWS's hosts. The query passes as it stands.
    ///
    /// # Errors
    /// When the host can't stand in an address, as a label that is no IDNA can't.
    pub(super) fn url(&self, host: &str, path: &str, query: &str) -> Result<Url, url::ParseError> {
        let mut url = match self {
            Upstream::Aws => Url::parse(&format!("https://{host}{path}")),
            Upstream::Mirror(mirror) => {
                Url::parse(&format!("{}/{host}{path}", mirror.ascii_serialization()))
            }
        }?;
        url.set_query(Some(query).filter(|query| !query.is_empty()));
        Ok(url)
    }

    /// Clients for this upstream with so many calls on their way at most, and no more idle connections than that.
    ///
    /// # Errors
    /// When the system refuses what every client needs.
    pub fn clients(&self, calls: usize) -> Result<Clients, reqwest::Error> {
        Ok(Clients { calls: self.client(self.idle_per_host(calls))?, look_ups: self.client(0)? })
    }

    /// Each is a descriptor.
    fn idle_per_host(&self, calls: usize) -> usize {
        let hosts = match self {
            // Two services in two families.
            Upstream::Aws => 4 * Region::all().count(),
            Upstream::Mirror(_) => 1,
        };
        MAX_IDLE_PER_HOST.min(calls / hosts)
    }

    /// One that keeps so many idle connections to each host, and follows no redirect.
    ///
    /// AWS is verified against the system's certificates, or Mozilla's where it has none, and reached through the
    /// system's proxy, so that a company's own authority and proxy work. A loopback mirror is never asked for through a
    /// proxy.
    fn client(&self, idle: usize) -> Result<Client, reqwest::Error> {
        // The first client of the program installs it; later ones find it there, which is as good.
        rustls::crypto::ring::default_provider().install_default().ok();
        let builder = || {
            Client::builder()
                .redirect(redirect::Policy::none())
                .referer(false)
                .connect_timeout(CONNECT_TIMEOUT)
                .pool_idle_timeout(IDLE_TIMEOUT)
                .pool_max_idle_per_host(idle)
        };
        let make = || match self {
            Upstream::Aws => builder().https_only(true),
            Upstream::Mirror(mirror) if is_on_loopback(mirror) => builder().no_proxy(),
            Upstream::Mirror(_) => builder(),
        };
        if let Upstream::Mirror(mirror) = self
            && is_plain(mirror)
        {
            // Without TLS no certificate is needed, so a machine that has none can still run the demo.
            return make().tls_certs_only([]).build();
        }
        make().build().or_else(|_| {
            // An empty container has no certificates of its own.
            let roots = webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter();
            let roots =
                roots.map(|root| Certificate::from_der(root)).collect::<Result<Vec<_>, _>>()?;
            make().tls_certs_only(roots).build()
        })
    }
}

fn is_on_loopback(mirror: &Origin) -> bool {
    matches!(mirror, Origin::Tuple(_, host, _) if is_loopback(host))
}

fn is_plain(mirror: &Origin) -> bool {
    matches!(mirror, Origin::Tuple(scheme, ..) if scheme == "http")
}

/// Not a mirror's origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadUpstream {
    /// Something else than scheme, host and port.
    #[error("an upstream is an http or https origin without a path: http://127.0.0.1:9000")]
    NotAnOrigin,
    /// On another machine.
    #[error(
        "an upstream on another machine sees every token: give --allow-remote-upstream if it may"
    )]
    Remote,
    /// On another machine, in the clear.
    #[error("an upstream on another machine sees every token, and so must be reached by https")]
    Plain,
}

#[cfg(test)]
mod tests {
    use super::*;
    use BadUpstream::{NotAnOrigin, Plain, Remote};

    #[test]
    fn a_mirror_takes_the_host_into_its_path() {
        let url = |upstream: &Upstream| {
            upstream.url("oidc.eu-west-1.amazonaws.com", "/token", "a=%2B&b").unwrap().to_string()
        };
        assert_eq!(url(&Upstream::Aws), "https://oidc.eu-west-1.amazonaws.com/token?a=%2B&b");
        let mirror = Upstream::mirror("http://127.0.0.1:9", RemoteUpstream::Refused).unwrap();
        assert_eq!(url(&mirror), "http://127.0.0.1:9/oidc.eu-west-1.amazonaws.com/token?a=%2B&b");
    }

    #[test]
    fn no_more_connections_are_kept_than_calls_may_be_on_their_way() {
        for calls in [4, 32, 160, 2720] {
            let kept = Upstream::Aws.idle_per_host(calls) * 4 * Region::all().count();
            assert!(kept <= calls, "{calls}: {kept}");
        }
    }

    #[test]
    fn a_mirror_is_on_this_machine_unless_allowed() {
        let mirror = |text: &str, remote| Upstream::mirror(text, remote).map(|_| ());
        for text in ["http://127.0.0.1:9", "http://[::1]:9/", "http://localhost", "https://127.1"] {
            assert_eq!(mirror(text, RemoteUpstream::Refused), Ok(()), "{text}");
        }
        for text in ["http://10.0.0.1", "http://localhost.evil.example", "http://[::2]"] {
            assert_eq!(mirror(text, RemoteUpstream::Refused), Err(Remote), "{text}");
            assert_eq!(mirror(text, RemoteUpstream::Allowed), Err(Plain), "{text}");
            let tls = text.replace("http:", "https:");
            assert_eq!(mirror(&tls, RemoteUpstream::Allowed), Ok(()), "{tls}");
        }
        for text in ["", "127.0.0.1:9", "ftp://127.0.0.1", "http://127.0.0.1/x", "http://u@[::1]"] {
            assert_eq!(mirror(text, RemoteUpstream::Allowed), Err(NotAnOrigin), "{text}");
        }
    }
}
