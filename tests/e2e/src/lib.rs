//! The built page in a real browser, served by the built program: what the end-to-end tests stand on.
//!
//! A test drives the page as a person with a screen reader would: it finds things by role and accessible name, never
//! by a class or an id. It waits for conditions, never for time. Whatever a test does, it also fails where the browser
//! complained: a script error, a breach of the content security policy, a file that is not there.
//!
//! Programs are found by environment variables, all optional: `ONRAMP_PROGRAM` (the built `onramp`), `ONRAMP_PAGE`
//! (the built page's folder), `CHROMEDRIVER`, `CHROME` (an absolute path).
//!
//! Not here: the test cases, which are in `tests/e2e/`.

mod approval;
mod console;
mod demo;
mod devtools;
mod driver;
mod files;
mod keys;
mod look;
mod organisation;
mod page;
mod role;
mod wait;

pub use approval::Answer;
pub use fantoccini::key::Key;
pub use files::TextFile;
pub use look::{Look, Scheme};
pub use page::Page;
pub use role::Role;
pub use wait::until;

use demo::Demo;
use driver::Driver;
use futures_util::FutureExt;
use std::env;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;

/// Runs a test against its own demo, started with these options of `onramp demo`, in its own browser.
///
/// # Panics
/// When the test does, with the demo's log and the browser's complaints; and when there were complaints.
pub async fn with_demo(options: &[&str], test: impl AsyncFnOnce(&Page)) {
    let demo = Demo::start(options).await;
    let driver = Driver::start().await;
    let page = Page::open(driver.connect().await, demo.address()).await;
    let outcome = AssertUnwindSafe(test(&page)).catch_unwind().await;
    let complaints = page.complaints().await;
    if outcome.is_err() {
        page.save_failure().await;
    }
    // Before anything can panic again: a driver that is killed leaves its browser behind.
    page.close().await;
    if let Err(panic) = outcome {
        eprintln!("--- the demo's log\n{}", demo.log());
        eprintln!("--- the browser's complaints\n{}", complaints.join("\n"));
        resume_unwind(panic);
    }
    assert!(complaints.is_empty(), "the browser complained:\n{}", complaints.join("\n"));
}

/// This package's folder, in the clone that the tests are run in.
fn package() -> PathBuf {
    env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from)
}
