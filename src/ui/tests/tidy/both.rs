//! The credentials file beside the config: who has keys in it, what changes, and no key on the screen.

use super::*;

const CONFIG: &str = "[profile dev]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Dev\n[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n";

const KEYS: &str = "[dev]\naws_access_key_id = AKIASECRETSECRET\naws_secret_access_key = SECRET\n[ops]\nSECRET\n# SECRET=\naws_session_token = SECRET\n";

fn both() -> Page {
    let mut page = pasted(CONFIG);
    tidy(&mut page, TidyEvent::ConfigPasted(ConfigText::new(KEYS)));
    page
}

#[test]
fn who_has_keys_is_listed_and_can_be_removed() {
    check(
        both(),
        |page| page.region("Your credentials"),
        expect![[r#"
        region "Your credentials"
          heading "Your credentials"
          button "Leave out credentials"
          This is your ~/.aws/credentials. Its keys are not shown; copying and downloading carry them, and nothing leaves this page.
          listitem
            dev long-lived keys · line 1
            button "Remove dev from credentials"
          listitem
            ops keys that end by themselves · line 4
            button "Remove ops"
    "#]],
    );
}

#[test]
fn a_pasted_credentials_file_without_a_config_may_be_one() {
    check(
        pasted(KEYS),
        |page| page.region("Your credentials"),
        expect![[r#"
        region "Your credentials"
          heading "Your credentials"
          button "Leave out credentials"
          This is your ~/.aws/credentials. Its keys are not shown; copying and downloading carry them, and nothing leaves this page.
          It has keys under plain names, so it was taken for ~/.aws/credentials. Add your ~/.aws/config above, to see both together.
          button "It is my config"
          listitem
            dev long-lived keys · line 1
            button "Remove dev"
          listitem
            ops keys that end by themselves · line 4
            button "Remove ops"
    "#]],
    );
}

#[test]
fn what_is_said_about_both_names_the_file() {
    check(
        both(),
        |page| page.region("Remarks"),
        expect![[r#"
        region "Remarks"
          heading "Remarks"
          2 remarks
          alert
            heading "The AWS CLI can't read your credentials file"
            As it is, every command fails, whatever profile it uses. What it stumbles over comes first below.
          listitem
            Stops the CLI
            heading "A line is no setting"
            There is no = in it. The fix makes a comment of it, so that nothing is lost.
            credentials, line 5
            …
            button "Fix it: A line is no setting"
          listitem
            Worth a look
            heading "dev has long-lived keys in ~/.aws/credentials"
            Tools may use those in place of the sign-in. Deactivate them at AWS, then remove them.
            credentials, line 1
            [dev]
            credentials, line 2
            aws_access_key_id = …CRET
            button "Remove the keys of dev"
    "#]],
    );
}

#[test]
fn what_all_fixes_leave_is_said_to_need_a_look() {
    let mut page = both();
    tidy(&mut page, TidyEvent::FixAllClicked);
    check(
        page,
        |page| page.region("Remarks"),
        expect![[r#"
        region "Remarks"
          heading "Remarks"
          1 remark
          What is left has no fix that is certain: it needs a look of yours.
          listitem
            Worth a look
            heading "dev has long-lived keys in ~/.aws/credentials"
            Tools may use those in place of the sign-in. Deactivate them at AWS, then remove them.
            credentials, line 1
            [dev]
            credentials, line 2
            aws_access_key_id = …CRET
            button "Remove the keys of dev"
    "#]],
    );
}

#[test]
fn the_change_and_the_new_text_are_shown_without_keys() {
    let changed = || {
        let mut page = both();
        tidy(&mut page, TidyEvent::RemoveClicked("dev".into()));
        page
    };
    check(
        changed(),
        |page| page.region("Profiles"),
        expect![[r#"
        region "Profiles"
          heading "Profiles"
          0 profiles
          dev is out of both files.
          There is no profile in it.
    "#]],
    );
    check(
        changed(),
        |page| page.region("Changes to credentials"),
        expect![[r#"
        region "Changes to credentials"
          heading "Changes to credentials"
          group "Lines of credentials that go and come"
            1 − [dev]
            2 − aws_access_key_id = …CRET
            3 − aws_secret_access_key = …
            4 1 [ops]
            5 2 …
            6 3 # …
          0 lines added, 3 removed
    "#]],
    );
    check(
        changed(),
        |page| page.region("New credentials"),
        expect![[r#"
        region "New credentials"
          heading "New credentials"
          button "Copy new credentials"
          button "Download credentials"
          code
            | [ops]
            | …
            | # …
            | aws_session_token = …
          Put it in place of all that is in ~/.aws/credentials. Where … stands here, the copy has the key itself, and every line you did not change is as it was.
    "#]],
    );
}

#[test]
fn no_key_is_drawn_whatever_is_done() {
    let mut page = both();
    assert!(!draw(page).contains("SECRET"));
    for event in [
        TidyEvent::FixAllClicked,
        TidyEvent::RemoveClicked("dev".into()),
        TidyEvent::RemoveKeysClicked("ops".into()),
    ] {
        page = both();
        tidy(&mut page, event);
        assert!(!draw(page).contains("SECRET"));
    }
}
