//! The page itself, mounted into the document: it starts, follows the address, and forgets what it has read.

use crate::host::{Host, Reply};
use crate::waiting::{document, until, window};
use onramp::{App, AppProps, read_early};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, EventInit, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::AppHandle;

const TOKEN: &str = r#"{"accessToken":"SECRET","expiresAt":"2026-11-24T11:00:00Z"}"#;

#[wasm_bindgen_test]
async fn the_form_is_there_and_the_company_fills_it_in() {
    let _host = Host::new(|_| Reply::json(200, r#"{"company":"Acme","session_name":"corp"}"#));
    let page = Mounted::at("#/setup");
    until("the headline", || page.find("h1").filter(|title| text(title).contains("Acme"))).await;
    let name = page.get("#session-name").dyn_into::<web_sys::HtmlInputElement>().expect("a field");
    assert_eq!(name.value(), "corp");
    assert!(page.find("form button[type=submit]").is_some());
}

#[wasm_bindgen_test]
async fn what_was_typed_before_the_page_had_started_is_kept() {
    let _host = Host::new(|_| Reply::html(404, ""));
    let page = Mounted::over(include_str!("../../www/start.html"), |page| {
        let field: HtmlInputElement = page.get("#start-url").dyn_into().expect("a field");
        field.set_value("https://acme");
        field.focus().expect("focus");
        field.set_selection_range(3, 5).expect("a selection");
    });
    let field = until("the page", || {
        document().active_element().filter(|active| active.id() == "start-url")?;
        page.find("#start-url")?.dyn_into::<HtmlInputElement>().ok()
    })
    .await;
    assert_eq!(field.value(), "https://acme");
    assert_eq!((field.selection_start(), field.selection_end()), (Ok(Some(3)), Ok(Some(5))));
    assert_eq!(page.count("#start-url"), 1);
}

#[wasm_bindgen_test]
async fn another_address_is_another_screen() {
    let _host = Host::new(|_| Reply::html(404, ""));
    let page = Mounted::at("#/token");
    page.wait_for("textarea").await;
    window().location().set_hash("#/help").expect("an address");
    until("another screen", || page.find("textarea").is_none().then_some(())).await;
    assert!(page.find("h1").is_some());
}

#[wasm_bindgen_test]
async fn a_pasted_token_leaves_the_document_once_it_was_read() {
    let _host = Host::new(|_| Reply::html(404, ""));
    let page = Mounted::at("#/token");
    let text_box = page.wait_for("textarea").await;
    let text_box: HtmlTextAreaElement = text_box.dyn_into().expect("a text box");
    text_box.set_value(TOKEN);
    page.fire(&text_box, "input");
    page.wait_for("article").await;
    until("an empty box", || text_box.value().is_empty().then_some(())).await;
    assert!(!page.element.inner_html().contains("SECRET"));
    // What can't be read stays for the person to mend.
    text_box.set_value("{\"accessToken\"");
    page.fire(&text_box, "input");
    page.wait_for("article [role=alert]").await;
    assert_eq!(text_box.value(), "{\"accessToken\"");
}

#[wasm_bindgen_test]
async fn a_secret_that_is_typed_key_by_key_never_stays_in_the_box() {
    let _host = Host::new(|_| Reply::html(404, ""));
    let page = Mounted::at("#/token");
    let text_box = page.wait_for("textarea").await;
    let text_box: HtmlTextAreaElement = text_box.dyn_into().expect("a text box");
    // What stands there without its secret is the same after each of these.
    for typed in ["S", "[removed]E", "[removed]C"] {
        text_box.set_value(&format!("{{\"accessToken\": \"{typed}"));
        page.fire(&text_box, "input");
        until("the box without a secret", || {
            (text_box.value() == "{\"accessToken\": \"[removed]").then_some(())
        })
        .await;
    }
}

#[wasm_bindgen_test]
async fn a_time_is_written_for_the_person() {
    let _host = Host::new(|_| Reply::html(404, ""));
    let page = Mounted::at("#/token");
    let text_box: HtmlTextAreaElement =
        page.wait_for("textarea").await.dyn_into().expect("a text box");
    text_box.set_value(TOKEN);
    page.fire(&text_box, "input");
    let time = page.wait_for("article time[datetime='2026-11-24T11:00:00Z']").await;
    // Whatever the zone and the language, the year is the same.
    assert!(text(&time).contains("2026") && !text(&time).contains('T'), "{}", text(&time));
}

#[wasm_bindgen_test]
async fn the_first_fault_gets_the_focus() {
    let _host = Host::new(|_| Reply::html(404, ""));
    let page = Mounted::at("#/setup");
    page.press("form button[type=submit]").await;
    let field = page.get("#start-url");
    until("focus", || document().active_element().filter(|active| *active == field)).await;
    assert!(page.find("[role=alert]").is_some());
}

/// The page in an element of its own, until it is dropped.
pub(crate) struct Mounted {
    /// Where it is drawn.
    pub(crate) element: Element,
    handle: Option<AppHandle<App>>,
}

impl Mounted {
    /// Opened at this address.
    pub(crate) fn at(hash: &str) -> Mounted {
        let mut mounted = Mounted::element(hash);
        mounted.start();
        mounted
    }

    /// Opened over a start screen in which this was done before.
    #[expect(
        clippy::disallowed_methods,
        reason = "the document's own HTML, which no script writes"
    )]
    pub(crate) fn over(start: &str, before: impl FnOnce(&Mounted)) -> Mounted {
        let mut mounted = Mounted::element("#/setup");
        mounted.element.set_inner_html(start);
        before(&mounted);
        mounted.start();
        mounted
    }

    fn start(&mut self) {
        let early = read_early(&self.element);
        let page =
            yew::Renderer::<App>::with_root_and_props(self.element.clone(), AppProps { early });
        self.handle = Some(page.render());
    }

    fn element(hash: &str) -> Mounted {
        let history = window().history().expect("a history");
        history
            .replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash))
            .expect("an address");
        let element = document().create_element("div").expect("an element");
        document().body().expect("a body").append_child(&element).expect("appended");
        Mounted { element, handle: None }
    }

    /// The first element that meets a selector.
    pub(crate) fn find(&self, selector: &str) -> Option<Element> {
        self.element.query_selector(selector).expect("a selector")
    }

    /// The same, which must be there.
    #[track_caller]
    pub(crate) fn get(&self, selector: &str) -> Element {
        self.find(selector).unwrap_or_else(|| panic!("no {selector}"))
    }

    /// How many elements meet a selector.
    pub(crate) fn count(&self, selector: &str) -> u32 {
        self.element.query_selector_all(selector).expect("a selector").length()
    }

    /// Waits for an element.
    pub(crate) async fn wait_for(&self, selector: &str) -> Element {
        until(selector, || self.find(selector)).await
    }

    /// Presses an element once it is there.
    pub(crate) async fn press(&self, selector: &str) {
        self.wait_for(selector).await.dyn_into::<HtmlElement>().expect("an element").click();
    }

    /// Lets an element report something, as if a person had done it.
    pub(crate) fn fire(&self, element: &Element, name: &str) {
        let init = EventInit::new();
        init.set_bubbles(true);
        let event = web_sys::Event::new_with_event_init_dict(name, &init).expect("an event");
        element.dispatch_event(&event).expect("sent");
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
        self.element.remove();
    }
}

fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}
