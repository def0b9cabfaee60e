//! What a fix may do by itself, and what a person has to choose.

use super::*;

#[test]
fn no_fix_takes_a_near_name_for_another() {
    check("[profile a]\nrule_arm = x\nsource = b\n", expect![""]);
    check(
        &format!("[profile dev]\nsso_session = eu\n{ROLE}[sso-session us]\n{PORTAL}"),
        expect![[r#"
            [1] NoRegion dev
            [2] SessionMissing dev, eu
            [5] SessionUnused us
        "#]],
    );
    check(
        "[profile dev]\nrole_arn = arn:aws:iam::111122223333:role/x\nsource_profile = de\n[profile b]\nrole_arn = arn:aws:iam::111122223333:role/x\nsource_profile = devv\n[profile devel]\nsource_profile = b\nrole_arn = arn:aws:iam::111122223333:role/x\n",
        expect![[r#"
            [3] SourceMissing dev, de
            [6] SourceMissing b, devv; dev
                ? Use dev
                -6 source_profile = devv
                +6 source_profile = dev
        "#]],
    );
    for region in ["sa-west-1", "us-west-3", "ap-southeast-8"] {
        let text = format!("[profile a]\n{PORTAL}{ROLE}").replace("eu-west-1", region);
        let problems = lint(&Document::parse(text), None);
        assert!(problems.iter().all(|problem| problem.fix().is_none()), "{region}");
    }
}

#[test]
fn digits_are_not_made_up() {
    check(
        &format!("[profile dev]\n{PORTAL}sso_account_id = 12345678\nsso_role_name = Dev\n"),
        expect![[r#"
            [1] NoRegion dev
            [4] AccountId 12345678
        "#]],
    );
}

#[test]
fn a_configs_only_session_is_never_removed() {
    check(
        &format!("[sso-session corp]\n{PORTAL}"),
        expect![[r#"
        [1] SessionUnused corp
    "#]],
    );
    check(
        &format!(
            "[sso-session corp]\n{PORTAL}[default]\nsso-session = lab\n[sso-session lab]\n{PORTAL}sso_registration_scopes = a:b\n"
        ),
        expect![[r#"
            [1] SessionUnused corp
                ? Remove corp
                -1 [sso-session corp]
                -2 sso_start_url = https://acme.awsapps.com/start
                -3 sso_region = eu-west-1
            [4] NoRole default
            [5] MisspeltKey sso-session, sso_session
                !
                -5 sso-session = lab
                +5 sso_session = lab
        "#]],
    );
    check_both(
        &format!("[sso-session corp]\n{PORTAL}"),
        Some(&format!("[dev]\nsso_session = corp\n{ROLE}")),
        expect![[r#"
            [1, 2] SignInInCredentials dev, profile dev
        "#]],
    );
}

#[test]
fn a_person_chooses_which_of_two_values_stays() {
    check(
        &format!(
            "[profile a]\n{PORTAL}{ROLE}sso_role_name = Admin\n[profile b]\naws_secret_access_key = hush\naws_secret_access_key = husher\n"
        ),
        expect![[r#"
            [1] NoRegion a
            [6, 5] ParseError(DuplicateKey { first: 5 })
                ? Keep Dev of line 5
                -6 sso_role_name = Admin
                ? Keep Admin of line 6
                -5 sso_role_name = Dev
            [9, 8] ParseError(DuplicateKey { first: 8 })
                ? Keep  of line 8
                -9 aws_secret_access_key = husher
                ? Keep  of line 9
                -8 aws_secret_access_key = hush
        "#]],
    );
    check(
        &format!("[profile a]\n{PORTAL}{ROLE}[profile a]\n{PORTAL}{ROLE}region = eu-west-1\n"),
        expect![[r#"
            [6, 1] ParseError(DuplicateSection { first: 1 })
                !
                -6 [profile a]
                -7 sso_start_url = https://acme.awsapps.com/start
                -8 sso_region = eu-west-1
                -9 sso_account_id = 111122223333
                -10 sso_role_name = Dev
        "#]],
    );
    check(
        &format!("[profile a]\n{PORTAL}{ROLE}[profile a]\nsso_role_name = Admin\n"),
        expect![[r#"
            [6, 1] ParseError(DuplicateSection { first: 1 })
                ? Keep Dev of line 5
                -6 [profile a]
                -7 sso_role_name = Admin
                ? Keep Admin of line 7
                -5 sso_role_name = Dev
                -6 [profile a]
            [6] SignInIncomplete a, sso_start_url, sso_region, sso_account_id
            [6] NoRegion a
        "#]],
    );
    check(
        "[profile a]\nregion = eu-west-1\n[profile a]\noutput = json\n",
        expect![[r#"
            [3, 1] ParseError(DuplicateSection { first: 1 })
                ? Join
                -3 [profile a]
        "#]],
    );
    // Nobody wants to choose from five.
    check(
        "[profile a]\nregion = eu-west-1\nx = 1\nx = 2\nx = 3\nx = 4\nx = 5\n",
        expect![[r#"
            [4, 3] ParseError(DuplicateKey { first: 3 })
            [5, 3] ParseError(DuplicateKey { first: 3 })
            [6, 3] ParseError(DuplicateKey { first: 3 })
            [7, 3] ParseError(DuplicateKey { first: 3 })
        "#]],
    );
}

#[test]
fn what_may_be_meant_is_commented_out_by_a_person_only() {
    check(
        "[profile a]\nregion = eu-west-1\n[profile b\noutput = json\noutput text\nprose\n",
        expect![[r#"
            [3] ParseError(NoDelimiter)
                ? Rename [profile b]
                -3 [profile b
                +3 [profile b]
                ? CommentOut
                -3 [profile b
                +3 # [profile b
            [5] ParseError(NoDelimiter)
                ? Use output = text
                -5 output text
                +5 output = text
                ? CommentOut
                -5 output text
                +5 # output text
            [6] ParseError(NoDelimiter)
                !
                -6 prose
                +6 # prose
        "#]],
    );
    check(
        "[profile a]\nsso_role_name =\n  Admin\ns3 =\n  nonsense\n",
        expect![[r#"
            [1] SignInIncomplete a, sso_start_url, sso_region, sso_account_id
            [1] NoRegion a
            [3] ParseError(BadNested)
                ? Join
                -2 sso_role_name =
                -3   Admin
                +2 sso_role_name = Admin
                ? CommentOut
                -3   Admin
                +3 #   Admin
            [5] ParseError(BadNested)
                !
                -4 s3 =
                -5   nonsense
                +4 # s3 =
                +5 #   nonsense
        "#]],
    );
}

#[test]
fn known_words_come_first_in_headers() {
    check(
        &format!(
            "[sso_session corp]\n{PORTAL}[ Default ]\nsso_session = corp\n{ROLE}[lab]\n{PORTAL}"
        ),
        expect![[r#"
            [1] NotASession sso_session corp, corp
                !
                -1 [sso_session corp]
                +1 [sso-session corp]
            [4] NotAProfile  Default , default
                !
                -4 [ Default ]
                +4 [default]
            [4] NoRegion default
            [8] NotAProfile lab, lab
                ? Rename [profile lab]
                -8 [lab]
                +8 [profile lab]
                ? Rename [sso-session lab]
                -8 [lab]
                +8 [sso-session lab]
        "#]],
    );
}

#[test]
fn a_misspelt_key_is_put_right_where_that_makes_no_second_one() {
    check(
        &format!(
            "[profile a]\n{PORTAL}ssoRegion = us-east-1\n{ROLE}region = eu-west-1\n[profile b]\noutputs = json\nout_put = text\n"
        ),
        expect![[r#"
            [9] MisspeltKey outputs, output
                !
                -9 outputs = json
                +9 output = json
        "#]],
    );
}

#[test]
fn what_a_login_wrote_beside_a_profile_goes_where_the_start_url_allows_it() {
    let text = format!(
        "[default]\nsso_start_url = https://ssoins-0123456789abcdef.eu-west-1.portal.amazonaws.com\nsso_region = us-east-1\n{ROLE}region = eu-west-1\n[profile default]\nsso_region = eu-west-1\n"
    );
    check(
        &text,
        expect![[r#"
        [7, 3] SplitByLogin default, eu-west-1
            !
            -3 sso_region = us-east-1
            +3 sso_region = eu-west-1
            -7 [profile default]
            -8 sso_region = eu-west-1
    "#]],
    );
    check(
        &text.replace("default]\nsso_region = eu-west-1", "default]\nsso_region = us-west-2"),
        expect![[r#"
        [1, 7] Hidden default
        [7] SignInIncomplete default, sso_start_url, sso_account_id, sso_role_name
    "#]],
    );
}

#[test]
fn what_a_login_wrote_twice_beside_a_profile_is_told_twice() {
    let split = "[profile default]\nsso_region = eu-west-1\n";
    let text = format!(
        "[default]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = us-east-1\n{split}{split}"
    );
    check(
        &text,
        expect![[r#"
            [1] NoRole default
            [4, 3] SplitByLogin default, eu-west-1
                !
                -3 sso_region = us-east-1
                -4 [profile default]
            [6, 4] ParseError(DuplicateSection { first: 4 })
                !
                -6 [profile default]
                -7 sso_region = eu-west-1
            [6, 3] SplitByLogin default, eu-west-1
                !
                -3 sso_region = us-east-1
                +3 sso_region = eu-west-1
                -6 [profile default]
                -7 sso_region = eu-west-1
        "#]],
    );
    let mut editor = Editor::new(Document::parse(text.as_str()));
    editor.fix_all_safe(&lint(editor.document(), None));
    expect![[r#"
        [default]
        sso_start_url = https://acme.awsapps.com/start
        sso_region = eu-west-1
        [profile default]
        sso_region = eu-west-1
    "#]]
    .assert_eq(editor.document().as_str());
}

#[test]
fn fixes_of_lines_beside_each_other_are_made_at_once() {
    let text = "[profile a]\nregion = eu-west-1 # home\noutput = json # mine\n";
    let mut editor = Editor::new(Document::parse(text));
    assert_eq!(editor.fix_all_safe(&lint(editor.document(), None)), 2);
    expect![[r#"
        [profile a]
        # home
        region = eu-west-1
        # mine
        output = json
    "#]]
    .assert_eq(editor.document().as_str());
}

#[test]
fn a_byte_order_mark_is_put_right_with_all() {
    let mut editor = Editor::new(Document::parse("\u{feff}[profile a]\nregion = eu-west-1\n"));
    assert_eq!(editor.fix_all_safe(&lint(editor.document(), None)), 1);
    assert_eq!(editor.document().as_str(), "[profile a]\nregion = eu-west-1\n");
}

#[test]
fn of_two_headers_that_may_be_a_missing_session_the_first_is() {
    check(
        &format!(
            "[ sso-session lab ]\n{PORTAL}[profile a]\nsso_session = lab\nregion = eu-west-1\n{ROLE}[lab]\n{PORTAL}"
        ),
        expect![[r#"
            [1] NotASession  sso-session lab , lab
                !
                -1 [ sso-session lab ]
                +1 [sso-session lab]
            [9] NotAProfile lab, lab
                ? Rename [profile lab]
                -9 [lab]
                +9 [profile lab]
                ? Rename [sso-session lab]
                -9 [lab]
                +9 [sso-session lab]
        "#]],
    );
}

#[test]
fn the_later_of_two_fixes_of_one_line_is_left() {
    let text = format!(
        "[profile a]\nregion = \"x-1\"\nregion = \"x-1\"\n[profile b]\n{ROLE}{PORTAL}output = JSON\n"
    );
    let mut editor = Editor::new(Document::parse(text));
    let fixed = editor.fix_all_safe(&lint(editor.document(), None));
    assert_eq!(fixed, 3);
    expect![[r#"
        [profile a]
        region = x-1
        [profile b]
        sso_account_id = 111122223333
        sso_role_name = Dev
        sso_start_url = https://acme.awsapps.com/start
        sso_region = eu-west-1
        output = json
    "#]]
    .assert_eq(editor.document().as_str());
}

#[test]
fn a_line_that_is_put_right_ends_as_it_did_and_the_last_one_as_the_others() {
    for (text, expected) in [
        ("[profile a]\noutput = JSON\r\n# mine\n", "[profile a]\noutput = json\r\n# mine\n"),
        ("[profile a]\n# mine\noutput = JSON", "[profile a]\n# mine\noutput = json\n"),
    ] {
        let mut editor = Editor::new(Document::parse(text));
        let problems = lint(editor.document(), None);
        let is_output = |it: &&Problem| matches!(it.kind(), ProblemKind::UnknownOutput(_));
        editor.fix(problems.iter().find(is_output).unwrap(), 0);
        assert_eq!(editor.document().as_str(), expected);
    }
}

#[test]
fn what_goes_behind_a_section_waits_where_that_section_goes() {
    let text =
        "[profile a]\n[profile b]\noutput = json\n[profile a]\n[profile a]\nregion = eu-west-1\n";
    let mut editor = Editor::new(Document::parse(text));
    editor.fix_all_safe(&lint(editor.document(), None));
    expect![[r#"
        [profile a]
        [profile b]
        output = json
        [profile a]
        region = eu-west-1
    "#]]
    .assert_eq(editor.document().as_str());
}

#[test]
fn a_fix_is_for_the_text_it_was_found_in() {
    let problems = lint(&Document::parse("[profile a]\noutput = JSON\n"), None);
    let mut editor = Editor::new(Document::parse("[profile b]\noutput = JSON\n"));
    editor.fix(&problems[0], 0);
    editor.fix_all_safe(&problems);
    assert!(!editor.is_changed());
}
