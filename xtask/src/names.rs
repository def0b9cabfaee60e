//! The names of the page's files, and the policy in its document: what is done to the built page before it is deployed.
//!
//! Trunk's names tell what stood in a file before it was made smaller. Here each gets a digest of its final bytes, so
//! that no name ever stands for two contents, and a host may let browsers keep what it names.

use crate::error::{TaskError, at};
use onramp_page_files::{DIGEST_DIGITS, with_policy};
use sha2::{Digest, Sha256};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Renames every file that Trunk has put a hash into, and writes the content security policy into `index.html`.
///
/// # Errors
/// When a file can't be read or written, or the document has no place for the policy.
pub(crate) fn finish(folder: &Path) -> Result<(), TaskError> {
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        names.extend(entry.map_err(at(folder))?.file_name().into_string());
    }
    // What names others comes after them, so that its digest covers their names.
    names.sort_by_key(|name| (name.ends_with(".js"), name.clone()));
    let index = folder.join("index.html");
    let scripts = names.iter().filter(|name| name.ends_with(".js")).map(|name| folder.join(name));
    let mut texts: Vec<PathBuf> = scripts.chain([index.clone()]).collect();
    for name in &names {
        let Some((before, after)) = around_hash(name) else { continue };
        let old = folder.join(name);
        let digest = digest(&fs::read(&old).map_err(at(&old))?);
        let new_name = format!("{before}{digest}{after}");
        fs::rename(&old, folder.join(&new_name)).map_err(at(&old))?;
        texts.retain(|path| *path != old);
        for path in &texts {
            let text = fs::read_to_string(path).map_err(at(path))?;
            if text.contains(name) {
                fs::write(path, text.replace(name, &new_name)).map_err(at(path))?;
            }
        }
    }
    let document = fs::read_to_string(&index).map_err(at(&index))?;
    let document = with_policy(&document)
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "it has no <meta charset>"));
    fs::write(&index, document.map_err(at(&index))?).map_err(at(&index))
}

/// What stands on both sides of the hash in Trunk's name for a file: `app-` and `.css`, `onramp-page-` and `_bg.wasm`.
fn around_hash(name: &str) -> Option<(&str, &str)> {
    let (at, _) = name.rmatch_indices('-').next()?;
    let (before, rest) = name.split_at(at + 1);
    let hash = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
    let after = &rest[hash..];
    // Leading zeros are left out.
    ((12..=16).contains(&hash) && after.starts_with(['.', '_'])).then_some((before, after))
}

fn digest(bytes: &[u8]) -> String {
    let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    digest[..DIGEST_DIGITS].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_final_bytes_of_its_file_and_of_those_it_names() {
        let folder = std::env::temp_dir().join(format!("onramp-names-{}", std::process::id()));
        let build = |css: &str| {
            fs::remove_dir_all(&folder).ok();
            fs::create_dir_all(&folder).unwrap();
            for (name, text) in [
                ("app-2f1a6c0e9b7d4385.css", css),
                ("page-c0e9b7d43852f_bg.wasm", "wasm"),
                ("page-c0e9b7d43852f.js", "load('page-c0e9b7d43852f_bg.wasm')"),
                ("boot.js", "start()"),
                (
                    "index.html",
                    "<meta charset=utf-8>app-2f1a6c0e9b7d4385.css page-c0e9b7d43852f.js",
                ),
            ] {
                fs::write(folder.join(name), text).unwrap();
            }
            finish(&folder).unwrap();
            let names = fs::read_dir(&folder).unwrap();
            let mut names: Vec<String> =
                names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names
        };
        let ending = |names: &[String], end: &str| {
            names.iter().find(|name| name.ends_with(end) && *name != "boot.js").unwrap().clone()
        };
        let names = build("a{}");
        let [style, script, wasm] = [".css", ".js", ".wasm"].map(|end| ending(&names, end));
        // The first digits that `sha256sum` prints.
        assert_eq!(style, "app-5f546eb4606b5c2b7d2a449a.css");
        let document = fs::read_to_string(folder.join("index.html")).unwrap();
        assert!(document.contains("Content-Security-Policy"), "{document}");
        assert!(document.contains(&style) && document.contains(&script), "{document}");
        let text = fs::read_to_string(folder.join(&script)).unwrap();
        assert_eq!(text, format!("load('{wasm}')"));
        let others = build("b{}");
        assert_ne!(ending(&others, ".css"), style);
        assert_eq!([".js", ".wasm"].map(|end| ending(&others, end)), [script, wasm]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn only_trunks_names_are_changed() {
        for name in ["boot.js", "icon-192.png", "report-20250526.pdf", "onramp.example.json"] {
            assert_eq!(around_hash(name), None, "{name}");
        }
    }
}
