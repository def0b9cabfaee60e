//! The test vectors: which files pass entirely, and which do not yet.

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
}

#[test]
fn profile_names_pass() {
    check_passes("profile_names.jsonl");
}

#[test]
fn start_urls_pass() {
    check_passes("start_urls.jsonl");
}

/// Fails where one of them has begun to pass, so that it gets a test of its own above.
#[test]
fn the_others_do_not_pass_yet() {
    for file in ["merge_rules.jsonl", "merges.jsonl", "reads.jsonl", "removals.jsonl"] {
        assert!(!failures(file).is_empty(), "{file} passes: list it as passing");
    }
}
