//! Makes config files and says how they are read and changed, one JSON object a line, for
//! `tests/botocore/compare.py`: `cargo run -q -p onramp-domain --example config_files -- SEED COUNT`, and with `fixes`
//! behind that, files as people mistype them, and what becomes of them by each fix.

#[path = "../tests/mistyped/mod.rs"]
mod mistyped;
#[path = "../tests/run/mod.rs"]
mod run;
#[path = "../tests/botocore/shapes.rs"]
mod shapes;

use onramp_domain::config::{self, Document, Editor};
use onramp_domain::lint::{Applicability, Fix, Problem, lint};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use std::io::{self, BufWriter, Write};

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1).map(|text| text.parse().unwrap_or(0));
    let (seed, count) = (arguments.next().unwrap_or(1), arguments.next().unwrap_or(1000));
    let mut random = Random(seed);
    let mut out = BufWriter::new(io::stdout().lock());
    if std::env::args().any(|argument| argument == "fixes") {
        for text in mistyped_files(&mut random).take(count as usize) {
            writeln!(out, "{}", fixes(&text))?;
        }
        return out.flush();
    }
    for _ in 0..count {
        let length = random.next() % 120;
        let choices: Vec<u8> = (0..length).map(|_| (random.next() >> 24) as u8).collect();
        let text = shapes::text_of(&choices);
        let entry = entry(&mut random);
        let profile = shapes::NAMES[random.next() as usize % shapes::NAMES.len()];
        let read = answer("read", json!({"text": text}));
        let merge = answer("merge", json!({"existing": text, "entry": entry}));
        let remove = answer("remove", json!({"existing": text, "profile": profile}));
        let line = json!({
            "text": text, "read": read, "refusals": refusals(&text),
            "entry": entry, "merge": merge["text"],
            "removed": profile, "remove": remove["text"],
        });
        writeln!(out, "{line}")?;
    }
    out.flush()
}

fn answer(kind: &str, given: Value) -> Value {
    run::line(&json!({"kind": kind, "given": given}).to_string()).to_json()["got"].take()
}

fn mistyped_files(random: &mut Random) -> impl Iterator<Item = String> {
    let seed: Vec<u8> = (0..4).flat_map(|_| random.next().to_le_bytes()).collect();
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let lines = mistyped::lines();
    std::iter::from_fn(move || Some(lines.new_tree(&mut runner).ok()?.current().join("\n")))
}

/// A file by all of its safe fixes, until none is left, and by each choice of the others.
fn fixes(text: &str) -> Value {
    let document = Document::parse(text);
    let problems = lint(&document, None);
    let mut safe = Editor::new(document.clone());
    while safe.fix_all_safe(&lint(safe.document(), None)) > 0 {}
    let choices = problems.iter().filter(|problem| {
        problem.fix().is_some_and(|fix| fix.applicability() == Applicability::Suggestion)
    });
    let choices: Vec<String> = choices.flat_map(|problem| each(&document, problem)).collect();
    json!({"text": text, "safe": safe.document().as_str(), "choices": choices})
}

fn each<'d>(document: &'d Document, problem: &'d Problem) -> impl Iterator<Item = String> + 'd {
    (0..problem.fix().map_or(0, |fix: &Fix| fix.choices().len())).map(move |choice| {
        let mut editor = Editor::new(document.clone());
        editor.fix(problem, choice);
        editor.document().as_str().to_owned()
    })
}

/// The lines that we say the CLI refuses a file for.
fn refusals(text: &str) -> Vec<usize> {
    let document = Document::parse(text);
    config::read(&document).parse_errors().iter().map(|error| error.line.get()).collect()
}

fn entry(random: &mut Random) -> Value {
    let mut of = |texts: &[&str]| texts[random.next() as usize % texts.len()].to_owned();
    let session = of(&["corp", "lab", "my sso", "default"]);
    json!({
        "format": of(&["sso-session", "legacy", "both"]),
        "profile": of(shapes::NAMES),
        "session": {
            "name": session,
            "start_url": of(&["https://d-1234567890.awsapps.com/start", "https://d-1234567890.awsapps.com/start/#/"]),
            "region": of(&["us-east-1", "eu-west-1"]),
            "scopes": "sso:account:access",
        },
        "account_id": of(&["111122223333", "000000000042"]),
        "role_name": of(&["PowerUser", "x"]),
        "region": of(&["", "us-west-2", "eu-west-1"]),
        "output": of(&["", "json"]),
    })
}

/// SplitMix64: enough to choose by, and the same for the same seed.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
