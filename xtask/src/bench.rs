//! `bench`: figures of the domain's work, as a table or as JSON.
//!
//! Not here: what is measured (`crates/domain/examples/bench/`).

use crate::args::BenchOptions;
use crate::command::{cargo, run};
use crate::error::TaskError;
use crate::project;

/// Measures what is named, or everything.
pub(crate) fn bench(options: &BenchOptions) -> Result<(), TaskError> {
    let example = ["--package", "onramp-domain", "--example", "bench", "--"];
    let mut bench = cargo();
    // The page is built to be small. What is measured is the work, not that.
    bench.current_dir(project::root()).args(["run", "--quiet", "--profile", "quick"]);
    bench.args(example).args(&options.names).args(options.json.then_some("--json"));
    Ok(run(&mut bench)?)
}
