//! The credentials file beside the config, and what of it may be seen.
//!
//! Nothing that is drawn has a key in it; copying and saving carry the text itself.

use super::{Diff, EditedFile};
use crate::file_text::FileText;
use onramp_domain::config::{Document, Line, LineNumber};
use onramp_domain::redact_line;
use std::rc::Rc;

#[derive(Debug)]
pub struct Credentials {
    /// The file, keys and all.
    pub file: EditedFile,
    /// What has changed, without keys.
    pub diff: Diff,
    pub shown: FileText,
    /// The profiles in it, in order; one that is there twice, twice.
    pub profiles: Vec<KeyRow>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct KeyRow {
    pub name: Rc<str>,
    pub line: LineNumber,
    pub holds: Holds,
}

/// The keys that a profile has in the credentials file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    LongLived,
    /// Keys with a session token, which expire by themselves.
    Temporary,
    Nothing,
}

impl Credentials {
    pub fn of(file: EditedFile) -> Credentials {
        let document = file.document();
        let mut shown = String::with_capacity(document.as_str().len());
        for line in document.lines() {
            shown.push_str(&redact_line(line.text()));
            shown.push('\n');
        }
        Credentials {
            diff: file.diff(redact_line),
            shown: FileText::new(shown),
            profiles: profiles(document),
            file,
        }
    }

    pub fn has(&self, name: &str) -> bool {
        self.profiles.iter().any(|row| &*row.name == name)
    }
}

fn profiles(document: &Document) -> Vec<KeyRow> {
    let rows = document.sections().map(|section| KeyRow {
        name: section.header_text().into(),
        line: Line::number(section.line()),
        holds: match (section.property("aws_access_key_id"), section.property("aws_session_token"))
        {
            (None, None) => Holds::Nothing,
            (Some(_), None) => Holds::LongLived,
            (_, Some(_)) => Holds::Temporary,
        },
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::super::DiffRow;
    use super::*;

    const TEXT: &str = "[ops]\r\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\r\naws_secret_access_key = SECRET\r\n[a]\r\naws_access_key_id = x\r\naws_session_token = SECRET\r\n";

    fn whole() -> Credentials {
        Credentials::of(EditedFile::of(FileText::new(TEXT)))
    }

    #[test]
    fn nothing_that_is_drawn_has_a_key_and_what_goes_out_has_every_byte() {
        assert_eq!(&**whole().file.text().expose(), TEXT);
        assert_eq!(
            &**whole().shown.expose(),
            "[ops]\naws_access_key_id = …MPLE\naws_secret_access_key = …\n[a]\naws_access_key_id = …\naws_session_token = …\n"
        );
        let after = whole().file.edited(&mut |editor| editor.remove_credentials(&["ops"]));
        let after = Credentials::of(after.expect("a change"));
        assert_eq!(&**after.file.text().expose(), &TEXT[TEXT.find("[a]").unwrap()..]);
        let text = |row: &DiffRow| match row {
            DiffRow::Line { text, .. } => text.to_string(),
            DiffRow::Gap(_) => String::new(),
        };
        let drawn: String = after.diff.rows.iter().map(text).collect();
        assert!(drawn.contains("aws_secret_access_key = …") && !drawn.contains("SECRET"));
        assert!(!format!("{after:?}").contains("SECRET"));
    }

    #[test]
    fn profiles_say_what_they_hold() {
        let whole = whole();
        let rows: Vec<(&str, Holds)> =
            whole.profiles.iter().map(|row| (&*row.name, row.holds)).collect();
        assert_eq!(rows, [("ops", Holds::LongLived), ("a", Holds::Temporary)]);
        assert!(whole.has("ops") && !whole.has("o"));
    }
}
