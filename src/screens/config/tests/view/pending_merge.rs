//! "Ready to merge": before a config is there, and with names that are taken.

use super::*;

#[test]
fn a_pending_merge_says_what_is_in_its_way() {
    let mut page = Screen::open();
    page.send(admin(Format::SsoSession));
    let taken = "[profile Admin-000000000042]\nsso_session = acme\nsso_account_id = 111122223333\nsso_role_name = Dev\n[sso-session acme]\nsso_start_url = https://other.awsapps.com/start\nsso_region = eu-west-1\n";
    page.send(pasted(taken));
    region(
        page,
        "Ready to merge",
        expect![[r#"
            region "Ready to merge"
              heading "1 profile ready to merge"
              alert: Nothing has changed yet, because some names are taken. Merge with free names, or let the new profiles replace what's there.
              listitem
                There's already a profile Admin-000000000042 on line 1: Dev in 111122223333. Replacing it changes sso_account_id from 111122223333 to 000000000042, sso_role_name from Dev to Admin.
                button "Use Admin-000000000042-000000000042"
              listitem
                There's already another session acme on line 5. Replacing it changes sso_start_url from https://other.awsapps.com/start to https://acme.awsapps.com/start.
                button "Use acme-2"
              button "Merge with free names"
              button "Merge and replace"
              button "Don't merge"
        "#]],
    );
}

#[test]
fn a_pending_merge_says_where_to_paste_a_config() {
    let mut page = Screen::open();
    page.send(admin(Format::SsoSession));
    region(
        page,
        "Ready to merge",
        expect![[r#"
            region "Ready to merge"
              heading "1 profile ready to merge"
              Paste your config below. They go in as soon as it's there, and you see every line before you copy anything. No config yet? Then the block from “Set up” is all you need.
              button "Don't merge"
        "#]],
    );
}
