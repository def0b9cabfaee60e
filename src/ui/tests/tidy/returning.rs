//! "What changed": while the lists come, when they are there, and before anybody is signed in.

use super::{pasted, tidy};
use crate::app::event::{ChoiceEvent, Event, ReturningEvent, TidyEvent};
use crate::app::route::Route;
use crate::app::setup::choice::NamingField;
use crate::app::testing::{Page, TWO};
use crate::app::tidy::config_text::ConfigText;
use crate::ui::tests::check;
use expect_test::expect;

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

/// Signed in, with this config, before anything is listed.
fn signed_in(config: &str) -> Page {
    let mut page = Page::signed_in();
    page.send(Event::AddressChanged(Route::parse("", "#/config")));
    tidy(&mut page, TidyEvent::ConfigPasted(ConfigText::new(config)));
    page
}

fn back(config: &str) -> Page {
    let mut page = signed_in(config);
    page.list(TWO);
    page
}

fn tick(page: &mut Page, event: ReturningEvent) {
    tidy(page, TidyEvent::Returning(event));
}

#[test]
fn nobody_is_signed_in() {
    check(
        pasted(CONFIG),
        |page| page.all("link"),
        expect![[r#"
        link "Skip to the content"
        link "Onramp"
        link "Set up"
        link "Check a token"
        link "Tidy my config" (current page)
        link "Sign in to see what changed"
        link "Help"
    "#]],
    );
}

#[test]
fn the_lists_are_coming() {
    check(
        signed_in(CONFIG),
        |page| page.region("What changed"),
        expect![[r#"
        region "What changed"
          heading "What changed"
          Your accounts are being listed. Then you see here what changed since this config was written.
    "#]],
    );
}

#[test]
fn roles_and_profiles_are_ticked_and_counted() {
    let mut page = back(CONFIG);
    tick(&mut page, ReturningEvent::NewToggled(0));
    tick(&mut page, ReturningEvent::AllGoneToggled);
    check(
        page,
        |page| page.region("What changed"),
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
              Nothing is added or removed but what you tick, and you see every line before you copy it.
              1 to add, 2 to remove
              button "Update my config"
        "#]],
    );
}

#[test]
fn what_was_done_is_said() {
    let mut page = back(CONFIG);
    tick(&mut page, ReturningEvent::AllNewToggled);
    tick(&mut page, ReturningEvent::AllGoneToggled);
    tidy(&mut page, TidyEvent::UpdateClicked);
    check(
        page,
        |page| page.region("What changed") + &page.all("status"),
        expect![[r#"
        region "What changed"
          heading "What changed"
          Nothing: every role that you have there has its profile, and every profile its role.
        status: Added 2 profiles, removed 2. 0 remarks.
    "#]],
    );
}

#[test]
fn an_account_that_was_renamed_and_profiles_in_doubt_are_said() {
    let config = CONFIG
        .replace("profile dev", "profile former-Dev")
        .replace("profile old", "profile former-Old")
        + "[profile alpha-Admin]\nsso_session = corp\nsso_account_id = 000000000042\nsso_role_name = Admin\n";
    let mut page = signed_in(&config);
    let template = "{account_name|slug}-{role_name}".to_owned();
    page.choose(ChoiceEvent::NamingEntered(NamingField::Template, template));
    page.list_but(TWO, "111111111111");
    check(
        page,
        |page| page.region("What changed"),
        expect![[r#"
            region "What changed"
              heading "What changed"
              heading "1 profile has lost its role"
              listitem: checkbox "Remove left: account 999999999999 is no longer yours · line 9"
              Beta (111111111111) seems to have been called former. Its profiles keep their names, since you and your scripts know them by these.
              Of 2 profiles nothing can be said: AWS did not list their accounts or roles.
              button "List the missing ones again"
              Nothing is added or removed but what you tick, and you see every line before you copy it.
              0 to add, 0 to remove
              button "Update my config" (disabled)
        "#]],
    );
}
