//! The main job once more: in Firefox, in WebKit, and with the program as it is shipped. They need the built page and
//! the program from the checks before them.

use super::{Prerequisites, Verdict};
use crate::command::{cargo, run};
use crate::dist;
use crate::error::TaskError;
use crate::page;
use crate::project;
use crate::setup::{SetupError, firefox, webkit};
use crate::with_causes;
use std::path::PathBuf;
use std::process::Command;

pub(super) fn firefox(_: &Prerequisites) -> Result<Verdict, TaskError> {
    in_another("firefox", firefox::ensure())
}

pub(super) fn webkit(_: &Prerequisites) -> Result<Verdict, TaskError> {
    in_another("webkit", webkit::ensure())
}

/// In Chromium, with the page inside the program.
pub(super) fn shipped(prerequisites: &Prerequisites) -> Result<(), TaskError> {
    let browser = prerequisites.browser()?;
    dist::build_program()?;
    let mut test = main_job();
    browser.set_env(&mut test);
    test.env("ONRAMP_PROGRAM", project::built("release", "onramp")).env("ONRAMP_PAGE", "");
    Ok(run(&mut test)?)
}

fn in_another<const N: usize>(
    browser: &str,
    programs: Result<[(&'static str, PathBuf); N], SetupError>,
) -> Result<Verdict, TaskError> {
    let programs = match programs {
        Ok(programs) => programs,
        Err(missing) => return Ok(Verdict::NotRun(with_causes(&missing))),
    };
    page::build_host()?;
    let mut test = main_job();
    test.env("ONRAMP_BROWSER", browser)
        .env("ONRAMP_PROGRAM", project::built("debug", "onramp"))
        .env("ONRAMP_PAGE", project::dist())
        .envs(programs);
    run(&mut test)?;
    Ok(Verdict::Passed)
}

fn main_job() -> Command {
    let mut test = cargo();
    test.current_dir(project::root());
    test.args(["test", "--workspace", "--test", "e2e", "any_browser::"]);
    test
}
