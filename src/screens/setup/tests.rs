//! "Set up" as a person goes through it, and as it is drawn: a file a step, and one for what fails.

mod approve;
mod arriving;
mod choose;
mod cli_sign_in;
mod company;
mod connect;
mod failures;
mod flow;
mod format;
mod listing;
mod own;
pub mod press;
mod rules;
mod save;
mod steps;
mod use_it;

use crate::testing::{Outline, Page};
use expect_test::Expect;

/// Compares what `part` takes of the whole page.
#[track_caller]
fn check(page: &Page, part: impl FnOnce(&Outline) -> String, expect: Expect) {
    crate::testing::check(page.html(), part, expect);
}

/// The page's content, without what explains the options.
fn main(page: &Outline) -> String {
    let explains = ["You can use {", "term: ", "definition: "];
    let main = page.all("main");
    let lines = main.lines().filter(|line| !explains.iter().any(|it| line.trim().starts_with(it)));
    lines.map(|line| line.to_owned() + "\n").collect()
}

/// What "Choose" shows, without the steps around it.
fn choose_step(page: &Outline) -> String {
    let main = main(page);
    let lines = main.lines().skip_while(|line| !line.contains("Choose what you work with"));
    let lines = lines.take_while(|line| !line.trim().starts_with("listitem: Use it"));
    lines.map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned() + "\n").collect()
}
