//! Every path of the flow, as messages in and effects out. No browser, no clock: the tests' own hands answer.

use crate::app::Msg as AppMsg;
use crate::effect::Effect;
use crate::host_config::HostConfig;
use crate::screens::setup::connect::region::RegionField;
use crate::screens::setup::msg::{ApproveMsg, ChooseMsg, ConnectMsg, Msg, UseItMsg};
use crate::screens::setup::state::{Open, Step};
use crate::testing::setup::{ACME, TWO, key, refusal, token, unauthorized};
use crate::testing::{Page, brief};
use chrono::TimeDelta;
use expect_test::{Expect, expect};
use onramp_domain::aws::Operation;
use onramp_domain::device_flow::{Command, FlowFailure, FlowState, Input, SignedOutReason};
use onramp_domain::{EndpointFamily, PortalHost, Region, listing};

#[track_caller]
fn check(effects: &[Effect], expect: Expect) {
    expect.assert_eq(&brief(effects));
}

/// The portal whose region is asked for.
fn asked_for(page: &mut Page) -> PortalHost {
    page.take(|effect| match effect {
        Effect::LookUpRegion(portal) => Some(portal.clone()),
        _ => None,
    })
}

fn looked_up(page: &mut Page, answer: Option<Region>) -> Vec<Effect> {
    let portal = asked_for(page);
    page.setup(Msg::RegionLookedUp(portal, answer))
}

#[test]
fn the_main_job_from_a_start_url_to_a_block() {
    let mut page = Page::open("");
    check(&page.asked.clone(), expect!["FetchHostConfig"]);
    check(&page.send(AppMsg::HostConfigFetched(Ok(None))), expect![""]);
    check(&page.enter(ACME), expect!["LookUpRegion"]);
    check(&looked_up(&mut page, Region::parse("eu-west-1").ok()), expect![""]);
    check(
        &page.press_sign_in(),
        expect![
            "Register, Focus(heading), ReplaceAddress(#/setup?start_url=https://acme.awsapps.com/start&region=eu-west-1&session=acme), PushEntry(Choose)"
        ],
    );
    page.register();
    page.authorize();
    assert_eq!(page.model.setup.step(), Step::Approve);
    page.approve();
    assert_eq!(page.model.setup.step(), Step::Choose);
    page.list(TWO);
    page.choose(ChooseMsg::RoleToggled(key("111111111111", "Dev")));
    page.choose(ChooseMsg::RoleToggled(key("000000000042", "Admin")));
    expect![[r#"
        [profile Admin-000000000042]
        sso_session = acme
        sso_account_id = 000000000042
        sso_role_name = Admin
        region = eu-west-1
        [sso-session acme]
        sso_start_url = https://acme.awsapps.com/start
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access
        [profile Dev-111111111111]
        sso_session = acme
        sso_account_id = 111111111111
        sso_role_name = Dev
        region = eu-west-1
    "#]]
    .assert_eq(&page.block());
}

#[test]
fn a_link_fills_in_the_form_and_asks_nobody() {
    let mut page = Page::open("#/setup?start_url=acme.awsapps.com/start&session=corp");
    page.send(AppMsg::HostConfigFetched(Ok(None)));
    check(&page.asked.clone(), expect!["FetchHostConfig"]);
    let form = &page.model.setup.form;
    assert_eq!(
        (form.start_url_text(), form.session_name_text()),
        ("acme.awsapps.com/start", "corp")
    );
    check(&page.press_sign_in(), expect!["LookUpRegion"]);
}

#[test]
fn sign_in_goes_on_by_itself_once_the_region_is_found() {
    let mut page = Page::open("#/setup?start_url=acme.awsapps.com/start");
    page.press_sign_in();
    let effects = looked_up(&mut page, Region::parse("eu-west-1").ok());
    assert!(brief(&effects).starts_with("Register, "), "{}", brief(&effects));
}

#[test]
fn a_host_without_look_up_leaves_the_region_to_the_person() {
    let mut page = Page::open("");
    page.enter(ACME);
    looked_up(&mut page, None);
    assert_eq!(page.model.setup.form.region(), RegionField::NotFound);
    check(&page.press_sign_in(), expect!["Focus(sso-region)"]);
    assert!(page.model.setup.form.region_is_missing());
}

#[test]
fn typing_on_behind_the_host_asks_nothing_again() {
    let mut page = Page::open("");
    check(&page.enter("https://acme.awsapps.com"), expect!["LookUpRegion"]);
    check(&page.enter("https://acme.awsapps.com/s"), expect![""]);
    looked_up(&mut page, None);
    check(&page.enter(ACME), expect![""]);
    assert_eq!(page.model.setup.form.region(), RegionField::NotFound);
}

#[test]
fn a_company_fills_in_what_a_person_has_not_typed() {
    let company = || {
        Ok(Some(Box::new(HostConfig {
            start_url: Some("https://corp.awsapps.com/start".to_owned()),
            region: Some("us-west-2".to_owned()),
            ..HostConfig::default()
        })))
    };
    let mut page = Page::open("");
    page.send(AppMsg::HostConfigFetched(company()));
    assert_eq!(page.model.setup.form.start_url_text(), "https://corp.awsapps.com/start");
    let mut page = Page::open("");
    page.enter(ACME);
    page.send(AppMsg::HostConfigFetched(company()));
    assert_eq!(page.model.setup.form.start_url_text(), ACME);
}

#[test]
fn nothing_is_sent_from_an_empty_form() {
    let mut page = Page::open("");
    check(&page.press_sign_in(), expect!["Focus(start-url)"]);
    assert!(page.model.setup.form.start_url_problem().is_some());
    assert_eq!(page.model.setup.step(), Step::Connect);
}

#[test]
fn denial_and_the_way_back() {
    let mut page = Page::open("");
    page.sign_in();
    page.register();
    page.authorize();
    page.wake();
    let attempt = page.poll();
    let denied = refusal(Operation::CreateToken, 400, "access_denied");
    check(
        &page.setup(Msg::DeviceFlow(Input::Polled(attempt, Err(denied)))),
        expect!["Focus(heading)"],
    );
    let FlowState::Failed { failure, .. } = page.model.setup.flow.state() else { panic!() };
    assert!(matches!(failure, FlowFailure::Denied(..)));
    page.setup(Msg::EditClicked(Open::Connect));
    assert_eq!(page.model.setup.step(), Step::Connect);
    assert_eq!(page.model.setup.form.start_url_text(), ACME);
}

#[test]
fn a_wrong_region_is_said_and_another_can_be_chosen() {
    let mut page = Page::open("");
    page.sign_in();
    page.register();
    let attempt = page.authorization();
    let wrong = refusal(Operation::StartDeviceAuthorization, 400, "invalid_request");
    page.setup(Msg::DeviceFlow(Input::Authorized(attempt, Err(wrong))));
    let FlowState::Failed { failure, .. } = page.model.setup.flow.state() else { panic!() };
    assert!(matches!(failure, FlowFailure::WrongPlace(_)));
    page.setup(Msg::EditClicked(Open::Connect));
    page.connect(ConnectMsg::RegionChosen(Region::parse("us-east-1").ok()));
    let effects = page.press_sign_in();
    assert!(brief(&effects).starts_with("Register, "), "{}", brief(&effects));
}

#[test]
fn a_late_answer_to_a_cancelled_sign_in_changes_nothing() {
    let mut page = Page::open("");
    page.sign_in();
    page.register();
    page.authorize();
    page.wake();
    let attempt = page.poll();
    page.setup(Msg::Approve(ApproveMsg::CancelClicked));
    check(&page.setup(Msg::DeviceFlow(Input::Polled(attempt, Ok(token())))), expect![""]);
    assert_eq!(page.model.setup.step(), Step::Connect);
}

#[test]
fn the_other_family_starts_anew_with_the_other_hosts() {
    let mut page = Page::open("");
    page.sign_in();
    page.register();
    page.authorize();
    page.setup(Msg::Approve(ApproveMsg::OtherFamilyClicked));
    let family = page.take(|effect| match effect {
        Effect::DeviceFlow(Command::Register(_, request)) => Some(request.endpoint.family),
        _ => None,
    });
    assert_eq!(family, EndpointFamily::DualStack);
}

#[test]
fn the_only_role_is_chosen_by_the_page() {
    let mut page = Page::signed_in();
    page.list(&[("123456789012", "Solo", &["AdministratorAccess"])]);
    assert!(page.model.setup.choose.is_sole_role_chosen());
    assert!(
        page.block().starts_with("[profile AdministratorAccess-123456789012]\n"),
        "{}",
        page.block()
    );
}

#[test]
fn the_only_role_stays_as_the_person_leaves_it() {
    let mut page = Page::signed_in();
    page.list(&[("123456789012", "Solo", &["AdministratorAccess"])]);
    page.toggle("123456789012", "AdministratorAccess");
    page.send(AppMsg::CameBack);
    assert!(page.model.setup.choose.selection.is_empty());
}

#[test]
fn a_link_can_ask_for_roles_to_be_chosen() {
    let mut page =
        Page::open("#/setup?start_url=acme.awsapps.com/start&region=eu-west-1&role=Admin");
    page.press_sign_in();
    page.register();
    page.authorize();
    page.approve();
    page.list(TWO);
    assert_eq!(page.model.setup.choose.selection.len(), 2);
}

#[test]
fn one_profile_takes_the_name_that_is_typed_and_keeps_it_among_several() {
    let mut page = Page::signed_in();
    page.list(TWO);
    page.choose(ChooseMsg::RoleToggled(key("000000000042", "Admin")));
    let admin = key("000000000042", "Admin");
    assert_eq!(page.model.setup.use_it.naming(&page.model.setup.choose).0, Some(&admin));
    page.enter_name("dev sso");
    assert!(page.block().starts_with("[profile 'dev sso']\n"), "{}", page.block());
    page.enter_name("");
    assert_eq!(page.model.setup.use_it.naming(&page.model.setup.choose), (Some(&admin), ""));
    page.enter_name("dev");
    page.choose(ChooseMsg::RoleToggled(key("111111111111", "Dev")));
    assert_eq!(page.model.setup.use_it.naming(&page.model.setup.choose).0, None);
    page.use_it(UseItMsg::TemplateEntered("{account_name|slug}".to_owned()));
    let names: Vec<String> = page
        .block()
        .lines()
        .filter(|line| line.starts_with("[profile"))
        .map(str::to_owned)
        .collect();
    assert_eq!(names, ["[profile dev]", "[profile beta]"]);
    page.use_it(UseItMsg::TemplateEntered("{nope}".to_owned()));
    assert!(page.block().starts_with("Template"), "{}", page.block());
    assert_eq!(page.model.setup.use_it.naming(&page.model.setup.choose), (None, "{nope}"));
}

#[test]
fn select_all_shown_leaves_what_is_hidden_alone() {
    let mut page = Page::signed_in();
    page.list(TWO);
    page.choose(ChooseMsg::RoleToggled(key("000000000042", "Admin")));
    page.choose(ChooseMsg::FilterEntered("beta".to_owned()));
    page.choose(ChooseMsg::AllShownToggled);
    assert_eq!(page.model.setup.choose.selection.len(), 3);
    page.choose(ChooseMsg::AllShownToggled);
    assert_eq!(page.model.setup.choose.selection.len(), 1);
}

#[test]
fn a_session_that_ends_keeps_list_choice_and_block() {
    let mut page = Page::signed_in();
    page.list(TWO);
    page.choose(ChooseMsg::RoleToggled(key("000000000042", "Admin")));
    let block = page.block();
    page.now += TimeDelta::hours(2);
    page.send(AppMsg::CameBack);
    let FlowState::SignedOut(reason) = page.model.setup.flow.state() else { panic!() };
    assert!(matches!(reason, SignedOutReason::Expired(_)));
    assert_eq!((page.model.setup.step(), page.block()), (Step::Choose, block.clone()));
    page.press_sign_in();
    page.authorize();
    page.approve();
    page.list(TWO);
    assert_eq!((page.model.setup.step(), page.block()), (Step::Choose, block));
}

#[test]
fn a_token_refused_while_listing_ends_the_session_and_the_next_one_goes_on() {
    let mut page = Page::signed_in();
    let attempt = page.take(|effect| match effect {
        Effect::Listing(listing::Command::ListAccounts { attempt, .. }, _) => Some(*attempt),
        _ => None,
    });
    page.setup(Msg::Listing(listing::Input::AccountsPage(
        attempt,
        Err(unauthorized(Operation::ListAccounts)),
    )));
    let FlowState::SignedOut(reason) = page.model.setup.flow.state() else { panic!() };
    assert!(matches!(reason, SignedOutReason::SessionEnded(_)));
    page.press_sign_in();
    page.authorize();
    page.approve();
    page.list(TWO);
    assert_eq!(page.model.setup.listing.progress().roles, 3);
}

/// The calls that were under way are answered, and what follows from them waits for the next session.
#[test]
fn a_session_that_ends_while_listing_is_gone_on_with_by_the_next_one() {
    let ids: Vec<String> = (0..40).map(|account| format!("{account:012}")).collect();
    let accounts: Vec<_> = ids.iter().map(|id| (id.as_str(), "Team", &["Dev"][..])).collect();
    let mut page = Page::signed_in();
    for _ in 0..3 {
        let input = page.next_of_listing(&accounts).unwrap();
        page.setup(Msg::Listing(input));
    }
    page.now += TimeDelta::hours(2);
    page.send(AppMsg::CameBack);
    assert!(!page.model.setup.is_signed_in());
    page.list(&accounts);
    page.press_sign_in();
    page.authorize();
    page.approve();
    page.list(&accounts);
    assert_eq!(page.model.setup.listing.progress().roles, 40);
}

#[test]
fn a_token_that_is_refreshed_lists_nothing_again() {
    let mut page = Page::with_code();
    page.approve_with_refresh();
    page.list(TWO);
    page.wake();
    let attempt = page.call(|command| match command {
        Command::Refresh(attempt, _) => Some(*attempt),
        _ => None,
    });
    let before = page.model.setup.token_number();
    check(&page.flow(Input::Refreshed(attempt, Ok(token()))), expect!["WakeAt"]);
    assert_ne!(page.model.setup.token_number(), before);
}

#[test]
fn signing_out_forgets_everything_but_the_form() {
    let mut page = Page::signed_in();
    page.list(TWO);
    page.choose(ChooseMsg::RoleToggled(key("000000000042", "Admin")));
    check(&page.setup(Msg::SignOutClicked), expect!["Logout, Focus(heading)"]);
    assert_eq!((page.model.setup.step(), page.block().as_str()), (Step::Connect, ""));
    assert!(page.model.setup.choose.rows.lines.is_empty());
    assert_eq!(page.model.setup.form.start_url_text(), ACME);
}

#[test]
fn another_portal_starts_with_an_empty_list() {
    let mut page = Page::signed_in();
    page.list(TWO);
    page.choose(ChooseMsg::RoleToggled(key("000000000042", "Admin")));
    page.setup(Msg::SignOutClicked);
    page.enter("https://other.awsapps.com/start");
    page.connect(ConnectMsg::RegionChosen(Region::parse("eu-west-1").ok()));
    page.press_sign_in();
    page.authorize();
    page.approve();
    page.list(&[("999999999999", "Other", &["Dev", "Ops"])]);
    let choose = &page.model.setup.choose;
    assert_eq!((choose.selection.len(), choose.rows.roles), (0, 2));
}
