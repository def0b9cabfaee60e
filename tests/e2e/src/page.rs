//! The page as a person uses it.

use crate::browser::Browser;
use crate::console::{self, Log};
use crate::devtools::{browser_log, devtools};
use crate::keys;
use crate::look::{self, Look};
use crate::query::{self, Query};
use crate::role::Role;
use crate::wait::{maybe, until};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// One tab with the page in it. Everything here waits for what it needs and panics where that does not come.
pub struct Page {
    pub(crate) client: Client,
    address: String,
    log: Mutex<Log>,
}

impl Page {
    /// A browser that has not opened it yet.
    pub(crate) fn new(client: Client, address: &str) -> Page {
        Page { client, address: address.to_owned(), log: Mutex::default() }
    }

    /// Opens it.
    pub(crate) async fn open(&self) {
        self.go("").await;
        if Browser::chosen() != Browser::Chromium {
            console::notice(&self.client).await.expect("a script can listen in the page");
        }
    }

    /// Waits until the page has taken the start screen's place, or says why it can't: what was found before is gone
    /// then.
    pub(crate) async fn wait_for_start(&self) {
        self.wait_for_css("#page:not(:has(> noscript)) > .page, #page [role=alert]").await;
    }

    /// Waits until a demo's settings have come, which moves the form: nothing may move away under a press.
    pub(crate) async fn wait_for_settings(&self) {
        self.wait_for_css(".demo, .welcome").await;
    }

    async fn wait_for_css(&self, css: &str) {
        let there = async || self.client.find(Locator::Css(css)).await.ok();
        until(css, there).await;
    }

    /// Opens a route or a query below the page's address: `#/token`, `?region=eu-west-1`.
    pub async fn go(&self, route: &str) {
        let address = self.address_of(route);
        self.client.goto(&address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
        self.wait_for_start().await;
    }

    pub(crate) fn address_of(&self, route: &str) -> String {
        format!("{}{route}", self.address)
    }

    /// Waits for the only element with this role and name.
    pub async fn find(&self, role: Role, name: &str) {
        self.with(role, name, async |_| Ok(())).await;
    }

    /// Does something with the only element with this role and name. It is found anew at each try: whatever the page
    /// draws may take the place of what was found.
    pub(crate) async fn with<T>(
        &self,
        role: Role,
        name: &str,
        act: impl AsyncFn(Element) -> Result<T, CmdError>,
    ) -> T {
        let query = Query { role, name: Some(name), inside: None };
        self.with_only(query, act).await
    }

    async fn with_only<T>(
        &self,
        query: Query<'_>,
        act: impl AsyncFn(Element) -> Result<T, CmdError>,
    ) -> T {
        let mut why = String::new();
        let done = maybe(async || {
            let done = async {
                let mut found = query::find_all(&self.client, query).await?;
                match found.pop().filter(|_| found.is_empty()) {
                    Some(only) => act(only).await,
                    None => Err(CmdError::NotW3C(json!("there is not exactly one"))),
                }
            };
            done.await.map_err(|error| why = error.to_string()).ok()
        })
        .await;
        match done {
            Some(done) => done,
            None => {
                let (role, name) = (query.role.name(), query.name.unwrap_or_default());
                panic!("{role} {name:?}: {why}; there is:\n{}", self.outline().await)
            }
        }
    }

    /// The names of everything that has this role now, in the document's order.
    pub async fn names(&self, role: Role) -> Vec<String> {
        let query = Query { role, name: None, inside: None };
        until("names", async || query::names(&self.client, query).await.ok()).await
    }

    /// Presses, ticks or follows it.
    pub async fn press(&self, role: Role, name: &str) {
        self.with(role, name, press).await;
    }

    /// Presses, ticks or follows it inside another element.
    pub async fn press_in(&self, outer: (Role, &str), role: Role, name: &str) {
        let press = async |outer: Element| {
            let query = Query { role, name: Some(name), inside: Some(&outer) };
            self.with_only(query, press).await;
            Ok(())
        };
        self.with(outer.0, outer.1, press).await;
    }

    /// Whether the checkbox with this name is ticked.
    pub async fn is_ticked(&self, name: &str) -> bool {
        self.with(Role::Checkbox, name, async |checkbox| checkbox.is_selected().await).await
    }

    /// Writes into a field in place of what is there, by keyboard.
    pub async fn fill(&self, role: Role, name: &str, text: &str) {
        let fill = async |field: Element| {
            field.send_keys(&keys::erase()).await?;
            field.send_keys(text).await
        };
        self.with(role, name, fill).await;
    }

    /// Writes behind what is in a field, by keyboard.
    pub async fn append(&self, role: Role, name: &str, text: &str) {
        self.with(role, name, async |field| field.send_keys(text).await).await;
    }

    /// Chooses the option with this value.
    pub async fn choose(&self, name: &str, value: &str) {
        let choose = async |select: Element| select.select_by_value(value).await;
        self.with(Role::Combobox, name, choose).await;
    }

    /// Opens or closes the part of the page under this summary.
    pub async fn unfold(&self, summary: &str) {
        self.press(Role::Disclosure, summary).await;
    }

    /// What stands in a field now.
    pub async fn value_of(&self, role: Role, name: &str) -> String {
        let value = self.with(role, name, async |field| field.prop("value").await).await;
        value.unwrap_or_default()
    }

    /// The text that a person sees of it now.
    pub async fn text_of(&self, role: Role, name: &str) -> String {
        self.with(role, name, async |element| shown(&element).await).await
    }

    /// The exact text of the one `<pre>` in a region now, blanks and all.
    pub async fn exact_text_in(&self, region: &str) -> String {
        let read = async |region: Element| {
            region.find(Locator::Css("pre")).await?.prop("textContent").await
        };
        self.with(Role::Region, region, read).await.unwrap_or_default()
    }

    /// Waits until an element with this role shows this text somewhere in it.
    pub async fn wait_for_text(&self, role: Role, text: &str) {
        let query = Query { role, name: None, inside: None };
        let shown = maybe(async || {
            for element in query::find_all(&self.client, query).await.ok()? {
                if shown(&element).await.ok()?.contains(text) {
                    return Some(());
                }
            }
            None
        })
        .await;
        if shown.is_none() {
            panic!("no {} shows {text:?}; there is:\n{}", role.name(), self.outline().await);
        }
    }

    /// Waits until nothing has this role and name.
    pub async fn wait_until_gone(&self, role: Role, name: &str) {
        let query = Query { role, name: Some(name), inside: None };
        until(&format!("{} {name:?} to be gone", role.name()), async || {
            let found = query::find_all(&self.client, query).await.ok()?;
            found.is_empty().then_some(())
        })
        .await;
    }

    /// Presses a button that copies, and gives what is on the clipboard once the page has said that it is there.
    pub async fn copy(&self, button: &str) -> String {
        self.copy_by(async || self.press(Role::Button, button).await).await
    }

    /// The same, pressed in another way. The page says it for two seconds only, so a script listens.
    pub async fn copy_by(&self, press: impl AsyncFnOnce()) -> String {
        let listen = "window.onrampCopied = new Promise((said) => new MutationObserver((_, it) => {
            const statuses = [...document.querySelectorAll('[role=status]')];
            if (!statuses.some((status) => status.textContent.includes('Copied'))) return;
            it.disconnect();
            said(true);
        }).observe(document, { childList: true, characterData: true, subtree: true }))";
        self.script(listen).await;
        press().await;
        assert_eq!(self.script("return window.onrampCopied").await, true);
        self.clipboard_text().await
    }

    /// What is on the clipboard now, by pasting it elsewhere: the page itself may not read it.
    pub async fn clipboard_text(&self) -> String {
        self.elsewhere(async || {
            self.shortcut('v').await;
            let text = self.script("return document.activeElement.value").await;
            text.as_str().unwrap_or_default().to_owned()
        })
        .await
    }

    /// Does something in another tab, where the keyboard is in an empty text field, and comes back.
    pub(crate) async fn elsewhere<T>(&self, act: impl AsyncFnOnce() -> T) -> T {
        let ours = self.client.window().await.expect("the page has a window");
        let tab = self.client.new_window(true).await.expect("a tab can be opened");
        self.client.switch_to_window(tab.handle).await.expect("the new tab is there");
        let add = "const area = document.createElement('textarea');
            document.body.append(area);
            area.focus()";
        self.script(add).await;
        let done = act().await;
        self.client.close_window().await.expect("the new tab is still there");
        self.client.switch_to_window(ours).await.expect("the page is still there");
        done
    }

    /// Runs a script in the page, as the developer tools do, and takes what it returns.
    pub async fn script(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap_or_else(|error| panic!("{error}"))
    }

    /// From here on the page is looked at in this way.
    pub async fn look(&self, look: Look) {
        look::apply(&self.client, look).await.expect("the browser can look so");
    }

    /// The page is looked at in the window as it is again.
    pub async fn look_as_usual(&self) {
        let usual = devtools(&self.client, "Emulation.clearDeviceMetricsOverride", json!({})).await;
        usual.expect("the window is as wide as before");
    }

    /// Saves a picture of the whole page in each of these ways.
    pub async fn pictures(&self, name: &str, looks: &[Look]) {
        for &look in looks {
            self.look(look).await;
            let picture = look::picture(&self.client).await.expect("the browser takes a picture");
            look::save(name, Some(look), &picture);
        }
        self.look_as_usual().await;
    }

    /// Everything that the browser has logged so far, one a line, whether it complains or not.
    pub async fn logged(&self) -> Vec<String> {
        self.read_log().await.expect("the browser tells what it has logged");
        self.log().lines()
    }

    /// A complaint with this text in it is no failure: the test itself brings it about.
    pub fn excuse(&self, text: &str) {
        self.log().excuse(text);
    }

    /// An error where the browser does not answer any more, which must not hide how the test ended.
    pub(crate) async fn complaints(&self) -> Result<Vec<String>, CmdError> {
        self.read_log().await?;
        Ok(self.log().complaints())
    }

    /// A picture for whoever looks into a failed test, named after it.
    pub(crate) async fn save_failure(&self) {
        let thread = std::thread::current();
        let name = thread.name().unwrap_or("a test").replace("::", "-");
        if let Ok(picture) = look::picture(&self.client).await {
            eprintln!("--- how it looked: {}", look::save(&name, None, &picture).display());
        }
    }

    /// Ends the browser. Failing at that must not hide how the test ended.
    pub(crate) async fn close(&self) {
        if let Err(error) = self.client.clone().close().await {
            eprintln!("the browser did not close: {error}");
        }
    }

    /// Runs a script that returns a list of texts.
    ///
    /// # Panics
    /// When it does not.
    pub async fn strings(&self, script: &str) -> Vec<String> {
        let list = self.script(script).await;
        let list = list.as_array().expect("the script returns a list");
        list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    async fn read_log(&self) -> Result<(), CmdError> {
        let entries = match Browser::chosen() {
            Browser::Chromium => browser_log(&self.client).await,
            Browser::Firefox | Browser::WebKit => console::noticed(&self.client).await,
        };
        self.log().add(&entries?);
        Ok(())
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn outline(&self) -> String {
        query::outline(&self.client).await.unwrap_or_else(|error| error.to_string())
    }
}

/// The text that a person sees of it, or hears: WebKit's driver leaves out what is only for assistive technology.
async fn shown(element: &Element) -> Result<String, CmdError> {
    match Browser::chosen() {
        Browser::Chromium | Browser::Firefox => element.text().await,
        Browser::WebKit => Ok(element.prop("innerText").await?.unwrap_or_default()),
    }
}

async fn press(element: Element) -> Result<(), CmdError> {
    if Browser::chosen() == Browser::WebKit {
        // Its driver does not scroll back to what is above the window.
        let scroll = "arguments[0].scrollIntoView({ block: 'center' })";
        element.clone().client().execute(scroll, vec![json!(element)]).await?;
    }
    element.click().await
}
