//! A clock that the test holds: time passes in the page when it says so, and no sooner.

use crate::devtools::devtools;
use crate::page::Page;
use serde_json::json;

/// Takes the place of the page's clock and of its timers. Those that are due at once stay the browser's own: they
/// are about the order of things, not about time.
const CLOCK: &str = "(() => {
    const { setTimeout: later, clearTimeout: no_more } = window;
    let [now, next, timers] = [Date.parse(START), 1e9, new Map()];
    Date.now = () => now;
    window.setTimeout = (what, wait = 0, ...rest) => {
        if (!(wait > 0)) return later(what, wait, ...rest);
        timers.set(++next, { what: () => what(...rest), due: now + wait });
        return next;
    };
    window.clearTimeout = (timer) => { if (!timers.delete(timer)) no_more(timer); };
    const settle = () => new Promise((done) => later(done));
    window.onrampClock = { async pass(wait) {
        const end = now + wait;
        for (;;) {
            await settle();
            const due = [...timers].filter(([, timer]) => timer.due <= end);
            if (due.length === 0) break;
            const [timer, { what, due: at }] = due.reduce((one, other) => other[1].due < one[1].due ? other : one);
            timers.delete(timer);
            now = Math.max(now, at);
            what();
        }
        now = end;
    } };
})()";

impl Page {
    /// Loads the page anew with a clock that stands still at this time, `2026-11-24T10:00:00Z`.
    pub async fn hold_the_clock(&self, at: &str) {
        let script = CLOCK.replace("START", &json!(at).to_string());
        self.before_anything(&script).await;
        self.reload().await;
    }

    /// Lets so much time pass; what is due in it happens.
    pub async fn pass_seconds(&self, seconds: u32) {
        self.script(&format!("return onrampClock.pass({seconds} * 1000)")).await;
    }

    /// Hides the page from the person, as another tab in front of it does.
    pub async fn hide(&self) {
        self.script(
            "Object.defineProperty(document, 'hidden', { configurable: true, value: true });
             document.dispatchEvent(new Event('visibilitychange'))",
        )
        .await;
    }

    /// Shows it again.
    pub async fn show(&self) {
        self.script(
            "delete document.hidden;
             document.dispatchEvent(new Event('visibilitychange'))",
        )
        .await;
    }

    /// Lets the page show notifications, and from its next loading on keeps what they say.
    pub async fn allow_notifications(&self) {
        self.answer_about_notifications("granted").await;
        self.before_anything(
            "window.onrampNotices = [];
             window.Notification = class extends Notification {
                 constructor(title, { body }) {
                     super(title, { body });
                     onrampNotices.push(`${title} (${body})`);
                 }
             };",
        )
        .await;
    }

    /// Keeps the page from showing notifications.
    pub async fn deny_notifications(&self) {
        self.answer_about_notifications("denied").await;
    }

    /// What the page's notifications said.
    pub async fn notices(&self) -> Vec<String> {
        self.strings("return onrampNotices").await
    }

    async fn answer_about_notifications(&self, setting: &str) {
        let asked = json!({ "permission": { "name": "notifications" }, "setting": setting });
        let set = devtools(&self.client, "Browser.setPermission", asked).await;
        set.expect("the browser takes an answer");
    }

    async fn before_anything(&self, script: &str) {
        let add = "Page.addScriptToEvaluateOnNewDocument";
        let added = devtools(&self.client, add, json!({ "source": script })).await;
        added.expect("the browser takes a script");
    }
}
