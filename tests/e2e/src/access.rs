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

    /// What is pressed and is lower than a finger needs: with its height. Links inside a sentence are not asked for.
    pub async fn low_targets(&self) -> Vec<String> {
        let script = "const targets = 'button, summary, select, textarea, main a[target], label:has(input), '
                + 'input:not([type=checkbox], [type=radio])';
            return [...document.querySelectorAll(targets)]
                .map(target => [target, target.getBoundingClientRect().height])
                .filter(([target, height]) => target.checkVisibility() && height < 44)
                .map(([target, height]) => `${target.tagName} ${target.textContent.trim()}: ${height} pixels high`)";
        self.strings(script).await
    }
}

/// What the set-up has installed, unless the variable names another.
fn axe() -> PathBuf {
    named_or("ONRAMP_AXE", "`cargo xtask test` installs it", || {
        let home = env::var_os("CARGO_HOME")
            .map(PathBuf::from)
            .or_else(|| Some(env::home_dir()?.join(".cargo")))
            .unwrap_or_default();
        let tools = fs::read_dir(home.join("onramp-tools")).into_iter().flatten().flatten();
        let is_axe = |path: &PathBuf| path.ends_with("axe.min.js") && path.is_file();
        let file = |tool: fs::DirEntry| tool.path().join("node_modules/axe-core/axe.min.js");
        tools.map(file).find(is_axe).unwrap_or_else(|| "axe.min.js".into())
    })
}
