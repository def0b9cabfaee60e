//! The built page in a real browser, served by the built program: what the end-to-end tests stand on.
//!
//! A test drives the page as a person with a screen reader would: it finds things by role and accessible name, never
//! by a class or an id. It waits for conditions, never for time. Whatever a test does, it also fails where the browser
//! complained: a script error, a breach of the content security policy, a file that is not there.
//!
//! Programs are found by environment variables, all optional: `ONRAMP_PROGRAM` (the built `onramp`), `ONRAMP_PAGE`
//! (the built page's folder; the page inside the program where it is empty), `ONRAMP_AXE` (axe-core's `axe.min.js`),
//! `ONRAMP_BROWSER` (`chromium`, `firefox` or `webkit`), `CHROME` and `FIREFOX` (absolute paths), `CHROMEDRIVER`,
//! `GECKODRIVER`, `WEBKITDRIVER`.
//!
//! Not here: the test cases, which are in `tests/e2e/`.

mod access;
#[path = "../../../crates/host/tests/host/address.rs"]
mod address;
mod approval;
mod ax_tree;
mod browser;
mod clock;
mod console;
mod demo;
mod devtools;
mod driver;
mod file_host;
mod files;
mod gatekeeper;
#[path = "../../../crates/host/tests/host/gates/start.rs"]
mod gates;
mod keys;
mod look;
mod organisation;
mod page;
mod query;
mod role;
mod screen;
mod secrets;
mod stalls;
mod start_times;
mod wait;
mod world;

pub use approval::{Answer, Approval};
pub use demo::built_page;
pub use files::Downloads;
pub use keys::Press;
pub use look::{Look, Scheme};
pub use organisation::Organisation;
pub use page::Page;
pub use role::Role;
pub use secrets::Overheard;
pub use stalls::Stall;
pub use start_times::{StartTimes, start_times};
pub use wait::{maybe, until};

use demo::Demo;
use driver::Driver;
use file_host::{FileHost, Policy};
use futures_util::FutureExt;
use gatekeeper::gatekeeper;
use std::env;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::time::timeout;

/// Far longer than any test takes: a driver that does not answer any more must not hold everything up.
const LONGEST: Duration = Duration::from_secs(1800);

/// Runs a test against its own demo, started with these options of `onramp demo`, in its own browser.
///
/// # Panics
/// When the test does, with the demo's log and the browser's complaints; and when there were complaints.
pub async fn with_demo(options: &[&str], test: impl AsyncFnOnce(&Page)) {
    let demo = Demo::start(options).await;
    in_a_demo(demo.address(), &demo, test).await;
}

/// Runs a test against its own demo behind access control that goes by a cookie.
///
/// # Panics
/// As [`with_demo`].
pub async fn with_gatekeeper(test: impl AsyncFnOnce(&Page)) {
    let demo = Demo::start(&[]).await;
    let gate = FileHost::of(gatekeeper(demo.address())).await;
    in_a_demo(gate.address(), &demo, test).await;
}

/// Runs a test against the built page on a host that serves its files and nothing else: no relay, no settings.
///
/// # Panics
/// As [`with_demo`].
pub async fn with_files_only(test: impl AsyncFnOnce(&Page)) {
    with_files(&built_page(), test).await;
}

/// The same with the page's files in a folder of the test's own.
///
/// # Panics
/// As [`with_demo`].
pub async fn with_files(folder: &Path, test: impl AsyncFnOnce(&Page)) {
    let files = FileHost::start(folder, Policy::Inside).await;
    in_a_browser(files.address(), test, no_log).await;
}

/// A way of hosting the page that runs here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The program.
    Program,
    /// nginx alone, with the files of `deploy/nginx`.
    Nginx,
    /// Caddy alone, with the files of `deploy/caddy`.
    Caddy,
    /// A host that sends no headers of its own.
    FilesOnly,
}

/// Runs a test against the built page hosted in this way. Behind nginx and Caddy nobody answers for AWS.
///
/// # Panics
/// As [`with_demo`]; and with `CI` set, when nginx or Caddy is not here.
pub async fn hosted(way: Way, test: impl AsyncFnOnce(&Page)) {
    let (page, nobody) = (built_page(), "http://127.0.0.1:1");
    let gate = match way {
        Way::Program => return with_demo(&[], test).await,
        Way::FilesOnly => return with_files(&page, test).await,
        Way::Nginx => gates::nginx(&page, nobody),
        Way::Caddy => gates::caddy(&page, nobody),
    };
    let Some(gate) = gate else {
        assert!(env::var_os("CI").is_none(), "{way:?} is not here");
        eprintln!("not run: {way:?} is not here");
        return;
    };
    in_a_browser(&format!("http://{}/", gate.address), test, no_log).await;
}

fn no_log() -> String {
    "it keeps no log".to_owned()
}

async fn in_a_demo(address: &str, demo: &Demo, test: impl AsyncFnOnce(&Page)) {
    let test = async |page: &Page| {
        page.wait_for_settings().await;
        test(page).await;
    };
    in_a_browser(address, test, || demo.log()).await;
}

async fn in_a_browser(address: &str, test: impl AsyncFnOnce(&Page), log: impl Fn() -> String) {
    let driver = Driver::start().await;
    let page = Page::new(driver.connect().await, address);
    let test = async {
        page.open().await;
        test(&page).await;
    };
    let test = async { timeout(LONGEST, test).await.expect("a test ends in minutes") };
    let outcome = AssertUnwindSafe(test).catch_unwind().await;
    let complaints = match page.complaints().await {
        Ok(complaints) => complaints,
        Err(error) => vec![error.to_string()],
    };
    if outcome.is_err() {
        page.save_failure().await;
    }
    // Before anything can panic again: a driver that is killed leaves its browser behind.
    page.close().await;
    if let Err(panic) = outcome {
        eprintln!("--- the host's log\n{}", log());
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
