//! Problems and their fixes, a file of examples a topic.

use super::*;
use crate::config::{DiffKind, Editor, Excerpt};
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
            for line in editor.hunks(0).iter().flat_map(|hunk| &hunk.lines) {
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
        ChoiceLabel::CommentOut => "CommentOut".to_owned(),
        ChoiceLabel::Join => "Join".to_owned(),
    }
}

/// A kind with its words, which its own `Debug` does not show.
fn told(kind: &ProblemKind) -> String {
    let name = format!("{kind:?}");
    let name = name.split([' ', '{']).next().unwrap_or_default();
    let of = |words: &[&str]| format!("{name} {}", words.join(", "));
    let list = |words: &[Excerpt]| words.iter().map(|it| &**it).collect::<Vec<_>>().join("|");
    let near = |word: &Option<Excerpt>| word.as_deref().unwrap_or("-").to_owned();
    match kind {
        ProblemKind::NotAConfig(_)
        | ProblemKind::ParseError(_)
        | ProblemKind::OddCharacter(_)
        | ProblemKind::HeaderInValue
        | ProblemKind::MixedLineEndings
        | ProblemKind::RegionDiffers { .. }
        | ProblemKind::PartitionDiffers { .. } => format!("{kind:?}"),
        ProblemKind::NotAProfile { header, name } | ProblemKind::NotASession { header, name } => {
            of(&[header, name])
        }
        ProblemKind::Nameless { header } | ProblemKind::PrefixInCredentials { header } => {
            of(&[header])
        }
        ProblemKind::Hidden { name } => of(&[name]),
        ProblemKind::UnportableName { name, character } => of(&[name, &format!("{character:?}")]),
        ProblemKind::SettingInValue { key }
        | ProblemKind::CommentInValue { key }
        | ProblemKind::QuotedValue { key } => of(&[key]),
        ProblemKind::SessionMissing { profile, session, nearest } => {
            of(&[profile, session, &near(nearest)])
        }
        ProblemKind::SessionUnused { session } => of(&[session]),
        ProblemKind::SessionIncomplete { session, missing } => of(&[session, &missing.join("|")]),
        ProblemKind::Contradiction { profile, key } => of(&[profile, key]),
        ProblemKind::SignInIncomplete { profile, missing } => of(&[profile, &missing.join("|")]),
        ProblemKind::AccessKeysBesideSignIn { profile }
        | ProblemKind::AccessKeysInCredentials { profile }
        | ProblemKind::ProcessBesideSignIn { profile }
        | ProblemKind::RoleBesideSignIn { profile }
        | ProblemKind::SourceCount { profile } => of(&[profile]),
        ProblemKind::SameRole { profiles } | ProblemKind::SourceCircle { profiles } => {
            of(&[&list(profiles)])
        }
        ProblemKind::StartUrlSpellings { commonest, others } => of(&[commonest, &list(others)]),
        ProblemKind::SameSession { sessions } => of(&[&list(sessions)]),
        ProblemKind::AccountId { value, meant } => of(&[value, &near(meant)]),
        ProblemKind::UnknownRegion { key, value, nearest } => {
            of(&[key, value, nearest.as_ref().map_or("-", |region| region.id())])
        }
        ProblemKind::UnknownOutput { value } => of(&[value]),
        ProblemKind::SourceMissing { profile, source, nearest } => {
            of(&[profile, source, &near(nearest)])
        }
    }
}

const ROLE: &str = "sso_account_id = 111122223333\nsso_role_name = Dev\n";
const PORTAL: &str = "sso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n";
const CORP: &str =
    "[sso-session corp]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n";

mod fixes;

mod lines;

mod sign_ins;
