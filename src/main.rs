//! Starts the page.

use onramp::{App, AppProps};

fn main() {
    let page = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("page"))
        .expect("index.html has the element that the page is drawn in");
    let early = onramp::read_early(&page);
    yew::Renderer::<App>::with_root_and_props(page, AppProps { early }).render();
}
