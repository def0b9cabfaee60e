//! `test`: every check, one after the other, as continuous integration runs them.
//!
//! A check is one line of the table in `checks.rs`. One that fails does not keep the others from running. The last
//! line is `N passed, M failed`, where N and M count checks, not the tests inside them. What could not be run, since it needs
//! other people's programs, counts as passed and says that it was not run.

mod checks;
mod others;

use crate::args::TestOptions;
use crate::error::TaskError;
use crate::setup::{Browser, SetupError, Toolbox, axe};
use crate::with_causes;
use checks::CHECKS;
use std::fmt::Display;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Sets up what is missing, then runs every check, or those that were asked for.
#[expect(clippy::disallowed_methods, reason = "a task may look at the clock")]
pub(crate) fn test(options: &TestOptions) -> Result<(), TaskError> {
    let ground = Ground {
        toolbox: or_say(Toolbox::for_release()),
        browser: or_say(Browser::ensure()),
        axe: or_say(axe::ensure()),
    };
    let mut outcomes = Vec::new();
    for check in CHECKS.iter().filter(|check| check.name.contains(&options.only)) {
        say(format_args!("\n=== {}", check.name));
        let begun = Instant::now();
        let came_to = match check.run.on(&ground) {
            Ok(Verdict::Holds) => CameTo::Passed,
            Ok(Verdict::NotRun(why)) => {
                say(format_args!("not run: {why}"));
                CameTo::NotRun
            }
            Err(error) => {
                say(format_args!("xtask: {}", with_causes(&error)));
                CameTo::Failed
            }
        };
        let outcome = Outcome { name: check.name, came_to, took: begun.elapsed() };
        say(&outcome);
        outcomes.push(outcome);
    }
    say("\n=== Summary");
    outcomes.iter().for_each(say);
    let failed = outcomes.iter().filter(|outcome| outcome.came_to == CameTo::Failed).count();
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
    run: Run,
}

/// Where a check has to run.
enum Run {
    /// Everywhere.
    Always(fn(&Ground) -> Result<(), TaskError>),
    /// Where the machine has what a comparison with others' programs needs. It passes where it is not run, and says so.
    WherePossible(fn(&Ground) -> Result<Verdict, TaskError>),
}

/// What a check that did not fail came to.
enum Verdict {
    Holds,
    /// With the reason.
    NotRun(String),
}

impl Run {
    fn on(&self, ground: &Ground) -> Result<Verdict, TaskError> {
        match self {
            Run::Always(run) => run(ground).map(|()| Verdict::Holds),
            Run::WherePossible(run) => run(ground),
        }
    }
}

struct Outcome {
    name: &'static str,
    came_to: CameTo,
    took: Duration,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum CameTo {
    Passed,
    NotRun,
    Failed,
}

impl Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let word = match self.came_to {
            CameTo::Passed => "ok",
            CameTo::NotRun => "not run",
            CameTo::Failed => "FAILED",
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
