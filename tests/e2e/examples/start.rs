//! First paint and time until usable beside a React page with both AWS clients, as JSON: `cargo xtask bench start`.
//!
//! `start ONRAMP REACT` takes the folders of both built pages, files and their `.br` beside them, and loads them in
//! turn, so that both meet the same state of the machine. Each figure is the median.

use onramp_e2e::{StartTimes, start_times};
use serde_json::{Value, json};
use std::env;
use std::io::{self, Write};
use std::path::Path;

const ROUNDS: usize = 7;

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let folders: Vec<_> = env::args_os().skip(1).collect();
    let [onramp, react] = folders.as_slice() else {
        return Err(io::Error::other("usage: start ONRAMP REACT"));
    };
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(start_times(Path::new(onramp)).await);
        theirs.push(start_times(Path::new(react)).await);
    }
    let row = |name: &str, of: fn(&StartTimes) -> f64| -> Value {
        let (value, against) = (median(&ours, of), median(&theirs, of));
        json!({
            "name": name,
            "value": value,
            "unit": "ms",
            "against": format!("the React page's {against:.0} ms"),
            "ratio": value / against,
        })
    };
    let rows = [
        row("start: first paint", |times| times.first_paint),
        row("start: usable", |times| times.usable),
    ];
    writeln!(io::stdout(), "{}", json!(rows))
}

fn median(times: &[StartTimes], of: fn(&StartTimes) -> f64) -> f64 {
    let mut figures: Vec<f64> = times.iter().map(of).collect();
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
