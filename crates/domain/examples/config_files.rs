//! Makes config files and says how they are read and changed, one JSON object a line, for
//! `tests/botocore/compare.py`: `cargo run -q -p onramp-domain --example config_files -- SEED COUNT`.

#[path = "../tests/run/mod.rs"]
mod run;
#[path = "../tests/botocore/shapes.rs"]
mod shapes;

use onramp_domain::config::{self, Document};
use serde_json::{Value, json};
use std::io::{self, BufWriter, Write};

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1).map(|text| text.parse().unwrap_or(0));
    let (seed, count) = (arguments.next().unwrap_or(1), arguments.next().unwrap_or(1000));
    let mut random = Random(seed);
    let mut out = BufWriter::new(io::stdout().lock());
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
