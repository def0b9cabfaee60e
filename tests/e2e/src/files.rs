//! Files going into the page and coming out of it.

use crate::devtools::devtools;
use crate::page::Page;
use crate::role::Role;
use crate::wait::until;
use fantoccini::Locator;
use serde_json::json;
use std::fs;
use std::path::Path;

/// A file by its name and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFile {
    /// Without a folder.
    pub name: String,
    /// All of it.
    pub text: String,
}

impl TextFile {
    /// A file to give to the page.
    pub fn new(name: &str, text: &str) -> TextFile {
        TextFile { name: name.to_owned(), text: text.to_owned() }
    }
}

impl Page {
    /// Chooses files in the page's file field, as a person does in the window that the field opens.
    ///
    /// # Panics
    /// When the page has no such field.
    pub async fn choose_files(&self, files: &[TextFile]) {
        let folder = tempfile::tempdir().expect("there is room for a few files");
        let paths = files.iter().map(|file| {
            let path = folder.path().join(&file.name);
            fs::write(&path, &file.text).expect("there is room for a few files");
            path.to_string_lossy().into_owned()
        });
        let paths = paths.collect::<Vec<_>>().join("\n");
        let field = until("a field for files", async || {
            self.client.find(Locator::Css("input[type=file]")).await.ok()
        })
        .await;
        field.send_keys(&paths).await.expect("the field takes files");
        // The page reads the files when it likes; the system clears its folder for such things.
        let _kept = folder.keep();
    }

    /// Drops files on the page, wherever they come from.
    pub async fn drop_files(&self, files: &[TextFile]) {
        let files: Vec<_> = files.iter().map(|file| json!([file.name, file.text])).collect();
        let script = "
            const data = new DataTransfer();
            for (const [name, text] of arguments[0]) data.items.add(new File([text], name));
            for (const type of ['dragenter', 'dragover', 'drop']) {
                const options = { dataTransfer: data, bubbles: true, cancelable: true };
                document.body.dispatchEvent(new DragEvent(type, options));
            }";
        self.client.execute(script, vec![json!(files)]).await.expect("the page takes files");
    }

    /// Presses a button that saves a file, and takes the file.
    ///
    /// # Panics
    /// When no file comes.
    pub async fn download_by(&self, button: &str) -> TextFile {
        let folder = tempfile::tempdir().expect("there is room for a file");
        let into = json!({ "behavior": "allow", "downloadPath": folder.path() });
        devtools(&self.client, "Browser.setDownloadBehavior", into).await.expect("it may download");
        self.press(Role::Button, button).await;
        until("a downloaded file", async || finished_file(folder.path())).await
    }
}

/// The browser writes under another name until the file is whole.
fn finished_file(folder: &Path) -> Option<TextFile> {
    let entry = fs::read_dir(folder).ok()?.next()?.ok()?;
    let name = entry.file_name().into_string().ok()?;
    if name.ends_with(".crdownload") || name.starts_with(".com.google") {
        return None;
    }
    Some(TextFile { text: fs::read_to_string(entry.path()).ok()?, name })
}
