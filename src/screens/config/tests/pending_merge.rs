//! Profiles that "Set up" sent, on their way into a config.

use super::*;

#[test]
fn chosen_profiles_wait_for_a_config_and_are_merged_into_it() {
    let mut page = Screen::open();
    page.send(admin(Format::SsoSession));
    assert_eq!(page.state.pending_merge.entries.len(), 1);
    page.send(pasted("[profile a]\nregion = x\n"));
    check(
        &page,
        expect![[r#"
        --- a/config
        +++ b/config
        @@ -1,2 +1,11 @@
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
    assert!(page.state.pending_merge.entries.is_empty());
    page.send(Msg::UndoClicked);
    check(
        &page,
        expect![[r#"
        no change
    "#]],
    );
}

#[test]
fn a_config_that_is_there_takes_them_at_once() {
    let mut page = Screen::open();
    page.send(pasted("[profile a]\nregion = x\n"));
    page.send(admin(Format::SsoSession));
    assert!(page.config().contains("[profile Admin-000000000042]"));
}

#[test]
fn a_name_that_is_taken_is_asked_about_before_anything_changes() {
    let taken = "[profile Admin-000000000042]\nrole_arn = x\n[sso-session acme]\nsso_start_url = https://other.awsapps.com/start\nsso_region = eu-west-1\n";
    let mut page = Screen::open();
    page.send(admin(Format::SsoSession));
    page.send(pasted(taken));
    check(
        &page,
        expect![[r#"
        no change
    "#]],
    );
    assert_eq!(page.state.pending_merge.conflicts.len(), 2);
    page.send(Msg::RenameClicked(0));
    assert_eq!(page.state.pending_merge.conflicts.len(), 1);
    page.send(Msg::RenameAllClicked);
    assert!(page.state.pending_merge.entries.is_empty());
    page.send(Msg::MergeClicked);
    check(
        &page,
        expect![[r#"
        --- a/config
        +++ b/config
        @@ -3,3 +3,12 @@
         [sso-session acme]
         sso_start_url = https://other.awsapps.com/start
         sso_region = eu-west-1
        +[profile Admin-000000000042-000000000042]
        +sso_session = acme-2
        +sso_account_id = 000000000042
        +sso_role_name = Admin
        +region = eu-west-1
        +[sso-session acme-2]
        +sso_start_url = https://acme.awsapps.com/start
        +sso_region = eu-west-1
        +sso_registration_scopes = sso:account:access
    "#]],
    );
}

#[test]
fn nothing_is_merged_into_what_is_no_config() {
    let mut page = Screen::open();
    page.send(admin(Format::SsoSession));
    page.send(pasted("{\"accessToken\": 1}"));
    check(
        &page,
        expect![[r#"
        no change
    "#]],
    );
    page.send(Msg::DontMergeClicked);
    assert!(page.state.pending_merge.entries.is_empty());
}

#[test]
fn what_is_there_already_is_said_to_be() {
    let mut page = Screen::pasted("[profile a]\nregion = x\n");
    page.send(admin(Format::SsoSession));
    page.send(admin(Format::SsoSession));
    assert_eq!(page.state.not_taken, Some(NotTaken::AlreadyThere));
    assert!(crate::testing::draw(page.html()).contains("Your config has these profiles already"));
    let config = page.config();
    let mut page = Screen::open();
    page.send(admin(Format::SsoSession));
    page.send(pasted(config));
    assert_eq!(page.state.not_taken, Some(NotTaken::AlreadyThere));
    page.send(Msg::RemoveClicked("a".into()));
    assert_eq!(page.state.not_taken, None);
}
