//! A list of 25,000 roles in the browser (`tests/e2e/examples/list`).

use super::{Row, rows_of};
use crate::command::cargo;
use crate::dist;
use crate::error::TaskError;
use crate::page;
use crate::project;
use crate::setup::{Browser, Toolbox};

pub(super) fn measure() -> Result<Vec<Row>, TaskError> {
    let browser = Browser::ensure()?;
    dist::build_page(&Toolbox::for_release()?)?;
    page::build_host()?;
    let mut list = cargo();
    list.current_dir(project::root());
    list.args(["run", "--quiet", "--package", "onramp-e2e", "--example", "list"]);
    list.env("ONRAMP_PAGE", project::dist())
        .env("ONRAMP_PROGRAM", project::built("debug", "onramp"));
    browser.set_env(&mut list);
    rows_of(&mut list)
}
