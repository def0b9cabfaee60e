//! The folder `~/.aws` where the browser opens folders: one at a time, for as long as the page is there.
//!
//! Not here: what is asked of it when. The calls go by their names, since web-sys has most of them only behind a
//! compiler's flag.

use super::browser::window;
use crate::app::event::{Event, TidyEvent};
use crate::app::tidy::aws_file::AwsFile;
use crate::app::tidy::config_text::{ConfigFile, ConfigText};
use crate::app::tidy::disk::{DiskAnswer, DiskFault, DiskRequest};
use js_sys::{Array, Function, JSON, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use yew::Callback;

thread_local! {
    /// The handle that the person gave. A handle is no text: it can go nowhere but to the browser.
    static FOLDER: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// How a folder is asked for. Browsers remember by the id where it was.
const TO_READ: &str = r#"{"id":"aws","mode":"read"}"#;
const TO_WRITE: &str = r#"{"id":"aws","mode":"readwrite"}"#;
const CREATE: &str = r#"{"create":true}"#;

/// Tells whether the browser opens folders.
pub fn offer_folders(send: &Callback<Event>) {
    if Reflect::has(&window(), &"showDirectoryPicker".into()).unwrap_or_default() {
        send.emit(Event::Tidy(TidyEvent::FoldersOffered));
    }
}

/// Lets the person choose the folder, and reads the two files.
pub(super) async fn open() -> Result<Vec<ConfigFile>, DiskFault> {
    choose(TO_READ).await?;
    read_both().await
}

/// Takes a folder that was dropped, and reads the two files.
pub(super) async fn take(folder: JsValue) -> Result<Vec<ConfigFile>, DiskFault> {
    FOLDER.set(Some(folder));
    read_both().await
}

/// Does what is asked.
pub(super) async fn answer(request: DiskRequest) -> Result<DiskAnswer, DiskFault> {
    match request {
        DiskRequest::Allow => allow().await,
        DiskRequest::Read(name) => Ok(DiskAnswer::Read(read(&name).await?)),
        DiskRequest::Create(name, text) => match handle(&name, None).await {
            Ok(_) => Err(DiskFault::Taken),
            Err(DiskFault::Missing) => write(handle(&name, Some(CREATE)).await?, &text).await,
            Err(fault) => Err(fault),
        },
        DiskRequest::Replace(name, text) => write(handle(&name, None).await?, &text).await,
    }
}

async fn choose(how: &str) -> Result<JsValue, DiskFault> {
    let folder = call(&window(), "showDirectoryPicker", &[options(how)]).await?;
    FOLDER.set(Some(folder.clone()));
    Ok(folder)
}

async fn allow() -> Result<DiskAnswer, DiskFault> {
    let folder = match FOLDER.with_borrow(Clone::clone) {
        Some(folder) => folder,
        None => choose(TO_WRITE).await?,
    };
    let state = call(&folder, "requestPermission", &[options(TO_WRITE)]).await?;
    if state.as_string().as_deref() == Some("granted") {
        Ok(DiskAnswer::Allowed)
    } else {
        Err(DiskFault::Refused)
    }
}

async fn read_both() -> Result<Vec<ConfigFile>, DiskFault> {
    let mut files = Vec::new();
    for file in AwsFile::ALL {
        files.extend(read(file.name()).await?);
    }
    Ok(files)
}

async fn read(name: &str) -> Result<Option<ConfigFile>, DiskFault> {
    let handle = match handle(name, None).await {
        Ok(handle) => handle,
        Err(DiskFault::Missing) => return Ok(None),
        Err(fault) => return Err(fault),
    };
    let file = call(&handle, "getFile", &[]).await?;
    let bytes = call(&file, "arrayBuffer", &[]).await?;
    let bytes = Uint8Array::new(&bytes).to_vec();
    Ok(Some(ConfigFile::read(name.to_owned(), Some(bytes))))
}

/// Into a file beside it, which takes its place as it is closed: so it is written whole or not at all.
async fn write(handle: JsValue, text: &ConfigText) -> Result<DiskAnswer, DiskFault> {
    let stream = call(&handle, "createWritable", &[]).await?;
    let bytes = Uint8Array::from(text.expose().as_bytes());
    if let Err(fault) = call(&stream, "write", &[bytes.into()]).await {
        let _ = call(&stream, "abort", &[]).await;
        return Err(fault);
    }
    call(&stream, "close", &[]).await?;
    Ok(DiskAnswer::Written)
}

/// The handle of a file in the folder; a call on nothing where no folder is open.
fn handle(name: &str, how: Option<&str>) -> Promised {
    let folder = FOLDER.with_borrow(Clone::clone).unwrap_or_default();
    match how {
        Some(how) => call(&folder, "getFileHandle", &[name.into(), options(how)]),
        None => call(&folder, "getFileHandle", &[name.into()]),
    }
}

/// Calls a method by its name; what it promises, or why it could not be called. A future of one kind for all calls,
/// since each `async fn` here is written out at every place where it is awaited.
#[inline(never)]
fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Promised {
    let promise = Reflect::get(of, &name.into())
        .and_then(JsCast::dyn_into::<Function>)
        .and_then(|method| method.apply(of, &arguments.iter().collect::<Array>()));
    Promised(JsFuture::from(match promise {
        Ok(promise) => Promise::resolve(&promise),
        Err(error) => Promise::reject(&error),
    }))
}

/// What a call comes to.
struct Promised(JsFuture);

impl Future for Promised {
    type Output = Result<JsValue, DiskFault>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(context).map_err(|error| fault(&error))
    }
}

/// By the names of the specification.
fn fault(error: &JsValue) -> DiskFault {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("AbortError") => DiskFault::Cancelled,
        Some("NotAllowedError" | "SecurityError") => DiskFault::Refused,
        Some("NotFoundError") => DiskFault::Missing,
        Some(_) | None => DiskFault::Failed,
    }
}

fn options(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or_default()
}
