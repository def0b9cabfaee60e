//! Step three while the list is still coming: what is chosen early holds for what comes late.

use crate::screens::setup::msg::{ChooseMsg, Msg};
use crate::testing::Page;
use crate::testing::setup::{Given, key};
use expect_test::{Expect, expect};
use onramp_domain::{AccountId, RoleName};

const FOUR: &[Given<'_>] = &[
    ("111111111111", "Data", &["Admin", "ReadOnly"]),
    ("222222222222", "Lake", &["Admin", "ReadOnly"]),
    ("333333333333", "Data 2", &["Admin", "Billing", "ReadOnly"]),
    ("444444444444", "Shop", &["ReadOnly"]),
];

/// Signed in, with the roles of so many of [`FOUR`] accounts listed.
fn with_roles_of(accounts: usize) -> Page {
    let mut page = Page::signed_in();
    while page.model.setup.listing.progress().done < accounts {
        let input = page.next_of_listing(FOUR).unwrap();
        page.setup(Msg::Listing(input));
    }
    page
}

/// What is chosen, as `1Admin`: the account's first digit and the role.
#[track_caller]
fn check(page: &Page, expect: Expect) {
    let choose = &page.model.setup.choose;
    let chosen = choose.catalog.keys().filter(|key| choose.selection.contains(key));
    let chosen: Vec<String> =
        chosen.map(|key| format!("{}{}", &key.account.as_str()[..1], key.role)).collect();
    assert_eq!(chosen.len(), choose.selection.len());
    expect.assert_eq(&chosen.join(" "));
}

/// All is listed after these presses, which come when the first account is.
#[track_caller]
fn check_after(presses: Vec<ChooseMsg>, expect: Expect) {
    let mut page = with_roles_of(1);
    for press in presses {
        page.choose(press);
    }
    page.list(FOUR);
    check(&page, expect);
    assert!(!page.model.setup.choose.standing.is_for_more());
}

fn filter(text: &str) -> ChooseMsg {
    ChooseMsg::FilterEntered(text.to_owned())
}

fn everywhere(role: &str) -> ChooseMsg {
    ChooseMsg::EverywhereToggled(RoleName::parse(role).unwrap())
}

#[test]
fn a_role_everywhere_is_chosen_in_accounts_that_come_later() {
    check_after(vec![everywhere("ReadOnly")], expect!["1ReadOnly 2ReadOnly 3ReadOnly 4ReadOnly"]);
    check_after(vec![everywhere("ReadOnly"), everywhere("ReadOnly")], expect![""]);
    let not_here = ChooseMsg::RoleToggled(key("111111111111", "ReadOnly"));
    check_after(vec![everywhere("ReadOnly"), not_here], expect!["2ReadOnly 3ReadOnly 4ReadOnly"]);
    check_after(vec![everywhere("ReadOnly"), ChooseMsg::ClearClicked], expect![""]);
}

#[test]
fn all_that_a_filter_shows_is_chosen_as_it_comes() {
    check_after(
        vec![filter("data adm"), ChooseMsg::AllShownToggled, filter("")],
        expect!["1Admin 3Admin"],
    );
    check_after(
        vec![ChooseMsg::AllShownToggled],
        expect!["1Admin 1ReadOnly 2Admin 2ReadOnly 3Admin 3Billing 3ReadOnly 4ReadOnly"],
    );
}

#[test]
fn the_latest_word_counts() {
    let but_admin =
        vec![ChooseMsg::AllShownToggled, filter("admin"), ChooseMsg::AllShownToggled, filter("")];
    check_after(but_admin, expect!["1ReadOnly 2ReadOnly 3Billing 3ReadOnly 4ReadOnly"]);
    check_after(
        vec![everywhere("Admin"), filter("admin"), ChooseMsg::AllShownToggled],
        expect![""],
    );
}

#[test]
fn an_account_is_chosen_with_what_it_still_gets() {
    let account = AccountId::parse("333333333333").unwrap();
    let presses = vec![filter("bill"), ChooseMsg::AccountToggled(account)];
    check_after(presses, expect!["3Billing"]);
}

#[test]
fn once_all_is_listed_a_choice_holds_for_nothing_more() {
    let mut page = with_roles_of(4);
    page.choose(everywhere("ReadOnly"));
    assert!(!page.model.setup.choose.standing.is_for_more());
}

#[test]
fn what_a_link_asks_for_is_chosen_as_it_comes() {
    let mut page = Page::open(
        "#/setup?start_url=acme.awsapps.com/start&region=eu-west-1&account=111111111111&role=Admin",
    );
    page.press_sign_in();
    page.register();
    page.authorize();
    page.approve();
    while page.model.setup.listing.progress().done < 1 {
        let input = page.next_of_listing(FOUR).unwrap();
        page.setup(Msg::Listing(input));
    }
    check(&page, expect!["1Admin"]);
    page.choose(ChooseMsg::RoleToggled(key("111111111111", "Admin")));
    page.list(FOUR);
    check(&page, expect![""]);
}
