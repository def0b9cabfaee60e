//! Runs files of test vectors: `cargo run --quiet -p onramp-domain --example vectors -- FILE…`, `-` for standard input.
//!
//! Prints one JSON object a case, in order, then `N passed, M failed`; ends with status 1 where one failed or a file
//! could not be read.

#[path = "../tests/run/mod.rs"]
mod run;

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::process::ExitCode;

fn main() -> io::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    let (mut passed, mut failed) = (0, 0);
    for file in std::env::args().skip(1) {
        let lines: Box<dyn BufRead> = match file.as_str() {
            "-" => Box::new(io::stdin().lock()),
            path => Box::new(BufReader::new(File::open(path)?)),
        };
        for line in lines.lines() {
            let line = line?;
            if line.trim().is_empty() {
                continue;
            }
            let outcome = run::line(&line);
            let count = if outcome.pass { &mut passed } else { &mut failed };
            *count += 1;
            writeln!(out, "{}", outcome.to_json())?;
        }
    }
    writeln!(out, "{passed} passed, {failed} failed")?;
    out.flush()?;
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
