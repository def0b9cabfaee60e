//! The checks that need a third party's programs: Python, Node.js, a C++ compiler, cargo-deny.

use super::Prerequisites;
use super::failures::run_tests;
use crate::command::{cargo, run};
use crate::error::{TaskError, not_run};
use crate::fuzz;
use crate::project;
use crate::setup::{cargo_deny, npm, python};
use crate::with_causes;
use std::process::Command;

/// How many files are made and compared, always the same ones.
const FILES: &str = "12000";
const SEED: &str = "1";

/// Our reading and changing of config files, beside botocore's reading.
pub(super) fn config_files(_: &Prerequisites) -> Result<(), TaskError> {
    let mut compare = Command::new(python::botocore().map_err(not_run)?);
    compare.current_dir(project::root()).arg("crates/domain/tests/botocore/compare.py");
    Ok(run(compare.args(["--count", FILES, "--seed", SEED]))?)
}

/// A profile of each format, used by botocore and by the SDK for JavaScript; by one of them, where the other is missing.
pub(super) fn profiles(_: &Prerequisites) -> Result<(), TaskError> {
    let readers = [("ONRAMP_PYTHON", python::botocore()), ("ONRAMP_NODE_PATH", npm::js_sdk())];
    let mut test = cargo();
    test.args(["test", "--package", "onramp-sdk-tests", "--test", "elsewhere"]);
    let mut missing = Vec::new();
    for (variable, reader) in readers {
        match reader {
            Ok(place) => drop(test.env(variable, place)),
            Err(error) => missing.push(with_causes(&error)),
        }
    }
    if missing.len() == 2 {
        return Err(TaskError::NotRun(missing.join("; ")));
    }
    missing.iter().for_each(|missing| eprintln!("not run: {missing}"));
    run_tests(&mut test)
}

/// What is depended on, by the rules of `deny.toml`.
pub(super) fn dependencies(_: &Prerequisites) -> Result<(), TaskError> {
    let mut deny = Command::new(cargo_deny().map_err(not_run)?);
    deny.args(["--workspace", "check", "bans", "licenses", "sources"]);
    Ok(run(deny.current_dir(project::root()))?)
}

/// Every fuzz target, on inputs that are always the same.
pub(super) fn fuzzing(_: &Prerequisites) -> Result<(), TaskError> {
    fuzz::can_be_built().map_err(not_run)?;
    fuzz::run_all()
}
