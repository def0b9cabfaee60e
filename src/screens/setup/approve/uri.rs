//! Whether the address at which the sign-in is approved is one to be expected of AWS.

use onramp_domain::StartUrl;
use onramp_domain::device_flow::AwaitingApproval;
use onramp_domain::portal::verification::{self, UnsafeUri, UriVerdict};

/// The address as AWS gave it, with the code in it where there is one.
pub fn uri(waiting: &AwaitingApproval) -> &str {
    waiting.verification_uri_complete().unwrap_or(waiting.verification_uri())
}

/// Judges it. A demo's own approval pages are expected too.
pub fn judge(waiting: &AwaitingApproval, demo_origin: Option<&str>) -> UriVerdict {
    let (uri, portal) = (uri(waiting), waiting.portal());
    match (demo_origin, StartUrl::parse(&portal.start_url)) {
        (Some(origin), _) if is_within(uri, origin) => {
            UriVerdict::Expected { host: origin.to_owned() }
        }
        (_, Ok(start_url)) => verification::judge(uri, &start_url, &portal.region),
        (_, Err(_)) => UriVerdict::Refused(UnsafeUri::Malformed),
    }
}

/// Whether an address begins with this origin, up to its whole port.
fn is_within(uri: &str, origin: &str) -> bool {
    let origin = origin.trim_end_matches('/');
    !origin.is_empty()
        && uri
            .strip_prefix(origin)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
}

#[cfg(test)]
mod tests {
    use super::is_within;

    #[test]
    fn an_origin_is_compared_up_to_its_whole_port() {
        for (uri, within) in [
            ("http://127.0.0.1:1", true),
            ("http://127.0.0.1:1/approve?user_code=A", true),
            ("http://127.0.0.1:12/approve", false),
            ("http://127.0.0.1:1.evil.example/", false),
            ("http://127.0.0.1:1@evil.example/", false),
        ] {
            assert_eq!(is_within(uri, "http://127.0.0.1:1/"), within, "{uri}");
        }
        assert!(!is_within("https://evil.example/", ""));
    }
}
