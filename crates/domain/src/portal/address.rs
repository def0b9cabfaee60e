//! A small, strict reader of https addresses: only what the page must decide about one.
//!
//! What browsers repair (backslashes, missing slashes, percent-encoded hosts, letters from other scripts in a host),
//! this reader refuses, so that what is checked is what is opened. The general crate for URLs brings tables of Unicode
//! into the page that are not needed for this.
//!
//! Source: RFC 3986 3 (parts and their characters), RFC 1123 2.1 (host labels).

use std::ops::RangeInclusive;

/// An address taken apart. The fragment is the page's own state and not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address<'a> {
    /// Or http.
    pub(crate) is_https: bool,
    /// In lower case, without a last dot; labels of letters, digits and dashes, with at least one letter in the last.
    pub(crate) host: String,
    /// Where it is not the scheme's usual one.
    pub(crate) port: Option<u16>,
    /// With its first slash; empty where there is none.
    pub(crate) path: &'a str,
    /// What stands between `?` and `#`.
    pub(crate) query: &'a str,
}

/// Why a text is not such an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AddressFault {
    /// Not an address with a host at all.
    Malformed,
    /// An address of another kind: `javascript:`, `file:`.
    OtherScheme,
    /// A user's name stands before the host, which hides where the address leads.
    UserInfo,
    /// The host has letters beyond ASCII.
    ForeignHost,
}

impl<'a> Address<'a> {
    /// Takes an address apart.
    pub(crate) fn read(text: &'a str) -> Result<Address<'a>, AddressFault> {
        let (scheme, rest) = text.split_once(':').ok_or(AddressFault::Malformed)?;
        let is_https = match scheme.to_ascii_lowercase().as_str() {
            "https" => true,
            "http" => false,
            other if is_scheme(other) => return Err(AddressFault::OtherScheme),
            _ => return Err(AddressFault::Malformed),
        };
        let rest = rest.strip_prefix("//").ok_or(AddressFault::Malformed)?;
        // Browsers take a backslash for a slash, so what stands before `@` would then be the host.
        if rest.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\') {
            return Err(AddressFault::Malformed);
        }
        let page = rest.split('#').next().unwrap_or(rest);
        let (place, query) = page.split_once('?').unwrap_or((page, ""));
        let (authority, path) = place.split_at(place.find('/').unwrap_or(place.len()));
        if authority.contains('@') {
            return Err(AddressFault::UserInfo);
        }
        if !authority.is_ascii() {
            return Err(AddressFault::ForeignHost);
        }
        let (host, port) = match authority.split_once(':') {
            Some((host, "")) => (host, None),
            Some((host, port)) => (host, Some(read_port(port)?)),
            None => (authority, None),
        };
        let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
        if !is_host(&host) || !is_path(path) {
            return Err(AddressFault::Malformed);
        }
        let usual = if is_https { 443 } else { 80 };
        let port = port.filter(|port| *port != usual);
        Ok(Address { is_https, host, port, path, query })
    }

    /// The path's parts that are not empty.
    pub(crate) fn segments(&self) -> impl Iterator<Item = &'a str> {
        self.path.split('/').filter(|segment| !segment.is_empty())
    }

    /// A parameter of the query, as it stands there: nothing is decoded.
    pub(crate) fn parameter(&self, name: &str) -> Option<&'a str> {
        self.query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    }
}

/// Whether a text in lower case is a host's name by RFC 1123: labels of letters, digits and inner dashes. Addresses
/// made of numbers are none: their last label has no letter.
pub(crate) fn is_host(text: &str) -> bool {
    text.len() <= 253
        && text.split('.').all(is_label)
        && text.rsplit('.').next().is_some_and(|last| last.bytes().any(|b| b.is_ascii_lowercase()))
}

fn is_label(label: &str) -> bool {
    const LENGTH: RangeInclusive<usize> = 1..=63;
    LENGTH.contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// RFC 3986 3.3's `pchar` and slashes.
fn is_path(path: &str) -> bool {
    path.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-._~%!$&'()*+,;=:@".contains(&b))
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}

fn read_port(text: &str) -> Result<u16, AddressFault> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    match text.parse() {
        Ok(port) if digits && port > 0 => Ok(port),
        _ => Err(AddressFault::Malformed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expect: Expect) {
        let got = match Address::read(text) {
            Ok(Address { is_https, host, port, path, query }) => {
                let scheme = if is_https { "Https" } else { "Http" };
                format!("{scheme} {host} {port:?} {path} {query}")
            }
            Err(fault) => format!("{fault:?}"),
        };
        expect.assert_eq(&got);
    }

    #[test]
    fn an_address_is_taken_apart() {
        check("HTTPS://A.Example./b/c?d=e#f?g", expect!["Https a.example None /b/c d=e"]);
        check("http://a.example:80", expect!["Http a.example None  "]);
        check("https://a.example:8443/", expect!["Https a.example Some(8443) / "]);
        check("https://a.example:/?x", expect!["Https a.example None / x"]);
    }

    #[test]
    fn what_browsers_repair_is_refused() {
        for text in [
            "",
            "https:a.example",
            "https:/a.example",
            "https:///a.example",
            r"https:\\a.example",
            r"https://a.example\@b.example",
            "https://a%2eexample",
            "https://a.example:0",
            "https://a.example:+1",
            "https://a.example:99999",
            "https://a..example",
            "https://-a.example",
            "https://a_b.example",
            "https://10.0.0.1",
            "https://[::1]",
            "https://a.example/b c",
            "https://a.example/b\0",
            "https://a.example/<b>",
        ] {
            assert_eq!(Address::read(text), Err(AddressFault::Malformed), "{text}");
        }
    }

    #[test]
    fn what_hides_the_host_has_a_name() {
        check("javascript:alert(1)", expect!["OtherScheme"]);
        check("https://a.example@b.example", expect!["UserInfo"]);
        check("https://\u{430}.example", expect!["ForeignHost"]);
    }
}
