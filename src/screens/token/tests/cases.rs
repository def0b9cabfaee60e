//! What people paste, from public issue trackers and guides, and everything that is said of it: `cases.jsonl`, a case a
//! line. `UPDATE_EXPECT=1` writes the answers anew.

use super::{dropped, pasted};
use crate::screens::token::msg::Msg;
use onramp_domain::cache_file::ConfigNames;
use onramp_domain::config::Document;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

#[derive(Clone, Deserialize, Serialize)]
struct Case {
    name: String,
    /// Where the text is a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    /// What "Tidy my config" has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    config: Option<String>,
    text: String,
    /// The answer's outline, without the folded parts' buttons.
    #[serde(default)]
    says: Vec<String>,
}

#[test]
fn what_people_paste_gets_its_answer() {
    let cases: Vec<Case> = include_str!("cases.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).expect("a case"))
        .collect();
    let answered: Vec<Case> =
        cases.iter().map(|case| Case { says: says(case), ..case.clone() }).collect();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let line = |case: &Case| serde_json::to_string(case).expect("JSON") + "\n";
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/screens/token/tests/cases.jsonl");
        std::fs::write(path, answered.iter().map(line).collect::<String>()).expect("written");
        return;
    }
    for (case, got) in cases.iter().zip(&answered) {
        assert_eq!(got.says, case.says, "{}", case.name);
    }
}

fn says(case: &Case) -> Vec<String> {
    let mut page = match &case.file {
        Some(file) => dropped(&[(file, &case.text)]),
        None => pasted(&case.text),
    };
    if let Some(config) = &case.config {
        let names = ConfigNames::of(&Document::parse(config.as_str()));
        page.token(Msg::ConfigNames(Some(Rc::new(names))));
    }
    let outline = crate::testing::Outline::of(&crate::testing::draw(page.html()));
    let lines = outline.region("Result");
    lines.lines().map(|line| line.trim().to_owned()).filter(|line| is_said(line)).collect()
}

/// What is the same for every answer is left out.
fn is_said(line: &str) -> bool {
    !["region ", "article ", "button ", "group", "radio", "checkbox"]
        .iter()
        .any(|role| line.starts_with(role))
}
