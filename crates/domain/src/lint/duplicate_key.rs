//! A key that its section has already. Where all of them have one value, one is enough; else a person has to say which.

use super::fix::{self, Choice, ChoiceLabel, Fix};
use crate::config::{Document, LineEdits, LineNumber, Property};
use crate::portal::StartUrl;
use crate::redact::HARMLESS;
use crate::sort::sort_by_key;
use std::collections::HashMap;

/// More values than this nobody wants to choose from.
const MOST_CHOICES: usize = 4;

/// All settings of keys that their sections have several times, by their lines.
pub(super) struct Keys<'d> {
    groups: Vec<Vec<Property<'d>>>,
    places: HashMap<LineNumber, usize>,
}

impl<'d> Keys<'d> {
    pub(super) fn of(document: &'d Document) -> Keys<'d> {
        let mut keys = Keys { groups: Vec::new(), places: HashMap::new() };
        for section in document.sections() {
            let mut properties: Vec<Property<'d>> = section.properties().collect();
            sort_by_key(&mut properties, |property| property.key());
            let groups = properties.chunk_by(|one, other| one.has_key(&other.key()));
            for group in groups.filter(|group| group.len() > 1) {
                let lines = group.iter().map(|property| property.line().number());
                keys.places.extend(lines.map(|line| (line, keys.groups.len())));
                keys.groups.push(group.to_vec());
            }
        }
        keys
    }

    pub(super) fn fix(&self, line: LineNumber) -> Option<Fix> {
        let group = &self.groups[*self.places.get(&line)?];
        let (first, others) = group.split_first().filter(|it| it.1.len() < MOST_CHOICES)?;
        let this = group.iter().find(|property| property.line().number() == line)?;
        if others.iter().all(|other| other.value() == first.value()) {
            return Some(Fix::safe(fix::without(*this)));
        }
        // A value that is there several times is one choice.
        let is_last_of_value = |place: &usize| {
            group[place + 1..].iter().all(|later| later.value() != group[*place].value())
        };
        // Where only one of them is a start URL, nobody wants another one.
        let is_portal = |place: &usize| StartUrl::parse(group[*place].first_line_value()).is_ok();
        let is_single = first.has_key("sso_start_url")
            && (0..group.len()).filter(is_last_of_value).filter(is_portal).count() == 1;
        let is_choice = |place: &usize| is_last_of_value(place) && (!is_single || is_portal(place));
        let choices = (0..group.len()).filter(is_choice).map(|kept| {
            let mut edits = LineEdits::default();
            let going = group.iter().enumerate().filter(|(place, _)| *place != kept);
            going.for_each(|(_, property)| fix::remove(*property, &mut edits));
            Choice::new(keep(group[kept]), edits)
        });
        Some(Fix::suggestion(choices))
    }
}

/// That this setting stays. What could be a key is told by its line only.
pub(super) fn keep(property: Property<'_>) -> ChoiceLabel {
    let is_shown = HARMLESS.iter().any(|key| property.has_key(key)) && property.lines().len() == 1;
    let value = if is_shown { property.first_line_value() } else { "" };
    ChoiceLabel::Keep { value: value.into(), line: property.line().number() }
}
