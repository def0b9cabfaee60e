//! Problems and their fixes, a file of examples a topic.

use super::*;
use crate::config::{DiffKind, Editor};
use expect_test::{Expect, expect};

/// The problems, each with the lines that its fix changes: `!` a safe one, `?` a choice.
#[track_caller]
fn check(text: &str, expect: Expect) {
    check_both(text, None, expect);
}

#[track_caller]
fn check_both(text: &str, credentials: Option<&str>, expect: Expect) {
    let document = Document::parse(text);
    let mut out = String::new();
    let credentials = credentials.map(Document::parse);
    let about_credentials = credentials.iter().flat_map(|it| lint_credentials(it, &document));
    for problem in about_credentials.chain(lint(&document, credentials.as_ref())) {
        out.push_str(&format!("{:?} {}\n", problem.lines(), told(problem.kind())));
        let Some(fix) = problem.fix() else { continue };
        for (place, choice) in fix.choices().iter().enumerate() {
            let mut editor = Editor::new(problem.document.clone());
            editor.fix(&problem, place);
            let label = match choice.label() {
                ChoiceLabel::Apply if fix.applicability() == Applicability::Safe => "!".to_owned(),
                label => format!("? {}", label_told(label)),
            };
            out.push_str(&format!("    {label}\n"));
            for line in editor.hunks(0).iter().flatten() {
                let (sign, number) = match line.kind {
                    DiffKind::Kept => (' ', line.old),
                    DiffKind::Removed => ('-', line.old),
                    DiffKind::Added => ('+', line.new),
                };
                let number = number.map_or(0, LineNumber::get);
                out.push_str(&format!("    {sign}{number} {}\n", line.text));
            }
        }
    }
    expect.assert_eq(&out);
}

fn label_told(label: &ChoiceLabel) -> String {
    match label {
        ChoiceLabel::Apply => "Apply".to_owned(),
        ChoiceLabel::Keep { value, line } => format!("Keep {value} of line {line}"),
        ChoiceLabel::Use(value) => format!("Use {value}"),
        ChoiceLabel::Rename(header) => format!("Rename [{header}]"),
        ChoiceLabel::Remove(name) => format!("Remove {name}"),
        ChoiceLabel::RemoveSetting(key) => format!("RemoveSetting {key}"),
        ChoiceLabel::CommentOut => "CommentOut".to_owned(),
        ChoiceLabel::Join => "Join".to_owned(),
    }
}

/// A kind with its words, and what it has besides.
fn told(kind: &ProblemKind) -> String {
    let debug = format!("{kind:?}");
    let name = debug.split([' ', '{', '(']).next().unwrap_or_default();
    let hint = match kind {
        ProblemKind::SessionMissing { nearest, .. }
        | ProblemKind::SourceMissing { nearest, .. } => nearest.as_deref().map(str::to_owned),
        ProblemKind::AccountId { meant, .. } => meant.as_deref().map(str::to_owned),
        ProblemKind::UnknownRegion { nearest, .. }
        | ProblemKind::UnlistedRegion { nearest, .. } => {
            nearest.as_ref().map(|region| region.id().to_owned())
        }
        ProblemKind::UnportableName { character, .. } => Some(format!("{character:?}")),
        ProblemKind::NotAStartUrl { error, .. } => Some(error.to_string()),
        ProblemKind::Contradiction { given_by: GivenBy::Defaults, .. } => {
            Some("[DEFAULT]".to_owned())
        }
        _ => None,
    };
    let words = words::words(kind);
    if words.is_empty() && hint.is_none() {
        return debug;
    }
    let hint = hint.map(|hint| format!("; {hint}")).unwrap_or_default();
    format!("{name} {}{hint}", words.join(", "))
}

const ROLE: &str = "sso_account_id = 111122223333\nsso_role_name = Dev\n";
const PORTAL: &str = "sso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n";
const CORP: &str =
    "[sso-session corp]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n";

pub(crate) mod words;

mod fixes;

mod lines;

mod sign_ins;
mod values;
