//! What the domain's work takes at the size that Onramp promises to be quick for, and how it grows:
//! `cargo xtask bench [NAME…] [--json]`.
//!
//! Each figure is the quickest of several runs with 25,000 profiles, which other programs disturb least. Beside it
//! stands a hundred times the same work's with 250 of them, and the ratio of the two: 1 for work that is linear, and
//! some more where 5 MB lie farther away from the processor than 50 KB. Figures are for people to look at; no test asks
//! for a speed.
//!
//! Not here: what the browser does with the result. This runs on the machine itself, without WebAssembly.

mod files;
mod listing;
mod work;

use serde_json::json;
use std::hint::black_box;
use std::io::{self, Write};
use std::time::{Duration, Instant};
use work::{WORK, Work};

/// The size that is promised, and the one that it is held against.
const LARGE: usize = 25_000;
const SMALL: usize = 250;

/// So long is each figure measured at least, and so often.
const AT_LEAST: Duration = Duration::from_millis(400);
const RUNS: usize = 5;

fn main() -> io::Result<()> {
    let (options, names): (Vec<_>, Vec<_>) =
        std::env::args().skip(1).partition(|argument| argument == "--json");
    let wanted = |work: &&Work| names.is_empty() || names.iter().any(|name| name == work.name);
    let rows: Vec<Row> = WORK.iter().filter(wanted).map(Row::of).collect();
    let mut out = io::stdout().lock();
    if options.is_empty() {
        writeln!(out, "{:12} {:>10} {:>14} {:>7}", "", "25,000", "100 × 250", "ratio")?;
        rows.iter().try_for_each(|row| {
            let Row { name, large, against, .. } = row;
            writeln!(out, "{name:12} {large:>7.2} ms {against:>11.2} ms {:>7.2}", row.ratio())
        })
    } else {
        let rows: Vec<_> = rows.iter().map(Row::to_json).collect();
        writeln!(out, "{}", json!(rows))
    }
}

/// One line of the table, in milliseconds.
struct Row {
    name: &'static str,
    large: f64,
    against: f64,
}

impl Row {
    fn of(work: &Work) -> Row {
        let factor = LARGE as f64 / SMALL as f64;
        let [large, small] = [LARGE, SMALL].map(|size| quickest((work.prepare)(size).as_ref()));
        Row { name: work.name, large, against: small * factor }
    }

    fn ratio(&self) -> f64 {
        self.large / self.against
    }

    fn to_json(&self) -> serde_json::Value {
        json!({
            "name": self.name,
            "value": self.large,
            "unit": "ms",
            "against": "100 times the same with 250 profiles",
            "ratio": self.ratio(),
        })
    }
}

/// Milliseconds that the work takes in its quickest run.
#[expect(clippy::disallowed_methods, reason = "a benchmark looks at the clock")]
fn quickest(work: &dyn Fn() -> usize) -> f64 {
    let begun = Instant::now();
    let (mut runs, mut quickest) = (0, Duration::MAX);
    while runs < RUNS || begun.elapsed() < AT_LEAST {
        let run = Instant::now();
        black_box(work());
        quickest = quickest.min(run.elapsed());
        runs += 1;
    }
    quickest.as_secs_f64() * 1000.0
}
