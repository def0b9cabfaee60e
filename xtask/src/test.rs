//! `test`: every check, one after the other, as continuous integration runs them.
//!
//! A check is one line of the table in `checks.rs`. One that fails does not keep the others from running. The last
//! line is `N passed, M failed`, where N and M count checks, not the tests inside them. A check that needs somebody
//! else's program and can't have it is not run, and says why; where `CI` is set, that is a failure.

mod browsers;
mod checks;
mod failures;
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
use std::time::Instant;

/// Sets up what is missing, then runs every check, or those that were asked for.
#[expect(clippy::disallowed_methods, reason = "a task may look at the clock")]
pub(crate) fn test(options: &TestOptions) -> Result<(), TaskError> {
    let prerequisites = Prerequisites {
        toolbox: or_say(Toolbox::for_release()),
        browser: or_say(Browser::ensure()),
        axe: or_say(npm::axe()),
    };
    let mut summary = Vec::new();
    let (mut passed, mut failed) = (0, 0);
    for Check { name, run } in CHECKS.iter().filter(|check| check.name.contains(&options.only)) {
        say(format_args!("\n=== {name}"));
        let begun = Instant::now();
        let (word, why) = match run(&prerequisites) {
            Ok(()) => ("ok", String::new()),
            Err(TaskError::NotRun(why)) if env::var_os("CI").is_none() => {
                ("not run", format!("not run: {why}"))
            }
            Err(error) => ("FAILED", format!("xtask: {}", with_causes(&error))),
        };
        passed += usize::from(word == "ok");
        failed += usize::from(word == "FAILED");
        let line = format!("{word:<8}{:>6.1} s  {name}", begun.elapsed().as_secs_f32());
        why.lines().for_each(say);
        say(&line);
        summary.push(line);
        summary.extend(why.lines().map(|line| format!("{:18}{line}", "")));
    }
    say("\n=== Summary");
    summary.iter().for_each(say);
    say(format_args!("{passed} passed, {failed} failed"));
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

fn or_say<T>(set_up: Result<T, SetupError>) -> Option<T> {
    set_up.inspect_err(|error| say(format_args!("xtask: {}", with_causes(error)))).ok()
}

/// The report goes to stdout, like the tests' own.
#[expect(clippy::print_stdout, reason = "a report is what this task is for")]
fn say(line: impl Display) {
    println!("{line}");
}
