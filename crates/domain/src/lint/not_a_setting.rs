//! A line in a section that is neither setting nor header. It becomes a comment; where it can be a broken header or
//! setting, only if somebody says so, and what it is then meant as is the first choice.

use super::parse_errors::is_followed_by_indented;
use super::{Choice, ChoiceLabel, Fix, fix};
use crate::config::{Document, Header, LineNumber};

pub(super) fn fix(document: &Document, line: LineNumber) -> Option<Fix> {
    if is_followed_by_indented(document, line.get()) {
        return None;
    }
    let text = document.line(line.get() - 1).text().trim();
    let comment = fix::comments(document, std::iter::once(line.get() - 1));
    if !may_be_meant(text) {
        return Some(Fix::safe(comment));
    }
    let mended = |label, text: &str| Choice::new(label, fix::line_text(line, &[text]));
    let header = header(text).map(|it| mended(ChoiceLabel::Rename(it.into()), &format!("[{it}]")));
    let setting = setting(text).map(|it| mended(ChoiceLabel::Use((&*it).into()), &it));
    let mut choices: Vec<Choice> = header.or(setting).into_iter().collect();
    choices.push(Choice::new(ChoiceLabel::CommentOut, comment));
    Some(Fix::choices_of(choices))
}

/// `[profile b`, which would leave b's settings to the profile above.
fn header(line: &str) -> Option<&str> {
    line.strip_prefix('[').filter(|header| Header::read(header).has_name())
}

/// `sso_region us-east-1`.
fn setting(line: &str) -> Option<String> {
    let (key, value) = line.split_once([' ', '\t'])?;
    let is_one = is_key(key) && !value.trim().contains([' ', '\t', '=']);
    is_one.then(|| format!("{key} = {}", value.trim()))
}

fn is_key(word: &str) -> bool {
    ["region", "output", "sso_"].iter().any(|key| word.starts_with(key))
}

/// Also the rest of a value that was broken over two lines.
fn may_be_meant(line: &str) -> bool {
    is_key(line) || line.contains(['[', ']', '_', '/', '='])
}
