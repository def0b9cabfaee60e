//! The credentials file beside the config: who has keys in it, what changes, and no key on the screen.

use super::*;

const CONFIG: &str = "[profile dev]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Dev\n[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n";

const KEYS: &str = "[dev]\naws_access_key_id = AKIASECRETSECRET\naws_secret_access_key = SECRET\n[ops]\nSECRET\n# SECRET=\naws_session_token = SECRET\n";

fn both() -> Screen {
    let mut page = Screen::pasted(CONFIG);
    page.send(pasted(KEYS));
    page
}

#[test]
fn who_has_keys_is_listed_and_can_be_removed() {
    region(
        both(),
        "Your credentials",
        expect![[r#"
            region "Your credentials"
              heading "Your credentials"
              button "Leave out credentials"
              This is your ~/.aws/credentials. We don't show its keys. Copy and Download include them, and nothing leaves this page.
              listitem
                dev long-lived keys · line 1
                button "Remove dev from credentials"
              listitem
                ops temporary keys · line 4
                button "Remove ops"
        "#]],
    );
}

#[test]
fn a_pasted_credentials_file_without_a_config_may_be_one() {
    region(
        Screen::pasted(KEYS),
        "Your credentials",
        expect![[r#"
            region "Your credentials"
              heading "Your credentials"
              button "Leave out credentials"
              This is your ~/.aws/credentials. We don't show its keys. Copy and Download include them, and nothing leaves this page.
              It has keys under plain names, so we took it for ~/.aws/credentials. Add your ~/.aws/config to see both together.
              button "It's my config"
              listitem
                dev long-lived keys · line 1
                button "Remove dev"
              listitem
                ops temporary keys · line 4
                button "Remove ops"
        "#]],
    );
}

#[test]
fn what_is_said_about_both_names_the_file() {
    region(
        both(),
        "Problems",
        expect![[r#"
            region "Problems"
              heading "Problems 3 left"
              button "Fix 1 safe ones"
              listitem
                heading "A line without “=” breaks every command"
                The CLI can't read it. As a comment it stays in the file, so you lose nothing.
                credentials, line 5 …
                button "Fix: A line without “=”"
              listitem
                heading "dev has no region"
                Commands will ask for one, unless AWS_REGION is set. sso_region is only where you sign in, and nothing comes from [default].
                line 1 [profile dev]
              listitem
                heading "dev has access keys in ~/.aws/credentials"
                Tools may use those instead of the sign-in. Remove them; deactivate long-lived ones (AKIA…) at AWS first.
                credentials, line 1 [dev] credentials, line 2 aws_access_key_id = …CRET
                button "Remove the keys of dev"
        "#]],
    );
}

#[test]
fn what_all_fixes_leave_is_said_to_need_a_look() {
    let mut page = both();
    page.send(Msg::FixSafeClicked);
    region(
        page,
        "Problems",
        expect![[r#"
            region "Problems"
              heading "Problems 2 left"
              These need your decision.
              listitem
                heading "dev has no region"
                Commands will ask for one, unless AWS_REGION is set. sso_region is only where you sign in, and nothing comes from [default].
                line 1 [profile dev]
              listitem
                heading "dev has access keys in ~/.aws/credentials"
                Tools may use those instead of the sign-in. Remove them; deactivate long-lived ones (AKIA…) at AWS first.
                credentials, line 1 [dev] credentials, line 2 aws_access_key_id = …CRET
                button "Remove the keys of dev"
        "#]],
    );
}

#[test]
fn the_change_and_the_new_text_are_shown_without_keys() {
    let changed = || {
        let mut page = both();
        page.send(Msg::RemoveClicked("dev".into()));
        page
    };
    region(
        changed(),
        "Profiles",
        expect![[r#"
            region "Profiles"
              heading "Profiles 0"
              link "Add from AWS"
              dev is out of both files.
              There are no profiles in it.
        "#]],
    );
    region(
        changed(),
        "Changes to credentials",
        expect![[r#"
            region "Changes to credentials"
              heading "Changes to credentials"
              0 lines added 3 lines removed
              group "Changed lines of credentials"
                1 − [dev]
                2 − aws_access_key_id = …CRET
                3 − aws_secret_access_key = …
                1 [ops]
                2 …
                3 # …
        "#]],
    );
    region(
        changed(),
        "New credentials",
        expect![[r#"
            region "New credentials"
              ~/.aws/credentials
              4 lines
              button "Copy new credentials"
              button "Download credentials"
              code
                | [ops]
                | …
                | # …
                | aws_session_token = …
        "#]],
    );
}

#[test]
fn no_key_is_drawn_whatever_is_done() {
    let mut page = both();
    assert!(!draw(page.html()).contains("SECRET"));
    for event in [
        Msg::FixSafeClicked,
        Msg::RemoveClicked("dev".into()),
        Msg::RemoveKeysClicked("ops".into()),
    ] {
        page = both();
        page.send(event);
        assert!(!draw(page.html()).contains("SECRET"));
    }
}
