//! The checks of `test`, in order: the quick ones first, then those that need the built page.

use super::failures::run_tests;
use super::{Check, Prerequisites, browsers, same_page, third_party, trunk_serve};
use crate::command::{capture, cargo, run, succeeded};
use crate::dist;
use crate::error::{TaskError, at};
use crate::fuzz;
use crate::page;
use crate::project;
use crate::setup::{Browser, apt, npm, python};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

const WASM: &str = "wasm32-unknown-unknown";

/// Every check. What a browser runs comes last, since it needs the most.
pub(super) const CHECKS: &[Check] = &[
    Check { name: "format", run: |_| cargo_run(&["fmt", "--all", "--check"]) },
    Check { name: "lints", run: |_| lints(&["--workspace", "--all-targets"]) },
    Check { name: "lints on wasm32", run: wasm_lints },
    Check { name: "licences, bans and sources", run: third_party::dependencies },
    Check { name: "documentation", run: documentation },
    Check { name: "tests", run: tests },
    Check { name: "vectors", run: vectors },
    Check { name: "config files as botocore reads them", run: third_party::config_files },
    Check { name: "profiles in botocore and JavaScript", run: third_party::profiles },
    Check { name: "work is linear", run: |_| fuzz::count_work() },
    Check { name: "fuzzing, for a short while", run: third_party::fuzzing },
    Check { name: "tests in a browser", run: browser_tests },
    Check { name: "page", run: page_and_weight },
    Check { name: "trunk serve", run: trunk_serve::passes_calls_on },
    Check { name: "same page from another folder", run: same_page::check },
    Check { name: "end to end", run: end_to_end },
    Check { name: "main job in Firefox", run: browsers::firefox },
    Check { name: "main job in WebKit", run: browsers::webkit },
    Check { name: "main job with the shipped program", run: browsers::shipped },
];

fn lints(what: &[&str]) -> Result<(), TaskError> {
    let arguments = [&["clippy"], what, &["--", "-D", "warnings"]].concat();
    cargo_run(&arguments)
}

fn wasm_lints(prerequisites: &Prerequisites) -> Result<(), TaskError> {
    prerequisites.toolbox()?;
    lints(&[
        "--package",
        "onramp",
        "--package",
        "onramp-domain",
        "--lib",
        "--bins",
        "--target",
        WASM,
    ])?;
    lints(&["--package", "onramp", "--test", "browser", "--target", WASM])
}

fn documentation(_: &Prerequisites) -> Result<(), TaskError> {
    let mut doc = cargo();
    doc.args(["doc", "--no-deps", "--package", "onramp-domain"]).env("RUSTDOCFLAGS", "-D warnings");
    Ok(run(&mut doc)?)
}

/// Properties are tried on the same texts each time, so that no change fails for what another has brought; `cargo test`
/// tries others.
fn tests(_: &Prerequisites) -> Result<(), TaskError> {
    apt::servers_and_shells()?;
    let mut tests = cargo();
    tests.args(["test", "--workspace"]).env("PROPTEST_RNG_SEED", "1");
    // Without it the one test that needs it says so.
    tests.envs(python::cfn_lint().ok().map(|program| ("ONRAMP_CFN_LINT", program)));
    run_tests(&mut tests)
}

/// The project's own runner over every file of test vectors, of which only the failing cases are shown.
fn vectors(_: &Prerequisites) -> Result<(), TaskError> {
    let mut runner = cargo();
    runner.args(["run", "--quiet", "--package", "onramp-domain", "--example", "vectors", "--"]);
    runner.args(vector_files()?);
    let (report, status) = capture(&mut runner)?;
    for line in report.lines().filter(|line| line.contains(r#""pass":false"#)) {
        eprintln!("{line}");
    }
    // Quoted, since a bare `N passed, M failed` is this task's own last line.
    eprintln!("the runner says {:?}", report.lines().last().unwrap_or_default());
    Ok(succeeded(&runner, status)?)
}

fn vector_files() -> Result<Vec<PathBuf>, TaskError> {
    let folder = project::root().join("crates/domain/tests/vectors");
    let mut files = fs::read_dir(&folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, _>>())
        .map_err(at(&folder))?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "jsonl"));
    files.sort();
    Ok(files)
}

/// Tests of what touches the browser, compiled to WebAssembly. Without `--quiet`, which their runner does not know.
fn browser_tests(prerequisites: &Prerequisites) -> Result<(), TaskError> {
    let browser = prerequisites.browser()?;
    let mut tests = prerequisites.toolbox()?.command("cargo");
    tests
        .args(["test", "--package", "onramp", "--test", "browser", "--target", WASM])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", driver_settings(browser)?)
        .env("CHROMEDRIVER", &browser.driver);
    run_tests(&mut tests)
}

/// `webdriver.json`, with the browser that was found: a driver left alone starts the one it likes best.
fn driver_settings(browser: &Browser) -> Result<PathBuf, TaskError> {
    let usual = project::root().join("webdriver.json");
    let text = fs::read_to_string(&usual).map_err(at(&usual))?;
    let mut settings: Value = serde_json::from_str(&text).map_err(TaskError::Json)?;
    settings["goog:chromeOptions"]["binary"] = json!(browser.program);
    let own = project::target().join("webdriver.json");
    fs::write(&own, settings.to_string()).map_err(at(&own))?;
    Ok(own)
}

/// The page as it is deployed, and whether all that it loads is as light as promised.
fn page_and_weight(prerequisites: &Prerequisites) -> Result<(), TaskError> {
    let weights = dist::build_page(prerequisites.toolbox()?)?;
    eprintln!("{}", dist::table(&weights));
    dist::check_weight(&weights)
}

/// The built page in a real browser, served by the built program. `tests` above leaves these out.
fn end_to_end(prerequisites: &Prerequisites) -> Result<(), TaskError> {
    page::build_host()?;
    let mut tests = cargo();
    tests.args(["test", "--workspace", "--test", "e2e"]);
    prerequisites.browser()?.set_env(&mut tests);
    // Without them the tests that need them say so.
    tests.envs(prerequisites.axe.as_ref().map(|axe| ("ONRAMP_AXE", axe)));
    tests.envs(python::botocore().ok().map(|python| ("ONRAMP_PYTHON", python)));
    tests.envs(npm::js_sdk().ok().map(|modules| ("ONRAMP_NODE_PATH", modules)));
    run_tests(&mut tests)
}

fn cargo_run(arguments: &[&str]) -> Result<(), TaskError> {
    Ok(run(cargo().args(arguments))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_vectors_to_run() {
        let files = vector_files().unwrap();
        assert!(files.iter().any(|file| file.ends_with("blocks.jsonl")), "{files:?}");
        assert!(files.is_sorted());
    }
}
