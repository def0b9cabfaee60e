//! Which rows of a long list are drawn. Every row has the same height, so that a list of 25,000 needs no measuring.

use std::ops::Range;

/// A row's height in CSS pixels: a finger's.
pub const ROW_HEIGHT: usize = 44;

/// Which part of the list is on screen, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    /// How far it is scrolled, in whole rows.
    pub top: usize,
    /// How much of it is seen.
    pub height: usize,
}

impl Viewport {
    /// From what the browser measures. Whole rows only, so that a scroll by a few pixels draws nothing.
    pub fn of_pixels(top: i32, height: i32) -> Viewport {
        let pixels = |number: i32| usize::try_from(number).unwrap_or_default();
        Viewport { top: pixels(top) / ROW_HEIGHT * ROW_HEIGHT, height: pixels(height) }
    }
}

impl Default for Viewport {
    /// The beginning, on a screen of usual height.
    fn default() -> Viewport {
        Viewport { top: 0, height: 640 }
    }
}

/// Lists up to this length are drawn whole: nothing is gained by less, and the browser's own search finds everything.
const WHOLE: usize = 100;

/// So many rows are drawn above and below what is seen, so that a fast scroll does not show blanks.
const MARGIN: usize = 7;

/// The rows to draw of `count`: at most about a hundred, whatever the numbers.
pub fn visible_rows(count: usize, viewport: Viewport) -> Range<usize> {
    if count <= WHOLE {
        return 0..count;
    }
    let seen = (viewport.height / ROW_HEIGHT).clamp(1, WHOLE - 2 * MARGIN) + 1;
    let first = (viewport.top / ROW_HEIGHT).min(count.saturating_sub(seen));
    first.saturating_sub(MARGIN)..(first + seen + MARGIN).min(count)
}

/// The runs of rows to draw: those that are visible, and the one that has the focus, wherever it is.
pub fn drawn_runs(count: usize, viewport: Viewport, focused: usize) -> Vec<Range<usize>> {
    let visible = visible_rows(count, viewport);
    let focused = focused..focused + 1;
    if focused.end > count || visible.contains(&focused.start) {
        vec![visible]
    } else if focused.start < visible.start {
        vec![focused, visible]
    } else {
        vec![visible, focused]
    }
}

/// Where to scroll to, so that a row is seen below its account's heading, which sticks to the top; `None` where it is
/// seen already.
pub fn scroll_to(row: usize, viewport: Viewport) -> Option<usize> {
    let (first, end) = (row.saturating_sub(1) * ROW_HEIGHT, (row + 1) * ROW_HEIGHT);
    if first < viewport.top {
        Some(first)
    } else {
        end.checked_sub(viewport.height).filter(|top| *top > viewport.top)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(top: usize, height: usize) -> Viewport {
        Viewport { top, height }
    }

    #[test]
    fn short_lists_are_drawn_whole() {
        assert_eq!(visible_rows(0, at(0, 600)), 0..0);
        assert_eq!(visible_rows(100, at(9999, 600)), 0..100);
    }

    #[test]
    fn long_lists_are_drawn_where_they_are_seen() {
        assert_eq!(visible_rows(25_000, at(0, 600)), 0..21);
        assert_eq!(visible_rows(25_000, at(44 * 1000, 600)), 993..1021);
        assert_eq!(visible_rows(25_000, at(44 * 25_000, 600)), 24_979..25_000);
    }

    #[test]
    fn never_more_than_about_a_hundred() {
        for top in [0, 1_000_000, usize::MAX] {
            for height in [0, 600, usize::MAX] {
                let range = visible_rows(25_000, at(top, height));
                assert!(
                    range.len() <= 101 && range.end <= 25_000 && !range.is_empty(),
                    "{range:?}"
                );
            }
        }
    }

    #[test]
    fn the_row_with_the_focus_is_drawn_wherever_it_is() {
        let runs = |focused| format!("{:?}", drawn_runs(25_000, at(44 * 1000, 600), focused));
        assert_eq!(runs(1000), "[993..1021]");
        assert_eq!(runs(0), "[0..1, 993..1021]");
        assert_eq!(runs(24_999), "[993..1021, 24999..25000]");
        assert_eq!(runs(25_000), "[993..1021]");
        assert_eq!(format!("{:?}", drawn_runs(0, at(0, 600), 0)), "[0..0]");
    }

    #[test]
    fn a_row_is_scrolled_to_where_it_is_not_seen() {
        let from = at(44 * 100, 440);
        for (row, top) in
            [(0, Some(0)), (50, Some(44 * 49)), (101, None), (109, None), (110, Some(44 * 101))]
        {
            assert_eq!(scroll_to(row, from), top, "{row}");
        }
        assert_eq!(scroll_to(0, at(0, 0)), Some(44));
    }

    #[test]
    fn a_scroll_counts_in_whole_rows() {
        assert_eq!(Viewport::of_pixels(87, 600), at(44, 600));
        assert_eq!(Viewport::of_pixels(-3, -1), at(0, 0));
    }
}
