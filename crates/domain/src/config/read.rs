//! Reading: a document's meaning, as the AWS CLI takes it.
//!
//! Not here: the credentials file ([`super::credentials`]), and whether the settings make sense ([`super::remarks()`]).
//!
//! Source: botocore's `configloader.load_config`, compared over generated files (`tests/botocore`).

use super::document::Document;
use super::header::Header;
use super::refusal::{self, Refusal};
use super::section::{Property, Section};
use super::value::Value;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The profiles and sessions of a document.
///
/// A file that the CLI refuses is read all the same, as it would be without what it is refused for: of a section or a
/// key that is there twice, the last counts.
#[derive(Clone, Debug)]
pub struct Reading<'d> {
    document: &'d Document,
    profiles: Table<'d>,
    sso_sessions: Table<'d>,
    /// Looked for when somebody asks, which takes as long as the rest.
    refusals: OnceCell<Vec<Refusal>>,
}

/// Reads a config file. Linear in its length.
pub fn read(document: &Document) -> Reading<'_> {
    let in_defaults = document.sections().filter(|section| section.header() == Header::Defaults);
    let mut defaults = Keyed::default();
    in_defaults.flat_map(Section::properties).for_each(|property| defaults.put(property));
    let defaults = Rc::new(defaults);
    let mut profiles = Table::default();
    let mut sso_sessions = Table::default();
    for section in document.sections() {
        let (table, name) = match section.header() {
            Header::Profile(name) => (&mut profiles, name),
            Header::SsoSession(name) => (&mut sso_sessions, name),
            Header::Services(_) | Header::Defaults | Header::Nameless | Header::Other => continue,
        };
        table.put(Settings { name, section, defaults: Rc::clone(&defaults) });
    }
    Reading { document, profiles, sso_sessions, refusals: OnceCell::new() }
}

impl<'d> Reading<'d> {
    /// Every profile, in the order in which their names first appear.
    pub fn profiles(&self) -> impl ExactSizeIterator<Item = &Settings<'d>> {
        self.profiles.rows.iter()
    }

    /// The profile of this name.
    pub fn profile(&self, name: &str) -> Option<&Settings<'d>> {
        self.profiles.get(name)
    }

    /// Every sso-session, in the order in which their names first appear.
    pub fn sso_sessions(&self) -> impl ExactSizeIterator<Item = &Settings<'d>> {
        self.sso_sessions.rows.iter()
    }

    /// The sso-session of this name.
    pub fn sso_session(&self, name: &str) -> Option<&Settings<'d>> {
        self.sso_sessions.get(name)
    }

    /// The profiles that take a role with this one's credentials, by `source_profile`: without it they don't work.
    pub fn dependents(&self, name: &str) -> impl Iterator<Item = &Settings<'d>> {
        self.profiles()
            .filter(move |profile| profile.text("source_profile").as_deref() == Some(name))
    }

    /// Why the CLI refuses the file, by line; empty for one that it reads.
    pub fn refusals(&self) -> &[Refusal] {
        self.refusals.get_or_init(|| refusal::all(self.document))
    }
}

/// The settings of one profile or one session, as the CLI sees them: its section's, and `[DEFAULT]`'s behind them.
#[derive(Clone, Debug)]
pub struct Settings<'d> {
    name: Cow<'d, str>,
    section: Section<'d>,
    defaults: Rc<Keyed<'d>>,
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
        let property = self.section.property(key).or_else(|| self.defaults.get(key));
        property.map(Property::value)
    }

    /// Whether `[DEFAULT]` has a key, given in lower case, so that there is a value without the section's own too.
    pub(super) fn has_default(&self, key: &str) -> bool {
        self.defaults.get(key).is_some()
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
        let mut all = Keyed::clone(&self.defaults);
        self.section.properties().for_each(|property| all.put(property));
        all.rows.into_iter().map(|property| (property.key(), property.value()))
    }
}

/// Settings by key. A later one takes an earlier one's place.
#[derive(Clone, Debug, Default)]
struct Keyed<'d> {
    rows: Vec<Property<'d>>,
    places: HashMap<Cow<'d, str>, usize>,
}

impl<'d> Keyed<'d> {
    fn put(&mut self, property: Property<'d>) {
        let place = *self.places.entry(property.key()).or_insert(self.rows.len());
        if place == self.rows.len() {
            self.rows.push(property);
        } else {
            self.rows[place] = property;
        }
    }

    fn get(&self, key: &str) -> Option<Property<'d>> {
        self.places.get(key).map(|place| self.rows[*place])
    }
}

/// Settings by name. A later section takes an earlier one's place.
#[derive(Clone, Debug, Default)]
struct Table<'d> {
    rows: Vec<Settings<'d>>,
    places: HashMap<Cow<'d, str>, usize>,
}

impl<'d> Table<'d> {
    fn put(&mut self, settings: Settings<'d>) {
        match self.places.get(&settings.name) {
            Some(place) => self.rows[*place] = settings,
            None => {
                self.places.insert(settings.name.clone(), self.rows.len());
                self.rows.push(settings);
            }
        }
    }

    fn get(&self, name: &str) -> Option<&Settings<'d>> {
        self.places.get(name).map(|place| &self.rows[*place])
    }
}
