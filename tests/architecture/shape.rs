//! House style, as far as it can be counted: first lines, lengths, matches without a wildcard, and no file that knows
//! where it was written.

use crate::source::{Source, Token, all, code, file, root};
use crate::{complains, holds};
use expect_test::expect;

/// More than this is two files.
const LONGEST: usize = 400;

fn lacks_a_beginning(source: &Source) -> Vec<String> {
    let told = source.text.lines().next().is_some_and(|line| line.starts_with("//! "));
    if told { vec![] } else { vec!["does not begin by saying what it is".to_owned()] }
}

fn is_too_long(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    if lines <= LONGEST { vec![] } else { vec![format!("has {lines} lines")] }
}

/// An arm that takes whatever is left, by `_` or by a bare name.
fn catches_everything(source: &Source) -> Vec<String> {
    let tokens = source.tokens();
    let mut found = Vec::new();
    for (at, three) in tokens.windows(3).enumerate() {
        let [Token::Word(name), Token::Mark('='), Token::Mark('>')] = three else { continue };
        let begins_an_arm = matches!(
            at.checked_sub(1).map(|before| &tokens[before]),
            Some(Token::Mark('{' | '}' | ','))
        );
        let binds = name == "_" || name.starts_with(|c: char| c.is_ascii_lowercase());
        if begins_an_arm && binds {
            found.push(format!("has an arm {name}"));
        }
    }
    found
}

/// The place of this clone, or of anybody's home.
fn knows_a_machine(source: &Source) -> Vec<String> {
    let clone = root().to_string_lossy();
    ["/home/", "/root/", "/Users/", r"C:\Users", &clone]
        .into_iter()
        .filter(|place| source.text.contains(place))
        .map(|place| format!("has {place}"))
        .collect()
}

/// Every Rust source of the project but this one.
fn everything() -> Vec<Source> {
    ["src", "crates", "xtask", "tests"]
        .into_iter()
        .flat_map(|folder| all(folder, "rs"))
        .filter(|source| !source.path.starts_with("tests/architecture"))
        .collect()
}

#[test]
fn every_module_says_what_it_is() {
    let modules: Vec<Source> =
        everything().into_iter().filter(|source| !source.path.ends_with("/tests.rs")).collect();
    holds(lacks_a_beginning, &modules);
    complains(
        lacks_a_beginning,
        "a.rs",
        "use std::fmt;\n//! Late.",
        expect!["does not begin by saying what it is"],
    );
}

#[test]
fn no_file_is_longer_than_one_reads_at_once() {
    holds(is_too_long, &everything());
    complains(is_too_long, "a.rs", &"\n".repeat(LONGEST + 1), expect!["has 401 lines"]);
}

#[test]
fn what_follows_from_a_message_and_what_an_effect_does_is_matched_without_a_wildcard() {
    let updates = code("src").into_iter().filter(|source| source.path.ends_with("/update.rs"));
    holds(catches_everything, &updates.chain([file("src/shell/mod.rs")]).collect::<Vec<_>>());
    complains(
        catches_everything,
        "a.rs",
        "match a { A::B(_, Err(_)) => 1, A::C => {} _ => 2 } match b { B::A => 1, other => 2 }",
        expect![[r#"
            has an arm _
            has an arm other"#]],
    );
}

#[test]
fn no_source_knows_where_it_was_written() {
    // People's folders stand in what programs say, which is read there.
    let read = |source: &Source| source.path.starts_with("crates/domain/src/cli_message");
    let sources: Vec<Source> = everything().into_iter().filter(|source| !read(source)).collect();
    holds(knows_a_machine, &sources);
    holds(knows_a_machine, &[file("Cargo.toml"), file("Trunk.toml"), file("clippy.toml")]);
    complains(knows_a_machine, "a.rs", "open(\"/home/dev/.aws/config\")", expect!["has /home/"]);
}
