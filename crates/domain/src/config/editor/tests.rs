use super::*;
use crate::config::testing::entry;
use crate::lint::{ProblemKind, lint};
use expect_test::{Expect, expect};

/// Takes the steps in one session, and shows what they come to.
#[track_caller]
fn check(text: &str, steps: &[fn(&mut Editor)], expect: Expect) {
    expect.assert_eq(&patch(&edited(text, steps)));
}

/// With `·` for a blank that editors would strip.
fn patch(editor: &Editor) -> String {
    editor.to_patch("a", "b").replace("\n \n", "\n·\n")
}

fn edited(text: &str, steps: &[fn(&mut Editor)]) -> Editor {
    let mut editor = Editor::new(Document::parse(text));
    steps.iter().for_each(|step| step(&mut editor));
    editor
}

fn merge_new(editor: &mut Editor) {
    editor.merge(&[entry("new")]);
}

fn remove_new(editor: &mut Editor) {
    editor.remove_profiles(&["new"]);
}

fn remove_a(editor: &mut Editor) {
    editor.remove_profiles(&["a"]);
}

fn fix_all(editor: &mut Editor) {
    editor.fix_all_safe(&lint(editor.document(), None));
}

fn fix_endings(editor: &mut Editor) {
    let problems = lint(editor.document(), None);
    let mixed = problems.iter().find(|it| *it.kind() == ProblemKind::MixedLineEndings);
    mixed.into_iter().for_each(|mixed| editor.fix(mixed, 0));
}

const TWO: &str = "[profile a]\nregion = x\n\n[profile b]\nregion = y\n";

#[test]
fn two_edits_are_one_change() {
    check(
        TWO,
        &[merge_new, remove_a],
        expect![[r#"
        --- a
        +++ b
        @@ -1,5 +1,10 @@
        -[profile a]
        -region = x
        -
         [profile b]
         region = y
        +[profile new]
        +sso_session = corp
        +sso_account_id = 111122223333
        +sso_role_name = Dev
        +[sso-session corp]
        +sso_start_url = https://d-1234567890.awsapps.com/start
        +sso_region = eu-west-1
        +sso_registration_scopes = sso:account:access
    "#]],
    );
}

#[test]
fn what_goes_again_is_no_change() {
    check(TWO, &[merge_new, remove_new], expect![""]);
    check("", &[merge_new, remove_new], expect![""]);
    check(
        "[profile b]\nregion = y",
        &[merge_new, remove_new],
        expect![[r#"
        --- a
        +++ b
        @@ -1,2 +1,2 @@
         [profile b]
        -region = y
        \ No newline at end of file
        +region = y
    "#]],
    );
}

#[test]
fn what_comes_again_is_no_change() {
    let mut editor = edited(TWO, &[remove_a]);
    editor.replace_text(TWO);
    assert!(!editor.is_changed() && editor.hunks(3).is_empty());
    remove_a(&mut editor);
    editor.replace_text(TWO.replace("region = y", "region = z"));
    expect![[r#"
        --- a
        +++ b
        @@ -2,4 +2,4 @@
         region = x
        ·
         [profile b]
        -region = y
        +region = z
    "#]]
    .assert_eq(&patch(&editor));
}

#[test]
fn what_is_pasted_below_its_like_is_what_was_added() {
    check(
        "[profile b]\nregion = y\n",
        &[|editor| editor.replace_text("[profile b]\nregion = y\n".repeat(2))],
        expect![[r#"
            --- a
            +++ b
            @@ -1,2 +1,4 @@
             [profile b]
             region = y
            +[profile b]
            +region = y
        "#]],
    );
}

#[test]
fn what_is_typed_above_leaves_what_was_added_below() {
    let type_above = |editor: &mut Editor| {
        editor.replace_text(format!("# mine\n{}", editor.document().as_str()));
    };
    check(
        TWO,
        &[merge_new, type_above],
        expect![[r#"
        --- a
        +++ b
        @@ -1,5 +1,14 @@
        +# mine
         [profile a]
         region = x
        ·
         [profile b]
         region = y
        +[profile new]
        +sso_session = corp
        +sso_account_id = 111122223333
        +sso_role_name = Dev
        +[sso-session corp]
        +sso_start_url = https://d-1234567890.awsapps.com/start
        +sso_region = eu-west-1
        +sso_registration_scopes = sso:account:access
    "#]],
    );
}

#[test]
fn what_is_typed_goes_on_the_same_rows() {
    let mut editor = edited(TWO, &[merge_new]);
    let typed = editor.document().as_str().replace("region = y", "region = why");
    editor.replace_text(typed);
    remove_new(&mut editor);
    expect![[r#"
        --- a
        +++ b
        @@ -2,4 +2,4 @@
         region = x
        ·
         [profile b]
        -region = y
        +region = why
    "#]]
    .assert_eq(&patch(&editor));
    editor.replace_text("");
    assert_eq!(editor.document().as_str(), "");
    editor.replace_text(TWO);
    assert!(!editor.is_changed());
}

#[test]
fn a_mark_goes_with_the_first_change() {
    check(
        "\u{feff}[profile a]\nregion = x\n",
        &[fix_all, merge_new, remove_a],
        expect![[r#"
        --- a
        +++ b
        @@ -1,2 +1,8 @@
        -﻿[profile a]
        -region = x
        +[profile new]
        +sso_session = corp
        +sso_account_id = 111122223333
        +sso_role_name = Dev
        +[sso-session corp]
        +sso_start_url = https://d-1234567890.awsapps.com/start
        +sso_region = eu-west-1
        +sso_registration_scopes = sso:account:access
    "#]],
    );
    check(
        "\u{feff}",
        &[merge_new, remove_new],
        expect![[r#"
        --- a
        +++ b
        @@ -1,1 +0,0 @@
        -﻿
        \ No newline at end of file
    "#]],
    );
}

#[test]
fn line_endings_stay_as_they_came_in_or_were_made() {
    let text = "[profile a]\r\nregion = x\n\n[profile b]\r\nregion = y # z\n";
    let all = edited(text, &[fix_endings, remove_a, fix_all]);
    assert_eq!(all.document().as_str(), "[profile b]\n# z\nregion = y\n");
    let all = edited(text, &[remove_a, fix_endings]);
    assert_eq!(all.document().as_str(), "[profile b]\nregion = y # z\n");
    let all = edited("[profile a]\r\nregion = x\r\n", &[remove_a, merge_new]);
    assert!(all.document().as_str().starts_with("[profile new]\r\n"));
}

#[test]
fn a_break_that_would_become_one_with_another_goes() {
    let text = "[profile new]\rsso_start_url = x\n\nregion = y\n";
    let all = edited(text, &[merge_new]);
    assert!(all.document().as_str().starts_with("[profile new]\rregion = y\nsso_session = corp\n"));
}
