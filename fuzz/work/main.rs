//! Counts work instead of time: how many branches of the domain's code run for a text, and for twice that text. Twice
//! the text may take little more than twice the work, whatever it is made of.
//!
//! The compiler counts them (`-sanitizer-coverage-trace-pc`), in our code and what is compiled into it of the standard
//! library. Not here: what that library does inside a call, such as searching a text for a letter.

mod texts;

use onramp_domain::cache_file;
use onramp_domain::config::{self, Document, Editor, conflicts};
use onramp_domain::lint::lint;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

static BRANCHES: AtomicU64 = AtomicU64::new(0);

/// Called at every branch. The compiler leaves functions of such names alone.
#[unsafe(no_mangle)]
extern "C" fn __sanitizer_cov_trace_pc() {
    BRANCHES.fetch_add(1, Relaxed);
}

/// How many times a text is made of its part.
const TIMES: usize = 1_000;

/// Tables that grow and places that are searched for make it a little more than twice.
const MOST: f64 = 2.5;

fn main() -> ExitCode {
    let mut worst = (0.0, String::new());
    let mut failures = 0;
    let mut counted = 0;
    for (kind, work) in WORK {
        for text in texts::of(kind) {
            let [once, twice] = [TIMES, 2 * TIMES].map(|times| branches(*work, &text.times(times)));
            let ratio = twice as f64 / once as f64;
            counted += 1;
            if ratio > MOST {
                println!(
                    "{kind}: twice {text:?} is {ratio:.2} times the work, {once} and {twice} branches"
                );
                failures += 1;
            }
            if ratio > worst.0 {
                worst = (ratio, format!("{kind} of {text:?}"));
            }
        }
    }
    println!("{counted} texts doubled; at most {:.2} times the work: {}", worst.0, worst.1);
    if failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn branches(work: fn(&str), text: &str) -> u64 {
    let before = BRANCHES.load(Relaxed);
    work(text);
    BRANCHES.load(Relaxed) - before
}

const WORK: &[(&str, fn(&str))] = &[
    ("parse", |text| drop(Document::parse(text))),
    ("read", |text| {
        let document = Document::parse(text);
        let reading = config::read(&document);
        reading.profiles().for_each(|profile| drop(profile.text("region")));
    }),
    ("lint", |text| drop(lint(&Document::parse(text), None))),
    ("remove", |text| {
        let mut editor = Editor::new(Document::parse(text));
        editor.remove_profiles(&["a"]);
        drop(editor.to_patch("a", "b"));
    }),
    ("merge", |text| {
        let document = Document::parse(text);
        let entries = texts::entries();
        drop(conflicts(&document, &entries));
        let mut editor = Editor::new(document);
        editor.merge(&entries);
    }),
    ("cache", |text| drop(cache_file::check(text))),
];
