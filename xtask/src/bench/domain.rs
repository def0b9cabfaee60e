//! The domain's work (`crates/domain/examples/bench`).

use super::{Row, rows_of};
use crate::command::cargo;
use crate::error::TaskError;
use crate::project;

pub(super) fn measure() -> Result<Vec<Row>, TaskError> {
    let mut bench = cargo();
    // The page is built to be small. What is measured is the work, not that.
    bench.current_dir(project::root()).args(["run", "--quiet", "--profile", "quick"]);
    bench.args(["--package", "onramp-domain", "--example", "bench"]);
    rows_of(&mut bench)
}
