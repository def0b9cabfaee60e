//! `fuzz`: the fuzz targets, built with the stable compiler and run for a while.
//!
//! The compiler's own coverage pass is what cargo-fuzz uses without a sanitizer, and needs no nightly. What is found, and
//! what was tried on the way, stays in cargo's target folder; the texts of the test vectors are where it begins.
//!
//! Not here: what the targets check (`fuzz/`).

use crate::args::FuzzOptions;
use crate::command::{CommandError, ask, cargo, not_started, run, succeeded};
use crate::error::{TaskError, at};
use crate::project;
use crate::setup::{SetupError, missing};
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// The targets, and on how many inputs a check runs each: seconds' worth.
pub(crate) const TARGETS: [(&str, u32); 8] = [
    ("parse", 300_000),
    ("read", 3_000),
    ("merge", 50_000),
    ("remove", 50_000),
    ("convert", 60_000),
    ("edits", 8_000),
    ("cache", 30_000),
    ("request", 200_000),
];

/// The compiler's pass that says where a program has been.
const PASS: &str = "-Cpasses=sancov-module";

/// As `cargo fuzz --sanitizer none` has them.
const FUZZING: [&str; 6] = [
    "--cfg=fuzzing",
    PASS,
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// Every branch is counted.
const COUNTING: [&str; 3] =
    [PASS, "-Cllvm-args=-sanitizer-coverage-level=3", "-Cllvm-args=-sanitizer-coverage-trace-pc"];

/// One input takes microseconds. One that takes so many seconds has found something.
const SECONDS_AN_INPUT: u32 = 10;

/// Runs the targets that are named, or all of them, for minutes each.
pub(crate) fn fuzz(options: &FuzzOptions) -> Result<(), TaskError> {
    can_be_built()?;
    let time = Duration::from_secs(60 * options.minutes);
    let is_wanted = |name: &str| {
        options.targets.is_empty() || options.targets.iter().any(|target| target == name)
    };
    let wanted = TARGETS.into_iter().filter(|(name, _)| is_wanted(name));
    run_each(wanted.map(|(name, _)| (name, Run::Search(time))))
}

/// Runs each of them on the same inputs every time: a check is not to fail by chance.
pub(crate) fn run_all() -> Result<(), TaskError> {
    run_each(TARGETS.into_iter().map(|(name, inputs)| (name, Run::Check(inputs))))
}

/// How a target is run.
#[derive(Clone, Copy)]
enum Run {
    /// For so long, from random numbers of its own, going on where the last search ended.
    Search(Duration),
    /// On so many inputs, always with the same random numbers and from the seeds alone.
    Check(u32),
}

impl Run {
    /// The folder that keeps what led somewhere new.
    fn corpus(self) -> &'static str {
        match self {
            Run::Search(_) => "corpus",
            Run::Check(_) => "checked",
        }
    }

    fn arguments(self) -> [String; 2] {
        match self {
            Run::Search(time) => [format!("-max_total_time={}", time.as_secs()), "-seed=0".into()],
            Run::Check(inputs) => [format!("-runs={inputs}"), "-seed=1".into()],
        }
    }
}

/// Whether the fuzzer, which is C++, can be built here.
///
/// # Errors
/// Where it can't, with what would be needed.
pub(crate) fn can_be_built() -> Result<(), SetupError> {
    if cfg!(windows) {
        return Err(missing("a fuzzer for Windows", "use Linux, macOS or WSL"));
    }
    let compiler = env::var_os("CXX").unwrap_or_else(|| "c++".into());
    ask(Command::new(compiler).arg("--version")).map(drop).map_err(|_| {
        missing("a C++ compiler", "install g++ or clang, or name one in the variable CXX")
    })
}

fn run_each(targets: impl Iterator<Item = (&'static str, Run)>) -> Result<(), TaskError> {
    let bins = TARGETS.map(|(name, _)| ["--bin", name]).concat();
    let programs = build("fuzz", &FUZZING, &bins)?;
    seed()?;
    // One that finds something does not keep the others from running.
    let outcomes: Vec<_> = targets.map(|(name, how)| fuzz_one(name, how, &programs)).collect();
    outcomes.into_iter().collect()
}

/// Counts what is done for texts and for twice those texts, and fails where that grows by more.
pub(crate) fn count_work() -> Result<(), TaskError> {
    let programs = build("work", &COUNTING, &["--no-default-features", "--bin", "work"])?;
    Ok(run(&mut Command::new(programs.join("work")))?)
}

/// Builds programs of `fuzz/` with these flags, in a target folder of this name; where they are then.
fn build(folder: &str, flags: &[&str], programs: &[&str]) -> Result<PathBuf, CommandError> {
    let (folder, host) = (project::target().join(folder), host()?);
    // Named, so that the flags are not for build scripts and macros.
    run(cargo()
        .args(["build", "--quiet", "--release", "--target", &host])
        .args(programs)
        .arg("--target-dir")
        .arg(&folder)
        .arg("--manifest-path")
        .arg(project::root().join("fuzz").join("Cargo.toml"))
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")))?;
    Ok(folder.join(host).join("release"))
}

fn host() -> Result<String, CommandError> {
    ask(Command::new("rustc").args(["--print", "host-tuple"]))
}

fn seed() -> Result<(), CommandError> {
    let example = ["run", "--quiet", "--package", "onramp-domain", "--example", "seeds", "--"];
    run(cargo().args(example).arg(folder().join("seeds")))
}

fn folder() -> PathBuf {
    project::target().join("fuzz")
}

fn fuzz_one(name: &str, how: Run, programs: &Path) -> Result<(), TaskError> {
    let [corpus, found] = [how.corpus(), "found"].map(|kind| folder().join(kind).join(name));
    if matches!(how, Run::Check(_)) && corpus.exists() {
        std::fs::remove_dir_all(&corpus).map_err(at(&corpus))?;
    }
    for path in [&corpus, &found] {
        std::fs::create_dir_all(path).map_err(at(path))?;
    }
    let seeds = match name {
        // Any bytes are a request's parts.
        "cache" | "request" => "cache",
        _ => "config",
    };
    let mut fuzzer = Command::new(programs.join(name));
    fuzzer
        .args([&corpus, &folder().join("seeds").join(seeds)])
        .args(how.arguments())
        .arg(format!("-timeout={SECONDS_AN_INPUT}"))
        .arg(format!("-artifact_prefix={}/", found.display()))
        .arg("-print_final_stats=1")
        .stdin(Stdio::null());
    let output = fuzzer.output().map_err(|source| not_started(&fuzzer, source))?;
    let said = String::from_utf8_lossy(&output.stderr);
    match tried(&said) {
        Some(inputs) => eprintln!("{name}: {inputs} inputs"),
        None => eprintln!("{name}: ended early"),
    }
    succeeded(&fuzzer, output.status).map_err(|error| {
        eprintln!("{}", end_of(&said));
        error.into()
    })
}

/// How many inputs were tried, as the fuzzer says it last.
fn tried(said: &str) -> Option<u64> {
    let line = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    line?.trim().parse().ok()
}

/// From the panic on, or the last lines.
fn end_of(said: &str) -> &str {
    let start = said.find("panicked at").map(|at| said[..at].rfind('\n').map_or(0, |at| at + 1));
    let last = || said.rmatch_indices('\n').nth(30).map_or(0, |(at, _)| at + 1);
    &said[start.unwrap_or_else(last)..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn every_target_is_run_and_every_one_that_is_run_is_there() {
        let folder = project::root().join("fuzz").join("fuzz_targets");
        let mut there: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .filter_map(|file| {
                Some(file.unwrap().file_name().to_str()?.strip_suffix(".rs")?.into())
            })
            .collect();
        let mut run = TARGETS.map(|(name, _)| name);
        there.sort();
        run.sort();
        assert_eq!(there, run);
    }

    #[test]
    fn what_the_fuzzer_says_is_understood() {
        let said = "INFO: x\nthread 'a' panicked at b:\nc\nstat::number_of_executed_units: 42\n";
        assert_eq!(tried(said), Some(42));
        assert_eq!(end_of(said), &said[8..]);
        assert_eq!(tried("INFO: x"), None);
        let long = "line\n".repeat(40);
        assert_eq!(end_of(&long).lines().count(), 30);
    }
}
