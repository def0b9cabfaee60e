//! The program's relay beside nginx (`xtask/examples/relay`).

use super::{Row, rows_of};
use crate::command::{cargo, run};
use crate::error::TaskError;
use crate::project;

pub(super) fn measure() -> Result<Vec<Row>, TaskError> {
    // As it is released, but for the page inside.
    let build = ["build", "--release", "--package", "onramp-host", "--bin", "onramp"];
    run(cargo().current_dir(project::root()).args(build))?;
    let mut bench = cargo();
    bench.current_dir(project::root()).args(["run", "--quiet", "--release", "--package", "xtask"]);
    bench.args(["--example", "relay", "--"]).arg(project::built("release", "onramp"));
    rows_of(&mut bench)
}
