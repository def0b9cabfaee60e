//! The folder `~/.aws`, with the browser's own private folder in its place: files come out of it, and go back into it.

use crate::document::Own;
use crate::waiting::{Listener, until, window};
use js_sys::{Array, Function, Object, Promise, Reflect};
use onramp::{
    Effect, FileText, FolderAnswer, FolderError, FolderId, FolderMode, FolderRequest, Msg,
    ReadFile, Screen,
};
use std::rc::Rc;
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

/// The folder that was opened, and the texts of its files by their names.
type Opened = Result<(FolderId, Vec<(String, String)>), FolderError>;

async fn opened(shell: &mut Listener) -> Opened {
    match shell.answer(Effect::OpenFolder(Screen::Config, FolderMode::Read)).await {
        Msg::FolderOpened(Screen::Config, opened) => {
            opened.map(|(folder, files)| (folder, texts(files)))
        }
        other => panic!("{other:?}"),
    }
}

fn texts(files: Vec<ReadFile>) -> Vec<(String, String)> {
    let text = |file: &ReadFile| file.text.as_ref().expect("a text").expose().to_string();
    files.iter().map(|file| (file.name.clone().expect("a name"), text(file))).collect()
}

async fn asked(
    shell: &mut Listener,
    folder: FolderId,
    request: FolderRequest,
) -> Result<FolderAnswer, FolderError> {
    match shell.answer(Effect::Folder(Screen::Setup, folder, request)).await {
        Msg::FolderAnswered(Screen::Setup, of, answer) => {
            assert_eq!(of, folder);
            answer
        }
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
    let (_, read) = opened(&mut Listener::new()).await.expect("it is opened");
    let expected = [("config", "\u{feff}[profile ä]\r\n"), ("credentials", "[a]\n")];
    assert_eq!(read, expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
}

#[wasm_bindgen_test]
async fn a_folder_that_is_not_given_is_a_fault_of_its_own() {
    for (name, fault) in [
        ("AbortError", FolderError::Cancelled),
        ("SecurityError", FolderError::Refused),
        ("TypeError", FolderError::Failed),
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
    let (folder, _) = opened(&mut shell).await.expect("it is opened");
    assert_eq!(asked(&mut shell, folder, FolderRequest::Allow).await, Ok(FolderAnswer::Allowed));

    let text = FileText::new("ä\r\n");
    let backup = || FolderRequest::Create("config.bak-1".into(), text.clone());
    assert_eq!(asked(&mut shell, folder, backup()).await, Ok(FolderAnswer::Written));
    assert_eq!(asked(&mut shell, folder, backup()).await, Err(FolderError::Taken));
    assert_eq!(text_of(&there, "config.bak-1").await.as_deref(), Some("ä\r\n"));

    let replace = |name: &str| FolderRequest::Replace(name.into(), text.clone());
    assert_eq!(asked(&mut shell, folder, replace("config")).await, Ok(FolderAnswer::Written));
    let read = asked(&mut shell, folder, FolderRequest::Read("config".into())).await;
    let Ok(FolderAnswer::Read(Some(file))) = read else { panic!("{read:?}") };
    assert_eq!(file.text, Ok(text.clone()));
    assert_eq!(asked(&mut shell, folder, replace("nothing")).await, Err(FolderError::Missing));
    let read = asked(&mut shell, folder, FolderRequest::Read("nothing".into())).await;
    assert_eq!(read, Ok(FolderAnswer::Read(None)));
}

#[wasm_bindgen_test]
async fn a_file_in_folders_that_are_not_there_is_put_there_and_removed() {
    let there = folder("deep").await;
    let _chooser = chooser(Ok(there));
    let mut shell = Listener::new();
    let (folder, _) = opened(&mut shell).await.expect("it is opened");
    let path: Rc<str> = "sso/cache/token.json".into();
    let remove = || FolderRequest::Remove(path.clone());
    assert_eq!(asked(&mut shell, folder, remove()).await, Ok(FolderAnswer::Written));
    let [longer, shorter] = ["a longer one", "{}"].map(FileText::new);
    for (write, text) in [
        (FolderRequest::Create(path.clone(), longer.clone()), longer),
        (FolderRequest::Replace(path.clone(), shorter.clone()), shorter),
    ] {
        assert_eq!(asked(&mut shell, folder, write).await, Ok(FolderAnswer::Written));
        let read = asked(&mut shell, folder, FolderRequest::Read(path.clone())).await;
        let Ok(FolderAnswer::Read(Some(file))) = read else { panic!("{read:?}") };
        assert_eq!(file.text, Ok(text));
    }
    assert_eq!(asked(&mut shell, folder, remove()).await, Ok(FolderAnswer::Written));
    assert_eq!(asked(&mut shell, folder, remove()).await, Ok(FolderAnswer::Written));
    let read = asked(&mut shell, folder, FolderRequest::Read(path)).await;
    assert_eq!(read, Ok(FolderAnswer::Read(None)));
}

#[wasm_bindgen_test]
async fn in_place_of_a_home_folder_its_own_is_opened() {
    let home = folder("home").await;
    let mut shell = Listener::new();
    let _chooser = chooser(Ok(home.clone()));
    let (folder, _) = opened(&mut shell).await.expect("it is opened");
    let described = asked(&mut shell, folder, FolderRequest::Describe).await;
    let home_is = FolderAnswer::Described { name: "home".into(), has_sso: false };
    assert_eq!(described, Ok(home_is));
    let inside = call(&home, "getDirectoryHandle", &[".aws".into(), create()]).await.expect("made");
    call(&inside, "getDirectoryHandle", &["sso".into(), create()]).await.expect("made");
    put(&inside, "config", "[profile a]\n").await;
    let (folder, files) = opened(&mut shell).await.expect("it is opened");
    assert_eq!(files, [("config".to_owned(), "[profile a]\n".to_owned())]);
    let described = asked(&mut shell, folder, FolderRequest::Describe).await;
    assert_eq!(described, Ok(FolderAnswer::Described { name: ".aws".into(), has_sso: true }));
}

#[wasm_bindgen_test]
async fn a_dropped_folder_is_opened() {
    let there = folder("dropped").await;
    put(&there, "config", "[profile a]\n").await;
    let give = Closure::<dyn FnMut() -> Promise>::new(move || Promise::resolve(&there));
    let item = Object::new();
    Reflect::set(&item, &"getAsFileSystemHandle".into(), give.as_ref()).expect("set");
    let entry = Object::new();
    Reflect::set(&entry, &"isDirectory".into(), &JsValue::TRUE).expect("set");
    let get_entry = Closure::<dyn FnMut() -> JsValue>::new(move || entry.clone().into());
    Reflect::set(&item, &"webkitGetAsEntry".into(), get_entry.as_ref()).expect("set");
    let transfer = web_sys::DataTransfer::new().expect("a transfer");
    let _items = Own::set(&transfer, "items", &Array::of1(&item));
    let drop = web_sys::DragEvent::new("drop").expect("an event");
    let _transfer = Own::set(&drop, "dataTransfer", &transfer);
    window().location().set_hash("#/config").expect("an address");
    let listener = Listener::new();
    window().dispatch_event(&drop).expect("sent");
    let msg = until("the folder", || {
        listener.sent().into_iter().find(|msg| matches!(msg, Msg::FolderDropped { .. }))
    })
    .await;
    let Msg::FolderDropped { opened: Ok((_, files)), .. } = msg else { panic!("{msg:?}") };
    assert_eq!(texts(files), [("config".to_owned(), "[profile a]\n".to_owned())]);
}

/// Else a save that is under way would go on in another folder.
#[wasm_bindgen_test]
async fn a_folder_keeps_its_number_when_another_is_opened() {
    let [first, second] = [folder("first").await, folder("second").await];
    let mut shell = Listener::new();
    let _chooser = chooser(Ok(first.clone()));
    let (one, _) = opened(&mut shell).await.expect("it is opened");
    let _chooser = chooser(Ok(second.clone()));
    let (other, _) = opened(&mut shell).await.expect("it is opened");
    assert_ne!(one, other);
    let create = FolderRequest::Create("config".into(), FileText::new("a"));
    assert_eq!(asked(&mut shell, one, create).await, Ok(FolderAnswer::Written));
    assert_eq!(text_of(&first, "config").await.as_deref(), Some("a"));
    assert_eq!(text_of(&second, "config").await, None);
}

#[wasm_bindgen_test]
fn a_browser_that_opens_folders_says_so() {
    let _chooser = chooser(Err(JsValue::NULL));
    let sent = Listener::new().close();
    assert!(sent.borrow().iter().any(|msg| matches!(msg, Msg::FoldersOffered)));
}
