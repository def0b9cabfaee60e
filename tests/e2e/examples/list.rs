//! The list of 25,000 roles in the browser, as JSON: `cargo xtask bench list`.
//!
//! Each figure is the median. What it is held against are the times that a person doesn't notice.

use onramp_e2e::{Answer, Page, Role, with_demo};
use serde_json::{Value, json};
use std::io::{self, Write};

const ROUNDS: usize = 5;

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let mut rows = Vec::new();
    with_demo(&["--accounts", "500", "--roles", "50"], async |page| {
        page.fill(Role::Textbox, "Start URL", "https://d-0000000001.awsapps.com/start").await;
        page.choose("SSO region", "eu-west-1").await;
        page.press(Role::Button, "Sign in").await;
        page.answer_approval(Answer::Allow).await;
        page.wait_for_text(Role::Main, "500 accounts, 25,000 roles").await;
        page.script(HELP).await;
        rows = figures(page).await;
    })
    .await;
    writeln!(io::stdout(), "{}", json!(rows))
}

const HELP: &str = "
    window.filter = () => document.querySelector('input[type=search]');
    window.all = () => document.querySelector('input[aria-label=\"Select all shown\"]');
    window.chosen = () => document.querySelector('.list-bar .number b').textContent;
    window.type = (key) => {
        filter().focus();
        key ? document.execCommand('insertText', false, key) : document.execCommand('delete');
    };";

/// A key, and its removal, in the filter; then everything chosen, and nothing.
async fn figures(page: &Page) -> Vec<Value> {
    let (mut keys, mut choices) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        for key in ["'a'", "''"] {
            keys.push(page.stall(&format!("type({key})"), "true").await.frame);
        }
    }
    for round in 0..2 * ROUNDS {
        let many = if round % 2 == 0 { "25,000" } else { "0" };
        let choice = page.stall("all().click()", &format!("chosen() === '{many}'")).await;
        choices.extend((round % 2 == 0).then_some(choice.whole));
    }
    vec![
        row("list: key in the filter", keys, 16.0, "a frame's 16 ms"),
        row("list: select all", choices, 100.0, "100 ms"),
    ]
}

fn row(name: &str, mut figures: Vec<u64>, most: f64, against: &str) -> Value {
    figures.sort_unstable();
    let value = figures[figures.len() / 2] as f64;
    json!({ "name": name, "value": value, "unit": "ms", "against": against, "ratio": value / most })
}
