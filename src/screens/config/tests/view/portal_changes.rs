//! "What changed": while the lists come, when they are there, and before anybody is signed in.

use super::super::portal_changes::company;
use super::*;

const CONFIG: &str = "\
[profile dev]
sso_session = corp
sso_account_id = 111111111111
sso_role_name = Dev
[profile old]
sso_session = corp
sso_account_id = 111111111111
sso_role_name = Old
[profile left]
sso_session = corp
sso_account_id = 999999999999
sso_role_name = Admin
[sso-session corp]
sso_start_url = https://acme.awsapps.com/start
sso_region = eu-west-1
";

#[test]
fn nobody_is_signed_in() {
    check(
        Screen::pasted(CONFIG),
        |page| page.all("link"),
        expect![[r#"
            link "Add from AWS"
            link "Sign in to see what changed"
        "#]],
    );
}

#[test]
fn the_lists_are_coming() {
    check(
        {
            let mut page = Screen::pasted(CONFIG);
            page.is_listing();
            page
        },
        |page| page.region("What changed"),
        expect![[r#"
            region "What changed"
              heading "What changed"
              We're listing your accounts. Then you see here what changed since this config was written.
        "#]],
    );
}

#[test]
fn roles_and_profiles_are_ticked_and_counted() {
    let mut page = Screen::back_with(CONFIG);
    page.ticks_new(0..1);
    page.ticks_gone(0..2);
    region(
        page,
        "What changed",
        expect![[r#"
            region "What changed"
              heading "What changed"
              heading "2 roles are new"
              checkbox "Add all new roles"
              listitem: checkbox "Add Admin in Beta (111111111111)" (checked)
              listitem: checkbox "Add Admin in alpha (000000000042)"
              heading "2 profiles have lost their role"
              checkbox "Remove all of these profiles" (checked)
              listitem: checkbox "Remove old: Old in 111111111111 is no longer yours · line 5" (checked)
              listitem: checkbox "Remove left: account 999999999999 is no longer yours · line 9" (checked)
              Only what you tick is added or removed, and you see every line before you copy it.
              button "Update my config"
              1 to add, 2 to remove
        "#]],
    );
}

#[test]
fn what_the_company_says_of_a_new_role_is_said() {
    let mut page = Screen::open();
    page.shared.host = company();
    page.send(pasted(CONFIG));
    page.lists_but("");
    region(
        page,
        "What changed",
        expect![[r#"
            region "What changed"
              heading "What changed"
              heading "2 roles are new"
              checkbox "Add all new roles"
              listitem
                checkbox "Add Admin in Beta (111111111111)"
                recommended
              listitem
                checkbox "Add Admin in alpha (000000000042)"
                recommended careful
              heading "2 profiles have lost their role"
              checkbox "Remove all of these profiles"
              listitem: checkbox "Remove old: Old in 111111111111 is no longer yours · line 5"
              listitem: checkbox "Remove left: account 999999999999 is no longer yours · line 9"
              Only what you tick is added or removed, and you see every line before you copy it.
              button "Update my config" (disabled)
              0 to add, 0 to remove
        "#]],
    );
}

#[test]
fn what_was_done_is_said() {
    let mut page = Screen::back_with(CONFIG);
    page.ticks_new(0..2);
    page.ticks_gone(0..2);
    page.send(Msg::UpdateClicked);
    region(
        page,
        "What changed",
        expect![[r#"
            region "What changed"
              heading "What changed"
              Nothing: every role you have there has its profile, and every profile its role.
        "#]],
    );
}

#[test]
fn profiles_in_doubt_are_said() {
    let mut page = Screen::pasted(&[CONFIG, "[profile alpha-Admin]\nsso_session = corp\nsso_account_id = 000000000042\nsso_role_name = Admin\n"].concat());
    page.lists_but("111111111111");
    region(
        page,
        "What changed",
        expect![[r#"
        region "What changed"
          heading "What changed"
          heading "1 profile has lost its role"
          listitem: checkbox "Remove left: account 999999999999 is no longer yours · line 9"
          We can't tell about 2 profiles: AWS didn't list their accounts or roles.
          button "List the missing ones again"
          Only what you tick is added or removed, and you see every line before you copy it.
          button "Update my config" (disabled)
          0 to add, 0 to remove
    "#]],
    );
}
