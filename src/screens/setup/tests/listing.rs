//! Step three: lists that are empty, odd or incomplete.

use super::check;
use crate::app::Msg as AppMsg;
use crate::effect::Effect;
use crate::screens::setup::msg::{ChooseMsg, Msg};
use crate::testing::setup::{TWO, no_relay};
use crate::testing::{Page, brief};
use chrono::TimeDelta;
use expect_test::{Expect, expect};
use onramp_domain::aws::Operation;
use onramp_domain::listing::{Command, Input, Phase};

#[track_caller]
fn check_list(page: &Page, expect: Expect) {
    check(page, |page| page.region("Accounts and roles"), expect);
}

#[test]
fn nobody_has_assigned_anything() {
    let mut page = Page::signed_in();
    page.list(&[]);
    check(
        &page,
        super::choose_step,
        expect![[r#"
            heading "Choose what you work with"
            heading "You're signed in, but no accounts are assigned to you yet"
            Your company hasn't given you a role in an account. Send this to whoever looks after AWS, then check again:
            Hi, I can sign in at https://acme.awsapps.com/start, but I have no accounts there. Could you assign me a permission set in the accounts I need?
            button "Check again"
            button "Copy message"
        "#]],
    );
}

#[test]
fn accounts_without_names_and_roles_are_shown_too() {
    let mut page = Page::signed_in();
    page.list(&[("111111111111", "", &["Dev"]), ("222222222222", "Empty", &[])]);
    check_list(
        &page,
        expect![[r#"
            region "Accounts and roles"
              searchbox "Filter accounts and roles" = ""
              checkbox "Select all shown"
              0 of 1 chosen
              group "Roles by account"
                heading "(no name)"
                111111111111
                button "Select all roles in (no name)"
                checkbox "Dev in (no name) (111111111111)"
                link "Open Dev in (no name) in the console"
                heading "Empty"
                222222222222
                no roles
        "#]],
    );
}

#[test]
fn a_list_with_holes_can_be_completed() {
    let mut page = Page::signed_in();
    page.list_but(TWO, "111111111111");
    check(
        &page,
        |page| page.all("alert") + &page.region("Accounts and roles"),
        expect![[r#"
            alert
              heading "This list isn't complete"
              AWS didn't list the roles of 1 account. What is here is right, and you can use it.
              button "Ask for them again"
            region "Accounts and roles"
              searchbox "Filter accounts and roles" = ""
              checkbox "Select all shown"
              0 of 1 chosen
              group "Roles by account"
                heading "alpha"
                000000000042
                button "Select all roles in alpha"
                checkbox "Admin in alpha (000000000042)"
                full access
                link "Open Admin in alpha in the console"
                heading "Beta"
                111111111111
                some roles are missing
        "#]],
    );
}

#[test]
fn an_interrupted_listing_says_why_and_goes_on_where_it_was() {
    let mut page = Page::signed_in();
    let attempt = page.take(|effect| match effect {
        Effect::Listing(Command::ListAccounts { attempt, .. }, _) => Some(*attempt),
        _ => None,
    });
    let error = no_relay(Operation::ListAccounts);
    page.setup(Msg::Listing(Input::AccountsPage(attempt, Err(error))));
    check(
        &page,
        |page| page.all("alert"),
        expect![[r#"
        alert
          heading "This list isn't complete"
          AWS stopped answering before it had listed every account. What is here is right, and you can use it.
          button "Ask for them again"
          group
            button "Details"
            code
              | call: ListAccounts
              | meaning: there is no relay at this address
              | status: 404
            button "Copy"
    "#]],
    );
    assert_eq!(brief(&page.setup(Msg::CopyDetailsClicked)), "Copy");
    page.choose(ChooseMsg::ListAgainClicked);
    page.list(TWO);
    check(&page, |page| page.all("alert"), expect![[""]]);
}

/// "Tidy my config" offers to ask again, too: without a session nobody would be asked.
#[test]
fn a_list_whose_session_has_ended_is_not_asked_for_again() {
    let mut page = Page::signed_in();
    page.list_but(TWO, "000000000042");
    page.pass(TimeDelta::hours(2));
    page.send(AppMsg::CameBack);
    assert!(!page.model.setup.is_signed_in());
    page.choose(ChooseMsg::ListAgainClicked);
    assert_eq!(*page.model.setup.listing.phase(), Phase::Finished);
}
