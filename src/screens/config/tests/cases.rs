//! What people paste as a config, from public issue trackers and guides, and everything that is said to be wrong with
//! it: `cases.jsonl`, a case a line. `UPDATE_EXPECT=1` writes the answers anew.

use super::*;
use serde::{Deserialize, Serialize};

#[derive(Clone, Deserialize, Serialize)]
struct Case {
    name: String,
    config: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    credentials: Option<String>,
    /// Each problem's title and reason, its lines and its buttons.
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
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/screens/config/tests/cases.jsonl");
        std::fs::write(path, answered.iter().map(line).collect::<String>()).expect("written");
        return;
    }
    for (case, got) in cases.iter().zip(&answered) {
        assert_eq!(got.says, case.says, "{}", case.name);
    }
}

fn says(case: &Case) -> Vec<String> {
    let files = [("config", Some(&case.config)), ("credentials", case.credentials.as_ref())];
    let read = |(name, text): (&str, Option<&String>)| {
        Some(ReadFile { name: Some(name.to_owned()), text: Ok(FileText::new(text?.as_str())) })
    };
    let mut page = Screen::open();
    page.send(Msg::FilesRead(files.into_iter().filter_map(read).collect()));
    let outline = crate::testing::Outline::of(&crate::testing::draw(page.html()));
    let lines = outline.region("Problems");
    let is_said = |line: &&str| !["region ", "listitem"].iter().any(|it| line.starts_with(it));
    lines.lines().map(str::trim).filter(is_said).map(str::to_owned).collect()
}
