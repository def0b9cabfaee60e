//! Where the page's files come from: the program itself, or a folder.
//!
//! Not here: what is served of them. Both sources give the same list, so there is one way to the browser.

use axum::body::Bytes;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// A path from the page's root, with `/` between folders, and the bytes there.
pub type File = (String, Bytes);

/// The files of `dist/` as they were when the program was built; none without the feature `embed-page`.
pub fn embedded() -> Vec<File> {
    #[cfg(feature = "embed-page")]
    {
        #[derive(rust_embed::RustEmbed)]
        #[folder = "../../dist"]
        struct Dist;

        let file = |path: std::borrow::Cow<'static, str>| {
            let bytes = match Dist::get(&path)?.data {
                std::borrow::Cow::Borrowed(bytes) => Bytes::from_static(bytes),
                std::borrow::Cow::Owned(bytes) => Bytes::from(bytes),
            };
            Some((path.into_owned(), bytes))
        };
        Dist::iter().filter_map(file).collect()
    }
    #[cfg(not(feature = "embed-page"))]
    Vec::new()
}

/// Every file below a folder. Links are followed, but for those that lead nowhere or back to where they are; names that
/// are not UTF-8 have no address and are left out.
///
/// # Errors
/// When the folder or a file in it can't be read.
pub fn folder(root: &Path) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    let mut folders = vec![(root.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        let inside = fs::canonicalize(&folder)?;
        for entry in fs::read_dir(folder)? {
            let path: PathBuf = entry?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            let address = format!("{prefix}{name}");
            if path.is_dir() {
                if !inside.starts_with(fs::canonicalize(&path)?) {
                    folders.push((path, format!("{address}/")));
                }
            } else if path.is_file() {
                files.push((address, Bytes::from(fs::read(path)?)));
            }
        }
    }
    Ok(files)
}
