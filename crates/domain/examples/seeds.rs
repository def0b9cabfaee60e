//! Writes the texts of the test vectors into a folder, where a fuzzer begins:
//! `cargo run -q -p onramp-domain --example seeds -- FOLDER`.
//!
//! `FOLDER/config` gets config files, `FOLDER/cache` cache files, each behind the four choices that every target of
//! `fuzz/` takes first (`fuzz_targets/input`).

use serde_json::Value;
use std::ffi::OsStr;
use std::path::Path;
use std::{env, fs, io};

/// The key of a vector's `given` that holds a config file.
const CONFIG_KEYS: [&str; 2] = ["text", "existing"];

/// Four zeros: the first entry, the first name. A fuzzer finds the others.
const CHOICES: &[u8] = &[0; 4];

/// A text as it stands, not one put together from choices.
const AS_IT_IS: u8 = 0;

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).unwrap_or_else(|| "seeds".into());
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let mut files: Vec<_> =
        fs::read_dir(vectors)?.map(|file| Ok(file?.path())).collect::<io::Result<_>>()?;
    files.sort();
    for file in files {
        let name = file.file_stem().and_then(OsStr::to_str).unwrap_or_default();
        let (kind, before) = match name {
            "cache" | "cache_texts" => ("cache", CHOICES.to_vec()),
            "reads" | "merges" | "merge_rules" | "removals" => {
                ("config", [CHOICES, &[AS_IT_IS]].concat())
            }
            _ => continue,
        };
        let folder = Path::new(&folder).join(kind);
        fs::create_dir_all(&folder)?;
        for (number, line) in fs::read_to_string(&file)?.lines().enumerate() {
            let case: Value = serde_json::from_str(line)?;
            let text = CONFIG_KEYS.iter().find_map(|key| case["given"][key].as_str());
            let seed = [&before, text.unwrap_or_default().as_bytes()].concat();
            fs::write(folder.join(format!("{name}-{number:04}")), seed)?;
        }
    }
    Ok(())
}
