//! Reading: a document's meaning, as the AWS CLI takes it.
//!
//! Source: botocore's `configloader.load_config`, compared over generated files (`tests/botocore`).

use super::parse_error;
use super::{Document, Header, ParseError, Property, Section, Value};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The profiles and sessions of a document.
///
/// A file that the CLI refuses is read all the same, as it would be without what it is refused for: of a section or a
/// key that is there twice, the last counts.
#[derive(Clone)]
pub struct Reading<'d> {
    document: &'d Document,
    profiles: Table<'d, Settings<'d>>,
    sso_sessions: Table<'d, Settings<'d>>,
    /// Looked for when somebody asks, which takes as long as the rest.
    parse_errors: OnceCell<Vec<ParseError>>,
    defaults: Rc<Table<'d, Property<'d>>>,
}

/// Reads a config file. Linear in its length.
pub fn read(document: &Document) -> Reading<'_> {
    let in_defaults = document.sections().filter(|section| section.header() == Header::Defaults);
    let mut defaults = Table::default();
    in_defaults.flat_map(Section::properties).for_each(|it| defaults.put(it.key(), it));
    let mut reading = Reading {
        document,
        profiles: Table::default(),
        sso_sessions: Table::default(),
        parse_errors: OnceCell::new(),
        defaults: Rc::new(defaults),
    };
    document.sections().for_each(|section| reading.put(section.header(), section));
    reading
}

impl<'d> Reading<'d> {
    /// Every profile, in the order in which their names first appear.
    pub fn profiles(&self) -> impl ExactSizeIterator<Item = &Settings<'d>> {
        self.profiles.rows.iter()
    }

    pub fn profile(&self, name: &str) -> Option<&Settings<'d>> {
        self.profiles.get(name)
    }

    /// Every sso-session, in the order in which their names first appear.
    pub fn sso_sessions(&self) -> impl ExactSizeIterator<Item = &Settings<'d>> {
        self.sso_sessions.rows.iter()
    }

    pub fn sso_session(&self, name: &str) -> Option<&Settings<'d>> {
        self.sso_sessions.get(name)
    }

    /// The session that a profile names, where it is there.
    pub(crate) fn session_of(&self, profile: &Settings<'_>) -> Option<&Settings<'d>> {
        self.sso_session(&profile.text("sso_session")?)
    }

    fn put(&mut self, header: Header<'d>, section: Section<'d>) {
        let (table, name) = match header {
            Header::Profile(name) => (&mut self.profiles, name),
            Header::SsoSession(name) => (&mut self.sso_sessions, name),
            Header::Services(_) | Header::Defaults | Header::Nameless | Header::Other => return,
        };
        let defaults = Rc::clone(&self.defaults);
        table.put(name.clone(), Settings { name, section, defaults });
    }

    /// Why the CLI refuses the file, by line; empty for one that it reads.
    pub fn parse_errors(&self) -> &[ParseError] {
        self.parse_errors.get_or_init(|| parse_error::all(self.document))
    }
}

/// The settings of one profile or one session, as the CLI sees them: its section's, and `[DEFAULT]`'s behind them.
#[derive(Clone)]
pub struct Settings<'d> {
    name: Cow<'d, str>,
    section: Section<'d>,
    defaults: Rc<Table<'d, Property<'d>>>,
}

impl<'d> Settings<'d> {
    /// The name, without the quotes that it may have in the header.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The section that counts: the last of that name.
    pub fn section(&self) -> Section<'d> {
        self.section
    }

    /// The value of a key, given in lower case.
    pub fn get(&self, key: &str) -> Option<Value<'d>> {
        self.property(key).map(Property::value)
    }

    pub(crate) fn property(&self, key: &str) -> Option<Property<'d>> {
        self.section.property(key).or_else(|| self.default(key))
    }

    /// What `[DEFAULT]` has of a key, given in lower case: there is a value without the section's own too.
    pub(crate) fn default(&self, key: &str) -> Option<Property<'d>> {
        self.defaults.get(key).copied()
    }

    /// The settings of its own section; of a key that is there twice only the one that counts.
    pub(crate) fn own(&self) -> Vec<Property<'d>> {
        let mut own = Table::default();
        self.section.properties().for_each(|property| own.put(property.key(), property));
        own.rows
    }

    /// Its keys in which a profile can differ from this session: those of their own sections, as `[DEFAULT]` gives both
    /// the same.
    pub(crate) fn keys_with(&self, profile: &Settings<'d>) -> impl Iterator<Item = Cow<'d, str>> {
        let own = self.section.properties().map(Property::key);
        let theirs = profile.section.properties().map(Property::key);
        let has = |key: &str| self.section.property(key).is_none() && self.default(key).is_some();
        own.chain(theirs.filter(move |key| has(key)))
    }

    /// The value of a key, given in lower case, where it is a text.
    pub fn text(&self, key: &str) -> Option<Cow<'d, str>> {
        match self.get(key)? {
            Value::Text(text) => Some(text),
            Value::Nested(_) => None,
        }
    }

    /// Every key with its value; of a key that is there twice only the one that counts.
    pub fn iter(&self) -> impl Iterator<Item = (Cow<'d, str>, Value<'d>)> {
        let mut all = Table::clone(&self.defaults);
        self.section.properties().for_each(|property| all.put(property.key(), property));
        all.rows.into_iter().map(|property| (property.key(), property.value()))
    }
}

/// Rows by name or key. A later one takes an earlier one's place.
#[derive(Clone)]
struct Table<'d, T> {
    rows: Vec<T>,
    places: HashMap<Cow<'d, str>, usize>,
}

impl<'d, T> Table<'d, T> {
    fn put(&mut self, name: Cow<'d, str>, row: T) {
        let place = *self.places.entry(name).or_insert(self.rows.len());
        match self.rows.get_mut(place) {
            Some(there) => *there = row,
            None => self.rows.push(row),
        }
    }

    fn get(&self, name: &str) -> Option<&T> {
        self.places.get(name).map(|place| &self.rows[*place])
    }
}

impl<T> Default for Table<'_, T> {
    fn default() -> Self {
        Table { rows: Vec::new(), places: HashMap::new() }
    }
}
