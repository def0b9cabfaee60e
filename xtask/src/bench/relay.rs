//! The program's relay beside nginx (`crates/host/examples/relay`).

use super::{Row, rows_of};
use crate::command::{cargo, run};
use crate::error::TaskError;
use crate::project;
use std::process::Command;

pub(super) fn measure() -> Result<Vec<Row>, TaskError> {
    // As it is released, but for the page inside.
    let build = ["build", "--release", "--package", "onramp-host", "--bin", "onramp"];
    run(cargo().current_dir(project::root()).args(build).args(["--example", "relay"]))?;
    let bench = project::target().join("release/examples/relay");
    rows_of(Command::new(bench).arg(project::built("release", "onramp")))
}
