//! Every compressible file of the page once more as `.gz` and `.br`, and what it weighs.
//!
//! Static hosts serve these files as they are, so they are made once and as small as they get.

use crate::error::{TaskError, at};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// One file of the page in its three forms.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Weight {
    /// Its path below the page's folder.
    pub(crate) name: String,
    /// Bytes as it is.
    pub(crate) raw: u64,
    /// Bytes in gzip; as it is where it does not compress.
    pub(crate) gzip: u64,
    /// Bytes in Brotli; as it is where it does not compress.
    pub(crate) brotli: u64,
}

/// Writes `FILE.gz` and `FILE.br` beside every file below the folder that gets smaller by it.
///
/// # Errors
/// When a file can't be read or written.
pub(crate) fn compress_all(folder: &Path) -> Result<Vec<Weight>, TaskError> {
    let mut files = Vec::new();
    collect(folder, &mut files).map_err(at(folder))?;
    files.sort();
    files.iter().map(|file| compress(folder, file).map_err(at(file))).collect()
}

fn compress(folder: &Path, file: &Path) -> io::Result<Weight> {
    let bytes = fs::read(file)?;
    let keep_smaller = |ending: &str, packed: Vec<u8>| -> io::Result<u64> {
        if packed.len() >= bytes.len() || !is_compressible(file) {
            return Ok(bytes.len() as u64);
        }
        let mut path = file.as_os_str().to_owned();
        path.push(ending);
        fs::write(path, &packed)?;
        Ok(packed.len() as u64)
    };
    Ok(Weight {
        name: file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/"),
        raw: bytes.len() as u64,
        gzip: keep_smaller(".gz", gzip(&bytes)?)?,
        brotli: keep_smaller(".br", brotli(&bytes)?)?,
    })
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if !has_ending(&path, &["br", "gz"]) {
            files.push(path);
        }
    }
    Ok(())
}

/// Pictures and fonts are compressed in themselves.
fn is_compressible(path: &Path) -> bool {
    has_ending(path, &["html", "js", "css", "wasm", "svg", "json", "txt", "webmanifest", "ico"])
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|ending| endings.iter().any(|one| ending == *one))
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn brotli(mut bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut packed, &parameters)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_packed_unpacks_to_the_same() {
        let text = "start URL, region, role; ".repeat(100);
        let mut unpacked = String::new();
        flate2::read::GzDecoder::new(gzip(text.as_bytes()).unwrap().as_slice())
            .read_to_string(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text);
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut brotli(text.as_bytes()).unwrap().as_slice(), &mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text.as_bytes());
    }

    #[test]
    fn only_files_that_get_smaller_are_written_again() {
        let folder = std::env::temp_dir().join(format!("onramp-compress-{}", std::process::id()));
        fs::create_dir_all(folder.join("icons")).unwrap();
        fs::write(folder.join("index.html"), "<p>".repeat(200)).unwrap();
        fs::write(folder.join("tiny.js"), "1").unwrap();
        fs::write(folder.join("icons/icon.png"), "x".repeat(500)).unwrap();
        for _second_time_too in 0..2 {
            let weights = compress_all(&folder).unwrap();
            let names: Vec<&str> = weights.iter().map(|weight| weight.name.as_str()).collect();
            assert_eq!(names, ["icons/icon.png", "index.html", "tiny.js"]);
            assert!(weights[1].brotli < weights[1].gzip && weights[1].gzip < weights[1].raw);
            assert_eq!((weights[0].brotli, weights[2].gzip), (500, 1));
        }
        assert!(folder.join("index.html.br").exists() && folder.join("index.html.gz").exists());
        assert!(!folder.join("tiny.js.br").exists() && !folder.join("icons/icon.png.gz").exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
