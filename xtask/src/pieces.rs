//! Cutting the page into pieces: what only "Check a token" and "Tidy my config" need goes into a file that is loaded when they are gone to.
//!
//! Not here: where it is cut, which `src/piece.rs` says. Trunk has made the page whole by now, with the compiler's notes
//! on what refers to what still in it; this puts the pieces in its place, made small.

use crate::command::run;
use crate::error::TaskError;
use crate::project;
use crate::setup::{Toolbox, program};
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};

/// How the names of pieces that are loaded later begin.
const LATER: &str = "later-";

/// What wasm-opt is told. The features are those that the compiler uses. Measured: inlining less and repeating more is
/// what Brotli likes.
const OPTIMIZE: [&str; 12] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=30",
    "--skip-pass=local-cse",
    "--strip-producers",
    "--strip-target-features",
];

/// Puts the pieces in the place of the whole page in this folder.
///
/// # Errors
/// When a program fails, or the page is not as it is expected.
pub(crate) fn cut(toolbox: &Toolbox, folder: &Path) -> Result<(), TaskError> {
    let work = project::target().join("pieces");
    drop(fs::remove_dir_all(&work));
    let whole = project::target().join("wasm32-unknown-unknown/release/onramp-page.wasm");
    run(toolbox.command("wasm-split-cli").arg(&whole).arg(&work).args(["--out-name", "page"]))?;
    run(toolbox
        .command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .args(["--out-name", "page", "--out-dir"])
        .arg(&work)
        .arg(work.join("page.wasm")))?;
    let (page, piece) = (work.join("page_bg.wasm"), work.join("split_later.wasm"));
    for file in [&page, &piece] {
        run(toolbox.command(&program("wasm-opt")).args(OPTIMIZE).arg(file).arg("-o").arg(file))?;
    }
    let [page, piece] = [read(&page)?, read(&piece)?];
    let hash = hash([&page, &piece]);
    let piece_name = format!("{LATER}{hash}.wasm");
    let link = work.join("__wasm_split.js");
    write(&link, linked(&text(&link)?, &piece_name).ok_or_else(|| unlike(&link))?)?;
    let script = work.join("bundle.js");
    let mut outfile = std::ffi::OsString::from("--outfile=");
    outfile.push(&script);
    run(toolbox
        .command(&program("esbuild"))
        .arg(work.join("page.js"))
        .args(["--bundle", "--format=esm", "--log-level=warning"])
        .arg(outfile))?;

    let index = folder.join("index.html");
    let html = text(&index)?;
    let old = stem(&html).ok_or_else(|| unlike(&index))?;
    let new = format!("onramp-page-{hash}");
    for ending in [".js", "_bg.wasm"] {
        let path = folder.join(format!("{old}{ending}"));
        fs::remove_file(&path).map_err(|source| TaskError::File { path, source })?;
    }
    write(&folder.join(format!("{new}.js")), read(&script)?)?;
    write(&folder.join(format!("{new}_bg.wasm")), page)?;
    write(&folder.join(&piece_name), piece)?;
    // When the page has nothing else to do, the browser fetches the piece.
    let ahead =
        format!("<link rel=\"prefetch\" href=\"./{piece_name}\" as=\"fetch\" crossorigin></head>");
    write(&index, html.replace(old, &new).replacen("</head>", &ahead, 1))
}

/// Whether a file of the page is a piece that is loaded later.
pub(crate) fn is_later(name: &str) -> bool {
    name.starts_with(LATER)
}

/// The loader with the piece's name, and content with any host's content type.
fn linked(loader: &str, piece_name: &str) -> Option<String> {
    const STREAMING: &str = "(WebAssembly.instantiateStreaming(src, imports))";
    const PLAIN: &str = "src.then((answer) => answer.ok ? answer.arrayBuffer() : Promise.reject(answer.status))\
         .then((bytes) => WebAssembly.instantiate(bytes, imports))";
    let named = loader.replace("./split_later.wasm", &format!("./{piece_name}"));
    (named != loader && named.contains(STREAMING)).then(|| named.replace(STREAMING, PLAIN))
}

/// `onramp-page-HASH`, as Trunk has named it.
fn stem(html: &str) -> Option<&str> {
    let start = html.find("onramp-page-")?;
    let length = html[start..].find(['.', '_'])?;
    Some(&html[start..start + length])
}

/// The same for the same pieces, by whatever program.
fn hash<'f>(files: impl IntoIterator<Item = &'f Vec<u8>>) -> String {
    let mut hasher = DefaultHasher::new();
    files.into_iter().for_each(|file| hasher.write(file));
    format!("{:016x}", hasher.finish())
}

fn read(path: &Path) -> Result<Vec<u8>, TaskError> {
    fs::read(path).map_err(|source| TaskError::File { path: path.to_owned(), source })
}

fn text(path: &Path) -> Result<String, TaskError> {
    fs::read_to_string(path).map_err(|source| TaskError::File { path: path.to_owned(), source })
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), TaskError> {
    fs::write(path, content).map_err(|source| TaskError::File { path: path.to_owned(), source })
}

fn unlike(path: &Path) -> TaskError {
    let source =
        io::Error::new(io::ErrorKind::InvalidData, "is not as the program that made it used to");
    TaskError::File { path: PathBuf::from(path), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_name_is_read_from_its_document() {
        let html = r#"<link rel="modulepreload" href="./onramp-page-1f2e.js"><link href="./onramp-page-1f2e_bg.wasm">"#;
        assert_eq!(stem(html), Some("onramp-page-1f2e"));
        assert_eq!(stem("<p>"), None);
    }

    #[test]
    fn a_loader_that_is_another_is_refused() {
        let loader = r#"fetch(new URL("./split_later.wasm", u)); (WebAssembly.instantiateStreaming(src, imports));"#;
        let linked = linked(loader, "later-1f.wasm").unwrap();
        assert!(linked.contains("./later-1f.wasm") && !linked.contains("Streaming"), "{linked}");
        assert_eq!(super::linked("fetch(other)", "later-1f.wasm"), None);
    }
}
