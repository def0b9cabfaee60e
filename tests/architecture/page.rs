//! What never gets onto the page or out of it: logs, storage, inline scripts and styles, words from anywhere but
//! `ui/text`.

use crate::source::{Source, Token, all, code, file};
use crate::words::{said, used, used_paths};
use crate::{complains, holds};
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
        &["<style", " style=", "javascript:", "http://", "https://", "srcdoc=", "<base"],
    );
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

/// Literals that a person would read: two words, or any word in an attribute that is read out.
fn speaks(source: &Source) -> Vec<String> {
    let tokens = source.tokens();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Token::Literal(literal) = token else { continue };
        let words = literal
            .split(|c: char| !(c.is_alphabetic() || c == '\''))
            .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1)
            .count();
        let attribute = match &tokens[..at] {
            [.., Token::Word(name), Token::Mark('=')] => name.as_str(),
            [.., Token::Word(call), Token::Mark('('), Token::Literal(name), Token::Mark(',')]
                if call == "attr" =>
            {
                name.trim_matches('"')
            }
            _ => "",
        };
        let is_read = match attribute {
            "class" | "rel" | "d" | "path" => false,
            "label" | "aria-label" | "placeholder" | "title" | "alt" => words > 0,
            _ => words > 1 && literal.contains(' '),
        };
        if is_read && !is_classes(literal) {
            found.push(format!("says {literal}"));
        }
    }
    found
}

/// Names of the style sheet's classes, and nothing else.
fn is_classes(literal: &str) -> bool {
    let sheet = &file("www/app.css").text;
    let is_class = |name: &str| {
        sheet.match_indices(&format!(".{name}")).any(|(at, found)| {
            !sheet[at + found.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '-')
        })
    };
    literal.trim_matches('"').split(' ').all(is_class)
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
    holds(styles, &code("src/ui"));
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
        "<body onload=\"a()\"><p style=\"b\">c</p><script>d</script><script src=\"https://e\">f</script><style></style>",
        expect![[r#"
            has <style
            has  style=
            has https://
            has an inline script
            has an inline script
            has onload="a()"><p"#]],
    );
}

#[test]
fn every_sentence_is_in_the_texts() {
    let screens: Vec<Source> = code("src/ui")
        .into_iter()
        .filter(|source| !source.path.starts_with("src/ui/text"))
        .collect();
    holds(speaks, &screens);
    complains(
        speaks,
        "a.rs",
        r#"html! { <p class="small quiet" aria-label="Steps" title={a}>{ p("note warn", a) }{ "Try again" }{ format!("{n} roles left") }</p> }"#,
        expect![[r#"
            says "Steps"
            says "Try again"
            says "{n} roles left""#]],
    );
}
