//! Step three, left: the list, and what can stand in its way.

use super::listed;
use crate::app::event::{ChoiceEvent, Event};
use crate::app::testing::{Page, TWO, refusal};
use crate::ui::tests::check;
use expect_test::expect;
use onramp_domain::answer::CallError;
use onramp_domain::call::Call;
use onramp_domain::listing;

#[test]
fn signed_in_and_nothing_listed_yet() {
    check(
        Page::signed_in(),
        |page| page.all("main"),
        expect![[r#"
            main
              heading "Set up the AWS CLI"
              Signed in at acme.awsapps.com; ends in 1 h 0 min
              button "Copy link for a colleague"
              button "Sign out"
              listitem: Where
              listitem: Approve
              listitem (current step): Choose and copy
              region "Choose what you work with"
                heading "Choose what you work with"
                0 of 0 accounts, 0 roles
                progressbar "Listing accounts and roles"
                searchbox "Filter accounts and roles" = ""
                checkbox "Select all shown" (disabled)
                0 chosen
                Asking AWS for your accounts…
              region "Config block"
                heading "Config block"
                Choose a role, and its lines appear here.
              region "Options"
                textbox "Profile name template" = "{role_name}-{account_id}"
                {account_name} {account_id} {account_email} {role_name} {session}, with |lower, |slug or |without:AWS behind a name.
                combobox "Default region" = "Europe (Ireland) eu-west-1"
                Where your commands work when you name no region.
                combobox "Output format" = "Not set (the CLI uses json)"
                How the CLI prints its answers.
                combobox "Format" = "Session"
                Profiles share one sign-in, and the CLI refreshes it by itself.
                group
                  button "Who needs which?"
                  term: Session
                  definition: AWS CLI 2.9 and newer, AWS's current SDKs, Terraform 1.6 and newer. Right for nearly everybody.
                  term: Legacy
                  definition: Older programs that find no sign-in otherwise: AWS CLI 2 before 2.9, Terraform's S3 backend up to 1.5, whatever is built on AWS's SDK for Go 1 before 1.44.298 (July 2023), such as old Session Manager plugins.
                  term: Both
                  definition: Tools that take the start URL from the profile and sign in themselves, beside new ones. Not for programs with AWS's SDK for Rust, which refuses such a profile; nor for older programs that wait for the CLI's sign-in, which the CLI keeps under the session's name: those need Legacy.
        "#]],
    );
}

#[test]
fn a_list_to_choose_from() {
    check(
        listed(),
        |page| page.region("Choose what you work with"),
        expect![[r#"
            region "Choose what you work with"
              heading "Choose what you work with"
              2 accounts, 3 roles
              searchbox "Filter accounts and roles" = ""
              checkbox "Select all shown"
              0 chosen
              group "Accounts and roles"
                alpha 000000000042
                checkbox "Admin in alpha (000000000042)"
                Beta 111111111111
                checkbox "Admin in Beta (111111111111)"
                checkbox "Dev in Beta (111111111111)"
        "#]],
    );
}

#[test]
fn nothing_matches_the_filter() {
    let mut page = listed();
    page.choose(ChoiceEvent::FilterEntered("nothing".to_owned()));
    check(
        page,
        |page| page.region("Choose what you work with"),
        expect![[r#"
            region "Choose what you work with"
              heading "Choose what you work with"
              2 accounts, 3 roles
              searchbox "Filter accounts and roles" = "nothing"
              checkbox "Select all shown" (disabled)
              0 chosen, 0 roles shown
              Nothing matches. Try fewer letters, or a part of the account's number.
        "#]],
    );
}

#[test]
fn the_only_role_is_chosen_by_the_page_which_says_so() {
    let mut page = Page::signed_in();
    page.list(&[("123456789012", "Solo", &["AdministratorAccess"])]);
    check(
        page,
        |page| page.region("Choose what you work with"),
        expect![[r#"
            region "Choose what you work with"
              heading "Choose what you work with"
              1 account, 1 role
              You have one account and one role, so it is chosen already.
              searchbox "Filter accounts and roles" = ""
              checkbox "Select all shown" (checked)
              1 chosen
              button "Clear selection"
              group "Accounts and roles"
                Solo 123456789012
                checkbox "AdministratorAccess in Solo (123456789012)" (checked)
        "#]],
    );
}

#[test]
fn nobody_has_assigned_anything() {
    let mut page = Page::signed_in();
    page.list(&[]);
    check(
        page,
        |page| page.all("main"),
        expect![[r#"
            main
              heading "Set up the AWS CLI"
              Signed in at acme.awsapps.com; ends in 1 h 0 min
              button "Copy link for a colleague"
              button "Sign out"
              listitem: Where
              listitem: Approve
              listitem (current step): Choose and copy
              heading "No accounts are assigned to you"
              You are signed in, but your company has not given you an account and a permission set yet. Ask whoever looks after AWS for an assignment, then sign in again.
        "#]],
    );
}

#[test]
fn accounts_without_names_and_roles_are_shown_too() {
    let mut page = Page::signed_in();
    page.list(&[("111111111111", "", &["Dev"]), ("222222222222", "Empty", &[])]);
    check(
        page,
        |page| page.all("group"),
        expect![[r#"
            group "Accounts and roles"
              (no name) 111111111111
              checkbox "Dev in (no name) (111111111111)"
              Empty no roles · 222222222222
            group
              button "Who needs which?"
              term: Session
              definition: AWS CLI 2.9 and newer, AWS's current SDKs, Terraform 1.6 and newer. Right for nearly everybody.
              term: Legacy
              definition: Older programs that find no sign-in otherwise: AWS CLI 2 before 2.9, Terraform's S3 backend up to 1.5, whatever is built on AWS's SDK for Go 1 before 1.44.298 (July 2023), such as old Session Manager plugins.
              term: Both
              definition: Tools that take the start URL from the profile and sign in themselves, beside new ones. Not for programs with AWS's SDK for Rust, which refuses such a profile; nor for older programs that wait for the CLI's sign-in, which the CLI keeps under the session's name: those need Legacy.
        "#]],
    );
}

#[test]
fn a_list_with_holes_can_be_completed() {
    let mut page = Page::signed_in();
    while let Some(input) = next_answer(&mut page) {
        page.send(Event::Listing(input));
    }
    check(
        page,
        |page| page.all("alert") + &page.all("group"),
        expect![[r#"
            alert
              heading "This list is incomplete."
              1 account's roles could not be listed. What is here is right, and can be used.
              button "List the missing ones again"
            group "Accounts and roles"
              alpha 000000000042
              checkbox "Admin in alpha (000000000042)"
              Beta roles could not be listed · 111111111111
            group
              button "Who needs which?"
              term: Session
              definition: AWS CLI 2.9 and newer, AWS's current SDKs, Terraform 1.6 and newer. Right for nearly everybody.
              term: Legacy
              definition: Older programs that find no sign-in otherwise: AWS CLI 2 before 2.9, Terraform's S3 backend up to 1.5, whatever is built on AWS's SDK for Go 1 before 1.44.298 (July 2023), such as old Session Manager plugins.
              term: Both
              definition: Tools that take the start URL from the profile and sign in themselves, beside new ones. Not for programs with AWS's SDK for Rust, which refuses such a profile; nor for older programs that wait for the CLI's sign-in, which the CLI keeps under the session's name: those need Legacy.
        "#]],
    );
}

/// Every account is listed, and the roles of one can't be had.
fn next_answer(page: &mut Page) -> Option<listing::Input> {
    page.next_of_listing(TWO).map(|input| match input {
        listing::Input::RolesPage(attempt, Ok(answer)) if answer.role_list.len() == 2 => {
            let error: CallError = refusal(Call::ListAccountRoles, 400, "InvalidRequestException");
            listing::Input::RolesPage(attempt, Err(error))
        }
        other => other,
    })
}
