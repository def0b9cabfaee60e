//! The checks that need other people's programs: Python, a C++ compiler. Where one can't be had, that is said, and the
//! check passes without having run.

use super::{Ground, Verdict};
use crate::command::run;
use crate::error::TaskError;
use crate::fuzz;
use crate::project;
use crate::setup::{SetupError, botocore};
use crate::with_causes;
use std::process::Command;
use std::time::Duration;

/// How many files are made and compared, always the same ones.
const FILES: &str = "12000";
const SEED: &str = "1";

/// How long each target is fuzzed.
const FUZZING: Duration = Duration::from_secs(10);

/// Our reading and changing of config files, beside botocore's reading.
pub(super) fn config_files(_: &Ground) -> Result<Verdict, TaskError> {
    let python = match botocore::ensure() {
        Ok(python) => python,
        Err(missing) => return Ok(not_run(&missing)),
    };
    run(Command::new(python)
        .current_dir(project::root())
        .arg("crates/domain/tests/botocore/compare.py")
        .args(["--count", FILES, "--seed", SEED]))?;
    Ok(Verdict::Holds)
}

/// Every fuzz target, for seconds.
pub(super) fn fuzzing(_: &Ground) -> Result<Verdict, TaskError> {
    if let Err(missing) = fuzz::can_be_built() {
        return Ok(not_run(&missing));
    }
    fuzz::run_all(FUZZING)?;
    Ok(Verdict::Holds)
}

fn not_run(missing: &SetupError) -> Verdict {
    Verdict::NotRun(with_causes(missing))
}
