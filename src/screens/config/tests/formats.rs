//! The three formats of a sign-in: chosen in "Set up" and merged, and converted here.

use super::*;

/// One role comes in this format, and is merged into this config.
#[track_caller]
fn merged(format: Format, config: &str, expect: Expect) {
    let mut page = Screen::pasted(config);
    page.send(admin(format));
    assert_eq!(page.state.pending_merge.entries.len(), 0);
    check(&page, expect);
}

/// The first group is converted to this format.
#[track_caller]
fn converted(config: &str, format: Format, expect: Expect) {
    let mut page = Screen::pasted(config);
    page.send(Msg::ConvertClicked(0, format));
    check(&page, expect);
    page.send(Msg::UndoClicked);
    assert_eq!(page.config(), config);
}

const MINE: &str = "# mine\n[profile a]\nregion = x\n";

#[test]
fn the_chosen_format_is_in_the_block_and_survives_the_merge() {
    merged(
        Format::SsoSession,
        MINE,
        expect![[r#"
        --- a/config
        +++ b/config
        @@ -1,3 +1,12 @@
         # mine
         [profile a]
         region = x
        +[profile Admin-000000000042]
        +sso_session = acme
        +sso_account_id = 000000000042
        +sso_role_name = Admin
        +region = eu-west-1
        +[sso-session acme]
        +sso_start_url = https://acme.awsapps.com/start
        +sso_region = eu-west-1
        +sso_registration_scopes = sso:account:access
    "#]],
    );
    merged(
        Format::Legacy,
        MINE,
        expect![[r#"
        --- a/config
        +++ b/config
        @@ -1,3 +1,9 @@
         # mine
         [profile a]
         region = x
        +[profile Admin-000000000042]
        +sso_start_url = https://acme.awsapps.com/start
        +sso_region = eu-west-1
        +sso_account_id = 000000000042
        +sso_role_name = Admin
        +region = eu-west-1
    "#]],
    );
    merged(
        Format::Both,
        MINE,
        expect![[r#"
        --- a/config
        +++ b/config
        @@ -1,3 +1,14 @@
         # mine
         [profile a]
         region = x
        +[profile Admin-000000000042]
        +sso_session = acme
        +sso_start_url = https://acme.awsapps.com/start
        +sso_region = eu-west-1
        +sso_account_id = 000000000042
        +sso_role_name = Admin
        +region = eu-west-1
        +[sso-session acme]
        +sso_start_url = https://acme.awsapps.com/start
        +sso_region = eu-west-1
        +sso_registration_scopes = sso:account:access
    "#]],
    );
}

#[test]
fn a_session_that_is_there_keeps_its_spelling_and_its_scopes() {
    let session = "[sso-session acme]\nsso_start_url = https://acme.awsapps.com/start/#/\nsso_region = eu-west-1\nsso_registration_scopes = sso:account:access, a:b\n";
    merged(
        Format::Both,
        session,
        expect![[r#"
        --- a/config
        +++ b/config
        @@ -2,3 +2,10 @@
         sso_start_url = https://acme.awsapps.com/start/#/
         sso_region = eu-west-1
         sso_registration_scopes = sso:account:access, a:b
        +[profile Admin-000000000042]
        +sso_session = acme
        +sso_start_url = https://acme.awsapps.com/start/#/
        +sso_region = eu-west-1
        +sso_account_id = 000000000042
        +sso_role_name = Admin
        +region = eu-west-1
    "#]],
    );
}

#[test]
fn a_profile_of_that_name_takes_the_new_format() {
    let legacy = "[profile Admin-000000000042]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n# mine\nsso_account_id = 000000000042\nsso_role_name = Admin\n";
    let mut page = Screen::pasted(legacy);
    page.send(admin(Format::SsoSession));
    assert_eq!(page.state.pending_merge.conflicts.len(), 1);
    page.send(Msg::MergeClicked);
    check(
        &page,
        expect![[r#"
        --- a/config
        +++ b/config
        @@ -1,6 +1,10 @@
         [profile Admin-000000000042]
        -sso_start_url = https://acme.awsapps.com/start
        -sso_region = eu-west-1
         # mine
         sso_account_id = 000000000042
         sso_role_name = Admin
        +sso_session = acme
        +region = eu-west-1
        +[sso-session acme]
        +sso_start_url = https://acme.awsapps.com/start
        +sso_region = eu-west-1
        +sso_registration_scopes = sso:account:access
    "#]],
    );
}

#[test]
fn a_sessions_profiles_become_legacy_or_both_in_one_step() {
    let config = format!(
        "[profile a]\n# mine\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Dev\ncli_pager =\n{CORP}"
    );
    converted(
        &config,
        Format::Legacy,
        expect![[r#"
        --- a/config
        +++ b/config
        @@ -1,6 +1,7 @@
         [profile a]
         # mine
        -sso_session = corp
        +sso_start_url = https://acme.awsapps.com/start
        +sso_region = eu-west-1
         sso_account_id = 111122223333
         sso_role_name = Dev
         cli_pager =
    "#]],
    );
    converted(
        &config,
        Format::Both,
        expect![[r#"
        --- a/config
        +++ b/config
        @@ -1,6 +1,8 @@
         [profile a]
         # mine
         sso_session = corp
        +sso_start_url = https://acme.awsapps.com/start
        +sso_region = eu-west-1
         sso_account_id = 111122223333
         sso_role_name = Dev
         cli_pager =
    "#]],
    );
}

#[test]
fn legacy_profiles_become_both_with_a_session_of_their_own() {
    let config = "[profile a]\nsso_region = eu-west-1\nsso_start_url = https://acme.awsapps.com/start/\nsso_account_id = 111122223333\nsso_role_name = Dev\n";
    converted(
        config,
        Format::Both,
        expect![[r#"
        --- a/config
        +++ b/config
        @@ -1,5 +1,10 @@
         [profile a]
        +sso_session = acme
         sso_region = eu-west-1
         sso_start_url = https://acme.awsapps.com/start/
         sso_account_id = 111122223333
         sso_role_name = Dev
        +[sso-session acme]
        +sso_start_url = https://acme.awsapps.com/start/
        +sso_region = eu-west-1
        +sso_registration_scopes = sso:account:access
    "#]],
    );
}

#[test]
fn what_has_a_format_already_is_no_step() {
    let mut page = Screen::pasted(CORP);
    page.send(Msg::ConvertClicked(0, Format::SsoSession));
    page.send(Msg::ConvertClicked(7, Format::SsoSession));
    assert!(!page.state.history.can_undo());
}
