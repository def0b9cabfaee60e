//! `bench`: figures as a table or as JSON. Each part says what it measures against what.

mod programs;
mod start;

use crate::args::BenchOptions;
use crate::command::{capture, succeeded};
use crate::error::TaskError;
use clap::ValueEnum;
use serde::{Deserialize, Serialize};
use std::io::{self, Write};
use std::process::Command;

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// The domain's work with 25,000 profiles, natively
    Domain,
    /// The page's first paint, and the time until it can be typed in
    Start,
    /// A list of 25,000 roles: a key in its filter, all of them chosen
    List,
    /// Listing accounts under a throttle, beside the shortest time that it allows
    Listing,
    /// The program's relay beside nginx
    Relay,
}

/// One figure.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Row {
    name: String,
    value: f64,
    unit: String,
    /// What it is compared with, measured in the same run.
    against: String,
    /// This figure by that one.
    ratio: f64,
}

/// Measures the named parts, or all of them.
pub(crate) fn bench(options: &BenchOptions) -> Result<(), TaskError> {
    let mut rows = Vec::new();
    for part in Part::value_variants() {
        if options.parts.is_empty() || options.parts.contains(part) {
            rows.extend(match part {
                Part::Domain => programs::domain()?,
                Part::Start => start::measure()?,
                Part::List => programs::list()?,
                Part::Listing => programs::listing()?,
                Part::Relay => programs::relay()?,
            });
        }
    }
    let mut out = io::stdout().lock();
    let printed = if options.json {
        let json = serde_json::to_string(&rows).map_err(TaskError::Json)?;
        writeln!(out, "{json}")
    } else {
        rows.iter().try_for_each(|row| writeln!(out, "{}", line(row)))
    };
    // Whether anybody reads it is not our concern.
    drop(printed);
    Ok(())
}

/// The rows that a program prints as JSON.
fn rows_of(program: &mut Command) -> Result<Vec<Row>, TaskError> {
    let (text, status) = capture(program)?;
    succeeded(program, status)?;
    serde_json::from_str(&text).map_err(TaskError::Json)
}

fn line(Row { name, value, unit, against, ratio }: &Row) -> String {
    format!("{name:24} {value:>9.2} {unit:4} {ratio:>6.2} × {against}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_the_same_in_both_forms() {
        let json = r#"[{"name":"start: usable","value":812.4,"unit":"ms","against":"the React page's 780 ms","ratio":1.0415}]"#;
        let rows: Vec<Row> = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&rows).unwrap(), json);
        assert_eq!(
            line(&rows[0]),
            "start: usable               812.40 ms     1.04 × the React page's 780 ms"
        );
    }
}
