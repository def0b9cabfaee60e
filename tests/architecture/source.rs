//! The project's files, and a Rust source as its tokens: without comments, and without what only tests see.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// One file.
pub(crate) struct Source {
    /// From the project's root, with `/`.
    pub(crate) path: String,
    /// What stands in it.
    pub(crate) text: String,
    /// Read once, at the first rule that asks.
    tokens: OnceCell<Vec<Token>>,
}

/// One token of a Rust source.
#[derive(Debug, PartialEq)]
pub(crate) enum Token {
    /// A name or a keyword.
    Word(String),
    /// A character of punctuation, or a bracket.
    Mark(char),
    /// A literal as it is written, quotes included.
    Literal(String),
}

/// The folder that everything is in.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One file.
pub(crate) fn file(path: &str) -> Source {
    let text =
        fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    Source { path: path.to_owned(), text, tokens: OnceCell::new() }
}

/// Every file with this ending in a folder and the folders in it, in order; none that only tests see.
pub(crate) fn code(folder: &str) -> Vec<Source> {
    all(folder, "rs").into_iter().filter(|source| !source.is_test()).collect()
}

/// Every file with this ending in a folder and the folders in it, in order.
pub(crate) fn all(folder: &str, ending: &str) -> Vec<Source> {
    let mut paths = Vec::new();
    gather(folder, ending, &mut paths);
    paths.sort();
    paths.iter().map(|path| file(path)).collect()
}

impl Source {
    /// A text that stands for a file.
    pub(crate) fn sample(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned(), tokens: OnceCell::new() }
    }

    /// Whether only tests see it.
    fn is_test(&self) -> bool {
        self.path
            .split('/')
            .any(|part| ["tests", "tests.rs", "testing", "testing.rs"].contains(&part))
    }

    /// The source's tokens.
    pub(crate) fn tokens(&self) -> &[Token] {
        self.tokens.get_or_init(|| {
            let stream: TokenStream =
                self.text.parse().unwrap_or_else(|error| panic!("{}: {error}", self.path));
            let mut tokens = Vec::new();
            flatten(stream, &mut tokens);
            tokens
        })
    }

    /// The source's names and keywords, each once.
    pub(crate) fn words(&self) -> BTreeSet<&str> {
        self.tokens().iter().filter_map(Token::word).collect()
    }

    /// The source's paths of two parts or more, each once: `std::time`, `Utc::now`.
    pub(crate) fn paths(&self) -> BTreeSet<String> {
        let mut paths = BTreeSet::new();
        let mut path: Vec<&str> = Vec::new();
        let mut colons = 0;
        for token in self.tokens() {
            match token.word() {
                Some(word) if colons == 2 => path.push(word),
                None if *token == Token::Mark(':') => {
                    colons += 1;
                    continue;
                }
                word => {
                    paths.insert(std::mem::take(&mut path).join("::"));
                    path.extend(word);
                }
            }
            colons = 0;
        }
        paths.insert(path.join("::"));
        paths.retain(|path| path.contains(':'));
        paths
    }
}

impl Token {
    fn word(&self) -> Option<&str> {
        match self {
            Token::Word(word) => Some(word),
            Token::Mark(_) | Token::Literal(_) => None,
        }
    }
}

fn gather(folder: &str, ending: &str, paths: &mut Vec<String>) {
    let entries =
        fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    for entry in entries {
        let entry = entry.unwrap_or_else(|error| panic!("{folder}: {error}"));
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{folder}/{name}");
        if entry.path().is_dir() {
            if !name.starts_with('.') && name != "target" && name != "node_modules" {
                gather(&path, ending, paths);
            }
        } else if Path::new(&name).extension().is_some_and(|found| found == ending) {
            paths.push(path);
        }
    }
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Punct(mark) if mark.as_char() == '#' => {
                trees.next_if(
                    |next| matches!(next, TokenTree::Punct(mark) if mark.as_char() == '!'),
                );
                let Some(TokenTree::Group(attribute)) = trees.next() else { continue };
                let mut inside = Vec::new();
                flatten(attribute.stream(), &mut inside);
                match inside.first() {
                    Some(Token::Word(word)) if word == "doc" => {}
                    Some(Token::Word(word)) if word == "cfg" && is_test_only(&inside) => {
                        skip_item(&mut trees);
                    }
                    Some(_) | None => tokens.extend(inside),
                }
            }
            TokenTree::Ident(word) => tokens.push(Token::Word(word.to_string())),
            TokenTree::Punct(mark) => tokens.push(Token::Mark(mark.as_char())),
            TokenTree::Literal(literal) => tokens.push(Token::Literal(literal.to_string())),
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ('(', ')'),
                    Delimiter::Brace => ('{', '}'),
                    Delimiter::Bracket => ('[', ']'),
                    Delimiter::None => (' ', ' '),
                };
                tokens.push(Token::Mark(open));
                flatten(group.stream(), tokens);
                tokens.push(Token::Mark(close));
            }
        }
    }
}

/// `cfg(test)`, and nothing besides.
fn is_test_only(cfg: &[Token]) -> bool {
    matches!(cfg, [_, Token::Mark('('), Token::Word(word), Token::Mark(')')] if word == "test")
}

/// An item ends with its braces or its semicolon.
fn skip_item(trees: &mut impl Iterator<Item = TokenTree>) {
    for tree in trees {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return,
            TokenTree::Punct(mark) if mark.as_char() == ';' => return,
            _ => {}
        }
    }
}

#[test]
fn comments_and_tests_are_no_tokens() {
    let source = Source::sample(
        "a.rs",
        "//! web_sys\n/// js_sys\n#[derive(Debug)]\nstruct A; // yew\n#[cfg(test)]\nmod tests { use gloo; }\nfn b() {}",
    );
    let words: Vec<&str> = source.words().into_iter().collect();
    assert_eq!(words, ["A", "Debug", "b", "derive", "fn", "struct"]);
}

#[test]
fn paths_are_read_from_their_beginning() {
    let source =
        Source::sample("a.rs", "use std::time::Instant; fn a(b: Utc) { Utc::now(); } c::D");
    let paths: Vec<String> = source.paths().into_iter().collect();
    assert_eq!(paths, ["Utc::now", "c::D", "std::time::Instant"]);
}

#[test]
fn what_only_tests_see_is_known_by_its_place() {
    for (path, is_test) in
        [("src/testing/page.rs", true), ("src/app/tests.rs", true), ("src/app/text.rs", false)]
    {
        assert_eq!(Source::sample(path, "").is_test(), is_test, "{path}");
    }
}
