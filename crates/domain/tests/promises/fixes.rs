//! What fixes promise: that they make nothing worse.

#[path = "../../src/lint/tests/words.rs"]
mod words;

use super::rows_name_every_line;
use onramp_domain::config::{self, Document, Editor, ParseErrorKind, Reading, Settings};
use onramp_domain::lint::{Applicability, Problem, ProblemKind, lint};
use onramp_domain::{AccountId, Region, RoleName, StartUrl};
use std::borrow::Cow;
use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};
use words::words;

/// Every choice changes what it names. After a safe one, and after all of them, there is no problem that was not there
/// before, and whoever signed in signs in at the same portal, account and role.
pub(crate) fn fixes_are_safe(text: &str) {
    let document = Document::parse(text);
    let problems = lint(&document, None);
    for problem in &problems {
        let Some(fix) = problem.fix() else { continue };
        assert!(!fix.choices().is_empty());
        for choice in 0..fix.choices().len() {
            let mut editor = Editor::new(document.clone());
            editor.fix(problem, choice);
            assert!(editor.is_changed(), "{problem:?} has an empty fix");
            rows_name_every_line(&editor);
            if fix.applicability() == Applicability::Suggestion {
                changes_only_what_it_touches(&document, &editor, &format!("{problem:?} {choice}"));
            } else {
                makes_nothing_worse(&document, editor.document(), &format!("{problem:?}"));
                assert!(
                    lint(editor.document(), None).len() < problems.len(),
                    "{problem:?} is still there\n{text}\n=>\n{}",
                    editor.document().as_str()
                );
            }
        }
    }
    let mut editor = Editor::new(document.clone());
    let fixed = editor.fix_all_safe(&problems);
    rows_name_every_line(&editor);
    assert_eq!(fixed > 0, editor.is_changed());
    makes_nothing_worse(&document, editor.document(), "all");
    let left = lint(editor.document(), None).len();
    assert!(left + fixed <= problems.len(), "{fixed} fixed, and {left} left of {}", problems.len());
}

/// After a choice of a suggestion the CLI refuses the file for no more reasons, and every profile signs in where it did,
/// but for those whose own lines, or whose session's, have changed.
fn changes_only_what_it_touches(before: &Document, editor: &Editor, choice: &str) {
    let after = editor.document();
    let shown = || format!("{choice}\n{}\n=>\n{}", before.as_str(), after.as_str());
    let [old, new] = [before, after].map(config::read);
    // What is wrong in `[DEFAULT]` counts from the first section on that takes it.
    let has_defaults = before.as_str().contains("[DEFAULT]");
    let refusals = |reading: &Reading<'_>| reading.parse_errors().len();
    assert!(has_defaults || refusals(&new) <= refusals(&old), "refused: {}", shown());
    let lines: Vec<usize> = editor
        .hunks(1)
        .iter()
        .flat_map(|hunk| hunk.iter().filter_map(|line| line.old.map(|it| it.get() - 1)))
        .collect();
    let is_touched = |settings: &Settings<'_>| {
        let start = settings.section().line().number().get() - 1;
        let next = before.sections().map(|it| it.line().number().get() - 1).find(|it| *it > start);
        lines.iter().any(|line| *line >= start && next.is_none_or(|next| *line < next))
    };
    for profile in old.profiles() {
        let Some(sign_in) = sign_in(&old, profile) else { continue };
        let session = profile.text("sso_session").and_then(|name| old.sso_session(&name).cloned());
        if is_touched(profile) || session.as_ref().is_some_and(is_touched) || has_defaults {
            continue;
        }
        let there = new.profile(profile.name()).unwrap_or_else(|| panic!("lost: {}", shown()));
        assert_eq!(Some(sign_in), self::sign_in(&new, there), "{}", shown());
    }
}

fn makes_nothing_worse(before: &Document, after: &Document, fix: &str) {
    let shown = || format!("{fix}\n{}\n=>\n{}", before.as_str(), after.as_str());
    let mut known = HashMap::<_, usize>::new();
    // What is wrong in `[DEFAULT]` counts from the first section on that takes it.
    let has_defaults = before.as_str().contains("[DEFAULT]");
    let counts = |kind: &ProblemKind| {
        !has_defaults || *kind != ProblemKind::ParseError(ParseErrorKind::BadNested)
    };
    let kinds = |document: &Document| -> Vec<String> {
        let problems = lint(document, None);
        problems.iter().map(Problem::kind).filter(|kind| counts(kind)).flat_map(told).collect()
    };
    for kind in kinds(before) {
        *known.entry(kind).or_default() += 1;
    }
    for kind in kinds(after) {
        let left = known.entry(kind.clone()).or_default();
        assert!(*left > 0, "{kind} is new: {}", shown());
        *left -= 1;
    }
    let [old, new] = [before, after].map(config::read);
    for profile in old.profiles() {
        let Some(sign_in) = sign_in(&old, profile) else { continue };
        let there = new.profile(profile.name()).unwrap_or_else(|| panic!("lost: {}", shown()));
        assert_eq!(Some(sign_in), self::sign_in(&new, there), "{}", shown());
    }
}

/// A problem by what it is and whom it is about, wherever they stand. The CLI's refusals by their kinds alone.
fn told(kind: &ProblemKind) -> Vec<String> {
    let of: fn(&ParseErrorKind) -> Discriminant<ParseErrorKind> = discriminant;
    if let ProblemKind::ParseError(error) = kind {
        return vec![format!("{:?}", of(error))];
    }
    // A profile lacks its region whoever else does.
    if let ProblemKind::NoRegion(names) = kind {
        return names.iter().map(|name| format!("NoRegion {}", &**name)).collect();
    }
    // Those that are alike are told in the order of their lines.
    let mut words = words(kind);
    words.sort_unstable();
    vec![format!("{:?} {words:?}", discriminant(kind))]
}

/// Portal, region, account and role, where a profile signs in by itself, as botocore sees it.
fn sign_in(reading: &Reading<'_>, profile: &Settings<'_>) -> Option<[String; 4]> {
    let text = |settings: &Settings<'_>, key| settings.text(key).map(Cow::into_owned);
    if profile.get("role_arn").is_some() {
        return None;
    }
    let portal = match profile.text("sso_session") {
        Some(name) => {
            let session = reading.sso_session(&name)?;
            let mut theirs = session.section().properties();
            let agrees = |key: &str| {
                profile.get(key).is_none_or(|own| session.get(key).is_none_or(|it| it == own))
            };
            if !theirs.all(|property| agrees(&property.key())) {
                return None;
            }
            session
        }
        None => profile,
    };
    let start_url = StartUrl::parse(&text(portal, "sso_start_url")?).ok()?;
    let region = text(portal, "sso_region")?;
    let region = Region::parse(&region).ok().filter(|known| known.id() == region)?;
    let account = AccountId::parse(&text(profile, "sso_account_id")?).ok()?;
    let role = RoleName::parse(&text(profile, "sso_role_name")?).ok()?;
    let sign_in = [start_url.as_str(), region.id(), account.as_str(), role.as_str()];
    Some(sign_in.map(str::to_owned))
}
