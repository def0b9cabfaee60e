//! Starts the page.

fn main() {
    let root = yew::Renderer::<onramp::Root>::with_root;
    let page = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("page"))
        .expect("the page's document has the element that boot.js starts with");
    page.set_text_content(None);
    root(page).render();
}
