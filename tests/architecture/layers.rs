//! Who knows whom: the domain nobody; plain data the domain; a screen's state and update plain data; the shell the
//! messages; the root everything. No screen knows another, and no circle of files.

use crate::graph::{Graph, circles};
use crate::names::{used, used_paths};
use crate::source::{Source, all, code, file};
use crate::{complains, holds, holds_except};
use expect_test::expect;

/// What stands for a browser.
const BROWSER: [&str; 5] = ["web_sys", "js_sys", "gloo*", "wasm_bindgen*", "serde_wasm_bindgen"];

fn touches_the_browser(source: &Source) -> Vec<String> {
    used(source, &BROWSER)
}

fn draws(source: &Source) -> Vec<String> {
    let mut found = used(source, &["yew"]);
    found.extend(used_paths(source, &["crate::components"]));
    found
}

fn reads_a_clock(source: &Source) -> Vec<String> {
    let mut found = used(source, &["SystemTime", "Instant"]);
    found.extend(used_paths(source, &["std::time", "Utc::now", "Local::now"]));
    found
}

fn knows_the_shell(source: &Source) -> Vec<String> {
    used_paths(source, &["crate::shell"])
}

fn knows_screens_or_the_root(source: &Source) -> Vec<String> {
    used_paths(source, &["crate::screens", "crate::app"])
}

/// A screen's file names no other screen.
fn knows_another_screen(source: &Source) -> Vec<String> {
    let own = source.path.split('/').nth(2).unwrap_or_default();
    let mut found = used_paths(source, &["crate::screens", "super::super::screens"]);
    found.retain(|path| !path.contains(&format!("crate::screens::{own}")));
    found
}

/// What a package depends on to run.
fn does_io(manifest: &Source) -> Vec<String> {
    let begin = manifest.text.split("[dependencies]").nth(1).unwrap_or_default();
    let names = begin
        .lines()
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| Some(line.split_once(['.', '='])?.0.trim()));
    let io = ["tokio", "yew", "web-sys", "js-sys", "wasm-bindgen", "reqwest", "rand", "log"];
    names
        .filter(|name| io.contains(name) || name.starts_with("gloo"))
        .map(|name| format!("depends on {name}"))
        .collect()
}

/// Whether a file is a view, or lists a screen's parts.
fn is_view(source: &Source) -> bool {
    source.path.split('/').any(|part| ["view", "view.rs"].contains(&part))
}

/// What only says things or holds them: no screen, no root, no browser.
fn plain_data() -> Vec<Source> {
    let files = ["effect", "shared", "route", "host_config", "file_text", "numbers"];
    let files = files.map(|name| file(&format!("src/{name}.rs")));
    files.into_iter().chain(code("src/commands")).collect()
}

fn screens() -> Vec<Source> {
    code("src/screens").into_iter().filter(|source| source.path != "src/screens/mod.rs").collect()
}

#[test]
fn what_is_plain_data_knows_nobody() {
    let plain = plain_data();
    for rule in
        [touches_the_browser, draws, reads_a_clock, knows_the_shell, knows_screens_or_the_root]
    {
        holds(rule, &plain);
    }
    complains(
        touches_the_browser,
        "a.rs",
        "use gloo_net::http; use js_sys as js;",
        expect![[r#"
            uses gloo_net
            uses js_sys"#]],
    );
    complains(
        reads_a_clock,
        "a.rs",
        "use std::time::Instant; let a = chrono::Utc::now();",
        expect![[r#"
            uses Instant
            uses chrono::Utc::now
            uses std::time::Instant"#]],
    );
    complains(
        knows_screens_or_the_root,
        "a.rs",
        "crate::screens::setup::Msg",
        expect!["uses crate::screens::setup::Msg"],
    );
}

#[test]
fn a_screen_decides_without_yew_and_without_a_browser() {
    let (views, others): (Vec<Source>, Vec<Source>) = screens().into_iter().partition(is_view);
    for rule in [touches_the_browser, draws] {
        holds(rule, &others);
    }
    for sources in [views, others] {
        for rule in [reads_a_clock, knows_the_shell, knows_another_screen] {
            holds(rule, &sources);
        }
    }
    complains(draws, "a.rs", "fn a() -> yew::Html {}", expect!["uses yew"]);
    complains(knows_the_shell, "a.rs", "use crate::shell::now;", expect!["uses crate::shell::now"]);
    complains(
        knows_another_screen,
        "src/screens/token/update.rs",
        "use crate::screens::token::Msg; use crate::screens::setup::State;",
        expect!["uses crate::screens::setup::State"],
    );
}

#[test]
fn the_root_decides_without_yew_and_without_a_browser() {
    let root = ["msg", "model", "update", "text"].map(|name| file(&format!("src/app/{name}.rs")));
    for rule in [touches_the_browser, draws, reads_a_clock, knows_the_shell] {
        holds(rule, &root);
    }
}

#[test]
fn a_component_knows_no_screen_and_no_shell() {
    let components = code("src/components");
    for rule in [knows_screens_or_the_root, knows_the_shell, reads_a_clock] {
        holds(rule, &components);
    }
}

#[test]
fn the_shell_draws_nothing() {
    fn draws(source: &Source) -> Vec<String> {
        let mut found = used(source, &["html", "Html", "component"]);
        found.extend(used_paths(source, &["crate::components"]));
        found
    }
    holds(draws, &code("src/shell"));
    complains(draws, "a.rs", "fn a() -> yew::Html {}", expect!["uses Html"]);
}

/// A browser's network, clock, clipboard and files are the shell's. A view may ask an event's element what is in it.
#[test]
fn only_the_shell_reaches_the_browsers_powers() {
    fn reaches(source: &Source) -> Vec<String> {
        let powers = [
            "js_sys",
            "gloo*",
            "serde_wasm_bindgen",
            "wasm_bindgen_futures",
            "window",
            "navigator",
        ];
        used(source, &powers)
    }
    let others: Vec<Source> =
        code("src").into_iter().filter(|source| !source.path.starts_with("src/shell")).collect();
    holds_except(
        reaches,
        &others,
        &[
            // The browser alone knows the person's zone and language.
            "src/components/local_time.rs",
            // Finds the element that the page is drawn in.
            "src/main.rs",
        ],
    );
    complains(
        reaches,
        "a.rs",
        "web_sys::window().navigator()",
        expect![[r#"
        uses navigator
        uses window"#]],
    );
}

#[test]
fn no_files_of_the_page_go_in_a_circle() {
    let graph = Graph::of(&code("src"));
    let circles = circles(&graph);
    assert!(circles.is_empty(), "{circles:#?}");
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
        "[dependencies]\nchrono.workspace = true\ntokio = \"1\"\ngloo-net = \"1\"\n[dev-dependencies]\nrand = \"1\"\n",
        expect![[r#"
            depends on tokio
            depends on gloo-net"#]],
    );
}

#[test]
fn there_is_something_to_look_at() {
    assert!(code("src").len() > 20 && all("crates", "rs").len() > 50);
    assert!(screens().iter().filter(|source| is_view(source)).count() >= 4);
}
