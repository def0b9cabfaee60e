//! The test vectors: every file passes entirely.

mod run;

use std::path::Path;

/// The names of a file's cases that fail.
fn failures(file: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    let outcomes: Vec<_> = text.lines().map(run::line).collect();
    assert!(!outcomes.is_empty(), "{file} has no cases");
    let failed = outcomes.into_iter().filter(|outcome| !outcome.pass);
    failed.map(|outcome| outcome.to_json().to_string()).collect()
}

#[track_caller]
fn check_passes(file: &str) {
    let failures = failures(file);
    assert!(failures.is_empty(), "{file}:\n{}", failures.join("\n"));
}

#[test]
fn blocks_pass() {
    check_passes("blocks.jsonl");
}

#[test]
fn caches_pass() {
    check_passes("cache.jsonl");
    check_passes("cache_names.jsonl");
    check_passes("cache_texts.jsonl");
    check_passes("cache_owners.jsonl");
}

#[test]
fn lints_pass() {
    check_passes("lints.jsonl");
}

#[test]
fn merges_pass() {
    check_passes("merges.jsonl");
    check_passes("merge_rules.jsonl");
}

#[test]
fn messages_pass() {
    check_passes("messages.jsonl");
}

#[test]
fn profile_names_pass() {
    check_passes("profile_names.jsonl");
}

#[test]
fn start_urls_pass() {
    check_passes("start_urls.jsonl");
}

#[test]
fn reads_pass() {
    check_passes("reads.jsonl");
}

#[test]
fn removals_pass() {
    check_passes("removals.jsonl");
}
