//! The world around the page: the network that fails, the time that passes.

use crate::devtools::devtools;
use crate::file_host::FileHost;
use crate::page::Page;
use crate::wait::until;
use serde_json::json;

impl Page {
    /// From here on the browser is off line.
    pub async fn go_offline(&self) {
        self.excuse("net::ERR_INTERNET_DISCONNECTED");
        self.connect(true).await;
    }

    /// From here on it is on line again.
    pub async fn go_online(&self) {
        self.connect(false).await;
    }

    /// From here on no file can be had whose address is of this form; none is, any can.
    pub async fn block(&self, form: &str) {
        let watching = devtools(&self.client, "Network.enable", json!({})).await;
        watching.expect("the browser lets its network be watched");
        let forms: Vec<&str> = Some(form).into_iter().filter(|form| !form.is_empty()).collect();
        let set = devtools(&self.client, "Network.setBlockedURLs", json!({ "urls": forms })).await;
        set.expect("the browser can do without a file");
    }

    /// Waits until a frame that another origin's page has made of this page says this, among what is to be read there.
    pub async fn framed_elsewhere(&self, part: &str) -> String {
        let document = format!(
            "<!doctype html><link rel=icon href=data:,><iframe src=\"{}\"></iframe>",
            self.address_of("")
        );
        let host = FileHost::of_document(document).await;
        self.client.goto(host.address()).await.expect("the other page can be opened");
        self.client.clone().enter_frame(0).await.expect("it has a frame");
        until(&format!("the frame to say {part:?}"), async || {
            let text = self.client.execute("return document.body.innerText", vec![]).await.ok()?;
            text.as_str().filter(|text| text.contains(part)).map(str::to_owned)
        })
        .await
    }

    /// Puts the page's clock so much ahead and comes back to the page, as when the device has slept.
    pub async fn sleep_seconds(&self, seconds: u32) {
        self.script(&format!(
            "const now = Date.now.bind(Date);
             Date.now = () => now() + {seconds} * 1000;
             window.dispatchEvent(new Event('focus'))"
        ))
        .await;
    }

    /// Loads the page anew at the address where it is.
    pub async fn reload(&self) {
        self.client.refresh().await.expect("the page can be loaded anew");
        self.wait_for_start().await;
    }

    /// Goes back in the browser's history.
    pub async fn back(&self) {
        self.client.back().await.expect("there is something before it");
    }

    /// Goes forward in the browser's history.
    pub async fn forward(&self) {
        self.client.forward().await.expect("there is something after it");
    }

    async fn connect(&self, offline: bool) {
        let conditions = json!({
            "offline": offline,
            "latency": 0,
            "downloadThroughput": -1,
            "uploadThroughput": -1,
        });
        let watching = devtools(&self.client, "Network.enable", json!({})).await;
        watching.expect("the browser lets its network be watched");
        let set = devtools(&self.client, "Network.emulateNetworkConditions", conditions).await;
        set.expect("the browser can be taken off line");
    }
}
