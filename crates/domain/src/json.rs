//! JSON as far as the calls, the cache files and the settings need it: what a parser has read, and objects to send.
//!
//! Not here: parsing. In the page the browser does it, in the tests serde_json; either hands over a [`Json`]. That is
//! all there is in place of serde, whose readers for these few small types would weigh a tenth of the page.
//!
//! A value may be a token, so none of these types has a `Debug`.

/// A value.
#[derive(Clone, PartialEq)]
pub enum Json {
    /// `null`, which is everywhere taken for a field that is not there.
    Null,
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Fields),
    /// `true` or `false`, which nothing here asks for.
    Bool,
}

/// An object's fields.
#[derive(Clone, Default, PartialEq)]
pub struct Fields(Vec<(String, Json)>);

/// A field has another type than it should, or is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a field is missing or of another type")]
pub struct Unreadable;

/// What is read from an object.
pub trait FromFields: Sized {
    /// Reads it; unknown fields are passed over.
    ///
    /// # Errors
    /// When a field that must be there is not, or one is of another type.
    fn from_fields(fields: Fields) -> Result<Self, Unreadable>;
}

impl Json {
    /// The fields, where it is an object.
    pub fn into_fields(self) -> Option<Fields> {
        match self {
            Json::Object(fields) => Some(fields),
            Json::Null | Json::Text(_) | Json::Number(_) | Json::List(_) | Json::Bool => None,
        }
    }
}

impl Fields {
    /// Takes a field out; `Null` where there is none.
    pub fn take(&mut self, name: &str) -> Json {
        let place = self.0.iter().position(|(key, _)| key == name);
        place.map_or(Json::Null, |place| self.0.swap_remove(place).1)
    }

    /// Takes a text that may be missing.
    ///
    /// # Errors
    /// When it is of another type.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        match self.take(name) {
            Json::Text(text) => Ok(Some(text)),
            Json::Null => Ok(None),
            Json::Number(_) | Json::List(_) | Json::Object(_) | Json::Bool => Err(Unreadable),
        }
    }

    /// Takes a text that must be there.
    ///
    /// # Errors
    /// When it is not, or is of another type.
    pub fn needed_text(&mut self, name: &str) -> Result<String, Unreadable> {
        self.text(name)?.ok_or(Unreadable)
    }

    /// Takes a number that may be missing.
    ///
    /// # Errors
    /// When it is of another type.
    pub fn number(&mut self, name: &str) -> Result<Option<f64>, Unreadable> {
        match self.take(name) {
            Json::Number(number) => Ok(Some(number)),
            Json::Null => Ok(None),
            Json::Text(_) | Json::List(_) | Json::Object(_) | Json::Bool => Err(Unreadable),
        }
    }

    /// Takes a list; one that is missing is empty.
    ///
    /// # Errors
    /// When it is of another type.
    pub fn list(&mut self, name: &str) -> Result<Vec<Json>, Unreadable> {
        match self.take(name) {
            Json::List(list) => Ok(list),
            Json::Null => Ok(Vec::new()),
            Json::Text(_) | Json::Number(_) | Json::Object(_) | Json::Bool => Err(Unreadable),
        }
    }

    /// Takes a list of objects; one that is missing is empty.
    ///
    /// # Errors
    /// When it is of another type, or what stands in it can't be read.
    pub fn objects<T: FromFields>(&mut self, name: &str) -> Result<Vec<T>, Unreadable> {
        let read = |item: Json| T::from_fields(item.into_fields().ok_or(Unreadable)?);
        self.list(name)?.into_iter().map(read).collect()
    }
}

impl FromIterator<(String, Json)> for Fields {
    /// Each name once, as parsers give them.
    fn from_iter<I: IntoIterator<Item = (String, Json)>>(fields: I) -> Fields {
        Fields(fields.into_iter().collect())
    }
}

/// An object being written, in one line and without blanks.
pub struct Writer(String);

impl Writer {
    /// With nothing in it yet.
    #[allow(clippy::new_without_default, reason = "a writer is begun, not defaulted")]
    pub fn new() -> Writer {
        Writer("{".to_owned())
    }

    /// Adds a text.
    #[must_use]
    pub fn text(mut self, name: &str, value: &str) -> Writer {
        self.name(name);
        quote(value, &mut self.0);
        self
    }

    /// Adds a list of texts.
    #[must_use]
    pub fn texts(mut self, name: &str, values: &[String]) -> Writer {
        self.name(name);
        self.0.push('[');
        for (index, value) in values.iter().enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            quote(value, &mut self.0);
        }
        self.0.push(']');
        self
    }

    /// The object's text.
    pub fn finish(mut self) -> String {
        self.0.push('}');
        self.0
    }

    fn name(&mut self, name: &str) {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        quote(name, &mut self.0);
        self.0.push(':');
    }
}

/// Writes a text as RFC 8259 section 7 has it.
fn quote(text: &str, to: &mut String) {
    to.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => to.extend(['\\', c]),
            '\0'..='\u{1f}' => {
                let digit = |nibble: u32| char::from_digit(nibble, 16).unwrap_or('0');
                to.push_str("\\u00");
                to.extend([digit(u32::from(c) >> 4), digit(u32::from(c) & 15)]);
            }
            _ => to.push(c),
        }
    }
    to.push('"');
}

#[cfg(test)]
pub(crate) use tests::from_serde;

#[cfg(test)]
mod tests;
