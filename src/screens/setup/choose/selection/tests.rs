//! Choosing among as many roles as a large company has. Counts, no clock.

use super::*;
use crate::route::Prefill;
use crate::screens::setup::choose::rows::Rows;
use crate::screens::setup::choose::standing::Scope;
use crate::testing::setup::{Given, accounts, key};

const ACCOUNTS: usize = 250;
const ROLES: usize = 100;

/// 250 accounts with 100 roles each.
fn large() -> Catalog {
    let ids: Vec<String> = (0..ACCOUNTS).map(|account| format!("{account:012}")).collect();
    let names: Vec<String> = (0..ACCOUNTS).map(|account| format!("Team {account}")).collect();
    let roles: Vec<String> = (0..ROLES).map(|role| format!("Role{role:02}")).collect();
    let roles: Vec<&str> = roles.iter().map(String::as_str).collect();
    let given: Vec<Given<'_>> =
        ids.iter().zip(&names).map(|(id, name)| (id.as_str(), name.as_str(), &roles[..])).collect();
    let mut catalog = Catalog::default();
    catalog.refresh(&accounts(&given));
    catalog
}

fn all_chosen(catalog: &Catalog) -> Selection {
    let mut selection = Selection::default();
    selection.toggle_all(&catalog.keys().collect::<Vec<_>>());
    selection
}

#[test]
fn a_filter_narrows_what_select_all_means() {
    let catalog = large();
    let shown = |filter: &str| Rows::new(&catalog, filter);
    let mut selection = Selection::default();
    selection.toggle_all(&shown("role07 249").keys());
    assert_eq!(selection.sole(), Some(&key("000000000249", "Role07")));
    let everywhere = shown("role07");
    assert_eq!((everywhere.roles, selection.contains_all(&everywhere.keys())), (ACCOUNTS, false));
    selection.toggle_all(&everywhere.keys());
    assert_eq!((selection.len(), selection.contains_all(&everywhere.keys())), (ACCOUNTS, true));
    let nothing = shown("no such role");
    assert!(!selection.contains_all(&nothing.keys()));
    selection.toggle_all(&nothing.keys());
    assert_eq!(selection.len(), ACCOUNTS);
    selection.toggle_all(&shown("role07 249").keys());
    assert_eq!(selection.len(), ACCOUNTS - 1);
}

#[test]
fn what_is_listed_no_more_is_chosen_no_more() {
    let mut selection = all_chosen(&large());
    assert_eq!(selection.len(), ACCOUNTS * ROLES);
    let mut smaller = Catalog::default();
    smaller.refresh(&accounts(&[("000000000001", "Team 1", &["Role00", "New"])]));
    selection.keep_listed(&smaller);
    assert_eq!(selection.sole(), Some(&key("000000000001", "Role00")));
}

#[test]
fn a_link_names_an_account_a_role_or_both() {
    let catalog = large();
    for (account, role, count) in [
        (Some("000000000007"), None, ROLES),
        (None, Some("Role07"), ACCOUNTS),
        (Some("000000000007"), Some("Role07"), 1),
        (Some("999999999999"), None, 0),
        (None, Some("role07"), 0),
        (None, None, 0),
    ] {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let (account, role) = (owned(account), owned(role));
        let wanted = Scope::of_link(&Prefill { account, role, ..Prefill::default() });
        let met = wanted.as_ref().map_or(0, |wanted| wanted.keys(&catalog).len());
        assert_eq!(met, count, "{wanted:?}");
    }
}

#[test]
fn common_roles_are_those_of_several_accounts_read_only_first_and_administrators_last() {
    let mut catalog = Catalog::default();
    catalog.refresh(&accounts(&[
        ("111111111111", "One", &["AdministratorAccess", "Billing", "ReadOnlyAccess"]),
        ("222222222222", "Two", &["AdministratorAccess", "Dev", "ReadOnlyAccess"]),
        ("333333333333", "Three", &["AdministratorAccess", "Dev"]),
    ]));
    let common: Vec<String> =
        catalog.common_roles.iter().map(|(role, count)| format!("{role} {count}")).collect();
    assert_eq!(common, ["ReadOnlyAccess 2", "Dev 2", "AdministratorAccess 3"]);
}
