//! What never gets onto the page or out of it: logs, storage, inline scripts and styles.

use crate::names::{said, used, used_paths};
use crate::source::{Source, Token, all, code, file};
use crate::{complains, holds, holds_except};
use expect_test::expect;

fn logs(source: &Source) -> Vec<String> {
    let mut found = used(source, &["console", "console_error_panic_hook", "tracing", "web_log"]);
    found.extend(used_paths(
        source,
        &["log::info", "log::warn", "log::error", "log::debug", "gloo::console"],
    ));
    let macros = [
        "print", "println", "eprint", "eprintln", "dbg", "log", "debug", "info", "warn", "error",
        "trace",
    ];
    for pair in source.tokens().windows(2) {
        if let [Token::Word(name), Token::Mark('!')] = pair
            && macros.contains(&name.as_str())
        {
            found.push(format!("uses {name}!"));
        }
    }
    found
}

fn stores(source: &Source) -> Vec<String> {
    used(
        source,
        &[
            "local_storage",
            "session_storage",
            "indexed_db",
            "Storage",
            "Idb*",
            "cookie",
            "set_cookie",
            "caches",
            "CacheStorage",
            "gloo_storage",
        ],
    )
}

/// The same in JavaScript, in HTML, and in the list of what web-sys offers.
fn stores_by_any_name(source: &Source) -> Vec<String> {
    said(
        source,
        &[
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "document.cookie",
            "serviceWorker",
            "\"Storage\"",
            "\"Idb",
            "\"HtmlDocument\"",
            "\"CacheStorage\"",
        ],
    )
}

/// A style attribute, which the content security policy would drop.
fn styles(source: &Source) -> Vec<String> {
    used(source, &["style", "set_css_text", "CssStyleDeclaration"])
}

/// Scripts, styles and handlers that stand in a document, and addresses of other hosts.
fn is_inline(document: &Source) -> Vec<String> {
    let text = document.text.to_lowercase();
    let mut found = said(
        &Source::sample("", &text),
        &[
            "<style",
            " style=",
            "javascript:",
            "src=\"http",
            "src=\"//",
            " action=",
            "srcdoc=",
            "<base",
        ],
    );
    // A link that a person follows may lead away; one that a browser loads may not.
    let loaded = text.split("<link").skip(1).filter_map(|tag| tag.split('>').next());
    found.extend(loaded.filter(|tag| tag.contains("//")).map(|tag| format!("loads{tag}")));
    for script in text.split("<script").skip(1) {
        let (tag, content) = script.split_once('>').unwrap_or((script, ""));
        if !tag.contains(" src=") || !content.trim_start().starts_with("</script") {
            found.push("has an inline script".to_owned());
        }
    }
    let handlers = text.split_whitespace().filter(|word| {
        word.strip_prefix("on").and_then(|rest| rest.split_once('=')).is_some_and(|(name, _)| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase())
        })
    });
    found.extend(handlers.map(|handler| format!("has {handler}")));
    found
}

#[test]
fn nothing_is_logged() {
    holds(logs, &code("src"));
    holds(logs, &code("crates/domain/src"));
    complains(
        logs,
        "a.rs",
        "web_sys::console::log_1(&a); println!(\"{a}\"); log::info!(\"a\");",
        expect![[r#"
            uses console
            uses log::info
            uses println!
            uses info!"#]],
    );
}

#[test]
fn nothing_is_kept_in_the_browser() {
    holds(stores, &code("src"));
    for (folder, ending) in [("src", "rs"), ("www", "js"), ("www", "html")] {
        holds(stores_by_any_name, &all(folder, ending));
    }
    holds(stores_by_any_name, &[file("Cargo.toml")]);
    complains(
        stores,
        "a.rs",
        "window.local_storage(); document.set_cookie(a)",
        expect![[r#"
        uses local_storage
        uses set_cookie"#]],
    );
    complains(
        stores_by_any_name,
        "a.js",
        "window.localStorage.a = document.cookie",
        expect![[r#"
        has localStorage
        has document.cookie"#]],
    );
    complains(
        stores_by_any_name,
        "Cargo.toml",
        "features = [\"Storage\"]",
        expect![[r#"has "Storage""#]],
    );
}

#[test]
fn no_style_attribute_is_drawn() {
    holds_except(styles, &code("src"), &["src/shell/browser.rs"]);
    complains(
        styles,
        "a.rs",
        r#"html! { <p style="color: red">{ a }</p> }"#,
        expect!["uses style"],
    );
    complains(styles, "a.rs", "html! { <p {style} /> }", expect!["uses style"]);
}

#[test]
fn the_document_holds_no_script_no_style_and_no_other_host() {
    holds(is_inline, &all("www", "html"));
    complains(
        is_inline,
        "index.html",
        "<body onload=\"a()\"><p style=\"b\">c</p><script>d</script><script src=\"https://e\">f</script><style></style><link href=\"https://g\">",
        expect![[r#"
            has <style
            has  style=
            has src="http
            loads href="https://g"
            has an inline script
            has an inline script
            has onload="a()"><p"#]],
    );
}
