//! Which tests failed and what each said first: a log of which only the end is kept has it there.

use super::say;
use crate::command::{not_started, succeeded};
use crate::error::TaskError;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// How much of a panic's message is told again: the lines of an `assert_eq!`, each at most so many characters long.
const MOST_LINES: usize = 3;
const MOST_CHARACTERS: usize = 160;

/// Runs tests to their end; what they print goes on to stdout, line by line.
///
/// # Errors
/// When they can't be started, or one fails.
pub(super) fn run_tests(command: &mut Command) -> Result<(), TaskError> {
    command.stdout(Stdio::piped());
    let mut child = command.spawn().map_err(|source| not_started(command, source))?;
    let mut printed = String::new();
    for line in child.stdout.take().into_iter().flat_map(|it| BufReader::new(it).split(b'\n')) {
        let line = String::from_utf8_lossy(&line.unwrap_or_default()).into_owned();
        say(&line);
        printed.extend([&line, "\n"]);
    }
    let status = child.wait().map_err(|source| not_started(command, source))?;
    succeeded(command, status)
        .map_err(|command| TaskError::TestsFailed { command, failures: failures(&printed) })
}

/// Of what a test runner prints: each failed test, and below it where it panicked first and what it said.
fn failures(printed: &str) -> String {
    let mut found = Vec::new();
    let mut has_panicked = false;
    let mut lines = printed.lines();
    while let Some(line) = lines.next() {
        if let Some(test) = line.strip_prefix("---- ").and_then(|it| it.strip_suffix(" ----")) {
            found.push(test.rsplit_once(' ').map_or(test, |(name, _stdout)| name).to_owned());
            has_panicked = false;
        } else if let Some((_, place)) = line.split_once("panicked at ").filter(|_| !has_panicked) {
            has_panicked = true;
            let message = lines
                .by_ref()
                .take(MOST_LINES)
                .take_while(|it| !it.starts_with("note: ") && *it != "stack backtrace:");
            for line in std::iter::once(place).chain(message) {
                found.push(format!("  {}", line.chars().take(MOST_CHARACTERS).collect::<String>()));
            }
        }
    }
    found.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failed_test_is_named_with_the_beginning_of_its_first_panic() {
        let native = "\
test a::one ... FAILED
test a::two ... ok

failures:

---- a::one stdout ----

thread 'a::one' (42) panicked at tests/e2e/a.rs:7:9:
assertion `left == right` failed
  left: 1
 right: 2
note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
--- the host's log
thread 'a::one' (42) panicked at tests/e2e/later.rs:1:1:
another

failures:
    a::one
";
        let in_a_browser = "\
---- page::starts output ----
    error output:
        panicked at tests/browser/page.rs:3:5:
        no [role=alert]
";
        assert_eq!(
            failures(&[native, in_a_browser].concat()),
            "\
a::one
  tests/e2e/a.rs:7:9:
  assertion `left == right` failed
    left: 1
   right: 2
page::starts
  tests/browser/page.rs:3:5:
          no [role=alert]"
        );
    }
}
