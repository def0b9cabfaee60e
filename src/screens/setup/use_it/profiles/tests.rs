//! The profiles of as many roles as a large company has.

use crate::screens::setup::msg::{ChooseMsg, UseItMsg};
use crate::testing::Page;
use crate::testing::setup::Given;
use chrono::TimeDelta;
use std::collections::HashSet;

/// All of 25,000 roles chosen.
fn all_chosen() -> Page {
    let ids: Vec<String> = (0..250).map(|account| format!("{account:012}")).collect();
    let roles: Vec<String> = (0..100).map(|role| format!("Role{role:02}")).collect();
    let roles: Vec<&str> = roles.iter().map(String::as_str).collect();
    let given: Vec<Given<'_>> = ids.iter().map(|id| (id.as_str(), "Team", &roles[..])).collect();
    let mut page = Page::signed_in();
    page.list(&given);
    page.choose(ChooseMsg::AllShownToggled);
    page.pass(TimeDelta::milliseconds(100));
    page
}

#[test]
fn every_role_gets_a_profile_of_its_own_whatever_the_template() {
    let mut page = all_chosen();
    for template in ["{role_name}-{account_id}", "{role_name}", "x"] {
        page.use_it(UseItMsg::TemplateEntered(template.to_owned()));
        page.pass(TimeDelta::milliseconds(100));
        let block = page.block();
        let headers = block.lines().filter(|line| line.starts_with("[profile "));
        assert_eq!(headers.collect::<HashSet<_>>().len(), 25_000, "{template}");
    }
}

#[test]
fn a_key_in_the_filter_leaves_selection_and_profiles_where_they_are() {
    let mut page = all_chosen();
    let before = page.model.setup.use_it.entries.as_ptr();
    page.choose(ChooseMsg::FilterEntered("role01".to_owned()));
    assert_eq!(page.model.setup.choose.rows.roles, 250);
    assert_eq!(page.model.setup.use_it.entries.as_ptr(), before);
}

#[test]
fn so_many_names_follow_a_moment_later_or_when_they_are_needed() {
    let mut page = all_chosen();
    let names = |page: &Page| page.model.setup.use_it.entries.len();
    page.toggle("000000000000", "Role00");
    assert_eq!(names(&page), 25_000);
    let due = page.model.setup.next_tick(page.now);
    assert_eq!(due, Some(page.now + TimeDelta::milliseconds(100)));
    page.pass(TimeDelta::milliseconds(100));
    assert_eq!(names(&page), 24_999);
    assert!(page.model.setup.next_tick(page.now) > due);
    page.toggle("000000000000", "Role00");
    page.choose(ChooseMsg::ContinueClicked);
    assert_eq!(names(&page), 25_000);
    page.choose(ChooseMsg::ClearClicked);
    assert_eq!(names(&page), 0);
}
