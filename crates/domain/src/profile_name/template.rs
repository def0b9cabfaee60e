//! Reading a template: text, placeholders and filters.

use super::filter::Filter;
use super::{Role, TemplateError};
use crate::edit_distance::edit_distance;

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Text(String),
    Placeholder(Placeholder, Vec<Filter>),
}

/// What stands for a role's property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placeholder {
    AccountId,
    AccountName,
    AccountEmail,
    RoleName,
    Session,
}

const PLACEHOLDERS: [(&str, Placeholder); 5] = [
    ("account_id", Placeholder::AccountId),
    ("account_name", Placeholder::AccountName),
    ("account_email", Placeholder::AccountEmail),
    ("role_name", Placeholder::RoleName),
    ("session", Placeholder::Session),
];

/// A template's parts, in order.
pub(super) fn parse(template: &str) -> Result<Vec<Part>, TemplateError> {
    if template.is_empty() {
        return Err(TemplateError::Empty);
    }
    let mut parts = Vec::new();
    let mut text = String::new();
    let mut rest = template;
    while let Some(brace) = rest.find(['{', '}']) {
        let at = characters(template, &rest[brace..]);
        text.push_str(&rest[..brace]);
        let (open, doubled) = (rest[brace..].starts_with('{'), &rest[brace + 1..]);
        if doubled.starts_with(if open { '{' } else { '}' }) {
            text.push(if open { '{' } else { '}' });
            rest = &doubled[1..];
            continue;
        }
        if !open {
            return Err(TemplateError::StrayBrace { at });
        }
        let end = doubled.find(['{', '}']).filter(|end| doubled[*end..].starts_with('}'));
        let end = end.ok_or(TemplateError::Unclosed { at })?;
        if !text.is_empty() {
            parts.push(Part::Text(std::mem::take(&mut text)));
        }
        parts.push(placeholder(&doubled[..end], at + 1)?);
        rest = &doubled[end + 1..];
    }
    text.push_str(rest);
    if !text.is_empty() {
        parts.push(Part::Text(text));
    }
    Ok(parts)
}

/// What stands between the braces, whose first character is the template's `at`th.
fn placeholder(inside: &str, at: usize) -> Result<Part, TemplateError> {
    let mut pieces = inside.split('|');
    let name = pieces.next().unwrap_or_default();
    let placeholder = PLACEHOLDERS
        .iter()
        .find_map(|(known, placeholder)| (*known == name).then_some(*placeholder))
        .ok_or_else(|| {
            let nearest = nearest(name, PLACEHOLDERS.iter().map(|(known, _)| *known));
            TemplateError::UnknownPlaceholder { at, nearest }
        })?;
    let filters = pieces.map(|piece| {
        Filter::parse(piece).ok_or_else(|| {
            let name = piece.split(':').next().unwrap_or(piece);
            let at = at + characters(inside, piece);
            TemplateError::UnknownFilter { at, nearest: nearest(name, Filter::NAMES.into_iter()) }
        })
    });
    Ok(Part::Placeholder(placeholder, filters.collect::<Result<_, _>>()?))
}

impl Placeholder {
    pub(super) fn of<'a>(self, role: &Role<'a>, session: &'a str) -> &'a str {
        match self {
            Placeholder::AccountId => role.account_id.as_str(),
            Placeholder::AccountName => role.account_name,
            Placeholder::AccountEmail => role.email,
            Placeholder::RoleName => role.role_name.as_str(),
            Placeholder::Session => session,
        }
    }
}

/// How many characters stand before a text's part.
fn characters(text: &str, part: &str) -> usize {
    let before = part.as_ptr().addr() - text.as_ptr().addr();
    text[..before].chars().count()
}

/// The known name that is meant: but for a letter in three, two at most; or else the only one with that word in it.
fn nearest(name: &str, known: impl Iterator<Item = &'static str> + Clone) -> Option<&'static str> {
    let name = name.trim().to_ascii_lowercase().replace('-', "_");
    let distances = known.clone().map(|known| (edit_distance(&name, known), known));
    let (distance, closest) = distances.min_by_key(|(distance, _)| *distance)?;
    if distance <= 2 && distance * 3 <= closest.len().max(3) {
        return Some(closest);
    }
    let mut with_word = known.filter(|known| known.split('_').any(|word| word == name));
    with_word.next().filter(|_| with_word.next().is_none())
}
