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
        in_html(text)
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
        _ => None,
    };
    of_host.or_else(|| region_named(address.parameter("region")?))
}

fn in_html(html: &str) -> Option<Region> {
    // What stands in a tag, and the text behind it.
    let tags = || html.split('<').filter_map(tag);
    let in_meta = tags().find_map(|(tag, _)| {
        let is_it = is_named(tag, "meta") && attribute(tag, "name")?.eq_ignore_ascii_case("region");
        region_named(attribute(tag, "content").filter(|_| is_it)?.trim())
    });
    in_meta.or_else(|| {
        let (tag, text) = tags().find(|(tag, _)| attribute(tag, "id") == Some("env"))?;
        in_json(text).or_else(|| in_json(tag))
    })
}

/// A tag's inside and the text behind it; in quotes a `>` doesn't end it.
fn tag(part: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    let end = part.find(|c| match quote {
        Some(open) => {
            quote = quote.filter(|_| c != open);
            false
        }
        None => {
            quote = Some(c).filter(|c| matches!(c, '"' | '\''));
            c == '>'
        }
    })?;
    Some((&part[..end], &part[end + 1..]))
}

/// The first text value of a key `region`; in an attribute, JSON's quotes are written as entities.
fn in_json(text: &str) -> Option<Region> {
    let text = text.replace("&quot;", "\"").replace("&#34;", "\"");
    text.split("\"region\"").skip(1).find_map(|rest| {
        let value = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
        region_named(value.split_once('"')?.0)
    })
}

fn is_named(tag: &str, name: &str) -> bool {
    tag.split_ascii_whitespace().next().is_some_and(|it| it.eq_ignore_ascii_case(name))
}

/// An attribute's value, in quotes or without.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let is_name = |at: &usize| {
        let before = tag[..*at].trim_end();
        let start = before.len().checked_sub(name.len());
        let parts = start.and_then(|start| before.split_at_checked(start));
        parts.is_some_and(|(before, it)| {
            it.eq_ignore_ascii_case(name) && before.ends_with(|c: char| c.is_ascii_whitespace())
        })
    };
    let at = tag.match_indices('=').map(|(at, _)| at).find(is_name)?;
    let value = tag[at + 1..].trim_start();
    match value.strip_prefix(['"', '\'']) {
        Some(quoted) => Some(quoted.split_once(&value[..1])?.0),
        None => value.split(|c: char| c.is_ascii_whitespace()).next(),
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
        check(r#"<meta data-x="a > b" name="region" content="us-west-2">"#, expect!["us-west-2"]);
        check("<META content='eu-west-1' NAME=region />", expect!["eu-west-1"]);
        // Newer than the table.
        check("<meta name=region content=us-south-9>", expect!["us-south-9"]);
        check("<meta name=region content=us-iso-east-9>", expect!["none"]);
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
