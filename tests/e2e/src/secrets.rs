//! Where something of the page could come to light: the document, addresses, what the browser keeps.

use crate::page::Page;
use serde_json::Value;

/// One secret of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overheard {
    /// Its name in the answer.
    pub key: &'static str,
    /// Itself.
    pub text: String,
}

impl Page {
    /// From here on every answer to the page's calls is kept beside the page, for [`Page::overheard`].
    pub async fn listen_in(&self) {
        self.script(
            "const ask = window.fetch;
             window.__overheard = [];
             window.fetch = async (...request) => {
                 const answer = await ask(...request);
                 window.__overheard.push(await answer.clone().text());
                 return answer;
             };",
        )
        .await;
    }

    /// The secrets in the answers since [`Page::listen_in`]: tokens, device codes, client secrets.
    pub async fn overheard(&self) -> Vec<Overheard> {
        let answers = self.strings("return window.__overheard").await;
        let bodies = answers.iter().filter_map(|answer| serde_json::from_str::<Value>(answer).ok());
        let mut secrets = Vec::new();
        for body in bodies {
            for key in ["deviceCode", "clientSecret", "accessToken", "refreshToken"] {
                let Some(text) = body[key].as_str() else { continue };
                secrets.push(Overheard { key, text: text.to_owned() });
            }
        }
        secrets
    }

    /// The whole document as it stands, and what stands in its fields.
    pub async fn document(&self) -> String {
        let script = "const fields = [...document.querySelectorAll('input, textarea, select')];
            return [document.documentElement.outerHTML, ...fields.map(field => field.value)]";
        self.strings(script).await.join("\n")
    }

    /// What stands in the address bar.
    pub async fn address_bar(&self) -> String {
        self.client.current_url().await.expect("the page has an address").into()
    }

    /// The addresses of everything that the page has asked for since it was loaded.
    pub async fn asked_for(&self) -> Vec<String> {
        let script = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        self.strings(script).await
    }

    /// What the browser keeps for the page, by name: cookies, storage, databases, caches, workers.
    pub async fn kept(&self) -> Vec<String> {
        let script = "const databases = (await indexedDB.databases()).map(base => base.name);
            const workers = await navigator.serviceWorker.getRegistrations();
            return [...document.cookie.split(';').filter(cookie => cookie.trim()),
                    ...Object.keys(localStorage), ...Object.keys(sessionStorage),
                    ...databases, ...await caches.keys(),
                    ...workers.map(worker => worker.scope)]";
        self.strings(&format!("return (async () => {{ {script} }})()")).await
    }
}
