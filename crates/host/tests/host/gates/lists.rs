//! nginx's and Caddy's lists of calls and headers.

use super::{DEPLOY, MADE, page_headers, rows};
use expect_test::expect_file;
use onramp_page_files::DIGEST_DIGITS;
use std::fmt::Write;
use std::fs;
use std::path::Path;

#[test]
fn nginx_has_the_calls_of_the_one_table() {
    let mut calls = format!(
        "# The calls that are relayed, each to its host. {MADE}\n\
         map \"$request_method $request_uri\" $onramp_host {{\n    default \"\";\n"
    );
    for [method, prefix, ids, paths, host, suffix] in rows() {
        writeln!(
            calls,
            r#"    "~^{method} /{prefix}/(?<onramp_region>{ids})/(?:{paths})$" {host}.$onramp_region.{suffix};"#
        )
        .unwrap();
    }
    calls += "}\n\nmap $request_uri $onramp_path {\n    default \"\";\n    \
        \"~^/[^/?]+/[^/?]+/(?:oidc|portal)(?<onramp_tail>/[^?]*)\" $onramp_tail;\n}\n";
    expect_file![Path::new(DEPLOY).join("nginx/calls.conf")].assert_eq(&calls);
}

#[test]
fn caddy_has_the_calls_of_the_one_table() {
    let mut calls = format!(
        "# The calls that are relayed, each to its host. {MADE}\n\
         map \"{{http.request.orig_method}} {{http.request.orig_uri}}\" {{onramp_host}} {{\n"
    );
    for [method, prefix, ids, paths, host, suffix] in rows() {
        writeln!(calls, "\t`~^{method} /{prefix}/({ids})/(?:{paths})$` \"{host}.${{1}}.{suffix}\"")
            .unwrap();
    }
    calls += "\tdefault \"\"\n}\nmap {http.request.orig_uri} {onramp_path} {\n\
        \t`~^/[^/?]+/[^/?]+/(?:oidc|portal)(/[^?]*)` \"${1}\"\n\tdefault \"\"\n}\n";
    expect_file![Path::new(DEPLOY).join("caddy/calls.caddy")].assert_eq(&calls);
}

#[test]
fn every_gate_has_the_pages_headers() {
    let file = |row: fn((&str, &str)) -> String| {
        let rows: String = page_headers().map(row).collect();
        format!("# What goes with every answer. {MADE}\n{rows}")
    };
    expect_file![Path::new(DEPLOY).join("nginx/headers.conf")]
        .assert_eq(&file(|(name, value)| format!("add_header {name} \"{value}\" always;\n")));
    expect_file![Path::new(DEPLOY).join("caddy/headers.caddy")]
        .assert_eq(&file(|(name, value)| format!("header {name} \"{value}\"\n")));
}

/// In words where the digest's length can't be made from it.
#[test]
fn every_gate_knows_which_files_are_kept_for_good() {
    let (digits, marks) =
        (format!("{{{DIGEST_DIGITS}}}[._]"), format!("-{}*", "?".repeat(DIGEST_DIGITS)));
    for (file, part) in [
        ("nginx/onramp.conf", &digits),
        ("caddy/Caddyfile", &digits),
        ("cloudfront/README.md", &marks),
    ] {
        let text = fs::read_to_string(Path::new(DEPLOY).join(file)).unwrap();
        assert!(text.contains(part), "{file}");
    }
}
