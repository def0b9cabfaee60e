//! Files that the page reads and writes.

use crate::browser::Browser;
use crate::devtools::devtools;
use crate::keys;
use crate::page::Page;
use crate::role::Role;
use crate::wait::until;
use fantoccini::Locator;
use fantoccini::elements::Element;
use serde_json::json;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Where the browser saves what the page lets it download; gone when this is dropped.
pub struct Downloads {
    folder: TempDir,
}

impl Downloads {
    /// The bytes of the file with this name, once it is there whole.
    pub async fn bytes_of(&self, name: &str) -> Vec<u8> {
        let path = self.folder.path().join(name);
        // The browser writes into a file of another name first, and renames it when it is whole.
        until(&format!("{name} to be downloaded"), async || fs::read(&path).ok()).await
    }
}

impl Page {
    /// From here on downloads go to a folder of their own, without a question.
    pub async fn downloads(&self) -> Downloads {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let to = json!({ "behavior": "allow", "downloadPath": folder.path() });
        let set = devtools(&self.client, "Browser.setDownloadBehavior", to).await;
        set.expect("the browser saves files");
        Downloads { folder }
    }

    /// Pastes a text in place of all that is in a field, by way of the clipboard's data as a browser hands it over.
    pub async fn paste_into(&self, name: &str, text: &str) {
        if Browser::chosen() != Browser::Chromium {
            // The others give a page no data that a script has put together.
            self.press(Role::Textbox, name).await;
            self.append(Role::Textbox, name, &keys::erase()).await;
            return self.paste_by_keyboard(text).await;
        }
        let paste = "const [field, text] = arguments;
            field.focus();
            field.select();
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', text);
            field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))";
        let paste = async |field: Element| {
            self.client.execute(paste, vec![json!(field), json!(text)]).await
        };
        self.with(Role::Textbox, name, paste).await;
    }

    /// Drops a file or a folder of this machine onto the page, as a person drags it over from a file manager.
    pub async fn drop_path(&self, path: &Path) {
        let path = path.to_str().expect("the path is text");
        for kind in ["dragEnter", "dragOver", "drop"] {
            let data = json!({ "items": [], "files": [path], "dragOperationsMask": 1 });
            let event = json!({ "type": kind, "x": 300, "y": 300, "data": data });
            let sent = devtools(&self.client, "Input.dispatchDragEvent", event).await;
            sent.expect("the browser takes a drag");
        }
    }

    /// Chooses these files in the page's file window, which no driver can open.
    pub async fn choose_files(&self, files: &[&Path]) {
        let paths: Vec<&str> =
            files.iter().map(|path| path.to_str().expect("the path is text")).collect();
        until("the page to take files", async || {
            let field = self.client.find(Locator::Css("input[type=file]")).await.ok()?;
            field.send_keys(&paths.join("\n")).await.ok()
        })
        .await;
    }
}
