//! Every path of the flow, as events in and effects out. No browser, no clock: the tests' own hands answer.

use super::*;
use crate::app::effect::{CopyTarget, Effect, FocusTarget};
use crate::app::event::{ChoiceEvent, PortalEvent, RegionNotOffered};
use crate::app::setup::Step;
use crate::app::setup::choice::{ChosenBy, NamingField};
use crate::app::setup::portal_form::{RegionField, WhyUnknown};
use crate::app::site::SiteFile;
use crate::app::testing::{ACME, Page, TWO, brief, key, refusal, unauthorized};
use expect_test::{Expect, expect};
use onramp_domain::call::Call;
use onramp_domain::device_flow::{FlowFailure, FlowState, Input, SignedOutReason};
use onramp_domain::wire::CreateTokenResponse;
use onramp_domain::{Region, Secret};

#[track_caller]
fn check(effects: &[Effect], expect: Expect) {
    expect.assert_eq(&brief(effects));
}

#[test]
fn the_main_job_from_a_start_url_to_a_block() {
    let mut page = Page::open("");
    check(&page.asked.clone(), expect!["FetchSite"]);
    check(&page.send(Event::SiteGot(Ok(None))), expect![""]);
    check(&page.portal(PortalEvent::StartUrlEntered(ACME.to_owned())), expect!["LookUpRegion"]);
    let portal = page.take(|effect| match effect {
        Effect::LookUpRegion(portal) => Some(portal.clone()),
        _ => None,
    });
    check(
        &page.portal(PortalEvent::RegionLookedUp(portal, Ok(Region::parse("eu-west-1").ok()))),
        expect![""],
    );
    check(
        &page.portal(PortalEvent::SignInClicked),
        expect![
            "Register, Focus(Step), ReplaceAddress(#/setup?start_url=https://acme.awsapps.com/start&region=eu-west-1&session=acme), Tick"
        ],
    );
    page.register();
    page.authorize();
    assert_eq!(page.model().center.step(), Step::Approve);
    page.approve();
    assert_eq!(page.model().center.step(), Step::Choose);
    page.list(TWO);
    page.choose(ChoiceEvent::RoleToggled(key("111111111111", "Dev")));
    page.choose(ChoiceEvent::RoleToggled(key("000000000042", "Admin")));
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
    page.send(Event::SiteGot(Ok(None)));
    check(&page.asked.clone(), expect!["FetchSite"]);
    let form = page.model().center.form();
    assert_eq!(
        (form.start_url_text(), form.session_name_text()),
        ("acme.awsapps.com/start", "corp")
    );
    check(&page.portal(PortalEvent::SignInClicked), expect!["LookUpRegion"]);
}

#[test]
fn sign_in_goes_on_by_itself_once_the_region_is_found() {
    let mut page = Page::open("#/setup?start_url=acme.awsapps.com/start");
    page.portal(PortalEvent::SignInClicked);
    let portal = page.take(|effect| match effect {
        Effect::LookUpRegion(portal) => Some(portal.clone()),
        _ => None,
    });
    let effects =
        page.portal(PortalEvent::RegionLookedUp(portal, Ok(Region::parse("eu-west-1").ok())));
    assert!(matches!(effects[0], Effect::Register(..)), "{}", brief(&effects));
}

#[test]
fn a_host_without_look_up_leaves_the_region_to_the_person() {
    let mut page = Page::open("");
    page.portal(PortalEvent::StartUrlEntered(ACME.to_owned()));
    let portal = page.take(|effect| match effect {
        Effect::LookUpRegion(portal) => Some(portal.clone()),
        _ => None,
    });
    page.portal(PortalEvent::RegionLookedUp(portal, Err(RegionNotOffered)));
    assert_eq!(*page.model().center.form().region(), RegionField::Unknown(WhyUnknown::NotOffered));
    check(&page.portal(PortalEvent::SignInClicked), expect!["Focus(Region)"]);
    assert!(page.model().center.form().region_is_missing());
}

#[test]
fn typing_on_behind_the_host_asks_nothing_again() {
    let mut page = Page::open("");
    check(
        &page.portal(PortalEvent::StartUrlEntered("https://acme.awsapps.com".to_owned())),
        expect!["LookUpRegion"],
    );
    check(
        &page.portal(PortalEvent::StartUrlEntered("https://acme.awsapps.com/s".to_owned())),
        expect![""],
    );
    let portal = page.take(|effect| match effect {
        Effect::LookUpRegion(portal) => Some(portal.clone()),
        _ => None,
    });
    page.portal(PortalEvent::RegionLookedUp(portal, Ok(None)));
    check(&page.portal(PortalEvent::StartUrlEntered(ACME.to_owned())), expect![""]);
    assert_eq!(*page.model().center.form().region(), RegionField::Unknown(WhyUnknown::NotFound));
}

#[test]
fn a_company_fills_in_what_a_person_has_not_typed() {
    let company = || {
        Ok(Some(SiteFile {
            start_url: Some("https://corp.awsapps.com/start".to_owned()),
            region: Some("us-west-2".to_owned()),
            ..SiteFile::default()
        }))
    };
    let mut page = Page::open("");
    page.send(Event::SiteGot(company()));
    assert_eq!(page.model().center.form().start_url_text(), "https://corp.awsapps.com/start");
    let mut page = Page::open("");
    page.portal(PortalEvent::StartUrlEntered(ACME.to_owned()));
    page.send(Event::SiteGot(company()));
    assert_eq!(page.model().center.form().start_url_text(), ACME);
}

#[test]
fn nothing_is_sent_from_an_empty_form() {
    let mut page = Page::open("");
    check(&page.portal(PortalEvent::SignInClicked), expect!["Focus(StartUrl)"]);
    assert!(page.model().center.form().start_url_fault().is_some());
    assert_eq!(page.model().center.step(), Step::Where);
}

#[test]
fn denial_and_the_way_back() {
    let mut page = Page::open("");
    page.sign_in();
    page.register();
    page.authorize();
    page.ring();
    let attempt = page.poll();
    let denied = refusal(Call::CreateToken, 400, "access_denied");
    check(&page.send(Event::Flow(Input::Polled(attempt, Err(denied)))), expect!["Focus(Step)"]);
    let FlowState::Failed(failed) = page.model().center.flow() else { panic!() };
    assert!(matches!(failed.failure(), FlowFailure::Denied(..)));
    page.portal(PortalEvent::StartOverClicked);
    assert_eq!(page.model().center.step(), Step::Where);
    assert_eq!(page.model().center.form().start_url_text(), ACME);
}

#[test]
fn a_wrong_region_is_said_and_another_can_be_chosen() {
    let mut page = Page::open("");
    page.sign_in();
    page.register();
    let attempt = page.authorization();
    let wrong = refusal(Call::StartDeviceAuthorization, 400, "invalid_request");
    page.send(Event::Flow(Input::Authorized(attempt, Err(wrong))));
    let FlowState::Failed(failed) = page.model().center.flow() else { panic!() };
    assert!(matches!(failed.failure(), FlowFailure::WrongPlace(_)));
    page.portal(PortalEvent::StartOverClicked);
    page.portal(PortalEvent::RegionChosen(Region::parse("us-east-1").ok()));
    let effects = page.portal(PortalEvent::SignInClicked);
    assert!(matches!(effects[0], Effect::Register(..)), "{}", brief(&effects));
}

#[test]
fn a_late_answer_to_a_cancelled_sign_in_changes_nothing() {
    let mut page = Page::open("");
    page.sign_in();
    page.register();
    page.authorize();
    page.ring();
    let attempt = page.poll();
    page.send(Event::Flow(Input::Cancel));
    let answer = CreateTokenResponse {
        access_token: Secret::new("SECRET"),
        expires_in: Some(3600.0),
        refresh_token: None,
    };
    check(&page.send(Event::Flow(Input::Polled(attempt, Ok(answer)))), expect![""]);
    assert_eq!(page.model().center.step(), Step::Where);
}

#[test]
fn the_other_family_starts_anew_with_the_other_hosts() {
    let mut page = Page::open("");
    page.sign_in();
    page.register();
    page.authorize();
    page.portal(PortalEvent::OtherFamilyClicked);
    let path = page.take(|effect| match effect {
        Effect::Register(_, request) => Some(request.endpoint().relay_path(Call::RegisterClient)),
        _ => None,
    });
    assert_eq!(path, "/aws-dualstack/eu-west-1/oidc/client/register");
}

#[test]
fn the_only_role_is_chosen_by_the_page() {
    let mut page = Page::signed_in();
    page.list(&[("123456789012", "Solo", &["AdministratorAccess"])]);
    assert_eq!(page.model().center.choice().chosen_by(), ChosenBy::Page);
    assert!(
        page.block().starts_with("[profile AdministratorAccess-123456789012]\n"),
        "{}",
        page.block()
    );
}

#[test]
fn a_link_can_ask_for_roles_to_be_chosen() {
    let mut page =
        Page::open("#/setup?start_url=acme.awsapps.com/start&region=eu-west-1&role=Admin");
    page.portal(PortalEvent::SignInClicked);
    page.register();
    page.authorize();
    page.approve();
    page.list(TWO);
    assert_eq!(page.model().center.choice().chosen().len(), 2);
}

#[test]
fn one_profile_takes_the_name_that_is_typed_and_several_a_template() {
    let mut page = Page::signed_in();
    page.list(TWO);
    page.choose(ChoiceEvent::RoleToggled(key("000000000042", "Admin")));
    assert_eq!(page.model().center.choice().naming().0, NamingField::Name);
    page.choose(ChoiceEvent::NamingEntered(NamingField::Name, "dev sso".to_owned()));
    assert!(page.block().starts_with("[profile 'dev sso']\n"), "{}", page.block());
    page.choose(ChoiceEvent::NamingEntered(NamingField::Name, String::new()));
    assert_eq!(page.model().center.choice().naming(), (NamingField::Name, ""));
    page.choose(ChoiceEvent::NamingEntered(NamingField::Name, "dev".to_owned()));
    page.choose(ChoiceEvent::RoleToggled(key("111111111111", "Dev")));
    assert_eq!(page.model().center.choice().naming().0, NamingField::Template);
    page.choose(ChoiceEvent::NamingEntered(
        NamingField::Template,
        "{account_name|slug}".to_owned(),
    ));
    let names: Vec<String> = page
        .block()
        .lines()
        .filter(|line| line.starts_with("[profile"))
        .map(str::to_owned)
        .collect();
    assert_eq!(names, ["[profile alpha]", "[profile beta]"]);
    page.choose(ChoiceEvent::NamingEntered(NamingField::Template, "{nope}".to_owned()));
    assert!(page.block().starts_with("Fault"), "{}", page.block());
    assert_eq!(page.model().center.choice().naming(), (NamingField::Template, "{nope}"));
}

#[test]
fn select_all_shown_leaves_what_is_hidden_alone() {
    let mut page = Page::signed_in();
    page.list(TWO);
    page.choose(ChoiceEvent::RoleToggled(key("000000000042", "Admin")));
    page.choose(ChoiceEvent::FilterEntered("beta".to_owned()));
    page.choose(ChoiceEvent::AllShownToggled);
    assert_eq!(page.model().center.choice().chosen().len(), 3);
    page.choose(ChoiceEvent::AllShownToggled);
    assert_eq!(page.model().center.choice().chosen().len(), 1);
}

#[test]
fn a_session_that_ends_keeps_list_choice_and_block() {
    let mut page = Page::signed_in();
    page.list(TWO);
    page.choose(ChoiceEvent::RoleToggled(key("000000000042", "Admin")));
    let block = page.block();
    page.now += TimeDelta::hours(2);
    page.send(Event::CameBack);
    let FlowState::SignedOut(reason) = page.model().center.flow() else { panic!() };
    assert!(matches!(reason, SignedOutReason::Expired(_)));
    assert_eq!((page.model().center.step(), page.block()), (Step::Choose, block.clone()));
    page.portal(PortalEvent::SignInClicked);
    page.authorize();
    page.approve();
    page.list(TWO);
    assert_eq!((page.model().center.step(), page.block()), (Step::Choose, block));
}

#[test]
fn a_token_refused_while_listing_ends_the_session_and_the_next_one_goes_on() {
    let mut page = Page::signed_in();
    let attempt = page.take(|effect| match effect {
        Effect::ListAccounts(attempt, ..) => Some(*attempt),
        _ => None,
    });
    page.send(Event::Listing(listing::Input::AccountsPage(
        attempt,
        Err(unauthorized(Call::ListAccounts)),
    )));
    let FlowState::SignedOut(reason) = page.model().center.flow() else { panic!() };
    assert!(matches!(reason, SignedOutReason::SessionEnded(_)));
    page.portal(PortalEvent::SignInClicked);
    page.authorize();
    page.approve();
    page.list(TWO);
    assert_eq!(page.model().center.listing().progress().roles, 3);
}

#[test]
fn signing_out_forgets_everything_but_the_form() {
    let mut page = Page::signed_in();
    page.list(TWO);
    page.choose(ChoiceEvent::RoleToggled(key("000000000042", "Admin")));
    check(&page.send(Event::Flow(Input::SignOut)), expect!["Logout, Focus(Step)"]);
    assert_eq!((page.model().center.step(), page.block().as_str()), (Step::Where, "Empty"));
    assert!(page.model().center.choice().rows().as_slice().is_empty());
    assert_eq!(page.model().center.form().start_url_text(), ACME);
}

#[test]
fn another_portal_starts_with_an_empty_list() {
    let mut page = Page::signed_in();
    page.list(TWO);
    page.choose(ChoiceEvent::RoleToggled(key("000000000042", "Admin")));
    page.send(Event::Flow(Input::SignOut));
    page.portal(PortalEvent::StartUrlEntered("https://other.awsapps.com/start".to_owned()));
    page.portal(PortalEvent::RegionChosen(Region::parse("eu-west-1").ok()));
    page.portal(PortalEvent::SignInClicked);
    page.authorize();
    page.approve();
    page.list(&[("999999999999", "Other", &["Dev", "Ops"])]);
    let choice = page.model().center.choice();
    assert_eq!((choice.chosen().len(), choice.rows().roles()), (0, 2));
}

#[test]
fn copied_is_said_for_two_seconds() {
    let mut page = Page::open("");
    check(&page.send(Event::Copied(CopyTarget::Block, Ok(()))), expect!["Tick"]);
    assert!(page.model().copied.shows(CopyTarget::Block));
    page.now += TimeDelta::seconds(2);
    page.send(Event::Woke(Alarm::Second));
    assert!(!page.model().copied.shows(CopyTarget::Block));
}

#[test]
fn a_link_for_a_colleague_is_copied_with_the_pages_whole_address() {
    let mut page = Page::open("");
    let effects =
        page.send(Event::CopyClicked(CopyTarget::Link, "#/setup?region=eu-west-1".into()));
    assert_eq!(effects, [Effect::CopyLink("#/setup?region=eu-west-1".into())]);
}

#[test]
fn focus_follows_the_steps() {
    let mut page = Page::open("");
    page.sign_in();
    page.register();
    page.authorize();
    let focused =
        page.asked.iter().filter(|effect| **effect == Effect::Focus(FocusTarget::Step)).count();
    assert_eq!(focused, 2);
}
