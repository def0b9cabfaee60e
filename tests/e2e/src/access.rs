//! Whether everybody can use the page: axe-core's rules, and a phone's narrow window.

use crate::demo::named_or;
use crate::page::Page;
use std::env;
use std::fs;
use std::path::PathBuf;

impl Page {
    /// Puts axe-core beside the page, for [`Page::violations`]; a reload takes it away again.
    pub async fn load_axe(&self) {
        let axe = fs::read_to_string(axe()).expect("axe-core is text");
        self.script(&axe).await;
    }

    /// What axe-core finds in the page as it stands: a rule and an element a line. Nothing is what it should be.
    pub async fn violations(&self) -> Vec<String> {
        let run = "return axe.run(document, { resultTypes: ['violations'] })
            .then(found => found.violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.id} (${rule.impact}): ${node.target} ${node.failureSummary}`)))";
        self.strings(run).await
    }

    /// How many CSS pixels the page is wider than its window.
    pub async fn overflow(&self) -> i64 {
        let root = "document.documentElement";
        let wider = self.script(&format!("return {root}.scrollWidth - {root}.clientWidth")).await;
        wider.as_i64().expect("it is a number")
    }

    /// Buttons, and links to another tab, that are lower than a finger needs: with their height.
    pub async fn low_buttons(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('button, main a[target]')]
            .map(button => [button, button.getBoundingClientRect().height])
            .filter(([button, height]) => button.checkVisibility() && height < 44)
            .map(([button, height]) => `${button.textContent.trim()}: ${height}`)";
        self.strings(script).await
    }
}

fn axe() -> PathBuf {
    named_or("ONRAMP_AXE", "`cargo xtask test` installs it", || {
        let home = env::var_os("CARGO_HOME")
            .map(PathBuf::from)
            .or_else(|| Some(env::home_dir()?.join(".cargo")))
            .unwrap_or_default();
        home.join("onramp-tools/axe-core-4.14.1/node_modules/axe-core/axe.min.js")
    })
}
