//! The icons, as inline SVG.

use yew::{Html, html};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    Arrow,
    Check,
    Close,
    Copy,
    Dots,
    External,
    File,
    Help,
    Link,
    Lock,
    Restart,
    Search,
    Warning,
}

impl Glyph {
    #[rustfmt::skip]
    fn path(self) -> &'static str {
        match self {
            Glyph::Arrow => "M4.5 10h11M11 5.5l4.5 4.5-4.5 4.5",
            Glyph::Check => "M4.5 10.5l3.6 3.6 7.4-8",
            Glyph::Close => "M5.5 5.5l9 9M14.5 5.5l-9 9",
            Glyph::Copy => "M7.5 7.5V5A1.5 1.5 0 0 1 9 3.5h6A1.5 1.5 0 0 1 16.5 5v6a1.5 1.5 0 0 1-1.5 1.5h-2.5M5 7.5h6A1.5 1.5 0 0 1 12.5 9v6a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 15V9A1.5 1.5 0 0 1 5 7.5z",
            Glyph::Dots => "M2.9 10a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0M8.4 10a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0M13.9 10a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0",
            Glyph::External => "M11 4h5v5M16 4l-7 7M14 12v3a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h3",
            Glyph::File => "M11.5 3H6a1 1 0 0 0-1 1v12a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V6.5zM11.5 3v3.5H15",
            Glyph::Help => "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM8 8.2A2.1 2.1 0 0 1 10 6.7c1.2 0 2.1.7 2.1 1.8 0 1.4-2.1 1.7-2.1 3M10 13.6h.01",
            Glyph::Link => "M8.5 11.5a3 3 0 0 0 4.3 0l2.6-2.6a3 3 0 0 0-4.3-4.3l-.8.8M11.5 8.5a3 3 0 0 0-4.3 0l-2.6 2.6a3 3 0 0 0 4.3 4.3l.8-.8",
            Glyph::Lock => "M5.5 9h9a1 1 0 0 1 1 1v5.5a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1zM7 9V6.5a3 3 0 0 1 6 0V9",
            Glyph::Restart => "M4 10a6 6 0 1 1 1.8 4.3M4 15.2v-3.4h3.4",
            Glyph::Search => "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13.2 13.2l3.3 3.3",
            Glyph::Warning => "M10 3.2l7.2 12.6H2.8zM10 8.2v3.4M10 13.6h.01",
        }
    }
}

/// An icon of 20 pixels, for buttons and callouts.
pub fn icon(glyph: Glyph) -> Html {
    svg(if glyph == Glyph::Dots { "icon dots" } else { "icon" }, glyph)
}

/// An icon of 16 pixels, beside small text.
pub fn small_icon(glyph: Glyph) -> Html {
    svg("icon s", glyph)
}

/// Onramp's mark: a ramp that merges into a lane.
pub fn mark() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 28 28" aria-hidden="true">
            <rect class="tile" width="28" height="28" rx="7" />
            <path class="lane" d="M18.5 5.5v17" fill="none" stroke-width="3" stroke-linecap="round" />
            <path class="ramp" d="M8.5 22.5c0-6.5 10-4.5 10-11" fill="none" stroke-width="3" stroke-linecap="round" />
        </svg>
    }
}

fn svg(class: &'static str, glyph: Glyph) -> Html {
    html! {
        <svg {class} viewBox="0 0 20 20" aria-hidden="true"><path d={glyph.path()} /></svg>
    }
}
