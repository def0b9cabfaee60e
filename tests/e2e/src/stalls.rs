//! How long the page keeps a person waiting, by the browser's own account.
//!
//! Not here: what is too long. No test fails for a time, which is the machine's as much as the page's.

use crate::page::Page;
use serde_json::Value;
use std::fmt;

/// What one thing that a person does led to, in milliseconds.
#[derive(Debug)]
pub struct Stall {
    /// Until the next frame.
    pub frame: u64,
    /// Until all of it was there.
    pub whole: u64,
    /// The longest task, during which the page answers nothing; 0 below 50.
    pub longest: u64,
}

/// Waits, acts, and notes frames and long tasks until `done` holds.
const WATCH: &str = "
    const [finish] = arguments;
    const wait = (ms) => new Promise((go) => setTimeout(go, ms));
    const frame = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
    (async () => {
        const tasks = [];
        const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
        observer.observe({ type: 'longtask' });
        await frame();
        await wait(200);
        const start = performance.now();
        { ACT; }
        await frame();
        const drawn = performance.now();
        while (!(DONE)) await wait(10);
        await frame();
        const end = performance.now();
        await wait(100);
        const own = tasks.filter((task) => task.startTime + task.duration > start);
        const longest = Math.max(0, ...own.map((task) => task.duration));
        finish([drawn - start, end - start, longest].map(Math.round));
    })();
";

impl Page {
    /// Does what a script says, and watches until another one's condition holds.
    ///
    /// # Panics
    /// When the browser does not answer.
    pub async fn stall(&self, act: &str, done: &str) -> Stall {
        // The page's policy lets no text become a script, so the driver gets it whole.
        let script = WATCH.replace("ACT", act).replace("DONE", done);
        let answer = self.client.execute_async(&script, Vec::new()).await;
        let answer = answer.unwrap_or_else(|error| panic!("{act}: {error}"));
        let figure = |at: usize| answer.get(at).and_then(Value::as_u64).unwrap_or_default();
        Stall { frame: figure(0), whole: figure(1), longest: figure(2) }
    }
}

impl fmt::Display for Stall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Stall { frame, whole, longest } = self;
        write!(f, "frame {frame:>5} ms  whole {whole:>5} ms  longest task {longest:>5} ms")
    }
}
