//! The listing under a throttle, in the domain's test world (`crates/domain/src/listing/tests/throttles.rs`).

use super::Row;
use crate::command::{capture, cargo, succeeded};
use crate::error::TaskError;
use crate::project;

pub(super) fn measure() -> Result<Vec<Row>, TaskError> {
    let mut figures = cargo();
    figures.current_dir(project::root()).args(["test", "--quiet", "--package", "onramp-domain"]);
    figures.args(["--lib", "listing::tests::throttles::figures", "--"]);
    figures.args(["--ignored", "--exact", "--nocapture"]);
    let (text, status) = capture(&mut figures)?;
    succeeded(&figures, status)?;
    // The test runner says what it does, too.
    let json = text.lines().find(|line| line.starts_with("[{")).unwrap_or_default();
    serde_json::from_str(json).map_err(TaskError::Json)
}
