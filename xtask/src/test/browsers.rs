//! The main job once more: in Firefox, in WebKit, and with the program as it is shipped. They need the built page and
//! the program from the checks before them.

use super::Prerequisites;
use super::failures::run_tests;
use crate::command::cargo;
use crate::dist;
use crate::error::{TaskError, not_run};
use crate::page;
use crate::project;
use crate::setup::other_browsers;
use std::path::PathBuf;
use std::process::Command;

pub(super) fn firefox(_: &Prerequisites) -> Result<(), TaskError> {
    in_another("firefox", &other_browsers::firefox().map_err(not_run)?)
}

pub(super) fn webkit(_: &Prerequisites) -> Result<(), TaskError> {
    in_another("webkit", &other_browsers::webkit().map_err(not_run)?)
}

/// In Chromium, with the page inside the program.
pub(super) fn shipped(prerequisites: &Prerequisites) -> Result<(), TaskError> {
    let browser = prerequisites.browser()?;
    dist::build_program()?;
    let mut test = main_job();
    browser.set_env(&mut test);
    test.env("ONRAMP_PROGRAM", project::built("release", "onramp")).env("ONRAMP_PAGE", "");
    run_tests(&mut test)
}

fn in_another(browser: &str, programs: &[(&str, PathBuf)]) -> Result<(), TaskError> {
    page::build_host()?;
    let mut test = main_job();
    test.env("ONRAMP_BROWSER", browser)
        .env("ONRAMP_PROGRAM", project::built("debug", "onramp"))
        .env("ONRAMP_PAGE", project::dist())
        .envs(programs.iter().cloned());
    run_tests(&mut test)
}

fn main_job() -> Command {
    let mut test = cargo();
    test.args(["test", "--workspace", "--test", "e2e", "any_browser::"]);
    test
}
