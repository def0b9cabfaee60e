//! `dist`: what is deployed. The page as static files in `dist/`, each compressed beside itself, and the program
//! `target/release/onramp` with the page inside.

use crate::bill;
use crate::command::{CommandError, cargo, run};
use crate::compress::{self, Weight};
use crate::error::{TaskError, at};
use crate::names;
use crate::page::{self, Build};
use crate::project;
use crate::setup::Toolbox;
use std::fs;

/// What all that the page loads may come to, in Brotli. Below it, no byte is saved at a reader's cost.
const CEILING: u64 = 428_000;

/// Builds both, and prints what the page weighs.
pub(crate) fn dist() -> Result<(), TaskError> {
    let toolbox = Toolbox::for_release()?;
    let weights = build_page(&toolbox)?;
    build_program()?;
    bill::write()?;
    eprintln!("\n{}", table(&weights));
    check_weight(&weights)?;
    eprintln!("the page:    {}", project::dist().display());
    eprintln!("the program: {}", project::built("release", "onramp").display());
    Ok(())
}

/// Builds the program with the page of `dist/` inside it.
pub(crate) fn build_program() -> Result<(), CommandError> {
    let options = ["--release", "--package", "onramp-host", "--features", "embed-page"];
    run(cargo().arg("build").args(options))
}

/// Builds the page as it is deployed and compresses it; answers with what its files weigh.
pub(crate) fn build_page(toolbox: &Toolbox) -> Result<Vec<Weight>, TaskError> {
    page::build(toolbox, Build::Release)?;
    let folder = project::dist();
    names::finish(&folder)?;
    let weights = compress::compress_all(&folder)?;
    let index = folder.join("index.html");
    let html = fs::read_to_string(&index).map_err(at(&index))?;
    Ok(weights.into_iter().filter(|weight| is_loaded(&html, &weight.name)).collect())
}

/// Fails where the page is heavier than it may be.
pub(crate) fn check_weight(weights: &[Weight]) -> Result<(), TaskError> {
    let bytes = weights.iter().map(|weight| weight.brotli).sum();
    if bytes > CEILING {
        return Err(TaskError::TooHeavy { bytes, ceiling: CEILING });
    }
    Ok(())
}

/// The files and their sums as a table, and the ceiling.
pub(crate) fn table(weights: &[Weight]) -> String {
    let width = weights.iter().map(|weight| weight.name.len()).max().unwrap_or(0).max(10);
    let line = |name: &str, [raw, gzip, brotli]: [String; 3]| {
        format!("{name:width$} {raw:>9} {gzip:>9} {brotli:>9}\n")
    };
    let sum = |part: fn(&Weight) -> u64| weights.iter().map(part).sum::<u64>().to_string();
    let mut table = line("loaded", ["bytes", "gzip", "brotli"].map(str::to_owned));
    for Weight { name, raw, gzip, brotli } in weights {
        table += &line(name, [raw, gzip, brotli].map(u64::to_string));
    }
    table += &line("together", [sum(|w| w.raw), sum(|w| w.gzip), sum(|w| w.brotli)]);
    table += &line("ceiling", ["", "", &CEILING.to_string()].map(str::to_owned));
    table
}

/// The page loads itself and what it names.
fn is_loaded(html: &str, name: &str) -> bool {
    name == "index.html" || html.contains(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(brotli: u64) -> Vec<Weight> {
        let weight =
            |name: &str, raw, gzip, brotli| Weight { name: name.to_owned(), raw, gzip, brotli };
        vec![weight("index.html", 900, 500, 400), weight("page_bg.wasm", 900_000, 420_000, brotli)]
    }

    #[test]
    fn the_table_adds_up() {
        let table = table(&weights(300_000));
        assert!(table.contains("together        900900    420500    300400\n"), "{table}");
    }

    #[test]
    fn a_page_over_its_ceiling_is_refused() {
        check_weight(&weights(CEILING - 400)).unwrap();
        let error = check_weight(&weights(CEILING - 399)).unwrap_err();
        assert!(
            matches!(error, TaskError::TooHeavy { bytes, ceiling } if bytes == ceiling + 1),
            "{error}"
        );
    }

    #[test]
    fn what_the_page_does_not_name_is_not_loaded() {
        let html = r#"<link rel="stylesheet" href="/app-1f.css">"#;
        assert!(is_loaded(html, "app-1f.css") && is_loaded(html, "index.html"));
        assert!(!is_loaded(html, "onramp.example.json"));
    }
}
