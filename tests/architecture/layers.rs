//! Who knows whom: the domain nobody, the page's core the domain, the shell the core, the screens all of it.

use crate::source::{Source, all, code, file};
use crate::words::{used, used_paths};
use crate::{complains, holds, holds_except};
use expect_test::expect;

/// What stands for a browser.
const BROWSER: [&str; 5] = ["web_sys", "js_sys", "gloo*", "wasm_bindgen*", "serde_wasm_bindgen"];

fn touches_the_browser(source: &Source) -> Vec<String> {
    used(source, &BROWSER)
}

fn draws(source: &Source) -> Vec<String> {
    used(source, &["yew"])
}

fn reads_a_clock(source: &Source) -> Vec<String> {
    let mut found = used(source, &["SystemTime", "Instant"]);
    found.extend(used_paths(source, &["std::time", "Utc::now", "Local::now"]));
    found
}

fn knows_the_shell(source: &Source) -> Vec<String> {
    used_paths(source, &["crate::shell", "super::shell"])
}

fn knows_the_screens(source: &Source) -> Vec<String> {
    used_paths(source, &["crate::ui", "super::ui"])
}

/// serde's own names, wherever they come from.
fn serialises(source: &Source) -> Vec<String> {
    used(source, &["serde", "serde_json", "serde_wasm_bindgen", "Serialize", "Deserialize"])
}

/// What a package depends on to run.
fn does_io(manifest: &Source) -> Vec<String> {
    let begin = manifest.text.split("[dependencies]").nth(1).unwrap_or_default();
    let names = begin
        .lines()
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| Some(line.split_once(['.', '='])?.0.trim()));
    let io = [
        "tokio",
        "yew",
        "web-sys",
        "js-sys",
        "wasm-bindgen",
        "reqwest",
        "serde_json",
        "rand",
        "log",
    ];
    names
        .filter(|name| io.contains(name) || name.starts_with("gloo"))
        .map(|name| format!("depends on {name}"))
        .collect()
}

#[test]
fn the_core_knows_no_browser_no_clock_and_nobody_above_it() {
    let core = [code("src/app"), vec![file("src/app.rs")]].concat_all();
    for rule in [touches_the_browser, draws, reads_a_clock, knows_the_shell, knows_the_screens] {
        holds(rule, &core);
    }
    complains(
        touches_the_browser,
        "a.rs",
        "use gloo_net::http; use js_sys as js;",
        expect![[r#"
        uses gloo_net
        uses js_sys"#]],
    );
    complains(draws, "a.rs", "fn a() -> yew::Html {}", expect!["uses yew"]);
    complains(
        reads_a_clock,
        "a.rs",
        "let a = chrono::Utc::now(); Utc::now()",
        expect![[r#"
            uses Utc::now
            uses chrono::Utc::now"#]],
    );
    complains(
        reads_a_clock,
        "a.rs",
        "use std::time::Instant;",
        expect![[r#"
        uses Instant
        uses std::time::Instant"#]],
    );
    complains(knows_the_shell, "a.rs", "use crate::shell::now;", expect!["uses crate::shell::now"]);
}

#[test]
fn the_shell_knows_no_screen() {
    let shell = [code("src/shell"), vec![file("src/shell.rs")]].concat_all();
    holds(knows_the_screens, &shell);
    complains(
        knows_the_screens,
        "a.rs",
        "crate::ui::text::COPY",
        expect!["uses crate::ui::text::COPY"],
    );
}

#[test]
fn beside_the_shell_only_these_touch_the_browser() {
    let others = others_than("src/shell");
    holds_except(
        touches_the_browser,
        &others,
        &[
            // Finds the element that the page is drawn into.
            "src/main.rs",
            // Listens, and reads what was entered out of an event.
            "src/ui/parts/element.rs",
            // Keeps the listeners that the shell hands out.
            "src/ui/root.rs",
        ],
    );
    holds_except(
        knows_the_shell,
        &others,
        &[
            // Presses the file field that it hides.
            "src/ui/parts/files.rs",
            "src/ui/root.rs",
            "src/ui/setup/list.rs",
            "src/ui/tidy.rs",
            "src/ui/tidy/input.rs",
            "src/ui/token.rs",
        ],
    );
}

/// Its readers for a few small types would weigh a tenth of the page (`onramp_domain::json`).
#[test]
fn serde_is_nowhere_in_the_page() {
    holds_except(
        serialises,
        &[code("src"), code("crates/domain/src")].concat_all(),
        // Under a feature that only the simulated Identity Center asks for.
        &["crates/domain/src/secret.rs"],
    );
    complains(
        serialises,
        "a.rs",
        "#[derive(Debug, serde::Serialize)] struct A;",
        expect![[r#"
        uses Serialize
        uses serde"#]],
    );
}

#[test]
fn the_domain_reads_no_clock_and_depends_on_nothing_that_acts() {
    let domain = code("crates/domain/src");
    for rule in [touches_the_browser, draws, reads_a_clock] {
        holds(rule, &domain);
    }
    holds(does_io, &[file("crates/domain/Cargo.toml")]);
    complains(
        does_io,
        "Cargo.toml",
        "[dependencies]\nchrono.workspace = true\ntokio = \"1\"\ngloo-net = \"1\"\n[dev-dependencies]\nserde_json = \"1\"\n",
        expect![[r#"
            depends on tokio
            depends on gloo-net"#]],
    );
}

#[test]
fn there_is_something_to_look_at() {
    assert!(code("src").len() > 20 && all("crates", "rs").len() > 50);
}

/// The page's sources that are not in this folder, nor its root.
fn others_than(folder: &str) -> Vec<Source> {
    code("src").into_iter().filter(|source| !source.path.starts_with(folder)).collect()
}

trait ConcatAll {
    fn concat_all(self) -> Vec<Source>;
}

impl<const N: usize> ConcatAll for [Vec<Source>; N] {
    fn concat_all(self) -> Vec<Source> {
        self.into_iter().flatten().collect()
    }
}
