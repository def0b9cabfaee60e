//! An indented setting below one that has a value or can have no nested settings: the CLI reads it as a part of that
//! value, whatever the case of its key. As a setting it can
//! change where somebody signs in: a person has to say so.

use super::bad_nested::NESTED_KEYS;
use super::header_in_value::header;
use super::{ChoiceLabel, Fix, ProblemKind, Problems, fix};
use crate::config::{Document, Header, Property, trim};
use std::borrow::Cow;
use std::collections::HashSet;

pub(super) fn check(document: &Document, problems: &mut Problems<'_>) {
    for section in document.sections() {
        let is_service = matches!(section.header(), Header::Services(_));
        let mut keys: HashSet<Cow<'_, str>> = HashSet::new();
        // Below a key with nested settings that is what they look like.
        let is_flat = |property: &Property<'_>| {
            let is_nested = NESTED_KEYS.iter().any(|key| property.has_key(key));
            let has_value = !property.first_line_value().is_empty();
            property.lines().len() > 1 && (has_value || !is_nested && !is_service)
        };
        for property in section.properties().filter(is_flat) {
            for line in property.continuations() {
                let content = trim(line.text());
                let Some(key) = known_key(content).filter(|_| header(content).is_none()) else {
                    continue;
                };
                // Less deeply indented it is a setting; unless lines follow that would go on with the value.
                let is_last = line.index() + 1 == property.lines().end;
                let is_free =
                    is_last && section.property(&key).is_none() && keys.insert(key.clone().into());
                let fix = is_free.then(|| {
                    let text = [property.line().indentation(), content];
                    Fix::suggestion(ChoiceLabel::Apply, fix::line_text(line.number(), &text))
                });
                let lines = [line.number(), property.line().number()];
                problems.push(ProblemKind::SettingInValue((&*key).into()), &lines, fix);
            }
        }
    }
}

/// The key of a setting that nobody would write inside of a value.
fn known_key(content: &str) -> Option<String> {
    let key = trim(content.split_once(['=', ':'])?.0).to_ascii_lowercase();
    let is_known = key.starts_with("sso_")
        || key.starts_with("aws_")
        || ["region", "output", "role_arn", "source_profile", "credential_process"]
            .contains(&key.as_str());
    is_known.then_some(key)
}
