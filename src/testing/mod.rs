//! What the tests share: a page to drive, and views as outlines.

mod dice;
mod disk;
mod html;
mod outline;
mod page;
mod roles;
pub mod setup;

use chrono::{DateTime, Utc};
pub use dice::Dice;
pub use disk::Disk;
use expect_test::Expect;
pub use outline::{Control, Outline};
pub use page::{Page, brief};
use tokio::task::LocalSet;
use yew::{Html, LocalServerRenderer, Properties, component};

/// The tests' own time.
pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

/// Compares what `part` takes of a view's outline.
#[track_caller]
pub fn check(html: Html, part: impl FnOnce(&Outline) -> String, expect: Expect) {
    expect.assert_eq(&part(&Outline::of(&draw(html))));
}

/// A view as HTML, in which no secret of the tests stands.
#[track_caller]
pub fn draw(html: Html) -> String {
    let renderer = LocalServerRenderer::<Drawn>::with_props(DrawnProps { html }).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let html = LocalSet::new().block_on(&runtime, renderer.render());
    let without_names = html.replace("AWS_SECRET_ACCESS_KEY", "");
    assert!(!without_names.contains("SECRET"), "a secret is drawn");
    html
}

#[derive(PartialEq, Properties)]
struct DrawnProps {
    html: Html,
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    props.html.clone()
}
