//! The encodings files stand ready in, and which one a browser gets.
//!
//! Not here: compressing. That is done once, when the page is built.

use axum::http::{HeaderMap, HeaderValue, header};

/// How a file's bytes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
    Identity,
}

impl Encoding {
    /// The smallest first.
    pub(super) const ALL: [Encoding; 3] = [Encoding::Brotli, Encoding::Gzip, Encoding::Identity];
    pub(super) const COMPRESSED: [Encoding; 2] = [Encoding::Brotli, Encoding::Gzip];

    /// What the sibling's name ends in.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Encoding::Brotli => ".br",
            Encoding::Gzip => ".gz",
            Encoding::Identity => "",
        }
    }

    /// The `Content-Encoding`.
    pub(super) fn coding(self) -> Option<HeaderValue> {
        match self {
            Encoding::Brotli => Some(HeaderValue::from_static("br")),
            Encoding::Gzip => Some(HeaderValue::from_static("gzip")),
            Encoding::Identity => None,
        }
    }

    /// The smallest that is there and accepted; the plain file where the browser accepts none.
    pub(super) fn choose(headers: &HeaderMap, is_there: impl Fn(Encoding) -> bool) -> Encoding {
        Encoding::COMPRESSED
            .into_iter()
            .filter(|encoding| is_there(*encoding))
            .find(|encoding| encoding.coding().is_some_and(|coding| accepts(headers, &coding)))
            .unwrap_or(Encoding::Identity)
    }
}

/// Whether `Accept-Encoding` names this coding without ruling it out by `q=0` (RFC 9110 12.5.3). Preferences among
/// those accepted are not weighed: the smallest is best for both sides.
fn accepts(headers: &HeaderMap, coding: &HeaderValue) -> bool {
    let values = headers.get_all(header::ACCEPT_ENCODING).iter();
    values.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(',')).any(|item| {
        let (name, weight) = item.split_once(';').unwrap_or((item, ""));
        let weight = weight.trim().strip_prefix("q=").map(str::parse::<f32>);
        name.trim().eq_ignore_ascii_case(coding.to_str().unwrap_or_default())
            && !matches!(weight, Some(Ok(q)) if q <= 0.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(accept: &str, expect: Encoding) {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, accept.parse().unwrap());
        assert_eq!(Encoding::choose(&headers, |_| true), expect, "{accept}");
    }

    #[test]
    fn the_smallest_accepted_encoding_is_chosen() {
        check("gzip, deflate, br, zstd", Encoding::Brotli);
        check("gzip, br;q=0", Encoding::Gzip);
        check("GZIP;q=0.5", Encoding::Gzip);
        check("brotli, x-gzip", Encoding::Identity);
        check("", Encoding::Identity);
    }

    #[test]
    fn an_encoding_that_is_not_there_is_not_chosen() {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("br, gzip"));
        let chosen = Encoding::choose(&headers, |encoding| encoding == Encoding::Gzip);
        assert_eq!(chosen, Encoding::Gzip);
    }
}
