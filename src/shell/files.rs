//! Reading files, as bytes: a browser's own ways to text drop a byte order mark and change line breaks.

use crate::file_text::{FileError, LARGEST_FILE, ReadFile};
use gloo_file::futures::read_as_bytes;
use gloo_file::{Blob, File};

/// All of them, in their order.
pub(super) async fn read_all(files: Vec<web_sys::File>) -> Vec<ReadFile> {
    let mut read = Vec::with_capacity(files.len());
    for file in files {
        read.push(self::read(file.into()).await);
    }
    read
}

/// One. What is too large is refused before anything is read.
pub(super) async fn read(file: File) -> ReadFile {
    let (name, bytes) = (file.name(), file.size());
    if bytes > LARGEST_FILE {
        return ReadFile { name: Some(name), text: Err(FileError::TooLarge { bytes }) };
    }
    let blob: Blob = file.into();
    match read_as_bytes(&blob).await {
        Ok(bytes) => ReadFile::of_bytes(name, bytes),
        Err(_) => ReadFile { name: Some(name), text: Err(FileError::Unreadable) },
    }
}
