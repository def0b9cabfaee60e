//! A key that its section has already. Where all of them have one value, one is enough; else a person has to say which.

use super::{Choice, ChoiceLabel, Fix, fix};
use crate::config::{Document, LineEdits, LineNumber, Property};
use crate::portal::StartUrl;
use crate::redact::HARMLESS;
use crate::sort::sort_by_key;

/// More values than this nobody wants to choose from.
const MOST_CHOICES: usize = 4;

/// Each section's settings, a group a key, by the first one's line.
pub(super) struct Keys<'d>(Vec<Vec<Property<'d>>>);

impl<'d> Keys<'d> {
    pub(super) fn of(document: &'d Document) -> Keys<'d> {
        let mut keys: Vec<Vec<Property<'d>>> = Vec::new();
        for section in document.sections() {
            let mut properties: Vec<Property<'d>> = section.properties().collect();
            sort_by_key(&mut properties, |property| property.key());
            let groups = properties.chunk_by(|one, other| one.has_key(&other.key()));
            keys.extend(groups.map(<[_]>::to_vec));
        }
        sort_by_key(&mut keys, |group| group[0].line().number());
        Keys(keys)
    }

    /// For the setting on this line, whose key stands first on another one.
    pub(super) fn fix(&self, line: LineNumber, first: LineNumber) -> Option<Fix> {
        let place = self.0.binary_search_by_key(&first, |group| group[0].line().number()).ok()?;
        let group = &self.0[place];
        let (first, others) = group.split_first().filter(|it| it.1.len() < MOST_CHOICES)?;
        let this = group.iter().find(|property| property.line().number() == line)?;
        if others.iter().all(|other| other.value() == first.value()) {
            return Some(Fix::safe(fix::without(*this)));
        }
        // A value that is there several times is one choice.
        let is_last_of_value = |place: usize, property: &Property<'_>| {
            group[place + 1..].iter().all(|later| later.value() != property.value())
        };
        let places = group.iter().enumerate();
        let mut kept: Vec<&Property<'_>> =
            places.filter(|(place, it)| is_last_of_value(*place, it)).map(|(_, it)| it).collect();
        // Where only one of them is a start URL, nobody wants another one.
        let is_portal = |it: &&Property<'_>| StartUrl::parse(it.first_line_value()).is_ok();
        if first.has_key("sso_start_url") && kept.iter().copied().filter(is_portal).count() == 1 {
            kept.retain(is_portal);
        }
        let choices = kept.into_iter().map(|kept| {
            let mut edits = LineEdits::default();
            let going = group.iter().filter(|it| it.line().index() != kept.line().index());
            going.for_each(|property| edits.remove(*property));
            Choice::new(keep(*kept), edits)
        });
        Some(Fix::choices_of(choices.collect()))
    }
}

/// That this setting stays. What could be a key is told by its line only.
pub(super) fn keep(property: Property<'_>) -> ChoiceLabel {
    let is_shown = HARMLESS.iter().any(|key| property.has_key(key)) && property.lines().len() == 1;
    let value = if is_shown { property.first_line_value() } else { "" };
    ChoiceLabel::Keep { value: value.into(), line: property.line().number() }
}
