//! The encodings files stand ready in, and which one a browser gets.
//!
//! Not here: compressing. That is done once, when the page is built.

use axum::http::{HeaderMap, header};

/// A file's compressed forms, the smallest first: what the sibling's name ends in, and the `Content-Encoding`.
pub(super) const ENCODINGS: [(&str, &str); 2] = [(".br", "br"), (".gz", "gzip")];

/// Whether `Accept-Encoding` names this coding without ruling it out by `q=0` (RFC 9110 12.5.3). Preferences among
/// those accepted are not weighed: the smallest is best for both sides.
pub(super) fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    let values = headers.get_all(header::ACCEPT_ENCODING).iter();
    values.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(',')).any(|item| {
        let (name, weight) = item.split_once(';').unwrap_or((item, ""));
        let weight = weight.trim().strip_prefix("q=").map(str::parse::<f32>);
        name.trim().eq_ignore_ascii_case(coding) && !matches!(weight, Some(Ok(q)) if q <= 0.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(accept: &str, expect: &[&str]) {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, accept.parse().unwrap());
        let accepted = ENCODINGS.map(|(_, coding)| coding).into_iter();
        let accepted: Vec<&str> = accepted.filter(|coding| accepts(&headers, coding)).collect();
        assert_eq!(accepted, expect, "{accept}");
    }

    #[test]
    fn a_coding_that_is_named_is_accepted_unless_it_is_ruled_out() {
        check("gzip, deflate, br, zstd", &["br", "gzip"]);
        check("gzip, br;q=0", &["gzip"]);
        check("GZIP;q=0.5", &["gzip"]);
        check("brotli, x-gzip", &[]);
        check("", &[]);
    }
}
