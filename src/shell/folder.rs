//! The folder `~/.aws` itself, where the browser opens folders: choosing it, reading and writing its two files.
//!
//! A handle is no text: it goes nowhere but to the browser. Each folder keeps its number, so a save that is under way
//! goes to the folder it was begun for, whichever is opened or dropped meanwhile.
//!
//! Source: the File System Access specification, which web-sys has only behind an unstable flag.

use super::browser::window;
use super::files;
use crate::effect::{FolderAnswer, FolderError, FolderId, FolderMode, FolderRequest};
use crate::file_text::{FileText, ReadFile};
use js_sys::{Array, Function, JSON, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How a folder is asked for. Browsers remember by the id where it was.
const TO_READ: &str = r#"{"id":"aws","mode":"read"}"#;
const TO_WRITE: &str = r#"{"id":"aws","mode":"readwrite"}"#;
const CREATE: &str = r#"{"create":true}"#;
/// The files that are looked for.
const FILES: [&str; 2] = ["config", "credentials"];

/// Whether the browser opens folders.
pub(super) fn is_offered() -> bool {
    Reflect::has(&window(), &"showDirectoryPicker".into()).unwrap_or_default()
}

/// The handles of all folders that were opened in this tab, by their numbers.
#[derive(Clone, Default)]
pub(super) struct Folders(Rc<RefCell<Vec<JsValue>>>);

/// A folder with those of its files that matter.
type Opened = Result<(FolderId, Vec<ReadFile>), FolderError>;

impl Folders {
    /// Lets the person choose one, and reads its files.
    pub(super) async fn choose(&self, mode: FolderMode) -> Opened {
        let how = match mode {
            FolderMode::Read => TO_READ,
            FolderMode::Write => TO_WRITE,
        };
        let folder = call(&window(), "showDirectoryPicker", &[options(how)]).await?;
        self.open(folder).await
    }

    /// Takes one that was dropped, and reads its files. In place of a home folder it is the `.aws` in that.
    pub(super) async fn open(&self, folder: JsValue) -> Opened {
        let inside = call(&folder, "getDirectoryHandle", &[".aws".into()]).await;
        let folder = inside.unwrap_or(folder);
        let mut read = Vec::new();
        for name in FILES {
            read.extend(self::read(&folder, name).await?);
        }
        let mut folders = self.0.borrow_mut();
        folders.push(folder);
        let id = u32::try_from(folders.len() - 1).map_err(|_| FolderError::Failed)?;
        Ok((FolderId(id), read))
    }

    /// Does what is asked of one.
    pub(super) async fn answer(
        &self,
        id: FolderId,
        request: FolderRequest,
    ) -> Result<FolderAnswer, FolderError> {
        let folder = self.0.borrow().get(id.0 as usize).cloned().ok_or(FolderError::Missing)?;
        match request {
            FolderRequest::Allow => allow(&folder).await,
            FolderRequest::Describe => Ok(describe(&folder).await),
            FolderRequest::Read(name) => Ok(FolderAnswer::Read(read(&folder, &name).await?)),
            FolderRequest::Create(name, text) => match handle(&folder, &name, None).await {
                Ok(_) => Err(FolderError::Taken),
                Err(FolderError::Missing) => {
                    write(handle(&folder, &name, Some(CREATE)).await?, &text).await
                }
                Err(error) => Err(error),
            },
            FolderRequest::Replace(name, text) => {
                write(handle(&folder, &name, None).await?, &text).await
            }
            FolderRequest::Remove(path) => {
                let (folder, name) = match inner(&folder, &path, None).await {
                    Err(FolderError::Missing) => return Ok(FolderAnswer::Written),
                    inner => inner?,
                };
                match call(&folder, "removeEntry", &[name.into()]).await {
                    Ok(_) | Err(FolderError::Missing) => Ok(FolderAnswer::Written),
                    Err(error) => Err(error),
                }
            }
        }
    }
}

async fn allow(folder: &JsValue) -> Result<FolderAnswer, FolderError> {
    let state = call(folder, "requestPermission", &[options(TO_WRITE)]).await?;
    match state.as_string().as_deref() {
        Some("granted") => Ok(FolderAnswer::Allowed),
        Some(_) | None => Err(FolderError::Refused),
    }
}

async fn describe(folder: &JsValue) -> FolderAnswer {
    let name = Reflect::get(folder, &"name".into()).ok().and_then(|name| name.as_string());
    let sso = call(folder, "getDirectoryHandle", &["sso".into()]).await;
    FolderAnswer::Described { name: name.unwrap_or_default().into(), has_sso: sso.is_ok() }
}

async fn read(folder: &JsValue, name: &str) -> Result<Option<ReadFile>, FolderError> {
    let handle = match handle(folder, name, None).await {
        Ok(handle) => handle,
        Err(FolderError::Missing) => return Ok(None),
        Err(error) => return Err(error),
    };
    let file: web_sys::File = call(&handle, "getFile", &[]).await?.unchecked_into();
    Ok(Some(files::read(file.into()).await))
}

/// Into a file beside it, which takes its place as it is closed: so it is written whole or not at all.
async fn write(handle: JsValue, text: &FileText) -> Result<FolderAnswer, FolderError> {
    let stream = call(&handle, "createWritable", &[]).await?;
    let bytes = Uint8Array::from(text.expose().as_bytes());
    if let Err(error) = call(&stream, "write", &[bytes.into()]).await {
        let _ = call(&stream, "abort", &[]).await;
        return Err(error);
    }
    call(&stream, "close", &[]).await?;
    Ok(FolderAnswer::Written)
}

async fn handle(folder: &JsValue, path: &str, how: Option<&str>) -> Result<JsValue, FolderError> {
    let (folder, name) = inner(folder, path, how).await?;
    call(&folder, "getFileHandle", &[name.into(), how.map_or(JsValue::UNDEFINED, options)]).await
}

/// The folder in which a path ends, and the name there.
async fn inner<'p>(
    folder: &JsValue,
    path: &'p str,
    how: Option<&str>,
) -> Result<(JsValue, &'p str), FolderError> {
    let (mut folder, mut rest) = (folder.clone(), path);
    while let Some((name, inner)) = rest.split_once('/') {
        let how = how.map_or(JsValue::UNDEFINED, options);
        folder = call(&folder, "getDirectoryHandle", &[name.into(), how]).await?;
        rest = inner;
    }
    Ok((folder, rest))
}

/// Calls a method by its name, and waits for what it promises.
async fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, FolderError> {
    let promise = Reflect::get(of, &name.into())
        .and_then(JsCast::dyn_into::<Function>)
        .and_then(|method| method.apply(of, &arguments.iter().collect::<Array>()));
    let promise = promise.map_err(|thrown| error(&thrown))?;
    JsFuture::from(Promise::resolve(&promise)).await.map_err(|thrown| error(&thrown))
}

/// By the names of the specification.
fn error(thrown: &JsValue) -> FolderError {
    let name = Reflect::get(thrown, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("AbortError") => FolderError::Cancelled,
        Some("NotAllowedError" | "SecurityError") => FolderError::Refused,
        Some("NotFoundError") => FolderError::Missing,
        Some(_) | None => FolderError::Failed,
    }
}

fn options(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or_default()
}
