//! What must not be, where neither the compiler nor a lint can hold it: read off the sources themselves.
//!
//! What `clippy.toml` forbids is not here. Every rule is a function from a source to complaints, and is shown a sample
//! that breaks it, so that no rule holds only because it sees nothing.
#![cfg(not(target_arch = "wasm32"))]

mod contrast;
mod graph;
mod layers;
mod names;
mod page;
mod shape;
mod source;

use expect_test::Expect;
use source::Source;

/// A rule: what is wrong with a source.
type Rule = fn(&Source) -> Vec<String>;

/// Nothing is wrong with any of these.
#[track_caller]
fn holds(rule: Rule, sources: &[Source]) {
    assert!(!sources.is_empty(), "a rule about nothing");
    let complaints: Vec<String> = sources
        .iter()
        .flat_map(|source| rule(source).into_iter().map(|what| format!("{}: {what}", source.path)))
        .collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// Only these sources break a rule, and each of them does.
#[track_caller]
fn holds_except(rule: Rule, sources: &[Source], exceptions: &[&str]) {
    let broken: Vec<&str> = sources
        .iter()
        .filter(|source| !rule(source).is_empty())
        .map(|source| source.path.as_str())
        .collect();
    assert_eq!(broken, exceptions, "left: what breaks the rule; right: what may");
}

/// What a rule says of a sample that breaks it.
#[track_caller]
fn complains(rule: Rule, path: &str, text: &str, expect: Expect) {
    expect.assert_eq(&rule(&Source::sample(path, text)).join("\n"));
}
