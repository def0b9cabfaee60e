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
    pub(crate) async fn open(client: Client, address: &str) -> Page {
        let page = Page { client, address: address.to_owned(), log: Mutex::default() };
        page.go("").await;
        if Browser::chosen() != Browser::Chromium {
            page.wait_for_start().await;
            console::notice(&page.client).await.expect("a script can listen in the page");
        }
        page
    }

    /// Waits until the page has taken the start screen's place. These drivers' keys come one by one and from another
    /// process, where Chromium's all come at once.
    async fn wait_for_start(&self) {
        let asked = "return document.querySelector('#page > noscript') === null";
        until("the page to start", async || {
            let started = self.client.execute(asked, vec![]).await.ok()?;
            (started == json!(true)).then_some(())
        })
        .await;
    }

    /// Opens a route or a query below the page's address: `#/token`, `?region=eu-west-1`.
    pub async fn go(&self, route: &str) {
        let address = self.address_of(route);
        self.client.goto(&address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    pub(crate) fn address_of(&self, route: &str) -> String {
        format!("{}{route}", self.address)
    }

    /// The only element with this role and name, once it is there.
    pub async fn find(&self, role: Role, name: &str) -> Element {
        self.only(Query { role, name: Some(name), inside: None }).await
    }

    /// The only element with this role and name inside another.
    pub async fn find_in(&self, outer: &Element, role: Role, name: &str) -> Element {
        self.only(Query { role, name: Some(name), inside: Some(outer) }).await
    }

    /// The names of everything that has this role now, in the document's order.
    pub async fn names(&self, role: Role) -> Vec<String> {
        let query = Query { role, name: None, inside: None };
        query::names(&self.client, query).await.expect("the browser answers")
    }

    /// Presses, ticks or follows it. It is found anew at each try: the page, when it starts, takes the place of what
    /// stood in the document.
    pub async fn press(&self, role: Role, name: &str) {
        let press = async || press(&self.find(role, name).await).await;
        until(&format!("{name:?} to be pressable"), press).await;
    }

    /// Presses, ticks or follows it inside another element.
    pub async fn press_in(&self, outer: &Element, role: Role, name: &str) {
        let press = async || press(&self.find_in(outer, role, name).await).await;
        until(&format!("{name:?} to be pressable"), press).await;
    }

    /// Whether the checkbox with this name is ticked.
    pub async fn is_ticked(&self, name: &str) -> bool {
        self.find(Role::Checkbox, name).await.is_selected().await.expect("the browser answers")
    }

    /// Writes into a field in place of what is there, by keyboard. It is found anew at each try, as in
    /// [`press`](Self::press).
    pub async fn fill(&self, role: Role, name: &str, text: &str) {
        let fill = async || {
            let field = self.find(role, name).await;
            field.send_keys(&keys::erase()).await.ok()?;
            field.send_keys(text).await.ok()
        };
        until(&format!("{name:?} to be writable"), fill).await;
    }

    /// Chooses the option with this value. It is found anew at each try, as in [`press`](Self::press).
    pub async fn choose(&self, name: &str, value: &str) {
        let choose =
            async || self.find(Role::Combobox, name).await.select_by_value(value).await.ok();
        until(&format!("{name:?} to have {value:?} chosen"), choose).await;
    }

    /// Opens or closes the part of the page under this summary.
    pub async fn unfold(&self, summary: &str) {
        self.press(Role::Disclosure, summary).await;
    }

    /// What stands in a field.
    pub async fn value_of(&self, role: Role, name: &str) -> String {
        let value = self.find(role, name).await.prop("value").await;
        value.expect("the browser answers").unwrap_or_default()
    }

    /// The text that a person sees of it.
    pub async fn text_of(&self, role: Role, name: &str) -> String {
        shown(&self.find(role, name).await).await.expect("it has a text")
    }

    /// The exact text of the one `<pre>` in a region, blanks and all.
    pub async fn exact_text_in(&self, region: &str) -> String {
        let region = self.find(Role::Region, region).await;
        let block = region.find(Locator::Css("pre")).await.expect("the region has a `<pre>`");
        let text = block.prop("textContent").await.expect("the browser answers");
        text.unwrap_or_default()
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

    /// What is on the clipboard, by pasting it elsewhere: the page itself may not read it.
    pub async fn clipboard_text(&self) -> String {
        let ours = self.client.window().await.expect("the page has a window");
        let tab = self.client.new_window(true).await.expect("a tab can be opened");
        self.client.switch_to_window(tab.handle).await.expect("the new tab is there");
        let add = "document.body.append(document.createElement('textarea'))";
        self.client.execute(add, Vec::new()).await.expect("an empty tab can be written in");
        let area = self.client.find(Locator::Css("textarea")).await.expect("it was just added");
        area.send_keys(&keys::paste()).await.expect("it takes keys");
        let text = area.prop("value").await.expect("the browser answers").unwrap_or_default();
        self.client.close_window().await.expect("the new tab is still there");
        self.client.switch_to_window(ours).await.expect("the page is still there");
        text
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
        self.read_log().await;
        self.log().lines()
    }

    /// A complaint with this text in it is no failure: the test itself brings it about.
    pub fn excuse(&self, text: &str) {
        self.log().excuse(text);
    }

    pub(crate) async fn complaints(&self) -> Vec<String> {
        self.read_log().await;
        self.log().complaints()
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

    async fn read_log(&self) {
        let entries = match Browser::chosen() {
            Browser::Chromium => browser_log(&self.client).await,
            Browser::Firefox | Browser::WebKit => console::noticed(&self.client).await,
        };
        self.log().add(&entries.expect("the browser tells what it has logged"));
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn only(&self, query: Query<'_>) -> Element {
        let found = maybe(async || {
            let mut found = query::find_all(&self.client, query).await.ok()?;
            if found.len() == 1 { found.pop() } else { None }
        })
        .await;
        match found {
            Some(element) => element,
            None => {
                let (role, name) = (query.role.name(), query.name.unwrap_or_default());
                let outline = self.outline().await;
                panic!("there is not exactly one {role} {name:?}; there is:\n{outline}")
            }
        }
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

async fn press(element: &Element) -> Option<()> {
    if Browser::chosen() == Browser::WebKit {
        // Its driver does not scroll back to what is above the window.
        let scroll = "arguments[0].scrollIntoView({ block: 'center' })";
        element.clone().client().execute(scroll, vec![json!(element)]).await.ok()?;
    }
    element.click().await.ok()
}
