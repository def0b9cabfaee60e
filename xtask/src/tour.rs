//! `tour`: pictures of every screen and state, in four widths, light and dark.

use crate::command::{cargo, run};
use crate::error::TaskError;
use crate::page::{self, Build};
use crate::project;
use crate::setup::{Browser, Toolbox};

/// Takes them into `target/tour/`.
pub(crate) fn tour() -> Result<(), TaskError> {
    page::build(&Toolbox::for_page()?, Build::Quick)?;
    page::build_host()?;
    let folder = project::target().join("tour");
    let mut tests = cargo();
    tests
        .args(["test", "--package", "onramp-e2e", "--test", "e2e", "--", "--ignored", "tour"])
        .env("ONRAMP_PICTURES", &folder);
    Browser::ensure()?.set_env(&mut tests);
    run(&mut tests)?;
    eprintln!("the pictures: {}", folder.display());
    Ok(())
}
