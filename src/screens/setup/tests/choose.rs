//! Step three: the list, and what can stand in its way.

use super::check;
use crate::app::Msg as AppMsg;
use crate::effect::Effect;
use crate::screens::setup::ids;
use crate::screens::setup::msg::{ChooseMsg, UseItMsg};
use crate::testing::setup::key;
use crate::testing::{Outline, Page, brief, draw};
use chrono::TimeDelta;
use expect_test::expect;
use onramp_domain::{AccountId, RoleName};

#[test]
fn signed_in_and_nothing_listed_yet() {
    check(
        &Page::signed_in(),
        super::main,
        expect![[r#"
            main
              listitem
                Connect , done:
                acme.awsapps.com · Europe (Ireland)
                button "Edit where you connect"
              listitem
                Approve , done:
                Signed in · 1 h left · ends
                today, 11:00
                button "Sign out"
              listitem (current step)
                Choose Step 3 of 4
                heading "Choose what you work with"
                Asking AWS for your accounts…
                region "Accounts and roles"
                  searchbox "Filter accounts and roles" = ""
                  checkbox "Select all shown" (disabled)
                  0 of 0 chosen
                  progressbar "Accounts listed"
                region "No profiles yet"
                  heading "No profiles yet"
                  Choose a role, and its profile appears here.
                  textbox "Profile name template" = "{role_name}-{account_id}"
                  combobox "Default region" = "Europe (Ireland) eu-west-1"
                  combobox "Output format" = "Not set (json)"
                  combobox "Format" = "Session"
                  group
                    button "What do these mean?"
                  button "Continue" (disabled)
                complementary "Selection"
                  No profiles yet
                  button "Continue" (disabled)
              listitem: Use it Save, log in, test
        "#]],
    );
}

#[test]
fn a_role_is_chosen_and_its_profile_is_there() {
    let mut page = Page::listed();
    page.toggle("000000000042", "Admin");
    check(
        &page,
        super::choose_step,
        expect![[r#"
            heading "Choose what you work with"
            2 accounts, 3 roles
            region "Accounts and roles"
              searchbox "Filter accounts and roles" = ""
              group "Everywhere"
                button "Admin 2"
              checkbox "Select all shown"
              1 of 3 chosen
              button "Clear"
              group "Roles by account"
                heading "alpha"
                000000000042
                button "Select all roles in alpha"
                checkbox "Admin in alpha (000000000042)" (checked)
                full access
                button "Edit Admin-000000000042"
                link "Open Admin in alpha in the console"
                heading "Beta"
                111111111111
                button "Select all roles in Beta"
                checkbox "Admin in Beta (111111111111)"
                full access
                link "Open Admin in Beta in the console"
                checkbox "Dev in Beta (111111111111)"
                link "Open Dev in Beta in the console"
            region "1 profile"
              heading "1 profile"
              listitem
                Admin-000000000042
                Admin in alpha
                button "Remove Admin-000000000042"
              textbox "Profile name" = "Admin-000000000042"
              combobox "Default region" = "Europe (Ireland) eu-west-1"
              combobox "Output format" = "Not set (json)"
              combobox "Format" = "Session"
              group
                button "What do these mean?"
              button "Continue"
              button "Save as bookmarks"
            region "Config block"
              ~/.aws/config
              9 lines
              button "Copy config block"
              code
                | [profile Admin-000000000042]
                | sso_session = acme
                | sso_account_id = 000000000042
                | sso_role_name = Admin
                | region = eu-west-1
                | [sso-session acme]
                | sso_start_url = https://acme.awsapps.com/start
                | sso_region = eu-west-1
                | sso_registration_scopes = sso:account:access
            complementary "Selection"
              1 profile
              button "Continue"
        "#]],
    );
}

#[test]
fn nothing_matches_the_filter() {
    let mut page = Page::listed();
    page.choose(ChooseMsg::FilterEntered("nothing".to_owned()));
    check(
        &page,
        |page| page.region("Accounts and roles"),
        expect![[r#"
            region "Accounts and roles"
              searchbox "Filter accounts and roles" = "nothing"
              group "Everywhere"
                button "Admin 2"
              checkbox "Select all shown" (disabled)
              0 of 3 chosen
              Nothing matches “nothing”. Try fewer letters, or part of an account number.
              button "Clear"
        "#]],
    );
}

#[test]
fn roles_are_chosen_everywhere_in_an_account_or_all_that_are_shown() {
    let everywhere = || ChooseMsg::EverywhereToggled(RoleName::parse("Admin").unwrap());
    let account = || ChooseMsg::AccountToggled(AccountId::parse("111111111111").unwrap());
    let mut page = Page::listed();
    for (press, chosen) in [
        (everywhere(), "Admin in alpha, Admin in Beta"),
        (account(), "Select all shown, Admin in alpha, Admin in Beta, Dev in Beta"),
        (account(), "Admin in alpha"),
        (everywhere(), "Admin in alpha, Admin in Beta"),
        (everywhere(), ""),
        (
            ChooseMsg::AllShownToggled,
            "Select all shown, Admin in alpha, Admin in Beta, Dev in Beta",
        ),
        (ChooseMsg::AllShownToggled, ""),
    ] {
        let pressed = format!("{press:?}");
        page.choose(press);
        let boxes = Outline::of(&draw(page.html())).all("checkbox");
        let checked = boxes.lines().filter(|line| line.ends_with("(checked)"));
        let names = checked.filter_map(|line| line.split(['"', '(']).nth(1));
        assert_eq!(names.map(str::trim).collect::<Vec<_>>().join(", "), chosen, "{pressed}");
    }
}

#[test]
fn the_only_role_is_chosen_by_the_page_which_says_so() {
    let mut page = Page::signed_in();
    page.list(&[("123456789012", "Solo", &["AdministratorAccess"])]);
    check(
        &page,
        |page| {
            let main = page.all("main");
            main.lines()
                .filter(|line| line.contains("so we chose") || line.contains("in Solo"))
                .map(str::trim)
                .collect::<Vec<_>>()
                .join("\n")
        },
        expect![[r#"
            You have one account and one role, so we chose it for you.
            button "Select all roles in Solo"
            checkbox "AdministratorAccess in Solo (123456789012)" (checked)
            link "Open AdministratorAccess in Solo in the console"
            AdministratorAccess in Solo"#]],
    );
    page.toggle("123456789012", "AdministratorAccess");
    assert!(!draw(page.html()).contains("so we chose"));
}

#[test]
fn a_name_that_is_wrong_is_said_and_hides_the_block() {
    let mut page = Page::listed();
    page.toggle("000000000042", "Admin");
    page.enter_name("a]b");
    check(
        &page,
        |page| page.region("Config block") + &page.all("alert"),
        expect![[r#"
        region "Config block"
          The block is back as soon as the name is right.
        alert: A profile's name can't have ']' in it. Letters, digits, - and _ work everywhere.
    "#]],
    );
    page.choose(ChooseMsg::AllShownToggled);
    page.use_it(UseItMsg::TemplateEntered("{acount_id}".to_owned()));
    page.choose(ChooseMsg::ResetClicked(crate::testing::setup::key("000000000042", "Admin")));
    check(
        &page,
        |page| page.region("Config block") + &page.all("alert"),
        expect![[r#"
        region "Config block"
          The block is back as soon as the name is right.
        alert: There is no such placeholder (character 2). Did you mean account_id?
    "#]],
    );
}

#[test]
fn a_session_that_ended_leaves_the_selection() {
    let mut page = Page::listed();
    page.toggle("000000000042", "Admin");
    page.now += TimeDelta::hours(2);
    page.send(AppMsg::CameBack);
    check(
        &page,
        |page| page.all("alert") + &page.region("Config block"),
        expect![[r#"
        alert
          heading "Your session has ended"
          AWS ended it, or its time was up. What you chose is still here, and you can still save it. Sign in again to list more.
          button "Sign in again"
          button "Edit start URL or region"
        region "Config block"
          ~/.aws/config
          9 lines
          button "Copy config block"
          code
            | [profile Admin-000000000042]
            | sso_session = acme
            | sso_account_id = 000000000042
            | sso_role_name = Admin
            | region = eu-west-1
            | [sso-session acme]
            | sso_start_url = https://acme.awsapps.com/start
            | sso_region = eu-west-1
            | sso_registration_scopes = sso:account:access
    "#]],
    );
}

#[test]
fn the_tab_stop_is_a_row_that_can_be_pressed() {
    let mut page = Page::signed_in();
    page.list(&[
        ("111111111111", "A", &[]),
        ("222222222222", "B", &[]),
        ("333333333333", "C", &["Dev"]),
    ]);
    let html = draw(page.html());
    let list = &html[html.find(r#"class="list""#).unwrap()..];
    let stop = &list[..list.find(r#"tabindex="0""#).expect("a tab stop")];
    assert!(stop.ends_with(r#"333333333333</span><button type="button" "#), "{stop}");
}

#[test]
fn the_list_is_one_tab_stop_and_few_elements() {
    let roles: Vec<String> = (0..100).map(|role| format!("Role{role:02}")).collect();
    let roles: Vec<&str> = roles.iter().map(String::as_str).collect();
    let ids: Vec<String> = (0..250).map(|account| format!("{account:012}")).collect();
    let given: Vec<_> = ids.iter().map(|id| (id.as_str(), "Team", &roles[..])).collect();
    let mut page = Page::signed_in();
    page.list(&given);
    page.choose(ChooseMsg::AllShownToggled);
    page.pass(TimeDelta::milliseconds(100));
    let html = draw(page.html());
    let list = &html[html.find(r#"class="list""#).unwrap()..];
    let list = &list[..list.find(r#"class="pane""#).unwrap()];
    assert_eq!(list.matches(r#"tabindex="0""#).count(), 1);
    let setup = &html[html.find(r#"class="panes""#).unwrap()..];
    let elements = setup[..setup.find("<footer").unwrap()].matches("<").count() / 2;
    assert!(elements < 330, "{elements} elements");
    check(
        &page,
        |page: &Outline| {
            page.region("Beginning of the config block")
                .lines()
                .take(3)
                .collect::<Vec<_>>()
                .join("\n")
        },
        expect![[r#"
        region "Beginning of the config block"
          ~/.aws/config
          3 of 25,000 profiles"#]],
    );
}

#[test]
fn what_goes_as_it_is_pressed_hands_the_focus_on() {
    let role = || key("000000000042", "Admin");
    for (msg, focus) in [
        (ChooseMsg::ProfileRemoved(role()), ids::SELECTION),
        (ChooseMsg::ClearClicked, ids::SELECT_ALL),
        (ChooseMsg::FilterEntered(String::new()), ids::FILTER),
        (ChooseMsg::ShowHiddenClicked, ids::SELECT_ALL),
        (ChooseMsg::ListAgainClicked, ids::STEP),
        (ChooseMsg::ResetClicked(role()), ids::OWN_NAME),
    ] {
        let mut page = Page::listed();
        page.toggle("000000000042", "Admin");
        let effects = page.choose(msg);
        let focused = effects.iter().filter_map(|effect| match effect {
            Effect::Focus(element) => Some(*element),
            _ => None,
        });
        assert_eq!(focused.collect::<Vec<_>>(), [focus]);
    }
}

/// "Select all shown" can't be pressed then.
#[test]
fn clearing_hands_the_focus_to_the_filter_where_it_shows_nothing() {
    let mut page = Page::listed();
    page.toggle("000000000042", "Admin");
    page.choose(ChooseMsg::FilterEntered("nothing".to_owned()));
    assert_eq!(brief(&page.choose(ChooseMsg::ClearClicked)), "Focus(filter)");
}
