//! Finding the one address in what was pasted.
//!
//! Not here: whether it is an address; what is found here still has to be read. Taken off are quotes, brackets and
//! the punctuation of a sentence; before the address a label (`sso_start_url =`, `"startUrl":`, `Portal:`) or a
//! sentence may stand, after it only the rest of such a sentence. A blank inside a bare address is an error, since
//! what is missing can't be known.

use super::host_kind::region_named;
use crate::aws::Region;
use std::borrow::Cow;

/// Without blanks and invisible characters at both ends.
pub(super) fn trim(text: &str) -> &str {
    let invisible = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    text.trim_matches(|c: char| c.is_whitespace() || invisible(c))
}

/// Whether some program reads this as a line's end.
pub(super) fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character directly after an address is the sentence's, or closes what was opened before it.
pub(super) fn may_follow(c: char) -> bool {
    ".,;:!?…".contains(c) || encloses(c)
}

/// The address in one line that isn't empty, with a scheme where it had none.
pub(super) fn address_in(line: &str) -> Option<Cow<'_, str>> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut addresses = words.iter().enumerate().filter(|(_, word)| scheme_at(word).is_some());
    match (words.as_slice(), addresses.next(), addresses.next()) {
        ([word], _, _) => in_word(word),
        (_, Some((at, word)), None) => {
            let bare = at == 0 && scheme_at(word) == Some(0);
            // A comment may follow, as in a config.
            let rest = words[at + 1..].iter().take_while(|word| !word.starts_with(['#', ';']));
            if bare && rest.into_iter().any(|word| is_wordy(word)) { None } else { in_word(word) }
        }
        ([.., label, word], None, None) if label.ends_with([':', '=']) => in_word(word),
        _ => None,
    }
}

/// An address and a region beside it, divided by blanks, commas or line breaks; each may have a label.
pub(super) fn with_region(text: &str) -> Option<(&str, Region)> {
    let is_divider = |c: char| c.is_whitespace() || ",;|".contains(c);
    let (mut url, mut region) = (None, None);
    for word in text.split(is_divider).filter(|word| is_wordy(word)) {
        let bare = unwrapped(word);
        let value = bare.rsplit(['=', ':']).next().map_or(bare, unwrapped);
        let found = region_named(&value.to_ascii_lowercase());
        let label = bare.trim_end_matches([':', '=']).to_ascii_lowercase();
        match (scheme_at(word), found) {
            (None, Some(_)) if region.is_some() => return None,
            (None, Some(found)) => region = Some(found),
            (None, None) if LABELS.contains(&label.as_str()) => {}
            _ if url.is_some() || !word.contains('.') => return None,
            _ => url = Some(word),
        }
    }
    url.zip(region)
}

/// What stands before a start URL and a region.
const LABELS: [&str; 11] = [
    "sso_start_url",
    "sso_region",
    "start_url",
    "starturl",
    "url",
    "start",
    "sso",
    "portal",
    "region",
    "aws",
    "in",
];

fn in_word(word: &str) -> Option<Cow<'_, str>> {
    let mut word = unwrapped(word);
    if let Some(link) = word.rfind("](") {
        word = unwrapped(&word[link + 2..]);
    }
    // A mail program's or a search page's way to another page.
    let target = ["?url=", "&url=", "?q=", "&q="].iter().find_map(|name| word.split_once(name));
    if let Some((_, target)) = target
        && let Some(target) = target.split('&').next().and_then(decoded)
        && scheme_at(&target) == Some(0)
    {
        return Some(Cow::Owned(target));
    }
    if let Some(at) = scheme_at(word)
        && is_label(&word[..at])
    {
        return Some(Cow::Borrowed(with_one_scheme(up_to_closing(&word[at..]))));
    }
    if let Some((key, value)) = word.split_once('=')
        && is_key(key)
        && !key.is_empty()
    {
        word = unwrapped(value);
    }
    if starts_with_ignoring_case(word, "https%3a") {
        return decoded(word).map(Cow::Owned);
    }
    if has_scheme(word) {
        return Some(Cow::Borrowed(word));
    }
    let word = word.strip_prefix("//").unwrap_or(word);
    let authority = word.split(['/', '?', '#']).next().unwrap_or(word);
    // Without a scheme, `a@b.example` is somebody's mail address.
    (!authority.contains('@')).then(|| Cow::Owned(format!("https://{word}")))
}

/// Where an address begins in a word.
fn scheme_at(word: &str) -> Option<usize> {
    word.char_indices().map(|(at, _)| at).find(|at| scheme_of(&word[*at..]).is_some())
}

fn scheme_of(text: &str) -> Option<&'static str> {
    ["https://", "http://"].into_iter().find(|scheme| starts_with_ignoring_case(text, scheme))
}

/// Without a scheme before the scheme, as in a field that already held `https://`.
fn with_one_scheme(mut address: &str) -> &str {
    while let Some(inner) = scheme_of(address).map(|scheme| &address[scheme.len()..])
        && scheme_of(inner).is_some()
    {
        address = inner;
    }
    address
}

/// Whether what stands directly before an address is a label: at most one key and one separator.
fn is_label(prefix: &str) -> bool {
    let prefix = prefix.trim_end_matches(encloses);
    let key = prefix.strip_suffix([':', '=']).unwrap_or(prefix).trim_matches(encloses);
    let runs = ["javascript", "data"].iter().any(|scheme| key.eq_ignore_ascii_case(scheme));
    is_key(key) && !runs
}

fn is_key(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}

/// Whether a word without `http` begins with another scheme; a host with a port does not.
fn has_scheme(word: &str) -> bool {
    word.split_once(':').is_some_and(|(before, after)| {
        let port = after.split(['/', '?', '#']).next().unwrap_or(after);
        let is_port = !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit());
        !before.contains(['/', '?', '#', '[']) && !is_port
    })
}

fn is_wordy(word: &str) -> bool {
    word.chars().any(|c| !c.is_ascii_punctuation() && !may_follow(c) && !"–—→·•".contains(c))
}

fn unwrapped(word: &str) -> &str {
    word.trim_start_matches(encloses).trim_end_matches(may_follow)
}

/// An address ends before a character that no address has and that closes a quote, a tag or a link's first half.
fn up_to_closing(address: &str) -> &str {
    let end = address.find(['"', '<', '>', '`', '|']).unwrap_or(address.len());
    address[..end].trim_end_matches(may_follow)
}

fn encloses(c: char) -> bool {
    "\"'`<>()[]{}*“”„‘’‚«»‹›".contains(c)
}

fn starts_with_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// One round of percent-decoding.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &rest[2..];
    }
    String::from_utf8(bytes).ok()
}
