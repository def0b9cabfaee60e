//! Step three: the format of the sign-in, and what follows from it.

use super::listed;
use crate::app::event::ChoiceEvent;
use crate::app::testing::{Page, key};
use crate::ui::tests::check;
use expect_test::{Expect, expect};
use onramp_domain::entry::Format;

fn with_format(page: &mut Page, format: Format) {
    page.choose(ChoiceEvent::FormatChosen(format));
}

/// The block and how to log in, with one role chosen.
#[track_caller]
fn check_one(format: Format, expect: Expect) {
    let mut page = listed();
    with_format(&mut page, format);
    page.choose(ChoiceEvent::RoleToggled(key("000000000042", "Admin")));
    check(page, |page| page.region("Config block") + &page.region("Log in"), expect);
}

/// How to log in, with all roles chosen.
#[track_caller]
fn check_all(format: Format, expect: Expect) {
    let mut page = listed();
    with_format(&mut page, format);
    page.choose(ChoiceEvent::AllShownToggled);
    check(page, |page| page.region("Log in"), expect);
}

#[test]
fn the_block_is_written_in_the_chosen_format() {
    check_one(
        Format::Legacy,
        expect![[r#"
        region "Config block"
          heading "Config block"
          button "Copy config block"
          link "Merge into my config"
          button "Download"
          1 profile
          button "Copy block"
          code
            | [profile Admin-000000000042]
            | sso_start_url = https://acme.awsapps.com/start
            | sso_region = eu-west-1
            | sso_account_id = 000000000042
            | sso_role_name = Admin
            | region = eu-west-1
          Put this at the end of ~/.aws/config (on Windows %USERPROFILE%\.aws\config). The file may not exist yet: then create it with just this.
        region "Log in"
          heading "Log in"
          once, and again when the session has ended
          code
            | aws sso login --profile Admin-000000000042
          button "Copy"
    "#]],
    );
    check_one(
        Format::Both,
        expect![[r#"
        region "Config block"
          heading "Config block"
          button "Copy config block"
          link "Merge into my config"
          button "Download"
          1 profile
          button "Copy block"
          code
            | [profile Admin-000000000042]
            | sso_session = acme
            | sso_start_url = https://acme.awsapps.com/start
            | sso_region = eu-west-1
            | sso_account_id = 000000000042
            | sso_role_name = Admin
            | region = eu-west-1
            | [sso-session acme]
            | sso_start_url = https://acme.awsapps.com/start
            | sso_region = eu-west-1
            | sso_registration_scopes = sso:account:access
          Put this at the end of ~/.aws/config (on Windows %USERPROFILE%\.aws\config). The file may not exist yet: then create it with just this.
        region "Log in"
          heading "Log in"
          once, and again when the session has ended
          code
            | aws sso login --profile Admin-000000000042
          button "Copy"
    "#]],
    );
}

#[test]
fn one_login_is_for_a_session_by_its_name_and_without_one_for_any_profile() {
    check_all(
        Format::SsoSession,
        expect![[r#"
        region "Log in"
          heading "Log in"
          once, and again when the session has ended
          code
            | aws sso login --sso-session acme
          button "Copy"
    "#]],
    );
    check_all(
        Format::Legacy,
        expect![[r#"
        region "Log in"
          heading "Log in"
          once, and again when the session has ended
          code
            | aws sso login --profile Admin-000000000042
          button "Copy"
    "#]],
    );
    check_all(
        Format::Both,
        expect![[r#"
        region "Log in"
          heading "Log in"
          once, and again when the session has ended
          code
            | aws sso login --sso-session acme
          button "Copy"
    "#]],
    );
}
