//! What programs of other packages measure, and print as rows.

use super::{Row, rows_of};
use crate::command::{capture, cargo, run, succeeded};
use crate::error::TaskError;
use crate::setup::{Browser, Toolbox};
use crate::{dist, page, project};

/// The domain's work (`crates/domain/examples/bench`).
pub(super) fn domain() -> Result<Vec<Row>, TaskError> {
    let mut bench = cargo();
    // The page is built to be small. What is measured is the work, not that.
    bench.args(["run", "--quiet", "--profile", "quick"]);
    bench.args(["--package", "onramp-domain", "--example", "bench"]);
    rows_of(&mut bench)
}

/// A list of 25,000 roles in the browser (`tests/e2e/examples/list`).
pub(super) fn list() -> Result<Vec<Row>, TaskError> {
    let browser = Browser::ensure()?;
    dist::build_page(&Toolbox::for_release()?)?;
    page::build_host()?;
    let mut list = cargo();
    list.args(["run", "--quiet", "--package", "onramp-e2e", "--example", "list"]);
    browser.set_env(&mut list);
    rows_of(&mut list)
}

/// The listing under a throttle, in the domain's test world (`crates/domain/src/listing/tests/throttles.rs`).
pub(super) fn listing() -> Result<Vec<Row>, TaskError> {
    let mut figures = cargo();
    figures.args(["test", "--quiet", "--package", "onramp-domain", "--lib"]);
    figures.args(["listing::tests::throttles::figures", "--"]);
    figures.args(["--ignored", "--exact", "--nocapture"]);
    let (text, status) = capture(&mut figures)?;
    succeeded(&figures, status)?;
    // The test runner says what it does, too.
    let json = text.lines().find(|line| line.starts_with("[{")).unwrap_or_default();
    serde_json::from_str(json).map_err(TaskError::Json)
}

/// The program's relay beside nginx (`xtask/examples/relay`).
pub(super) fn relay() -> Result<Vec<Row>, TaskError> {
    // As it is released, but for the page inside.
    run(cargo().args(["build", "--release", "--package", "onramp-host", "--bin", "onramp"]))?;
    let mut bench = cargo();
    bench.args(["run", "--quiet", "--release", "--package", "xtask", "--example", "relay", "--"]);
    rows_of(bench.arg(project::built("release", "onramp")))
}
