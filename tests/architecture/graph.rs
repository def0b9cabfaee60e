//! Which file of a crate uses what another one defines, and where that goes in a circle.
//!
//! A name that a module only passes on (`pub use`) is taken to the file that defines it, so that a folder's `mod.rs`
//! and what is in the folder are no circle by themselves.

use crate::source::{Source, Token};
use std::collections::{BTreeMap, BTreeSet};

/// Modules by their paths, `[]` for the crate's root.
pub(crate) struct Graph {
    modules: BTreeMap<Vec<String>, Module>,
}

struct Module {
    file: String,
    /// Absolute paths that it names.
    paths: BTreeSet<Vec<String>>,
    /// Names that it passes on, and where they come from.
    passed_on: BTreeMap<String, Vec<String>>,
}

impl Graph {
    /// Reads the sources of a crate that lies in `src`.
    pub(crate) fn of(sources: &[Source]) -> Graph {
        let modules = sources.iter().filter(|source| source.path != "src/main.rs");
        Graph { modules: modules.map(|source| (place(&source.path), read(source))).collect() }
    }

    /// The files that a file uses.
    fn used(&self, module: &Module) -> BTreeSet<&str> {
        let files = module.paths.iter().filter_map(|path| self.defining(path, 0));
        files.filter(|file| **file != module.file).collect()
    }

    /// The file that defines what a path names.
    fn defining(&self, path: &[String], depth: usize) -> Option<&str> {
        let known =
            (0..=path.len()).rev().find(|length| self.modules.contains_key(&path[..*length]))?;
        let module = &self.modules[&path[..known]];
        let passed_on = path.get(known).and_then(|name| module.passed_on.get(name));
        match passed_on {
            Some(from) if depth < 9 => {
                let whole: Vec<String> = from.iter().chain(&path[known + 1..]).cloned().collect();
                self.defining(&whole, depth + 1)
            }
            Some(_) | None => Some(&module.file),
        }
    }
}

/// Groups of files each of which leads to every other.
pub(crate) fn circles(graph: &Graph) -> Vec<Vec<&str>> {
    let edges: BTreeMap<&str, BTreeSet<&str>> =
        graph.modules.values().map(|module| (&*module.file, graph.used(module))).collect();
    let reached = |from: &str| {
        let mut seen = BTreeSet::new();
        let mut next: Vec<&str> = edges[from].iter().copied().collect();
        while let Some(file) = next.pop() {
            if seen.insert(file) {
                next.extend(&edges[file]);
            }
        }
        seen
    };
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        edges.keys().map(|file| (*file, reached(file))).collect();
    let circle = |file: &&str| -> Vec<&str> {
        let both = reached[file].iter().filter(|other| reached[**other].contains(*file));
        both.copied().collect()
    };
    let found: BTreeSet<Vec<&str>> = edges.keys().map(circle).collect();
    found.into_iter().filter(|circle| circle.len() > 1).collect()
}

/// `src/a/mod.rs` and `src/a.rs` are `a`.
fn place(path: &str) -> Vec<String> {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| last == "mod" || last == "lib") {
        parts.pop();
    }
    parts
}

fn read(source: &Source) -> Module {
    let place = place(&source.path);
    let mut module =
        Module { file: source.path.clone(), paths: BTreeSet::new(), passed_on: BTreeMap::new() };
    let tokens = source.tokens();
    for (at, token) in tokens.iter().enumerate() {
        if *token == Token::Word("use".to_owned()) {
            let mut uses = Vec::new();
            tree(&tokens[at + 1..], &mut Vec::new(), &mut uses);
            let is_public = tokens[..at].iter().rev().take(4).any(|before| is_word(before, "pub"))
                && matches!(
                    tokens.get(at.wrapping_sub(1)),
                    Some(Token::Word(_) | Token::Mark(')'))
                );
            for (path, name) in uses {
                let path = absolute(&place, &path);
                if is_public {
                    module.passed_on.insert(name, path.clone());
                }
                module.paths.insert(path);
            }
        }
    }
    for path in source.paths() {
        let path: Vec<String> = path.split("::").map(str::to_owned).collect();
        if ["crate", "super", "self"].contains(&path[0].as_str()) {
            let path = absolute(&place, &path);
            // What stands before the braces of a `use` is no use by itself.
            let is_beginning =
                |whole: &Vec<String>| whole.len() > path.len() && whole.starts_with(&path);
            if !module.paths.iter().any(is_beginning) {
                module.paths.insert(path);
            }
        }
    }
    module
}

/// The paths of a `use`, each with the name that it gives; answers with how many tokens it took.
fn tree(
    tokens: &[Token],
    before: &mut Vec<String>,
    found: &mut Vec<(Vec<String>, String)>,
) -> usize {
    let depth = before.len();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            Token::Word(word) if word == "as" => {
                if let (Some(Token::Word(name)), Some(last)) = (tokens.get(at), found.last_mut()) {
                    last.1.clone_from(name);
                }
                at += 1;
            }
            Token::Word(word) => {
                before.push(word.clone());
                if tokens.get(at) != Some(&Token::Mark(':')) {
                    let mut path = std::mem::take(before);
                    before.extend_from_slice(&path[..depth]);
                    if word == "self" {
                        path.pop();
                    }
                    let name = path.last().cloned().unwrap_or_default();
                    found.push((path, name));
                }
            }
            Token::Mark('{') => at += tree(&tokens[at..], before, found),
            Token::Mark('*') => found.push((before.clone(), "*".to_owned())),
            Token::Mark(',') => before.truncate(depth),
            Token::Mark('}' | ';') => break,
            Token::Mark(_) | Token::Literal(_) => {}
        }
    }
    before.truncate(depth);
    at
}

/// A path from the crate's root on. A bare name is a module of this one; that of another crate leads nowhere.
fn absolute(place: &[String], path: &[String]) -> Vec<String> {
    let from_root = path.first().is_some_and(|first| first == "crate");
    let mut whole = if from_root { vec![] } else { place.to_vec() };
    for part in path {
        match part.as_str() {
            "crate" | "self" => {}
            "super" => drop(whole.pop()),
            name => whole.push(name.to_owned()),
        }
    }
    whole
}

fn is_word(token: &Token, word: &str) -> bool {
    matches!(token, Token::Word(found) if found == word)
}

#[test]
fn a_circle_is_seen_through_what_is_passed_on() {
    let sources = |three: &str| {
        [
            ("src/lib.rs", "mod a; mod b; pub use a::One;"),
            ("src/a/mod.rs", "mod one; mod two; pub use one::One;"),
            ("src/a/one.rs", "use super::two::Two; use serde::Serialize; pub struct One;"),
            ("src/a/two.rs", "use crate::{b::{self, Three}}; pub struct Two;"),
            ("src/b.rs", three),
        ]
        .map(|(path, text)| Source::sample(path, text))
    };
    let circle = sources("fn three() -> crate::a::One {} pub struct Three;");
    assert_eq!(circles(&Graph::of(&circle)), [["src/a/one.rs", "src/a/two.rs", "src/b.rs"]]);
    assert!(circles(&Graph::of(&sources("pub struct Three;"))).is_empty());
}
