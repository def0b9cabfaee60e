//! What a file is and how long a browser may keep it, both from its name.
//!
//! Not here: guessing from content.

/// The media type by the name's ending. Wasm must have its own, or the browser won't compile it while it loads.
pub(super) fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// For good where the name has the content's hash in it; else the browser asks each time, and mostly hears 304.
pub(super) fn cache_control(path: &str) -> &'static str {
    if is_hashed(path) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Trunk's names: `onramp-2f1a6c0e9b7d4385_bg.wasm`, a dash and 64 bits in hexadecimal, perhaps without leading zeros.
/// Digits alone may be a date; one hash in two thousand is taken for one, and asked for each time.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('-').skip(1).any(|part| {
        let hex = part.bytes().take_while(u8::is_ascii_hexdigit).count();
        let is_number = part[..hex].bytes().all(|byte| byte.is_ascii_digit());
        (12..=16).contains(&hex) && !is_number && part[hex..].starts_with(['.', '_'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashed_names_are_kept_for_good() {
        for path in ["onramp-2f1a6c0e9b7d4385.js", "a/onramp-2f1a6c0e9b7d438_bg.wasm"] {
            assert!(is_hashed(path), "{path}");
        }
        for path in [
            "index.html",
            "boot.js",
            "icon-192.png",
            "onramp-2f1a.js",
            "a-2f1a6c0e9b7d4385/x",
            "report-20250526104221.pdf",
        ] {
            assert!(!is_hashed(path), "{path}");
        }
    }
}
