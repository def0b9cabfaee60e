//! Which rows of a long list are drawn: arithmetic only.
//!
//! Not here: scrolling and elements. Every row has the same height, so that a list of 25,000 needs no measuring.

use std::ops::Range;

/// A row's height in CSS pixels: a finger's.
pub(super) const ROW_HEIGHT: f64 = 44.0;

/// Lists up to this length are drawn whole: nothing is gained by less, and the browser's own search finds everything.
const WHOLE: usize = 100;

/// So many rows are drawn above and below what is seen, so that a fast scroll does not show blanks.
const MARGIN: usize = 12;

/// The rows to draw of `count`, when the list is scrolled by `offset` pixels and `viewport` pixels of it are seen.
/// At most `viewport / ROW_HEIGHT` and twice the margin, whatever the numbers.
pub(super) fn visible_rows(count: usize, offset: f64, viewport: f64) -> Range<usize> {
    if count <= WHOLE {
        return 0..count;
    }
    let seen = rows(viewport).clamp(1, WHOLE - 2 * MARGIN) + 1;
    let first = rows(offset).min(count.saturating_sub(seen));
    first.saturating_sub(MARGIN)..(first + seen + MARGIN).min(count)
}

/// How far down a row begins, in pixels.
#[allow(clippy::cast_precision_loss)]
pub(super) fn top_of(row: usize) -> f64 {
    row as f64 * ROW_HEIGHT
}

/// How many whole rows fit; nothing for what is no number.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn rows(pixels: f64) -> usize {
    (pixels / ROW_HEIGHT).max(0.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lists_are_drawn_whole() {
        assert_eq!(visible_rows(0, 0.0, 600.0), 0..0);
        assert_eq!(visible_rows(100, 9999.0, 600.0), 0..100);
    }

    #[test]
    fn long_lists_are_drawn_where_they_are_seen() {
        assert_eq!(visible_rows(25_000, 0.0, 600.0), 0..26);
        assert_eq!(visible_rows(25_000, 44.0 * 1000.0, 600.0), 988..1026);
        assert_eq!(visible_rows(25_000, 44.0 * 25_000.0, 600.0), 24_974..25_000);
    }

    #[test]
    fn never_more_than_about_a_hundred() {
        for offset in [-5.0, 0.0, 1e6, f64::MAX, f64::NAN] {
            for viewport in [0.0, 600.0, 1e9, f64::INFINITY, f64::NAN] {
                let range = visible_rows(25_000, offset, viewport);
                assert!(
                    range.len() <= 101 && range.end <= 25_000 && !range.is_empty(),
                    "{range:?}"
                );
            }
        }
    }
}
