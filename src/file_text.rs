//! The text of a person's file on its way through the page: byte for byte, and never printed.

use std::fmt;
use std::rc::Rc;

/// A text that may hold keys or tokens: its `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct FileText(Rc<str>);

impl FileText {
    /// Takes a text in.
    pub fn new(text: impl Into<Rc<str>>) -> FileText {
        FileText(text.into())
    }

    /// The text itself, for the screen, the clipboard or a file.
    pub fn expose(&self) -> &Rc<str> {
        &self.0
    }

    /// Whether the two are one and the same in memory.
    pub fn ptr_eq(&self, other: &FileText) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for FileText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FileText(…)")
    }
}

/// A file that a person chose or dropped, or a text that they pasted.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadFile {
    /// Its name, without folders; `None` for a pasted text.
    pub name: Option<String>,
    /// Its text, or why there is none.
    pub text: Result<FileText, FileError>,
}

impl ReadFile {
    /// A text without a file.
    pub fn pasted(text: FileText) -> ReadFile {
        ReadFile { name: None, text: Ok(text) }
    }

    /// Takes a file's bytes as text, every one of them, a byte order mark too.
    pub fn of_bytes(name: String, bytes: Vec<u8>) -> ReadFile {
        let text = match bytes.first_chunk() {
            Some(b"\xff\xfe") => Err(FileError::Utf16(utf16(&bytes[2..], u16::from_le_bytes))),
            Some(b"\xfe\xff") => Err(FileError::Utf16(utf16(&bytes[2..], u16::from_be_bytes))),
            Some(_) | None => {
                String::from_utf8(bytes).map(FileText::new).map_err(|_| FileError::NotText)
            }
        };
        ReadFile { name: Some(name), text }
    }
}

/// Why a file can't be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The browser could not read it.
    Unreadable,
    /// UTF-16, as some Windows programs write, and what it says. The AWS CLI can't read it.
    Utf16(FileText),
    /// Not UTF-8: changing it would lose bytes.
    NotText,
    /// Larger than [`LARGEST_FILE`]; it was not read.
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// The folder has no file that we look for.
    NothingThere,
}

/// In bytes. The files that we look for have kilobytes; a gigabyte would end the page.
pub const LARGEST_FILE: u64 = 20_000_000;

/// A text as a browser's text area has it: with `\n` for every line break.
pub fn boxed(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> FileText {
    let (pairs, _) = bytes.as_chunks();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    FileText::new(String::from_utf16_lossy(&units))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_keep_every_byte_or_are_not_taken() {
        let read = |bytes: &[u8]| ReadFile::of_bytes("config".to_owned(), bytes.to_vec()).text;
        assert_eq!(read(b"\xef\xbb\xbfa\r\n"), Ok(FileText::new("\u{feff}a\r\n")));
        assert_eq!(read(b"\xff\xfea\0"), Err(FileError::Utf16(FileText::new("a"))));
        assert_eq!(read(b"\xfe\xff\0a"), Err(FileError::Utf16(FileText::new("a"))));
        assert_eq!(read(b"\xe4"), Err(FileError::NotText));
        assert_eq!(read(b""), Ok(FileText::new("")));
    }

    #[test]
    fn debug_shows_nothing_of_the_text() {
        for bytes in [&b"SECRET"[..], b"\xff\xfeS\0E\0C\0R\0E\0T\0"] {
            let file = ReadFile::of_bytes("config".to_owned(), bytes.to_vec());
            assert!(!format!("{file:?}").contains("SECRET"));
        }
    }
}
