//! `test`: every check, one after the other, as continuous integration runs them.
//!
//! A check is one line of the table in `checks.rs`. One that fails does not keep the others from running. The last
//! line is `N passed, M failed`, where N and M count checks, not the tests inside them.

mod checks;

use crate::error::TaskError;
use crate::setup::{Browser, SetupError, Toolbox, axe};
use crate::with_causes;
use checks::CHECKS;
use std::fmt::Display;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Sets up what is missing, then runs every check.
#[expect(clippy::disallowed_methods, reason = "a task may look at the clock")]
pub(crate) fn test() -> Result<(), TaskError> {
    let ground = Ground {
        toolbox: or_say(Toolbox::for_release()),
        browser: or_say(Browser::ensure()),
        axe: or_say(axe::ensure()),
    };
    let mut outcomes = Vec::new();
    for check in CHECKS {
        say(format_args!("\n=== {}", check.name));
        let begun = Instant::now();
        let outcome = (check.run)(&ground);
        if let Err(error) = &outcome {
            say(format_args!("xtask: {}", with_causes(error)));
        }
        let outcome = Outcome { name: check.name, passed: outcome.is_ok(), took: begun.elapsed() };
        say(&outcome);
        outcomes.push(outcome);
    }
    say("\n=== Summary");
    outcomes.iter().for_each(say);
    let failed = outcomes.iter().filter(|outcome| !outcome.passed).count();
    say(format_args!("{} passed, {failed} failed", outcomes.len() - failed));
    if failed == 0 { Ok(()) } else { Err(TaskError::ChecksFailed) }
}

/// What the checks stand on; what could not be set up is missing, and has been said.
struct Ground {
    toolbox: Option<Toolbox>,
    browser: Option<Browser>,
    axe: Option<PathBuf>,
}

impl Ground {
    fn toolbox(&self) -> Result<&Toolbox, TaskError> {
        self.toolbox.as_ref().ok_or(TaskError::NotSetUp("the programs that build the page"))
    }

    fn browser(&self) -> Result<&Browser, TaskError> {
        self.browser.as_ref().ok_or(TaskError::NotSetUp("a browser with its driver"))
    }
}

/// One check: what it is called, and how it runs.
struct Check {
    name: &'static str,
    run: fn(&Ground) -> Result<(), TaskError>,
}

struct Outcome {
    name: &'static str,
    passed: bool,
    took: Duration,
}

impl Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let word = if self.passed { "ok" } else { "FAILED" };
        write!(f, "{word:<7}{:>6.1} s  {}", self.took.as_secs_f32(), self.name)
    }
}

fn or_say<T>(set_up: Result<T, SetupError>) -> Option<T> {
    set_up.inspect_err(|error| say(format_args!("xtask: {}", with_causes(error)))).ok()
}

/// The report goes to stdout, like the tests' own.
#[expect(clippy::print_stdout, reason = "a report is what this task is for")]
fn say(line: impl Display) {
    println!("{line}");
}
