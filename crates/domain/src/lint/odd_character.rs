//! Characters that look like others, as web pages, chats and word processors put them in.
//!
//! They are put right only if somebody says so, since that gives a profile another name. Quotes in a value are another
//! rule's.

use super::{ChoiceLabel, Fix, OddCharacter, ProblemKind, Problems, fix};
use crate::config::{Document, Line, LineKind, is_blank};
use std::borrow::Cow;
use std::collections::HashSet;

pub(super) fn check(document: &Document, problems: &mut Problems<'_>) {
    let is_odd = |line: &Line<'_>| {
        matches!(line.kind(), LineKind::Header | LineKind::Setting | LineKind::Continuation)
            && !line.text().is_ascii()
    };
    let mut lines = document.lines().filter(is_odd).peekable();
    if lines.peek().is_none() {
        return;
    }
    let sections = document.sections();
    let mut headers: HashSet<Cow<'_, str>> =
        sections.map(|section| Cow::Borrowed(section.header_text())).collect();
    let mut sections = document.sections();
    for line in lines {
        let Some(odd) = line.text().chars().find_map(of) else { continue };
        let is_header = line.kind() == LineKind::Header;
        let section =
            is_header.then(|| sections.find(|it| it.line().index() == line.index())).flatten();
        let fix = section.and_then(|section| {
            let straight = straightened(section.header_text()).into_owned();
            let is_free = headers.insert(Cow::Owned(straight.clone()));
            let edits = fix::header(section, &straight).filter(|_| is_free)?;
            Some(Fix::suggestion(ChoiceLabel::Rename(straight.into()), edits))
        });
        let is_plain = line.kind() == LineKind::Setting && !matches!(odd, OddCharacter::Quote(_));
        let in_setting = is_plain.then(|| {
            let edits = fix::line_text(line.number(), &[&straightened(line.text())]);
            Fix::suggestion(ChoiceLabel::Apply, edits)
        });
        let fix = fix.or(in_setting);
        problems.push(ProblemKind::OddCharacter(odd), &[line.number()], fix);
    }
}

/// The text with the characters that these look like.
pub(super) fn straightened(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let straight = |c: char| match of(c) {
        None => Some(c),
        Some(OddCharacter::Blank(_)) => Some(' '),
        Some(OddCharacter::Quote('\u{2018}'..='\u{201b}')) => Some('\''),
        Some(OddCharacter::Quote(_)) => Some('"'),
        Some(OddCharacter::Invisible(_)) => None,
    };
    text.chars().filter_map(straight).collect()
}

fn of(c: char) -> Option<OddCharacter> {
    match c {
        '\u{2018}'..='\u{201f}' => Some(OddCharacter::Quote(c)),
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {
            Some(OddCharacter::Invisible(c))
        }
        c if !c.is_ascii() && is_blank(c) => Some(OddCharacter::Blank(c)),
        _ => None,
    }
}
