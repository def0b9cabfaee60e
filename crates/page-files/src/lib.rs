//! What every host of the page's files has to know: the headers that go with each of them, and which may be kept for
//! good. The program sends them; nginx's, Caddy's and CloudFront's files are made from them; the page that is deployed
//! has the policy inside, for hosts that send nothing.
//!
//! Not here: the files themselves, and the headers of relayed answers.

/// The page loads its own files and calls its own host, and writes no markup from text (Trusted Types). Workers are
/// named, since what isn't falls back to scripts.
const POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; \
    img-src 'self'; \
    connect-src 'self'; \
    worker-src 'none'; \
    base-uri 'none'; \
    form-action 'none'; \
    require-trusted-types-for 'script'; \
    trusted-types 'none'; \
    frame-ancestors 'none'";

/// What a policy in the document itself can't say: it works in a header only. Where none comes, the page does not start
/// in a frame (`www/boot.js`).
const HEADER_ONLY: &str = "; frame-ancestors 'none'";

/// Nothing of the machine but writing to the clipboard.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), clipboard-read=(), clipboard-write=(self), \
    compute-pressure=(), cross-origin-isolated=(), display-capture=(), encrypted-media=(), fullscreen=(), \
    gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), \
    keyboard-map=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), \
    picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), screen-wake-lock=(), \
    serial=(), storage-access=(), sync-xhr=(), usb=(), window-management=(), xr-spatial-tracking=()";

/// What goes with every file of the page, whoever serves it.
pub const PAGE_HEADERS: [(&str, &str); 6] = [
    ("content-security-policy", POLICY),
    ("permissions-policy", PERMISSIONS),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// `Strict-Transport-Security` of a host that is reached by https alone: two years, as browsers' own lists ask.
pub const TRANSPORT_SECURITY: &str = "max-age=63072000";

/// `Cache-Control` of a file whose name tells its content.
pub const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// `Cache-Control` of every other file: browsers ask each time, and mostly hear that nothing has changed.
pub const ASK_EACH_TIME: &str = "no-cache";

/// So many hexadecimal digits of its SHA-256 stand in the name of a file that is kept for good.
pub const DIGEST_DIGITS: usize = 24;

/// The document with the policy inside, once; `None` where it has no place for it.
pub fn with_policy(document: &str) -> Option<String> {
    let policy = POLICY.trim_end_matches(HEADER_ONLY);
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    if document.contains(&meta) {
        return Some(document.to_owned());
    }
    // Before anything that is loaded.
    let at = document.find("<meta charset")?;
    let (before, after) = document.split_at(at);
    Some(format!("{before}{meta}{after}"))
}

/// How long a browser may keep the file at this path.
pub fn cache_control(path: &str) -> &'static str {
    if is_hashed(path) { FOR_GOOD } else { ASK_EACH_TIME }
}

/// `onramp-page-2f1a6c0e9b7d43850cd1e5f7_bg.wasm`. No date has so many digits, not to the nanosecond.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('-').skip(1).any(|part| {
        let digest = part.bytes().take_while(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        digest.count() == DIGEST_DIGITS && part[DIGEST_DIGITS..].starts_with(['.', '_'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_tells_its_content_is_kept_for_good() {
        for path in
            ["app-2f1a6c0e9b7d43850cd1e5f7.css", "a/onramp-page-2f1a6c0e9b7d43850cd1e5f7_bg.wasm"]
        {
            assert_eq!(cache_control(path), FOR_GOOD, "{path}");
        }
        for path in [
            "index.html",
            "boot.js",
            "icon-192.png",
            // Trunk's own names, which tell what stood there before it was made smaller.
            "app-2f1a6c0e9b7d4385.css",
            "a-2f1a6c0e9b7d43850cd1e5f7/x",
            "a-2f1a6c0e9b7d43850cd1e5f7",
            "report-20250526104221.pdf",
            "report-20250526104221123456789.pdf",
            "report-2025-05-26.pdf",
        ] {
            assert_eq!(cache_control(path), ASK_EACH_TIME, "{path}");
        }
    }

    #[test]
    fn the_policy_stands_in_the_document_before_anything_is_loaded() {
        let document = "<!doctype html><head><meta charset=\"utf-8\"><link href=a></head>";
        let with = with_policy(document).unwrap();
        assert!(
            with.starts_with("<!doctype html><head><meta http-equiv=\"Content-Security-Policy\"")
        );
        assert_eq!(with_policy(&with).unwrap(), with);
        assert!(!with.contains("frame-ancestors"));
        assert_eq!(with_policy("no document"), None);
    }
}
