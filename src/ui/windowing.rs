//! Which rows of a long list are drawn: arithmetic only.
//!
//! Not here: scrolling and elements. Every row has the same height, so that a list of 25,000 needs no measuring.

use crate::app::setup::rows::ROW_HEIGHT;
use std::ops::Range;

/// Lists up to this length are drawn whole: nothing is gained by less, and the browser's own search finds everything.
const WHOLE: usize = 100;

/// So many rows are drawn above and below what is seen, so that a fast scroll does not show blanks.
const MARGIN: usize = 12;

/// The rows to draw of `count`, when the list is scrolled by `offset` pixels and `viewport` pixels of it are seen.
/// At most `viewport / ROW_HEIGHT` and twice the margin, whatever the numbers.
pub(super) fn visible_rows(count: usize, offset: usize, viewport: usize) -> Range<usize> {
    if count <= WHOLE {
        return 0..count;
    }
    let seen = (viewport / ROW_HEIGHT).clamp(1, WHOLE - 2 * MARGIN) + 1;
    let first = (offset / ROW_HEIGHT).min(count.saturating_sub(seen));
    first.saturating_sub(MARGIN)..(first + seen + MARGIN).min(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lists_are_drawn_whole() {
        assert_eq!(visible_rows(0, 0, 600), 0..0);
        assert_eq!(visible_rows(100, 9999, 600), 0..100);
    }

    #[test]
    fn long_lists_are_drawn_where_they_are_seen() {
        assert_eq!(visible_rows(25_000, 0, 600), 0..26);
        assert_eq!(visible_rows(25_000, 44 * 1000, 600), 988..1026);
        assert_eq!(visible_rows(25_000, 44 * 25_000, 600), 24_974..25_000);
    }

    #[test]
    fn never_more_than_about_a_hundred() {
        for offset in [0, 1_000_000, usize::MAX] {
            for viewport in [0, 600, usize::MAX] {
                let range = visible_rows(25_000, offset, viewport);
                assert!(
                    range.len() <= 101 && range.end <= 25_000 && !range.is_empty(),
                    "{range:?}"
                );
            }
        }
    }
}
