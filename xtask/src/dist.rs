//! `dist`: what is deployed. The page as static files in `dist/`, each compressed beside itself, and the program
//! `target/release/onramp` with the page inside.

use crate::command::{cargo, run};
use crate::compress::{self, Weight};
use crate::error::TaskError;
use crate::minify::minify_scripts;
use crate::page::{self, Build};
use crate::pieces;
use crate::project;
use crate::setup::Toolbox;
use std::fs;

/// What the files of the page's first load are to come to, in Brotli. Not reached yet.
const FIRST_LOAD_TARGET: u64 = 110_000;
/// What they may come to until then: what has been reached, and a little room. It only ever goes down, but for a
/// screen that is worth its weight.
const FIRST_LOAD_CEILING: u64 = 144_000;

/// Builds both, and prints what the page weighs.
pub(crate) fn dist() -> Result<(), TaskError> {
    let toolbox = Toolbox::for_release()?;
    let weights = build_page(&toolbox)?;
    run(cargo().current_dir(project::root()).args([
        "build",
        "--release",
        "--package",
        "onramp-host",
        "--features",
        "embed-page",
    ]))?;
    eprintln!("\n{}", table(&weights));
    eprintln!("the page:    {}", project::dist().display());
    eprintln!("the program: {}", project::built("release", "onramp").display());
    Ok(())
}

/// Builds the page as it is deployed and compresses it; answers with what its files weigh.
pub(crate) fn build_page(toolbox: &Toolbox) -> Result<Weights, TaskError> {
    page::build(toolbox, Build::Release)?;
    let folder = project::dist();
    pieces::cut(toolbox, &folder)?;
    minify_scripts(toolbox, &folder)?;
    let weights = compress::compress_all(&folder)
        .map_err(|(path, source)| TaskError::File { path, source })?;
    let index = folder.join("index.html");
    let html =
        fs::read_to_string(&index).map_err(|source| TaskError::File { path: index, source })?;
    let (later, others): (Vec<Weight>, Vec<Weight>) =
        weights.into_iter().partition(|weight| pieces::is_later(&weight.name));
    let first_load = others.into_iter().filter(|weight| is_loaded(&html, &weight.name)).collect();
    Ok(Weights { first_load, later })
}

/// What the page's files weigh.
#[derive(Debug)]
pub(crate) struct Weights {
    /// What it needs to be used.
    first_load: Vec<Weight>,
    /// What one of its screens needs besides.
    later: Vec<Weight>,
}

/// Fails where the first load is heavier than its ceiling.
pub(crate) fn check_weight(weights: &Weights) -> Result<(), TaskError> {
    let bytes = weights.first_load.iter().map(|weight| weight.brotli).sum();
    if bytes > FIRST_LOAD_CEILING {
        return Err(TaskError::TooHeavy { bytes, ceiling: FIRST_LOAD_CEILING });
    }
    Ok(())
}

/// The files and their sums as a table, and the target.
pub(crate) fn table(Weights { first_load, later }: &Weights) -> String {
    let width =
        first_load.iter().chain(later).map(|weight| weight.name.len()).max().unwrap_or(0).max(10);
    let line = |name: &str, [raw, gzip, brotli]: [String; 3]| {
        format!("{name:width$} {raw:>9} {gzip:>9} {brotli:>9}\n")
    };
    let sum = |part: fn(&Weight) -> u64| first_load.iter().map(part).sum::<u64>().to_string();
    let mut table = line("first load", ["bytes", "gzip", "brotli"].map(str::to_owned));
    for Weight { name, raw, gzip, brotli } in first_load {
        table += &line(name, [raw, gzip, brotli].map(u64::to_string));
    }
    table += &line("together", [sum(|w| w.raw), sum(|w| w.gzip), sum(|w| w.brotli)]);
    table += &line("ceiling", ["", "", &FIRST_LOAD_CEILING.to_string()].map(str::to_owned));
    table += &line("target", ["", "", &FIRST_LOAD_TARGET.to_string()].map(str::to_owned));
    table += &line("later", ["", "", ""].map(str::to_owned));
    for Weight { name, raw, gzip, brotli } in later {
        table += &line(name, [raw, gzip, brotli].map(u64::to_string));
    }
    table
}

/// The page loads itself and what it names.
fn is_loaded(html: &str, name: &str) -> bool {
    name == "index.html" || html.contains(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(brotli: u64) -> Weights {
        let weight =
            |name: &str, raw, gzip, brotli| Weight { name: name.to_owned(), raw, gzip, brotli };
        Weights {
            first_load: vec![
                weight("index.html", 900, 500, 400),
                weight("page_bg.wasm", 300_000, 120_000, brotli),
            ],
            later: vec![weight("later-1f.wasm", 200_000, 90_000, 70_000)],
        }
    }

    #[test]
    fn the_table_adds_up() {
        let table = table(&weights(100_000));
        assert!(table.contains("together         300900    120500    100400\n"), "{table}");
        assert!(table.contains("later-1f.wasm    200000     90000     70000\n"), "{table}");
    }

    #[test]
    fn a_page_over_its_ceiling_is_refused() {
        check_weight(&weights(FIRST_LOAD_CEILING - 400)).unwrap();
        let error = check_weight(&weights(FIRST_LOAD_CEILING - 399)).unwrap_err();
        assert!(
            matches!(error, TaskError::TooHeavy { bytes, ceiling } if bytes == ceiling + 1),
            "{error}"
        );
    }

    #[test]
    fn what_the_page_does_not_name_is_not_its_first_load() {
        let html = r#"<link rel="stylesheet" href="/app-1f.css">"#;
        assert!(is_loaded(html, "app-1f.css") && is_loaded(html, "index.html"));
        assert!(!is_loaded(html, "onramp.example.json"));
    }
}
