//! The folder `~/.aws`, with the browser's own private folder in its place: files come out of it, and go back into it.

use crate::document::Own;
use crate::waiting::{Listener, recorder, until, window};
use js_sys::{Array, Function, Object, Promise, Reflect};
use onramp::app::effect::Effect;
use onramp::app::event::{Event, TidyEvent};
use onramp::app::tidy::config_text::ConfigText;
use onramp::app::tidy::disk::{DiskAnswer, DiskFault, DiskRequest};
use onramp::shell::{dropped_config, offer_folders};
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen::{JsCast, JsError};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// Calls a method by its name, and waits for what it promises.
async fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of, &name.into())?.dyn_into()?;
    let promised = method.apply(of, &arguments.iter().collect::<Array>())?;
    JsFuture::from(Promise::resolve(&promised)).await
}

fn create() -> JsValue {
    let options = Object::new();
    Reflect::set(&options, &"create".into(), &JsValue::TRUE).expect("set");
    options.into()
}

/// An empty folder of this name, a real one with real handles, that only this page sees.
async fn folder(name: &str) -> JsValue {
    let storage = Reflect::get(&window().navigator(), &"storage".into()).expect("it is there");
    let root = call(&storage, "getDirectory", &[]).await.expect("a folder");
    let all = Object::new();
    Reflect::set(&all, &"recursive".into(), &JsValue::TRUE).expect("set");
    let _ = call(&root, "removeEntry", &[name.into(), all.into()]).await;
    call(&root, "getDirectoryHandle", &[name.into(), create()]).await.expect("a folder")
}

async fn put(folder: &JsValue, name: &str, text: &str) {
    let file = call(folder, "getFileHandle", &[name.into(), create()]).await.expect("a file");
    let stream = call(&file, "createWritable", &[]).await.expect("a stream");
    call(&stream, "write", &[text.into()]).await.expect("written");
    call(&stream, "close", &[]).await.expect("closed");
}

async fn text_of(folder: &JsValue, name: &str) -> Option<String> {
    let file = call(folder, "getFileHandle", &[name.into()]).await.ok()?;
    let file = call(&file, "getFile", &[]).await.expect("a file");
    call(&file, "text", &[]).await.expect("a text").as_string()
}

/// A browser whose window to choose a folder gives this.
fn chooser(answer: Result<JsValue, JsValue>) -> (Own, Closure<dyn FnMut() -> Promise>) {
    let choose = Closure::<dyn FnMut() -> Promise>::new(move || match &answer {
        Ok(folder) => Promise::resolve(folder),
        Err(error) => Promise::reject(error),
    });
    (Own::set(&window(), "showDirectoryPicker", choose.as_ref()), choose)
}

fn error(name: &str) -> JsValue {
    let error = JsValue::from(JsError::new("no"));
    Reflect::set(&error, &"name".into(), &name.into()).expect("set");
    error
}

async fn opened(shell: &mut Listener) -> Result<Vec<(String, String)>, DiskFault> {
    match shell.answer(Effect::OpenFolder).await {
        Event::Tidy(TidyEvent::FolderRead(read)) => Ok(texts(read?)),
        other => panic!("{other:?}"),
    }
}

fn texts(files: Vec<onramp::app::tidy::config_text::ConfigFile>) -> Vec<(String, String)> {
    let text = |text: Result<ConfigText, _>| text.expect("a text").expose().to_string();
    files.into_iter().map(|file| (file.name, text(file.text))).collect()
}

async fn asked(shell: &mut Listener, request: DiskRequest) -> Result<DiskAnswer, DiskFault> {
    match shell.answer(Effect::AskDisk(request)).await {
        Event::Tidy(TidyEvent::DiskAnswered(answer)) => answer,
        other => panic!("{other:?}"),
    }
}

#[wasm_bindgen_test]
async fn the_two_files_come_out_with_every_byte() {
    let there = folder("out").await;
    put(&there, "config", "\u{feff}[profile ä]\r\n").await;
    put(&there, "credentials", "[a]\n").await;
    put(&there, "other", "x").await;
    let _chooser = chooser(Ok(there));
    let read = opened(&mut Listener::new()).await.expect("it is opened");
    let expected = [("config", "\u{feff}[profile ä]\r\n"), ("credentials", "[a]\n")];
    assert_eq!(read, expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
}

#[wasm_bindgen_test]
async fn a_folder_that_is_not_given_is_a_fault_of_its_own() {
    for (name, fault) in [
        ("AbortError", DiskFault::Cancelled),
        ("SecurityError", DiskFault::Refused),
        ("TypeError", DiskFault::Failed),
    ] {
        let _chooser = chooser(Err(error(name)));
        assert_eq!(opened(&mut Listener::new()).await, Err(fault), "{name}");
    }
}

#[wasm_bindgen_test]
async fn files_are_made_once_replaced_whole_and_read_back() {
    let there = folder("in").await;
    put(&there, "config", "a longer text than the next\n").await;
    let _chooser = chooser(Ok(there.clone()));
    let mut shell = Listener::new();
    opened(&mut shell).await.expect("it is opened");
    assert_eq!(asked(&mut shell, DiskRequest::Allow).await, Ok(DiskAnswer::Allowed));

    let text = ConfigText::new("ä\r\n");
    let backup = || DiskRequest::Create("config.bak-1".into(), text.clone());
    assert_eq!(asked(&mut shell, backup()).await, Ok(DiskAnswer::Written));
    assert_eq!(asked(&mut shell, backup()).await, Err(DiskFault::Taken));
    assert_eq!(text_of(&there, "config.bak-1").await.as_deref(), Some("ä\r\n"));

    let replace = |name: &str| DiskRequest::Replace(name.into(), text.clone());
    assert_eq!(asked(&mut shell, replace("config")).await, Ok(DiskAnswer::Written));
    let read = asked(&mut shell, DiskRequest::Read("config".into())).await;
    let Ok(DiskAnswer::Read(Some(file))) = read else { panic!("{read:?}") };
    assert_eq!(file.text, Ok(text.clone()));
    assert_eq!(asked(&mut shell, replace("nothing")).await, Err(DiskFault::Missing));
    let read = asked(&mut shell, DiskRequest::Read("nothing".into())).await;
    assert_eq!(read, Ok(DiskAnswer::Read(None)));
}

#[wasm_bindgen_test]
async fn a_dropped_folder_is_opened() {
    let there = folder("dropped").await;
    put(&there, "config", "[profile a]\n").await;
    let give = Closure::<dyn FnMut() -> Promise>::new(move || Promise::resolve(&there));
    let item = Object::new();
    Reflect::set(&item, &"getAsFileSystemHandle".into(), give.as_ref()).expect("set");
    let transfer = web_sys::DataTransfer::new().expect("a transfer");
    let _items = Own::set(&transfer, "items", &Array::of1(&item));
    let drop = web_sys::Event::new("drop").expect("an event");
    let _transfer = Own::set(&drop, "dataTransfer", &transfer);
    let (send, sent) = recorder();
    dropped_config(&drop, send);
    let event = until("the folder", || sent.borrow_mut().pop()).await;
    let Event::Tidy(TidyEvent::FolderRead(Ok(files))) = event else { panic!("{event:?}") };
    assert_eq!(texts(files), [("config".to_owned(), "[profile a]\n".to_owned())]);
}

#[wasm_bindgen_test]
async fn a_browser_that_opens_folders_says_so() {
    let (send, sent) = recorder();
    let _chooser = chooser(Err(JsValue::NULL));
    offer_folders(&send);
    let is_offer = |event: &Event| matches!(event, Event::Tidy(TidyEvent::FoldersOffered));
    assert!(sent.borrow().iter().any(is_offer));
}
