//! A config file's text on its way through the page, byte for byte, and never printed.
//!
//! Not here: what the text means ([`onramp_domain::config`]).

use super::aws_file::AwsFile;
use onramp_domain::config::{Document, credentials};
use std::fmt;
use std::rc::Rc;

/// How many lines a piece of a text has; app.css knows it too.
const STRIP: usize = 500;

/// The text of a config file, which may hold keys: its `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct ConfigText(Rc<str>);

impl ConfigText {
    /// Takes a text in.
    pub fn new(text: impl Into<Rc<str>>) -> ConfigText {
        ConfigText(text.into())
    }

    /// The text itself, for the screen, the clipboard or a file.
    pub fn expose(&self) -> &Rc<str> {
        &self.0
    }

    /// As a browser's text box has it: every line break is `\n`.
    pub fn boxed(&self) -> ConfigText {
        if !self.0.contains('\r') {
            return self.clone();
        }
        ConfigText(self.0.replace("\r\n", "\n").replace('\r', "\n").into())
    }

    /// Whether the two are one and the same in memory.
    pub fn is_shared_with(&self, other: &ConfigText) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// The text in pieces of [`STRIP`] lines, so that a browser need not lay out all of a long one.
    pub fn strips(&self) -> Vec<ConfigText> {
        let mut strips = Vec::new();
        let mut rest = &*self.0;
        while let Some((at, _)) = rest.match_indices('\n').nth(STRIP - 1) {
            let (strip, after) = rest.split_at(at + 1);
            if after.is_empty() {
                break;
            }
            strips.push(ConfigText::new(strip));
            rest = after;
        }
        strips.push(if strips.is_empty() { self.clone() } else { ConfigText::new(rest) });
        strips
    }

    /// Whether this can only be a credentials file.
    pub fn is_credentials(&self) -> bool {
        // Most texts need no second look.
        self.0.contains("aws_access_key_id") && credentials::is_one(&Document::parse(&*self.0))
    }

    /// What a person made of this text in the box: what they left alone keeps its bytes, and new lines end as the
    /// others do.
    #[must_use]
    pub fn retyped(&self, typed: &ConfigText) -> ConfigText {
        let boxed = self.boxed();
        if boxed.0 == self.0 {
            return typed.clone();
        }
        let (before, after) = (&*boxed.0, &*typed.0);
        let start = common(before.chars(), after.chars());
        let end = common(before[start..].chars().rev(), after[start..].chars().rev());
        let ending = Document::parse(&*self.0).line_ending().as_str();
        let middle = after[start..after.len() - end].replace('\n', ending);
        let kept = (&self.0[..self.place(start)], &self.0[self.place(before.len() - end)..]);
        ConfigText([kept.0, &middle, kept.1].concat().into())
    }

    /// Where in this text the box's place is.
    fn place(&self, boxed: usize) -> usize {
        let bytes = self.0.as_bytes();
        (0..boxed).fold(0, |at, _| at + if bytes[at..].starts_with(b"\r\n") { 2 } else { 1 })
    }
}

impl fmt::Debug for ConfigText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ConfigText(…)")
    }
}

/// A file that a person chose or dropped.
#[derive(Clone, Debug, PartialEq)]
pub struct ConfigFile {
    /// Its name, without folders.
    pub name: String,
    /// Its text, or why there is none.
    pub text: Result<ConfigText, FileFault>,
}

/// Why a file can't be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// The browser could not read it.
    Unreadable,
    /// UTF-16, as some Windows programs write. The AWS CLI can't read it either.
    Utf16,
    /// No UTF-8: changing it would lose bytes.
    NotText,
    /// Neither of the two files is in the folder.
    NothingThere,
}

impl ConfigFile {
    /// Which of the two files it is: by its name, else by what is in it.
    pub fn which(&self) -> AwsFile {
        let by_name = AwsFile::ALL.into_iter().find(|file| file.name() == self.name);
        by_name.unwrap_or_else(|| match &self.text {
            Ok(text) if text.is_credentials() => AwsFile::Credentials,
            Ok(_) | Err(_) => AwsFile::Config,
        })
    }

    /// Takes a file's bytes as text, every one of them, a byte order mark too.
    pub fn read(name: String, bytes: Option<Vec<u8>>) -> ConfigFile {
        let text = match bytes {
            None => Err(FileFault::Unreadable),
            Some(bytes) if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") => {
                Err(FileFault::Utf16)
            }
            Some(bytes) => {
                String::from_utf8(bytes).map(ConfigText::new).map_err(|_| FileFault::NotText)
            }
        };
        ConfigFile { name, text }
    }
}

/// How many bytes two texts have in common from one end on.
fn common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(exact: &str, typed: &str, expected: &str) {
        let retyped = ConfigText::new(exact).retyped(&ConfigText::new(typed));
        assert_eq!(&**retyped.expose(), expected);
    }

    #[test]
    fn what_is_typed_leaves_the_other_lines_their_bytes() {
        check("a\nb\n", "a\nbc\n", "a\nbc\n");
        check("a\r\nb\r\n", "a\nbc\n", "a\r\nbc\r\n");
        check("a\r\nb\r\n", "a\nx\ny\nb\n", "a\r\nx\r\ny\r\nb\r\n");
        check("a\r\nb\nc\rd", "a\nb\nc\nde", "a\r\nb\nc\rde");
        check("ä\r\nö", "ä\nü", "ä\r\nü");
        check("a\r\n\r\n", "a\n", "a\r\n");
        check("\r\n", "", "");
    }

    #[test]
    fn files_keep_every_byte_or_are_not_taken() {
        let read = |bytes: &[u8]| ConfigFile::read("config".to_owned(), Some(bytes.to_vec())).text;
        assert_eq!(read(b"\xef\xbb\xbfa\r\n"), Ok(ConfigText::new("\u{feff}a\r\n")));
        assert_eq!(read(b"\xff\xfea\0"), Err(FileFault::Utf16));
        assert_eq!(read(b"\xe4"), Err(FileFault::NotText));
        assert_eq!(ConfigFile::read("config".to_owned(), None).text, Err(FileFault::Unreadable));
    }

    #[test]
    fn strips_are_the_whole_text() {
        let strips = |text: &str| -> Vec<String> {
            let strips = ConfigText::new(text).strips().into_iter();
            strips.map(|strip| strip.expose().to_string()).collect()
        };
        assert_eq!(strips(""), [""]);
        assert_eq!(strips(&"a\n".repeat(500)).len(), 1);
        let text = "ab\r\n".repeat(1200) + "end";
        let lines: Vec<usize> =
            strips(&text).iter().map(|strip| strip.matches('\n').count()).collect();
        assert_eq!((strips(&text).concat(), lines), (text, vec![500, 500, 200]));
    }

    #[test]
    fn debug_shows_nothing_of_the_text() {
        let file = ConfigFile::read("config".to_owned(), Some(b"SECRET".to_vec()));
        assert!(!format!("{file:?}").contains("SECRET"));
    }
}
