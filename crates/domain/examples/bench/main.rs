//! What the domain's work takes at the size that Onramp promises to be quick for, and how it grows:
//! `cargo xtask bench domain`.
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
    let rows: Vec<_> = WORK.iter().map(|work| Row::of(work).to_json()).collect();
    writeln!(io::stdout(), "{}", json!(rows))
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

    fn to_json(&self) -> serde_json::Value {
        json!({
            "name": format!("domain: {}", self.name),
            "value": self.large,
            "unit": "ms",
            "against": format!("100 times the same with 250 profiles, {:.2} ms", self.against),
            "ratio": self.large / self.against,
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
