//! The screens, drawn natively and compared by their outline: role, name, state, text.
//!
//! Not here: how they look. Models are made by events alone, so that no test shows what can't come about.

mod frame;
mod html;
mod outline;
mod roles;
mod setup;
mod tidy;
mod token;

use crate::app::model::Model;
use crate::app::testing::Page;
use expect_test::Expect;
use outline::Outline;
use std::rc::Rc;
use tokio::task::LocalSet;
use yew::{Callback, Html, LocalServerRenderer, Properties, component};

/// Compares what `part` takes of the page's outline.
#[track_caller]
fn check(page: Page, part: impl FnOnce(&Outline) -> String, expect: Expect) {
    expect.assert_eq(&part(&Outline::of(&draw(page))));
}

/// The page as HTML, in which no secret of the tests stands.
#[track_caller]
fn draw(page: Page) -> String {
    let props = FrameProps { model: Rc::new(page.into_model()) };
    let renderer = LocalServerRenderer::<Frame>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let html = LocalSet::new().block_on(&runtime, renderer.render());
    let without_names = html.replace("AWS_SECRET_ACCESS_KEY", "");
    assert!(!without_names.contains("SECRET"), "a secret is drawn");
    html
}

/// The page as a component, which the renderer asks for.
#[component]
fn Frame(props: &FrameProps) -> Html {
    super::frame::view(&props.model, &Callback::noop())
}

#[derive(Properties)]
struct FrameProps {
    model: Rc<Model>,
}

impl PartialEq for FrameProps {
    fn eq(&self, other: &FrameProps) -> bool {
        Rc::ptr_eq(&self.model, &other.model)
    }
}
