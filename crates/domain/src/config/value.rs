//! A setting's value, with the lines that continue it.
//!
//! Source: configparser joins a value's lines, stripped, with `\n`; botocore's `configloader._parse_nested` takes a
//! value whose first line is empty for a group of settings.

use super::text;
use super::{LineKind, LineNumber, Property};
use std::borrow::Cow;
use std::fmt;

/// What a setting is set to.
#[derive(Clone, PartialEq, Eq)]
pub enum Value<'d> {
    /// A text, often empty; several lines joined by `\n`.
    Text(Cow<'d, str>),
    /// Settings of their own, indented below an empty value, as below `s3 =`. Names keep their case. Of a name that is
    /// there twice, the last counts.
    Nested(Vec<(&'d str, &'d str)>),
}

impl fmt::Debug for Value<'_> {
    /// Without its text, which can be a secret key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Text(_) => f.write_str("Text(…)"),
            Value::Nested(settings) => write!(f, "Nested({} settings)", settings.len()),
        }
    }
}

impl Value<'_> {
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            Value::Nested(_) => None,
        }
    }
}

impl<'d> Property<'d> {
    /// Its value as the CLI reads it. Where the CLI refuses the nested settings: all of their text.
    pub fn value(self) -> Value<'d> {
        if self.lines().len() == 1 {
            return Value::Text(Cow::Borrowed(self.first_line_value()));
        }
        self.nested().and_then(Result::ok).map_or_else(|| Value::Text(self.joined()), Value::Nested)
    }

    /// Whether the CLI reads exactly this text.
    pub(crate) fn is(self, text: &str) -> bool {
        self.value().as_text() == Some(text)
    }

    /// Its nested settings, or the line that is none of them; `None` where it is a plain value.
    pub(crate) fn nested(self) -> Option<Result<Vec<(&'d str, &'d str)>, LineNumber>> {
        let is_nested = self.lines().len() > 1 && self.first_line_value().is_empty();
        is_nested.then(|| {
            let continued = self.continuations().flat_map(|line| {
                let settings = text::inner_lines(line.text()).map(text::trim);
                settings.map(move |setting| (line.number(), setting))
            });
            continued
                .filter(|(_, setting)| !setting.is_empty())
                .map(|(line, setting)| {
                    let (key, value) = setting.split_once('=').ok_or(line)?;
                    Ok((text::trim(key), text::trim(value)))
                })
                .collect()
        })
    }

    fn joined(self) -> Cow<'d, str> {
        let mut value = self.first_line_value().to_owned();
        for index in self.lines().skip(1) {
            let line = self.document().line(index);
            if line.kind() != LineKind::Comment {
                value.push('\n');
                value.push_str(text::trim(line.text()));
            }
        }
        Cow::Owned(value)
    }
}
