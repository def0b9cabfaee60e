//! Address, focus, clipboard, files: what the shell does with the document and its window.

use crate::waiting::{Listener, document, recorder, until, window};
use js_sys::{Array, Object, Promise, Reflect};
use onramp::app::effect::{CopyTarget, Effect, FocusTarget};
use onramp::app::event::{ClipboardRefused, Event};
use onramp::app::route::Screen;
use onramp::app::token::CacheText;
use onramp::shell::{dropped_files, route, watch};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{DataTransfer, DragEvent, DragEventInit, File, HtmlAnchorElement};

#[wasm_bindgen_test]
async fn the_address_is_read_and_every_change_reported() {
    window().location().set_hash("#/help").expect("an address");
    assert_eq!(route().screen, Screen::Help);
    let (send, sent) = recorder();
    let listeners = watch(&send);
    window().location().set_hash("#/token?role=Admin").expect("an address");
    let changed = until("a change of address", || sent.borrow_mut().pop()).await;
    let Event::AddressChanged(route) = changed else { panic!("{changed:?}") };
    assert_eq!((route.screen, route.prefill.role.as_deref()), (Screen::Token, Some("Admin")));
    drop(listeners);
}

#[wasm_bindgen_test]
fn coming_back_is_reported_for_as_long_as_somebody_listens() {
    let (send, sent) = recorder();
    let listeners = watch(&send);
    for name in ["focus", "online", "pageshow"] {
        window().dispatch_event(&web_sys::Event::new(name).expect("an event")).expect("sent");
    }
    let back = web_sys::Event::new("visibilitychange").expect("an event");
    document().dispatch_event(&back).expect("sent");
    let came_back = sent.borrow().iter().filter(|event| matches!(event, Event::CameBack)).count();
    assert_eq!(came_back, if document().hidden() { 0 } else { 4 });
    drop(listeners);
    let before = sent.borrow().len();
    document().dispatch_event(&back).expect("sent");
    assert_eq!(sent.borrow().len(), before);
}

#[wasm_bindgen_test]
fn the_form_is_written_into_the_address_without_a_step_in_the_history() {
    let length = || window().history().and_then(|history| history.length()).expect("a history");
    let before = length();
    Listener::new().run(Effect::ReplaceAddress("#/setup?region=eu-west-1".to_owned()));
    assert_eq!(window().location().hash().expect("an address"), "#/setup?region=eu-west-1");
    assert_eq!((route().prefill.region.as_deref(), length()), (Some("eu-west-1"), before));
}

#[wasm_bindgen_test]
async fn focus_goes_to_what_is_only_drawn_afterwards() {
    Listener::new().run(Effect::Focus(FocusTarget::Region));
    let field = document().create_element("select").expect("an element");
    field.set_id(FocusTarget::Region.id());
    document().body().expect("a body").append_child(&field).expect("appended");
    until("focus", || document().active_element().filter(|active| *active == field)).await;
    field.remove();
}

#[wasm_bindgen_test]
async fn what_the_clipboard_says_is_passed_on() {
    let copied = async |clipboard: &JsValue| {
        let _own = Own::set(&window().navigator(), "clipboard", clipboard);
        match Listener::new().answer(Effect::Copy(CopyTarget::Block, "[profile a]".into())).await {
            Event::Copied(CopyTarget::Block, result) => result,
            other => panic!("{other:?}"),
        }
    };
    let written = Rc::new(RefCell::new(String::new()));
    let notes = Rc::clone(&written);
    let takes = Closure::<dyn FnMut(String) -> Promise>::new(move |text| {
        *notes.borrow_mut() = text;
        Promise::resolve(&JsValue::UNDEFINED)
    });
    let refuses = Closure::<dyn FnMut(String) -> Promise>::new(|_| Promise::reject(&"no".into()));
    assert_eq!(copied(&clipboard(takes.as_ref())).await, Ok(()));
    assert_eq!(*written.borrow(), "[profile a]");
    assert_eq!(copied(&clipboard(refuses.as_ref())).await, Err(ClipboardRefused));
    // So it is on a page that came without TLS.
    assert_eq!(copied(&JsValue::UNDEFINED).await, Err(ClipboardRefused));
}

#[wasm_bindgen_test]
async fn a_download_is_a_link_to_the_text_under_its_name() {
    let link: HtmlAnchorElement =
        document().create_element("a").expect("an element").dyn_into().expect("a link");
    let pressed = Rc::new(RefCell::new(None));
    let (notes, itself) = (Rc::clone(&pressed), link.clone());
    let press = Closure::<dyn FnMut()>::new(move || {
        // The address is good for as long as the press takes.
        *notes.borrow_mut() = Some((itself.download(), window().fetch_with_str(&itself.href())));
    });
    let _press = Own::set(&link, "click", press.as_ref());
    let made = link.clone();
    let make = Closure::<dyn FnMut(String) -> JsValue>::new(move |_| made.clone().into());
    let _make = Own::set(&document(), "createElement", make.as_ref());
    Listener::new().run(Effect::Download { name: "config", text: "[profile ä]\n".into() });
    let (name, response) = pressed.borrow_mut().take().expect("the link was pressed");
    assert!(link.href().starts_with("blob:"), "{}", link.href());
    let response: web_sys::Response =
        JsFuture::from(response).await.expect("an answer").dyn_into().expect("a response");
    let text = JsFuture::from(response.text().expect("a body")).await.expect("a text");
    assert_eq!((name.as_str(), text.as_string().as_deref()), ("config", Some("[profile ä]\n")));
}

#[wasm_bindgen_test]
async fn files_are_read_as_texts_in_their_order() {
    let transfer = DataTransfer::new().expect("a transfer");
    for (name, text) in [("b.json", "{}"), ("a.json", "ä")] {
        let file = File::new_with_str_sequence(&Array::of1(&text.into()), name).expect("a file");
        transfer.items().add_with_file(&file).expect("added");
    }
    let (report, reported) = recorder();
    let dropped = DragEventInit::new();
    dropped.set_data_transfer(Some(&transfer));
    let drop = DragEvent::new_with_event_init_dict("drop", &dropped).expect("an event");
    dropped_files(&drop, report);
    let texts = until("the files", || reported.borrow_mut().pop()).await;
    assert_eq!(texts.iter().map(CacheText::expose).collect::<Vec<_>>(), ["{}", "ä"]);
    assert!(!format!("{texts:?}").contains('ä'));
}

fn clipboard(write: &JsValue) -> JsValue {
    let clipboard = Object::new();
    Reflect::set(&clipboard, &"writeText".into(), write).expect("set");
    clipboard.into()
}

/// A property that hides the browser's own for as long as it lives.
pub(crate) struct Own {
    of: JsValue,
    name: &'static str,
}

impl Own {
    /// Sets it.
    pub(crate) fn set(of: &impl AsRef<JsValue>, name: &'static str, value: &JsValue) -> Own {
        let of = of.as_ref().clone();
        let property = Object::new();
        for (key, value) in [("value", value), ("configurable", &JsValue::TRUE)] {
            Reflect::set(&property, &key.into(), value).expect("set");
        }
        Object::define_property(of.unchecked_ref::<Object>(), &name.into(), &property);
        Own { of, name }
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        let _ = Reflect::delete_property(self.of.unchecked_ref::<Object>(), &self.name.into());
    }
}
