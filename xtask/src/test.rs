//! `test`: every check, one after the other, as continuous integration runs them.
//!
//! A check is one line of the table in `checks.rs`. One that fails does not keep the others from running. The last
//! line is `N passed, M failed`, where N and M count checks, not the tests inside them. A check that needs somebody
//! else's program and can't have it is not run, and says why; where `CI` is set, that is a failure.

mod browsers;
mod checks;
mod same_page;
mod third_party;
mod trunk_serve;

use crate::args::TestOptions;
use crate::error::TaskError;
use crate::setup::{Browser, SetupError, Toolbox, npm};
use crate::with_causes;
use checks::CHECKS;
use std::env;
use std::fmt::Display;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Sets up what is missing, then runs every check, or those that were asked for.
#[expect(clippy::disallowed_methods, reason = "a task may look at the clock")]
pub(crate) fn test(options: &TestOptions) -> Result<(), TaskError> {
    let prerequisites = Prerequisites {
        toolbox: or_say(Toolbox::for_release()),
        browser: or_say(Browser::ensure()),
        axe: or_say(npm::axe()),
    };
    let mut outcomes = Vec::new();
    for check in CHECKS.iter().filter(|check| check.name.contains(&options.only)) {
        say(format_args!("\n=== {}", check.name));
        let begun = Instant::now();
        let status = match (check.run)(&prerequisites) {
            Ok(()) => Status::Passed,
            Err(TaskError::NotRun(why)) => {
                say(format_args!("not run: {why}"));
                if env::var_os("CI").is_some() { Status::Failed } else { Status::NotRun }
            }
            Err(error) => {
                say(format_args!("xtask: {}", with_causes(&error)));
                Status::Failed
            }
        };
        let outcome = Outcome { name: check.name, status, took: begun.elapsed() };
        say(&outcome);
        outcomes.push(outcome);
    }
    say("\n=== Summary");
    outcomes.iter().for_each(say);
    let count = |status| outcomes.iter().filter(|outcome| outcome.status == status).count();
    let failed = count(Status::Failed);
    say(format_args!("{} passed, {failed} failed", count(Status::Passed)));
    if failed == 0 { Ok(()) } else { Err(TaskError::ChecksFailed) }
}

/// What the checks need. What could not be set up is missing, and has been said.
struct Prerequisites {
    toolbox: Option<Toolbox>,
    browser: Option<Browser>,
    axe: Option<PathBuf>,
}

impl Prerequisites {
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
    run: fn(&Prerequisites) -> Result<(), TaskError>,
}

struct Outcome {
    name: &'static str,
    status: Status,
    took: Duration,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    Passed,
    NotRun,
    Failed,
}

impl Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let word = match self.status {
            Status::Passed => "ok",
            Status::NotRun => "not run",
            Status::Failed => "FAILED",
        };
        write!(f, "{word:<8}{:>6.1} s  {}", self.took.as_secs_f32(), self.name)
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
