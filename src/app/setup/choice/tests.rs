//! Choosing among as many roles as a large company has, and what the block says then. Counts, no clock.

use super::*;
use crate::app::testing::{accounts, key};
use onramp_domain::names::{ConfigValue, Scopes, SessionName};

const ACCOUNTS: usize = 250;
const ROLES: usize = 100;

/// 250 accounts with 100 roles each.
fn large() -> Catalog {
    let ids: Vec<String> = (0..ACCOUNTS).map(|account| format!("{account:012}")).collect();
    let names: Vec<String> = (0..ACCOUNTS).map(|account| format!("Team {account}")).collect();
    let roles: Vec<String> = (0..ROLES).map(|role| format!("Role{role:02}")).collect();
    let roles: Vec<&str> = roles.iter().map(String::as_str).collect();
    let given: Vec<(&str, &str, &[&str])> =
        ids.iter().zip(&names).map(|(id, name)| (id.as_str(), name.as_str(), &roles[..])).collect();
    let mut catalog = Catalog::default();
    catalog.refresh(&accounts(&given));
    catalog
}

fn all_chosen(catalog: &Catalog) -> Choice {
    let mut choice = Choice::default();
    choice.show(catalog);
    choice.toggle_shown();
    choice
}

fn write(choice: &mut Choice, catalog: &Catalog) {
    let session = Rc::new(Session {
        name: SessionName::parse("acme").unwrap(),
        start_url: ConfigValue::parse("https://acme.awsapps.com/start").unwrap(),
        region: ConfigValue::from(&Region::parse("eu-west-1").unwrap()),
        scopes: Scopes::default(),
    });
    choice.write(catalog, Some(&session), None);
}

/// The block's profiles, as they stand in its text.
fn headers(choice: &Choice) -> Vec<&str> {
    let Block::Ready { text, profiles } = choice.block() else { panic!("{:?}", choice.block()) };
    let headers: Vec<&str> = text.lines().filter(|line| line.starts_with("[profile ")).collect();
    assert_eq!(headers.len(), profiles.len());
    headers
}

#[test]
fn every_role_of_a_large_company_gets_a_profile_of_its_own() {
    let catalog = large();
    let mut choice = all_chosen(&catalog);
    assert_eq!(choice.chosen().len(), ACCOUNTS * ROLES);
    assert!(choice.all_shown_are_chosen());
    write(&mut choice, &catalog);
    let headers = headers(&choice);
    let distinct: HashSet<&str> = headers.iter().copied().collect();
    assert_eq!((headers.len(), distinct.len()), (ACCOUNTS * ROLES, ACCOUNTS * ROLES));
}

#[test]
fn names_that_a_template_makes_equal_are_told_apart() {
    let catalog = large();
    let mut choice = all_chosen(&catalog);
    choice.enter_name(NamingField::Template, "{role_name}".to_owned());
    write(&mut choice, &catalog);
    let distinct: HashSet<&str> = headers(&choice).into_iter().collect();
    assert_eq!(distinct.len(), ACCOUNTS * ROLES);
}

#[test]
fn a_filter_narrows_what_select_all_means() {
    let catalog = large();
    let mut choice = Choice::default();
    choice.enter_filter("role07 249".to_owned(), &catalog);
    assert_eq!(choice.rows().roles(), 1);
    choice.toggle_shown();
    assert_eq!(**choice.chosen(), HashSet::from([key("000000000249", "Role07")]));
    choice.enter_filter("role07".to_owned(), &catalog);
    assert_eq!((choice.rows().roles(), choice.all_shown_are_chosen()), (ACCOUNTS, false));
    choice.toggle_shown();
    assert_eq!(choice.chosen().len(), ACCOUNTS);
    choice.enter_filter("no such role".to_owned(), &catalog);
    assert!(!choice.all_shown_are_chosen());
    choice.toggle_shown();
    assert_eq!(choice.chosen().len(), ACCOUNTS);
}

#[test]
fn a_key_in_the_filter_leaves_the_choice_where_it_is() {
    let catalog = large();
    let mut choice = all_chosen(&catalog);
    let (rows, chosen) = (Rc::clone(choice.rows()), Rc::clone(choice.chosen()));
    choice.enter_filter("team 1".to_owned(), &catalog);
    assert!(!Rc::ptr_eq(&rows, choice.rows()));
    assert!(Rc::ptr_eq(&chosen, choice.chosen()));
    choice.toggle(key("000000000001", "Role00"));
    assert_eq!((chosen.len(), choice.chosen().len()), (ACCOUNTS * ROLES, ACCOUNTS * ROLES - 1));
}

#[test]
fn what_is_listed_no_more_is_chosen_no_more() {
    let catalog = large();
    let mut choice = all_chosen(&catalog);
    let mut smaller = Catalog::default();
    smaller.refresh(&accounts(&[("000000000001", "Team 1", &["Role00", "New"])]));
    choice.keep_listed(&smaller);
    assert_eq!(**choice.chosen(), HashSet::from([key("000000000001", "Role00")]));
}

#[test]
fn a_link_names_an_account_a_role_or_both() {
    let catalog = large();
    let count = |account: Option<&str>, role: Option<&str>| {
        let mut choice = Choice::default();
        choice.preselect(&catalog, account, role);
        choice.chosen().len()
    };
    assert_eq!(count(Some("000000000007"), None), ROLES);
    assert_eq!(count(None, Some("Role07")), ACCOUNTS);
    assert_eq!(count(Some("000000000007"), Some("Role07")), 1);
    assert_eq!(count(Some("999999999999"), None), 0);
    assert_eq!(count(None, Some("role07")), 0);
}

#[test]
fn whether_all_that_is_shown_is_chosen_holds_after_every_change() {
    let mut catalog = Catalog::default();
    catalog.refresh(&accounts(&[("111111111111", "One", &["Admin", "Dev"])]));
    let mut choice = Choice::default();
    let mut check = |expected: bool, change: &dyn Fn(&mut Choice)| {
        change(&mut choice);
        assert_eq!(choice.all_shown_are_chosen(), expected);
        let walked = choice.rows().roles() > 0
            && choice.rows().keys().all(|key| choice.chosen().contains(&key));
        assert_eq!(walked, expected);
    };
    check(false, &|choice| choice.show(&catalog));
    check(false, &|choice| choice.toggle(key("111111111111", "Admin")));
    check(true, &|choice| choice.enter_filter("admin".to_owned(), &catalog));
    check(false, &|choice| choice.enter_filter("nobody".to_owned(), &catalog));
    check(false, &|choice| choice.enter_filter(String::new(), &catalog));
    check(true, &|choice| choice.toggle_shown());
    check(false, &|choice| choice.clear());
    check(true, &|choice| choice.preselect(&catalog, Some("111111111111"), None));
    check(false, &|choice| choice.choose_sole(key("111111111111", "Dev")));
}
