//! The region that a portal's start page, or an address it redirects to, names.
//!
//! A page is searched, not parsed: it needs two elements, and a wrong find costs no more than a wrong proposal in a
//! field.
//!
//! Source: granted's pull request 413; start pages of 2023 and later.

use crate::aws::Region;
use crate::portal::address::Address;
use crate::portal::host_kind::{self, HostKind, region_named};

/// The region in a start page's HTML or in one address: of `<meta name="region" content="…">`, of the JSON in the
/// element with the id `env`, of a host such as `{region}.signin.aws`, or of a query's `region=`.
pub fn region_in_page(html_or_url: &str) -> Option<Region> {
    let text = html_or_url.trim();
    if text.starts_with('<') || text.contains(['\n', '<']) {
        in_meta(text).or_else(|| in_env(text))
    } else {
        in_address(text)
    }
}

fn in_address(text: &str) -> Option<Region> {
    // A redirect within the host has a path and a query only.
    let text = match text.strip_prefix('/') {
        Some(path) if !path.starts_with('/') => &format!("https://portal.invalid/{path}"),
        _ => text,
    };
    let address = Address::read(text).ok()?;
    let of_host = match host_kind::classify(&address.host) {
        HostKind::Instance { region, .. } => Some(region),
        HostKind::Directory { region, .. }
        | HostKind::Device(region)
        | HostKind::SignIn(region)
        | HostKind::Endpoint(region) => region,
        HostKind::Apps
        | HostKind::Issuer(_)
        | HostKind::Console
        | HostKind::IdentityProvider
        | HostKind::LookAlike
        | HostKind::Other => None,
    };
    of_host.or_else(|| region_named(address.parameter("region")?))
}

fn in_meta(html: &str) -> Option<Region> {
    tags(html).find_map(|tag| {
        let is = |name: &str, value: &str| {
            attribute(tag.inside, name).is_some_and(|found| found.eq_ignore_ascii_case(value))
        };
        let is_it = tag.is_named("meta") && is("name", "region");
        region_named(attribute(tag.inside, "content").filter(|_| is_it)?.trim())
    })
}

fn in_env(html: &str) -> Option<Region> {
    let env = tags(html).find(|tag| attribute(tag.inside, "id") == Some("env"))?;
    let content = env.after.split("</").next().unwrap_or(env.after);
    in_json(content).or_else(|| in_json(env.inside))
}

/// The first text value of a key `region`; in an attribute, JSON's quotes are written as entities.
fn in_json(text: &str) -> Option<Region> {
    text.match_indices("region").find_map(|(at, key)| {
        let before = &text[..at];
        let quoted = QUOTES.iter().any(|quote| before.ends_with(quote));
        let rest = past_quote(&text[at + key.len()..]).filter(|_| quoted)?;
        let value = past_quote(rest.trim_start().strip_prefix(':')?.trim_start())?;
        region_named(&value[..value.find(['"', '&'])?])
    })
}

const QUOTES: [&str; 3] = ["\"", "&quot;", "&#34;"];

fn past_quote(text: &str) -> Option<&str> {
    QUOTES.iter().find_map(|quote| text.strip_prefix(quote))
}

/// What stands between `<` and `>`, and all that follows.
struct Tag<'a> {
    inside: &'a str,
    after: &'a str,
}

impl Tag<'_> {
    fn is_named(&self, name: &str) -> bool {
        let named = self.inside.split(|c: char| c.is_ascii_whitespace() || c == '/').next();
        named.is_some_and(|named| named.eq_ignore_ascii_case(name))
    }
}

/// The opening tags, up to one that has no end. Every letter is looked at a fixed number of times.
fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let start = rest.find('<')? + 1;
            if !rest[start..].starts_with(|c: char| c.is_ascii_alphabetic()) {
                rest = &rest[start..];
                continue;
            }
            let end = start + end_of_tag(&rest[start..])?;
            let tag = Tag { inside: &rest[start..end], after: &rest[end + 1..] };
            rest = tag.after;
            return Some(tag);
        }
    })
}

fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    text.bytes().position(|b| match quote {
        None if b == b'>' => true,
        None => {
            quote = (b == b'"' || b == b'\'').then_some(b);
            false
        }
        Some(open) => {
            quote = (b != open).then_some(open);
            false
        }
    })
}

/// An attribute's value out of a tag.
fn attribute<'a>(tag: &'a str, wanted: &str) -> Option<&'a str> {
    let mut rest = tag.trim_start_matches(|c: char| !c.is_ascii_whitespace() && c != '/');
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let name_ends = |c: char| c == '=' || c == '/' || c.is_ascii_whitespace();
        let name = &rest[..rest.find(name_ends).unwrap_or(rest.len())];
        rest = rest[name.len()..].trim_start();
        let Some(after) = rest.strip_prefix('=').map(str::trim_start) else {
            continue;
        };
        let (value, next) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => after[1..].split_once(quote)?,
            _ => {
                after.split_at(after.find(|c: char| c.is_ascii_whitespace()).unwrap_or(after.len()))
            }
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
        rest = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expect: Expect) {
        expect.assert_eq(&region_in_page(text).map_or("none".to_owned(), |r| r.to_string()));
    }

    #[test]
    fn a_start_page_names_its_region() {
        check(
            r#"<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="region" content="us-west-2"></head>"#,
            expect!["us-west-2"],
        );
        check("<META content='eu-west-1' NAME=region />", expect!["eu-west-1"]);
        check(
            r#"<!-- a < b --><script id="env" type="application/json">{"partition":"aws", "region" : "eu-north-9"}</script>"#,
            expect!["eu-north-9"],
        );
        check(
            r#"<div id=env data-env="{&quot;region&quot;:&quot;cn-north-1&quot;}"></div>"#,
            expect!["cn-north-1"],
        );
    }

    #[test]
    fn a_page_that_does_not_name_it_has_none() {
        check(r#"<meta name="viewport" content="us-west-2">"#, expect!["none"]);
        check(r#"<meta name="region" content="${region}">"#, expect!["none"]);
        check(r#"<input name="region" content="us-west-2">"#, expect!["none"]);
        check(r#"<p id="x">{"region":"us-west-2"}</p>"#, expect!["none"]);
        check(r#"<meta name="region" content="us-west-2"#, expect!["none"]);
        check("", expect!["none"]);
    }

    #[test]
    fn a_redirect_names_its_region() {
        check("https://eu-central-1.signin.aws/platform/login?x=y", expect!["eu-central-1"]);
        check(
            "https://ssoins-722367a2c1b4d5e6.us-west-2.portal.amazonaws.com/#/",
            expect!["us-west-2"],
        );
        check("https://acme.awsapps.com/start?region=us-east-2&x=y", expect!["us-east-2"]);
        check("/start/?region=us-east-2", expect!["us-east-2"]);
        check("//evil.example/?region", expect!["none"]);
        check("https://acme.awsapps.com/start", expect!["none"]);
    }

    proptest! {
        #[test]
        fn any_page_is_read_without_panic(
            text in r#"(<|>|meta |name=|region|content|["'=/ :&]|quot;|id=env|eu-west-1|ü){0,40}"#
        ) {
            let _ = region_in_page(&text);
        }
    }
}
