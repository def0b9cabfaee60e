//! The checks that need a third party's programs: Python, Node.js, a C++ compiler, cargo-deny.

use super::{Prerequisites, Verdict};
use crate::command::{cargo, run};
use crate::error::TaskError;
use crate::fuzz;
use crate::project;
use crate::setup::{SetupError, botocore, cargo_deny, js_sdk};
use crate::with_causes;
use std::process::Command;
use std::time::Duration;

/// How many files are made and compared, always the same ones.
const FILES: &str = "12000";
const SEED: &str = "1";

/// How long each target is fuzzed.
const FUZZING: Duration = Duration::from_secs(10);

/// Our reading and changing of config files, beside botocore's reading.
pub(super) fn config_files(_: &Prerequisites) -> Result<Verdict, TaskError> {
    let python = match botocore::ensure() {
        Ok(python) => python,
        Err(missing) => return Ok(not_run(&missing)),
    };
    run(Command::new(python)
        .current_dir(project::root())
        .arg("crates/domain/tests/botocore/compare.py")
        .args(["--count", FILES, "--seed", SEED]))?;
    Ok(Verdict::Passed)
}

/// A profile of each format, used by botocore and by the SDK for JavaScript; by one of them, where the other is missing.
pub(super) fn profiles(_: &Prerequisites) -> Result<Verdict, TaskError> {
    let readers = [("ONRAMP_PYTHON", botocore::ensure()), ("ONRAMP_NODE_PATH", js_sdk::ensure())];
    let mut test = cargo();
    test.current_dir(project::root());
    test.args(["test", "--package", "onramp-sdk-tests", "--test", "elsewhere"]);
    let mut missing = Vec::new();
    for (variable, reader) in readers {
        match reader {
            Ok(place) => drop(test.env(variable, place)),
            Err(error) => missing.push(with_causes(&error)),
        }
    }
    if missing.len() == 2 {
        return Ok(Verdict::NotRun(missing.join("; ")));
    }
    missing.iter().for_each(|missing| eprintln!("not run: {missing}"));
    run(&mut test)?;
    Ok(Verdict::Passed)
}

/// What is depended on, by the rules of `deny.toml`.
pub(super) fn dependencies(_: &Prerequisites) -> Result<Verdict, TaskError> {
    let deny = match cargo_deny() {
        Ok(deny) => deny,
        Err(missing) => return Ok(not_run(&missing)),
    };
    let check = ["--workspace", "check", "bans", "licenses", "sources"];
    run(Command::new(deny).current_dir(project::root()).args(check))?;
    Ok(Verdict::Passed)
}

/// Every fuzz target, for seconds.
pub(super) fn fuzzing(_: &Prerequisites) -> Result<Verdict, TaskError> {
    if let Err(missing) = fuzz::can_be_built() {
        return Ok(not_run(&missing));
    }
    fuzz::run_all(FUZZING)?;
    Ok(Verdict::Passed)
}

fn not_run(missing: &SetupError) -> Verdict {
    Verdict::NotRun(with_causes(missing))
}
