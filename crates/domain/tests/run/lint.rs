//! `lint`: what is wrong with a config file, and with the credentials file beside it.

#[path = "../../src/lint/tests/words.rs"]
mod words;

use onramp_domain::config::{Document, Editor};
use onramp_domain::lint::{Applicability, ChoiceLabel, Problem, lint, lint_credentials};
use serde_json::{Value, json};

#[derive(serde::Deserialize)]
pub(crate) struct Given {
    #[serde(default)]
    config: String,
    credentials: Option<String>,
}

/// Each problem with its lines, its words and its choices; `fixed` where safe fixes change the config.
pub(crate) fn answer(given: Given) -> Result<Value, String> {
    let config = Document::parse(given.config);
    let credentials = given.credentials.map(Document::parse);
    let problems = lint(&config, credentials.as_ref());
    let of_credentials = credentials.iter().flat_map(|it| lint_credentials(it, &config));
    let mut editor = Editor::new(config.clone());
    editor.fix_all_safe(&problems);
    let mut answer = json!({
        "config": problems.iter().map(told).collect::<Vec<_>>(),
        "credentials": of_credentials.map(|problem| told(&problem)).collect::<Vec<_>>(),
    });
    if editor.is_changed() {
        answer["fixed"] = editor.document().as_str().into();
    }
    Ok(answer)
}

/// `[2, 1] SignInIncomplete dev, sso_region: safe` or `: Keep x | Keep y`.
fn told(problem: &Problem) -> Value {
    let kind = problem.kind();
    let debug = format!("{kind:?}");
    let name = debug.split([' ', '{', '(']).next().unwrap_or_default();
    let words = words::words(kind);
    let said =
        if words.is_empty() { debug.clone() } else { format!("{name} {}", words.join(", ")) };
    let choices = problem.fix().map(|fix| match fix.applicability() {
        Applicability::Safe => ": safe".to_owned(),
        Applicability::Suggestion => {
            let labels: Vec<String> = fix.choices().iter().map(|it| label(it.label())).collect();
            format!(": {}", labels.join(" | "))
        }
    });
    format!("{:?} {said}{}", problem.lines(), choices.unwrap_or_default()).into()
}

fn label(label: &ChoiceLabel) -> String {
    match label {
        ChoiceLabel::Keep { value, line } => format!("Keep {value} of {line}"),
        ChoiceLabel::Use(value) => format!("Use {value}"),
        ChoiceLabel::Rename(header) => format!("Rename [{header}]"),
        ChoiceLabel::Remove(section) => format!("Remove {section}"),
        ChoiceLabel::RemoveSetting(key) => format!("Remove {key}"),
        ChoiceLabel::Apply | ChoiceLabel::CommentOut | ChoiceLabel::Join => format!("{label:?}"),
    }
}
