//! Names the commit a release is built from, and with the page inside builds the program again whenever the built page
//! changes.

use std::env;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=ONRAMP_COMMIT");
    if env::var_os("CARGO_FEATURE_EMBED_PAGE").is_some() {
        println!("cargo::rerun-if-changed=../../dist");
    }
    let named = env::var("ONRAMP_COMMIT").ok();
    // A build for development is not made anew for each commit.
    let is_release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let commit = named.or_else(|| is_release.then(head).flatten());
    println!("cargo::rustc-env=ONRAMP_COMMIT={}", commit.as_deref().unwrap_or("unknown commit"));
}

/// The commit at hand, where this is a clone and not an archive.
fn head() -> Option<String> {
    if let Some(log) = git(&["rev-parse", "--git-path", "logs/HEAD"]) {
        println!("cargo::rerun-if-changed={log}");
    }
    git(&["rev-parse", "--short=12", "HEAD"])
}

fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    (output.status.success() && !text.trim().is_empty()).then(|| text.trim().to_owned())
}
