//! The files in `deploy/`, as far as the tools that read them are here.

use crate::support::not_run;
use std::path::PathBuf;
use std::process::Command;

fn deploy(path: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../deploy")).join(path)
}

/// `systemd-analyze` rates what a service could do to its machine from 0 to 10; under 2 is little.
#[test]
fn the_service_is_confined() {
    let unit = deploy("program/onramp.service");
    let mut command = Command::new("systemd-analyze");
    command.args(["security", "--offline=true", "--threshold=20"]).arg(unit);
    let Ok(output) = command.output() else {
        return not_run("systemd-analyze");
    };
    let rating = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{}", rating.lines().last().unwrap_or_default());
}
