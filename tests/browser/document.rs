//! Address, focus, clipboard, files: what the shell does with the document and its window.

use crate::waiting::{Listener, document, until, window};
use js_sys::{Array, Object, Promise, Reflect};
use onramp::{ClipboardRefused, CopyId, Effect, ElementId, FileError, FileText, Msg, Screen};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{DataTransfer, DragEvent, DragEventInit, File, HtmlAnchorElement};

#[wasm_bindgen_test]
async fn every_change_of_the_address_is_reported() {
    let mut listener = Listener::new();
    listener.run(Effect::Navigate(Screen::Help));
    let changed = listener.next().await;
    let Msg::AddressChanged(route) = changed else { panic!("{changed:?}") };
    assert_eq!(route.screen, Screen::Help);
    window().location().set_hash("#/token?role=Admin").expect("an address");
    let changed = listener.next().await;
    let Msg::AddressChanged(route) = changed else { panic!("{changed:?}") };
    assert_eq!((route.screen, route.prefill.role.as_deref()), (Screen::Token, Some("Admin")));
}

#[wasm_bindgen_test]
fn coming_back_is_reported_for_as_long_as_the_shell_lives() {
    let listener = Listener::new();
    for name in ["focus", "online", "pageshow"] {
        window().dispatch_event(&web_sys::Event::new(name).expect("an event")).expect("sent");
    }
    let back = web_sys::Event::new("visibilitychange").expect("an event");
    document().dispatch_event(&back).expect("sent");
    let sent = listener.close();
    let came_back = sent.borrow().iter().filter(|msg| matches!(msg, Msg::CameBack)).count();
    assert_eq!(came_back, if document().hidden() { 0 } else { 4 });
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
    assert_eq!(length(), before);
}

#[wasm_bindgen_test]
async fn focus_goes_to_what_is_only_drawn_afterwards() {
    Listener::new().run(Effect::Focus(ElementId("sso-region")));
    let field = document().create_element("select").expect("an element");
    field.set_id("sso-region");
    document().body().expect("a body").append_child(&field).expect("appended");
    until("focus", || document().active_element().filter(|active| *active == field)).await;
    field.remove();
}

#[wasm_bindgen_test]
async fn what_the_clipboard_says_is_passed_on() {
    let copied = async |clipboard: &JsValue| {
        let _own = Own::set(&window().navigator(), "clipboard", clipboard);
        let (button, text) = (CopyId("block", 0), FileText::new("[profile a]"));
        match Listener::new().answer(Effect::Copy { button, text }).await {
            Msg::Copied(CopyId("block", 0), _, result) => result,
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
    Listener::new().run(Effect::Download { name: "config", text: FileText::new("[profile ä]\n") });
    let (name, response) = pressed.borrow_mut().take().expect("the link was pressed");
    assert!(link.href().starts_with("blob:"), "{}", link.href());
    let response: web_sys::Response =
        JsFuture::from(response).await.expect("an answer").dyn_into().expect("a response");
    let text = JsFuture::from(response.text().expect("a body")).await.expect("a text");
    assert_eq!((name.as_str(), text.as_string().as_deref()), ("config", Some("[profile ä]\n")));
}

#[wasm_bindgen_test]
async fn files_that_are_dropped_anywhere_are_read_in_their_order() {
    let listener = Listener::new();
    let drop = drop_of(&[("b.json", "{}"), ("a.json", "ä")]);
    // The browser would leave the page for the file.
    assert!(!document().body().expect("a body").dispatch_event(&drop).expect("sent"));
    let msg = listener.next().await;
    let Msg::FilesRead { sequence, files } = msg else { panic!("{msg:?}") };
    let texts: Vec<&str> =
        files.iter().map(|file| &**file.text.as_ref().expect("a text").expose()).collect();
    assert_eq!((sequence, texts), (1, vec!["{}", "ä"]));
    assert!(!format!("{files:?}").contains('ä'));
}

#[wasm_bindgen_test]
async fn a_file_that_is_too_large_is_not_read() {
    let listener = Listener::new();
    let drop = drop_of(&[("huge", "x")]);
    let _size = Own::set(&prototype("Blob"), "size", &JsValue::from_f64(1e9));
    document().body().expect("a body").dispatch_event(&drop).expect("sent");
    let msg = listener.next().await;
    let Msg::FilesRead { files, .. } = msg else { panic!("{msg:?}") };
    assert_eq!(files[0].text, Err(FileError::TooLarge { bytes: 1_000_000_000 }));
}

#[wasm_bindgen_test]
fn text_that_is_dragged_into_a_box_is_the_browsers_matter() {
    let listener = Listener::new();
    let text_box = document().create_element("textarea").expect("an element");
    document().body().expect("a body").append_child(&text_box).expect("appended");
    assert!(text_box.dispatch_event(&drop_of(&[])).expect("sent"));
    text_box.remove();
    assert!(listener.close().borrow().iter().all(|msg| matches!(msg, Msg::FoldersOffered)));
}

/// Files that are dropped.
fn drop_of(files: &[(&str, &str)]) -> DragEvent {
    let transfer = DataTransfer::new().expect("a transfer");
    for (name, text) in files {
        let file = File::new_with_str_sequence(&Array::of1(&(*text).into()), name).expect("a file");
        transfer.items().add_with_file(&file).expect("added");
    }
    let init = DragEventInit::new();
    init.set_data_transfer(Some(&transfer));
    init.set_bubbles(true);
    init.set_cancelable(true);
    DragEvent::new_with_event_init_dict("drop", &init).expect("an event")
}

/// What all objects of a kind have.
fn prototype(kind: &str) -> JsValue {
    let kind = Reflect::get(&window(), &kind.into()).expect("a kind");
    Reflect::get(&kind, &"prototype".into()).expect("a prototype")
}

fn clipboard(write: &JsValue) -> JsValue {
    let clipboard = Object::new();
    Reflect::set(&clipboard, &"writeText".into(), write).expect("set");
    clipboard.into()
}

/// A property in the place of the browser's own for as long as it lives.
pub(crate) struct Own {
    of: JsValue,
    name: &'static str,
    before: JsValue,
}

impl Own {
    /// Sets it.
    pub(crate) fn set(of: &impl AsRef<JsValue>, name: &'static str, value: &JsValue) -> Own {
        let of = of.as_ref().clone();
        let before =
            Object::get_own_property_descriptor(of.unchecked_ref::<Object>(), &name.into());
        let property = Object::new();
        for (key, value) in [("value", value), ("configurable", &JsValue::TRUE)] {
            Reflect::set(&property, &key.into(), value).expect("set");
        }
        Object::define_property(of.unchecked_ref::<Object>(), &name.into(), &property);
        Own { of, name, before }
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        if self.before.is_undefined() {
            let _ = Reflect::delete_property(self.of.unchecked_ref::<Object>(), &self.name.into());
        } else {
            Object::define_property(
                self.of.unchecked_ref::<Object>(),
                &self.name.into(),
                self.before.unchecked_ref::<Object>(),
            );
        }
    }
}
