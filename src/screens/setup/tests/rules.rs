//! Step three by the company's rules.

use super::check;
use crate::app::Msg as AppMsg;
use crate::screens::setup::msg::{ChooseMsg, Msg};
use crate::testing::Page;
use crate::testing::setup::{Given, key};
use expect_test::{Expect, expect};
use onramp_domain::Region;

const ACCOUNTS: &[Given<'_>] = &[
    ("111111111111", "Acme Production", &["AdministratorAccess", "ReadOnlyAccess"]),
    ("222222222222", "Acme Sandbox", &["AdministratorAccess", "Audit", "ReadOnlyAccess"]),
    ("333333333333", "Log archive", &["Audit"]),
];

const RULES: &str = r#"{"name": "Acme", "rules": [
    {"role": "Audit", "hidden": true},
    {"role": "ReadOnly*", "preselected": true, "recommended": true, "name": "{account_name|slug}-look"},
    {"account": "*production*", "warning": "This is production.", "region": "eu-north-1", "output": "table",
     "properties": {"cli_pager": ""}}
]}"#;

fn rules_come(page: &mut Page) {
    let config = serde_json::from_str(RULES).unwrap();
    page.send(AppMsg::HostConfigFetched(Ok(Some(Box::new(config)))));
}

/// Signed in at a company with these rules.
fn signed_in(hash: &str) -> Page {
    let mut page = Page::open(hash);
    rules_come(&mut page);
    page.sign_in();
    page.register();
    page.authorize();
    page.approve();
    page
}

fn listed() -> Page {
    let mut page = signed_in("");
    page.list(ACCOUNTS);
    page
}

#[track_caller]
fn check_block(page: &Page, expect: Expect) {
    let block = page.block();
    let profiles = block.lines().filter(|line| !line.starts_with("sso_"));
    expect.assert_eq(&profiles.collect::<Vec<_>>().join("\n"));
}

#[test]
fn rules_choose_hide_recommend_and_warn() {
    check(
        &listed(),
        |page| page.region("Accounts and roles") + &page.region("2 profiles"),
        expect![[r#"
            region "Accounts and roles"
              searchbox "Filter accounts and roles" = ""
              group "Everywhere"
                button "ReadOnlyAccess 2"
                button "AdministratorAccess 2"
              checkbox "Select all shown"
              2 of 4 chosen
              button "Clear"
              group "Roles by account"
                heading "Acme Production"
                111111111111
                button "Select all roles in Acme Production"
                checkbox "AdministratorAccess in Acme Production (111111111111)"
                full access
                careful
                link "Open AdministratorAccess in Acme Production in the console"
                checkbox "ReadOnlyAccess in Acme Production (111111111111)" (checked)
                recommended
                careful
                button "Edit acme-production-look"
                link "Open ReadOnlyAccess in Acme Production in the console"
                heading "Acme Sandbox"
                222222222222
                button "Select all roles in Acme Sandbox"
                checkbox "AdministratorAccess in Acme Sandbox (222222222222)"
                full access
                link "Open AdministratorAccess in Acme Sandbox in the console"
                checkbox "ReadOnlyAccess in Acme Sandbox (222222222222)" (checked)
                recommended
                button "Edit acme-sandbox-look"
                link "Open ReadOnlyAccess in Acme Sandbox in the console"
              2 roles are hidden by Acme.
              button "Show"
            region "2 profiles"
              heading "2 profiles"
              one sign-in for all
              listitem
                acme-production-look
                ReadOnlyAccess in Acme Production
                button "Edit acme-production-look"
                button "Remove acme-production-look"
              listitem
                acme-sandbox-look
                ReadOnlyAccess in Acme Sandbox
                button "Edit acme-sandbox-look"
                button "Remove acme-sandbox-look"
              This is production. For 1 profile.
              textbox "Profile name template" = "{role_name}-{account_id}"
              combobox "Default region" = "Europe (Ireland) eu-west-1"
              combobox "Output format" = "Not set (json)"
              combobox "Format" = "Session"
              group
                button "What do these mean?"
                You can use {account_name} {account_id} {account_email} {role_name} {session}, each with |lower, |slug, |short or |without:AWS behind its name.
                term: Session
                definition: One sign-in for all profiles, which the CLI renews by itself. Right for nearly everyone: AWS CLI 2.9 and newer, AWS's current SDKs, Terraform 1.6 and newer.
                term: Legacy
                definition: Start URL and region in every profile, for older programs that don't find your sign-in otherwise: AWS CLI 2 before 2.9, Terraform's S3 backend up to 1.5, and anything built on AWS's SDK for Go 1 before 1.44.298 (July 2023), such as old Session Manager plugins. The sign-in isn't renewed, so log in again when it ends.
                term: Both
                definition: Old and new tools side by side, where the old ones read the start URL from the profile and sign in themselves. AWS's SDK for Rust refuses such a profile. Older programs that use the CLI's sign-in need Legacy.
              button "Continue"
              button "Save as bookmarks"
        "#]],
    );
}

#[test]
fn a_profile_is_written_by_the_rules_and_the_persons_own_word_counts_more() {
    let mut page = listed();
    check_block(
        &page,
        expect![[r#"
        [profile acme-production-look]
        region = eu-north-1
        output = table
        cli_pager = 
        [sso-session acme]
        [profile acme-sandbox-look]
        region = eu-west-1"#]],
    );
    let production = || key("111111111111", "ReadOnlyAccess");
    page.choose(ChooseMsg::OwnNameEntered(production(), "prod".to_owned()));
    page.choose(ChooseMsg::OwnRegionChosen(production(), Region::parse("us-east-1").ok()));
    check_block(
        &page,
        expect![[r#"
        [profile prod]
        region = us-east-1
        output = table
        cli_pager = 
        [sso-session acme]
        [profile acme-sandbox-look]
        region = eu-west-1"#]],
    );
}

#[test]
fn what_a_person_left_stays_left() {
    let mut page = listed();
    page.toggle("111111111111", "ReadOnlyAccess");
    page.choose(ChooseMsg::ListAgainClicked);
    page.list(ACCOUNTS);
    assert_eq!(
        page.model.setup.choose.selection.sole(),
        Some(&key("222222222222", "ReadOnlyAccess"))
    );
    let mut page = signed_in("");
    page.choose(ChooseMsg::ClearClicked);
    page.list(ACCOUNTS);
    assert_eq!(page.model.setup.choose.selection.len(), 0);
}

#[test]
fn rules_that_come_after_the_list_preselect_where_nobody_has_chosen_yet() {
    let after = |press: Option<ChooseMsg>| {
        let mut page = Page::signed_in();
        page.list(ACCOUNTS);
        if let Some(press) = press {
            page.choose(press);
        }
        rules_come(&mut page);
        page.model.setup.choose.selection.len()
    };
    assert_eq!(after(None), 2);
    assert_eq!(after(Some(ChooseMsg::RoleToggled(key("333333333333", "Audit")))), 1);
    assert_eq!(after(Some(ChooseMsg::ClearClicked)), 0);
}

#[test]
fn what_is_hidden_can_be_shown_and_is_where_a_link_asks_for_it() {
    let mut page = listed();
    assert_eq!(page.model.setup.choose.rows.roles, 4);
    page.choose(ChooseMsg::ShowHiddenClicked);
    assert_eq!(page.model.setup.choose.rows.roles, 6);
    assert_eq!(page.model.setup.choose.selection.len(), 2);
    let mut page = signed_in("#/setup?account=333333333333");
    page.list(ACCOUNTS);
    assert!(page.model.setup.choose.selection.contains(&key("333333333333", "Audit")));
}

#[test]
fn what_a_link_asks_for_in_vain_is_said() {
    for (query, says) in [
        (
            "account=999999999999",
            expect![[r#"
            alert: Your link asks for account 999999999999, which isn't assigned to you. Choose something else here, or ask whoever sent the link.
        "#]],
        ),
        (
            "role=Nobody",
            expect![[r#"
            alert: Your link asks for the role Nobody, which isn't assigned to you. Choose something else here, or ask whoever sent the link.
        "#]],
        ),
        (
            "account=111111111111&role=Nobody",
            expect![[r#"
            alert: Your link asks for the role Nobody in account 111111111111, which isn't assigned to you. Choose something else here, or ask whoever sent the link.
        "#]],
        ),
        ("account=222222222222&role=Audit", expect![""]),
    ] {
        let mut page = signed_in(&format!("#/setup?{query}"));
        page.choose(ChooseMsg::FilterEntered(String::new()));
        page.list(ACCOUNTS);
        check(&page, |page| page.all("alert"), says);
    }
}

#[test]
fn what_is_listed_late_for_who_has_signed_out_chooses_nothing() {
    let mut page = signed_in("");
    let input = page.next_of_listing(ACCOUNTS).unwrap();
    page.setup(Msg::Listing(input));
    page.setup(Msg::SignOutClicked);
    page.list(ACCOUNTS);
    let choose = &page.model.setup.choose;
    assert_eq!((choose.selection.len(), choose.rows.roles), (0, 0));
}

#[test]
fn where_the_company_hides_everything_nothing_is_waited_for() {
    let mut page = signed_in("");
    page.list(&ACCOUNTS[2..]);
    check(
        &page,
        |page| page.region("Accounts and roles"),
        expect![[r#"
        region "Accounts and roles"
          searchbox "Filter accounts and roles" = ""
          checkbox "Select all shown" (disabled)
          0 of 0 chosen
          1 role is hidden by Acme.
          button "Show"
    "#]],
    );
}
