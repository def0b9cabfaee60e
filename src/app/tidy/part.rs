//! What the text box shows: all of a text, or of a long one a part, since browsers take a second for each key press in
//! a box of some megabytes.
//!
//! Not here: what is typed into it.

use std::ops::Range;

/// A text is shown whole up to this many bytes.
const WHOLE: usize = super::draft::LONG;

/// A part has about this many bytes.
const PART: usize = 32 * 1024;

/// The part of a text that the box shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    bytes: Range<usize>,
    /// Nothing where it is the whole text.
    lines: Option<Lines>,
}

/// Numbers of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Lines {
    before: usize,
    own: usize,
    behind: usize,
}

impl Part {
    /// The first part of a text whose lines end in `\n`.
    pub fn first(text: &str) -> Part {
        Part::from(text, 0)
    }

    /// The part in which this line stands, counted from 0.
    pub fn at_line(text: &str, line: usize) -> Part {
        let start = match line {
            0 => 0,
            _ => text.match_indices('\n').nth(line - 1).map_or(text.len(), |(at, _)| at + 1),
        };
        Part::from(text, start)
    }

    /// The part behind this one; the same where none is.
    pub fn later(&self, text: &str) -> Part {
        if self.bytes.end >= text.len() { self.clone() } else { Part::from(text, self.bytes.end) }
    }

    /// The part before this one.
    pub fn earlier(&self, text: &str) -> Part {
        let end = self.bytes.start;
        if end == 0 {
            return self.clone();
        }
        Part::cut(text, line_start(text, end.saturating_sub(PART))..end)
    }

    /// The same part of a text in which other things were changed, or the text's first one.
    pub fn again(&self, text: &str) -> Part {
        Part::from(text, line_start(text, self.bytes.start.min(text.len())))
    }

    /// The whole text with this part as it was typed, and the part that this then is.
    pub fn typed(&self, text: &str, typed: &str) -> (String, Part) {
        let (before, after) = (&text[..self.bytes.start], &text[self.bytes.end..]);
        let bytes = self.bytes.start..self.bytes.start + typed.len();
        let lines = self.lines.map(|lines| Lines { own: count_lines(typed), ..lines });
        ([before, typed, after].concat(), Part { bytes, lines })
    }

    /// Its text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.bytes.clone()).unwrap_or(text)
    }

    /// Its lines, as indices from 0, and how many the text has; `None` where it is the whole text.
    pub fn lines(&self) -> Option<(Range<usize>, usize)> {
        let Lines { before, own, behind } = self.lines?;
        Some((before..before + own, before + own + behind))
    }

    fn from(text: &str, start: usize) -> Part {
        if text.len() <= WHOLE {
            return Part { bytes: 0..text.len(), lines: None };
        }
        // No part is a stump.
        let start = start.min(line_start(text, text.len() - PART / 2));
        let end = match text.len() - start {
            rest if rest <= PART + PART / 2 => text.len(),
            _ => line_start(text, start + PART),
        };
        // A line that is longer than a part.
        let end = if end > start { end } else { line_end(text, start) };
        Part::cut(text, start..end)
    }

    fn cut(text: &str, bytes: Range<usize>) -> Part {
        let lines = Lines {
            before: count_lines(&text[..bytes.start]),
            own: count_lines(&text[bytes.clone()]),
            behind: count_lines(&text[bytes.end..]),
        };
        Part { bytes, lines: Some(lines) }
    }
}

/// Where the line begins that has this byte.
fn line_start(text: &str, at: usize) -> usize {
    text.as_bytes()[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |length| at + length + 1)
}

fn count_lines(text: &str) -> usize {
    let breaks = text.bytes().filter(|byte| *byte == b'\n').count();
    breaks + usize::from(!text.is_empty() && !text.ends_with('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten bytes a line.
    fn text(lines: usize) -> String {
        (0..lines).map(|line| format!("line {line:04}\n").replace("line ", "line")).collect()
    }

    #[test]
    fn a_short_text_is_one_part() {
        let text = text(100);
        let part = Part::first(&text);
        assert_eq!((part.of(&text), part.lines()), (&*text, None));
        assert_eq!((part.later(&text), part.earlier(&text)), (part.clone(), part));
    }

    #[test]
    fn the_parts_of_a_long_text_are_all_of_it() {
        let text = text(20_000);
        let mut part = Part::first(&text);
        let mut parts = vec![part.of(&text).to_owned()];
        while part.later(&text) != part {
            let next = part.later(&text);
            assert_eq!(next.lines().unwrap().0.start, part.lines().unwrap().0.end);
            part = next;
            parts.push(part.of(&text).to_owned());
        }
        assert_eq!(parts.concat(), text);
        assert!(parts.iter().all(|part| part.len() <= PART * 3 / 2 && part.ends_with('\n')));
        assert_eq!(part.lines().unwrap().0.end, 20_000);
        assert_eq!(part.earlier(&text).lines().unwrap().0.end, part.lines().unwrap().0.start);
    }

    #[test]
    fn any_line_is_found() {
        let text = text(20_000);
        for line in [0, 1, 9_999, 19_999, 1_000_000] {
            let lines = Part::at_line(&text, line).lines().unwrap().0;
            assert!(lines.contains(&line.min(19_999)), "{line} in {lines:?}");
        }
    }

    #[test]
    fn what_is_typed_stays_in_its_part() {
        let before = text(20_000);
        let part = Part::at_line(&before, 500);
        let all = 20_000 - part.lines().unwrap().0.len() + 2;
        let (after, same) = part.typed(&before, "one\ntwo\n");
        assert_eq!((same.of(&after), same.lines()), ("one\ntwo\n", Some((500..502, all))));
        assert_eq!(after.len(), before.len() - part.of(&before).len() + 8);
        assert_eq!(same.again(&after).lines().unwrap().0.start, 500);
    }

    #[test]
    fn a_line_longer_than_a_part_is_not_cut() {
        let text = "x".repeat(WHOLE * 2);
        assert_eq!(Part::first(&text).of(&text), text);
    }
}
