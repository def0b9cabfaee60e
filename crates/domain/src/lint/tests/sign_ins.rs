//! Sessions, profiles, and what they get their credentials from.

use super::*;

#[test]
fn sessions_are_missing_unused_incomplete_or_twice() {
    check(
        &format!("[profile a]\nsso_session = crp\n{ROLE}[sso-session b]\n{CORP}"),
        expect![[r#"
            [1] NoRegion a
            [2] SessionMissing a, crp; corp
                ? Use corp
                -2 sso_session = crp
                +2 sso_session = corp
            [5] SessionUnused b
            [5] SessionIncomplete b, sso_start_url, sso_region
            [6] SessionUnused corp
        "#]],
    );
    check(
        "[profile a]\nsso_session = x\n[profile b]\nsso_session = y\n[sso-session x]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n[sso-session y]\nsso_start_url = https://acme.awsapps.com/start/#/\nsso_region = eu-west-1\n",
        expect![[r#"
            [1] NoRole a
            [3] NoRole b
            [5, 8] SameSession x, y
        "#]],
    );
}

#[test]
fn a_builder_ids_portal_is_said_of_whoever_names_it_and_once() {
    let view = "sso_start_url = https://view.awsapps.com/start\nsso_region = us-east-1\n";
    check(
        &format!(
            "[profile a]\nsso_session = s\n{view}{ROLE}region = us-east-1\n[sso-session s]\n{view}[profile b]\nsso_session = gone\n{view}{ROLE}region = us-east-1\n[profile c]\nsso_session = s\n{}{ROLE}region = us-east-1\n",
            view.replace("us-east-1", "eu-west-1")
        ),
        expect![[r#"
            [1, 18] SameRole a, c
            [9] BuilderId s
            [12] SessionMissing b, gone
            [13] BuilderId b
            [20] BuilderId c
            [21, 10] Contradiction c, sso_region
                ? Keep us-east-1 of line 10
                -21 sso_region = eu-west-1
        "#]],
    );
    // Whether the session's key is put right or not.
    check(
        "[profile a]\nsso-session = a\nsso_account_id = 111122223333\nsso_role_name = Admin\nssoRegion = eu-west-1\nsso_start_url = https://view.awsapps.com/start\nregion = eu-west-1\n",
        expect![[r#"
            [2] MisspeltKey sso-session, sso_session
                !
                -2 sso-session = a
                +2 sso_session = a
            [2] SessionMissing a, a
            [5] MisspeltKey ssoRegion, sso_region
                !
                -5 ssoRegion = eu-west-1
                +5 sso_region = eu-west-1
            [6] BuilderId a
        "#]],
    );
}

/// Put right, `start_url` would contradict the profile, which signs in without it.
#[test]
fn a_misspelt_key_that_is_left_so_is_not_missing_too() {
    check(
        "[sso-session lab]\nstart_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n[profile a]\nsso_session = lab\nsso_account_id = 111122223333\nsso_role_name = Admin\nsso_start_url = https://acme.awsapps.com/start/#/\nregion = eu-west-1\n",
        expect![[r#"
            [2] MisspeltKey start_url, sso_start_url
                ? Use sso_start_url
                -2 start_url = https://acme.awsapps.com/start
                +2 sso_start_url = https://acme.awsapps.com/start
        "#]],
    );
}

#[test]
fn a_key_once_more_and_misspelt_parts_no_two_profiles() {
    let text = format!("[profile a]\n{PORTAL}{ROLE}region = eu-west-1\n");
    check(
        &format!("{text}sso_role = Dev\n{}", text.replace("[profile a]", "[profile b]")),
        expect![[r#"
            [1, 8] SameRole a, b
        "#]],
    );
}

#[test]
fn a_sign_in_lacks_or_contradicts() {
    check(
        &format!(
            "[profile a]\nsso_session = corp\nsso_region = us-east-1\nsso_account_id = 111122223333\n{CORP}"
        ),
        expect![[r#"
            [1] SignInIncomplete a, sso_role_name
            [1] NoRegion a
            [3, 7] Contradiction a, sso_region
                ? Keep eu-west-1 of line 7
                -3 sso_region = us-east-1
        "#]],
    );
    let half = "sso_session = corp\nsso_account_id = 111122223333\nregion = eu-west-1\n";
    check(
        &format!("[profile a]\n{half}[profile b]\n{half}{CORP}"),
        expect![[r#"
        [1] SignInIncomplete a, sso_role_name
        [5] SignInIncomplete b, sso_role_name
    "#]],
    );
    // Which region a person means for the profile's commands nobody can tell.
    check(
        &format!(
            "[profile a]\nsso_session = corp\n{ROLE}region = us-east-1\n{CORP}region = eu-west-1\n"
        ),
        expect![[r#"
            [5, 9] Contradiction a, region
                ? Keep us-east-1 of line 5
                -9 region = eu-west-1
        "#]],
    );
    check(
        "[profile a]\nsso_start_url = https://acme.awsapps.com/start\n",
        expect![[r#"
            [1] SignInIncomplete a, sso_region, sso_account_id, sso_role_name
        "#]],
    );
}

#[test]
fn other_ways_beside_a_sign_in_are_named() {
    check_both(
        &format!(
            "[profile a]\nsso_session = corp\n{ROLE}credential_process = x\naws_access_key_id = AKIA\naws_secret_access_key = x\n[profile b]\nsso_session = corp\nrole_arn = arn:aws:iam::111122223333:role/x\nsource_profile = a\n{ROLE}{CORP}"
        ),
        Some("[a]\naws_access_key_id = x\n[profile b]\naws_access_key_id = x\n"),
        expect![[r#"
            [1, 2] AccessKeysInCredentials a
            [3] PrefixInCredentials profile b
                ? Rename [b]
                -3 [profile b]
                +3 [b]
            [1] NoRegion a
            [5] ProcessBesideSignIn a
            [6, 7] AccessKeysBesideSignIn a
            [10] RoleBesideSignIn b
        "#]],
    );
}

#[test]
fn one_portal_in_several_spellings_is_several_sign_ins() {
    let profile = |name, role, url| {
        format!(
            "[profile {name}]\nsso_start_url = {url}\nsso_region = eu-west-1\nsso_account_id = 111122223333\nsso_role_name = {role}\n"
        )
    };
    let url = "https://acme.awsapps.com/start";
    check(
        &[profile("a", "A", url), profile("b", "B", &format!("{url}/#/")), profile("c", "C", url)]
            .concat(),
        expect![[r#"
            [1, 6, 11] NoRegion a, b, c
            [7] StartUrlSpellings https://acme.awsapps.com/start, https://acme.awsapps.com/start/#/
                !
                -7 sso_start_url = https://acme.awsapps.com/start/#/
                +7 sso_start_url = https://acme.awsapps.com/start
        "#]],
    );
}

#[test]
fn chains_end_or_go_in_circles() {
    check(
        "[profile a]\nrole_arn = arn:aws:iam::111122223333:role/x\nsource_profile = b\n[profile b]\nrole_arn = arn:aws:iam::111122223333:role/x\nsource_profile = a\n[profile c]\nrole_arn = arn:aws:iam::111122223333:role/x\nsource_profile = zz\n[profile d]\nrole_arn = arn:aws:iam::111122223333:role/x\n",
        expect![[r#"
            [3, 6] SourceCircle a, b
            [9] SourceMissing c, zz
            [11] SourceCount d
        "#]],
    );
    check(
        "[profile a]\nrole_arn = arn:aws:iam::111122223333:role/x\nsource_profile = a\naws_access_key_id = x\n[profile b]\nrole_arn = arn:aws:iam::111122223333:role/x\nsource_profile = b\n",
        expect![[r#"
            [7] SourceCircle b
        "#]],
    );
}

#[test]
fn a_credentials_file_is_looked_at_by_itself() {
    check_both(
        "[profile dev]\nregion = eu-west-1\n",
        Some("[profile dev]\naws_access_key_id = x\nnonsense\n[ops]\nregion = a\n[profile dev]\n"),
        expect![[r#"
            [1] PrefixInCredentials profile dev
                ? Rename [dev]
                -1 [profile dev]
                +1 [dev]
            [3] ParseError(NoDelimiter)
                !
                -3 nonsense
                +3 # nonsense
            [6, 1] ParseError(DuplicateSection { first: 1 })
            [6] PrefixInCredentials profile dev
        "#]],
    );
    check_both(
        "",
        Some("{\"accessToken\": \"x\"}"),
        expect![[r#"
        [1] NotAConfig(Json)
    "#]],
    );
}

#[test]
fn a_region_without_identity_center_is_one_for_commands_only() {
    check(
        &format!("[profile a]\nsso_session = corp\n{ROLE}region = us-iso-east-1\n{CORP}"),
        expect![[""]],
    );
    check(
        "[sso-session a]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = us-iso-east-1\n[profile a]\nsso_session = a\nregion = aws-global\n",
        expect![[r#"
            [3] UnknownRegion sso_region, us-iso-east-1
            [4] NoRole a
        "#]],
    );
}

#[test]
fn a_login_command_goes_only_where_no_other_program_comes_to_count_then() {
    let login = "credential_process = aws sso login\n";
    let profile = format!("[profile a]\nsso_session = corp\n{ROLE}region = eu-west-1\n{login}");
    check(
        &format!("{profile}{CORP}"),
        expect![[r#"
        [6] LoginAsProcess a
            !
            -6 credential_process = aws sso login
    "#]],
    );
    check(
        &format!("{profile}{login}{CORP}"),
        expect![[r#"
        [7, 6] ParseError(DuplicateKey { first: 6 })
            !
            -7 credential_process = aws sso login
        [7] LoginAsProcess a
    "#]],
    );
    check(
        &format!("[DEFAULT]\ncredential_process = mine\n{profile}{CORP}"),
        expect![[r#"
        [8, 2] Contradiction a, credential_process
        [8] LoginAsProcess a
    "#]],
    );
}

#[test]
fn role_keys_move_only_where_every_setting_starts_its_line() {
    let users = "[profile a]\nsso_session = corp\nsso_account_id = 111122223333\nregion = x-1\n";
    check(
        &format!("{users}{CORP}sso_role_name = Dev\n"),
        expect![[r#"
        [4] UnknownRegion region, x-1
        [8] RoleKeyInSession corp, sso_role_name
            ? Apply
            +5 sso_role_name = Dev
            -8 sso_role_name = Dev
    "#]],
    );
    check(
        &format!("{users}{CORP}  sso_role_name = Dev\n"),
        expect![[r#"
        [1] SignInIncomplete a, sso_role_name
        [4] UnknownRegion region, x-1
        [8, 7] SettingInValue sso_role_name
            ? Apply
            -8   sso_role_name = Dev
            +8 sso_role_name = Dev
    "#]],
    );
    check(
        &format!("{CORP}sso_role_name = Dev\n  and = more\n{users}"),
        expect![[r#"
        [4] RoleKeyInSession corp, sso_role_name
        [9] UnknownRegion region, x-1
    "#]],
    );
    check(
        &format!("{CORP}sso_role_name = Dev\n"),
        expect![[r#"
        [1] SessionUnused corp
        [4] RoleKeyInSession corp, sso_role_name
    "#]],
    );
}

#[test]
fn a_key_moves_into_no_profile_whose_settings_are_indented() {
    check(
        &format!(
            "[profile a]\n  sso_account_id = 111122223333\nsso_session = corp\nregion = eu-west-1\n{CORP}sso_role_name = Dev\n"
        ),
        expect![[r#"
            [2] IndentedSettings
                !
                -2   sso_account_id = 111122223333
                +2 sso_account_id = 111122223333
            [8] RoleKeyInSession corp, sso_role_name
        "#]],
    );
}

#[test]
fn keys_of_ones_own_end_no_circle_that_begins_with_them() {
    check(
        "[profile a]\nrole_arn = arn:aws:iam::111122223333:role/x\nsource_profile = b\naws_access_key_id = x\n[profile b]\nrole_arn = arn:aws:iam::111122223333:role/x\nsource_profile = a\n",
        expect![[r#"
            [3, 7] SourceCircle a, b
        "#]],
    );
}
