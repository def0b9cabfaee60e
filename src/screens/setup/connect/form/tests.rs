//! The form by itself: what it reads out of what people paste, when it complains, and what it asks the relay.

use super::*;
use crate::host_config::HostConfig;
use crate::route::Prefill;
use expect_test::{Expect, expect};
use onramp_domain::portal::StartUrlError;

const ACME: &str = "https://acme.awsapps.com/start";

/// What the form makes of what stands in it, in one line.
#[track_caller]
fn check(form: &PortalForm, expect: Expect) {
    let read = match form.start_url() {
        Err(StartUrlError::Empty) => "nothing".to_owned(),
        Ok(url) => url.to_string(),
        Err(error) => format!("{error:?}"),
    };
    let region = match form.region() {
        why @ (RegionField::Unasked | RegionField::NotFound) => format!("{why:?}"),
        RegionField::LookingUp => {
            let after = if form.waits_to_sign_in() { "SignIn" } else { "Show" };
            format!("asks {} to {after}", form.portal().unwrap().as_str())
        }
        RegionField::Found(region) => format!("{} by Found", region.id()),
        RegionField::FilledIn(region) => format!("{} by FilledIn", region.id()),
        RegionField::Chosen(region) => format!("{} by Person", region.id()),
    };
    expect.assert_eq(&format!("{read} | {region} | {}", form.session_name_text()));
}

fn typed(text: &str) -> PortalForm {
    let mut form = PortalForm::default();
    let _ = form.enter_start_url(text.to_owned());
    form
}

fn host(name: &str) -> PortalHost {
    PortalHost::parse(name).unwrap()
}

fn region(id: &str) -> Option<Region> {
    Region::parse(id).ok()
}

fn company() -> HostConfig {
    HostConfig {
        start_url: Some("https://corp.awsapps.com/start".to_owned()),
        region: Some("us-west-2".to_owned()),
        session_name: Some("corp-sso".to_owned()),
        ..HostConfig::default()
    }
}

#[test]
fn a_start_url_that_names_its_region_needs_no_asking() {
    let form = typed("https://ssoins-0123456789abcdef.portal.eu-central-1.app.aws");
    check(
        &form,
        expect![
            "https://ssoins-0123456789abcdef.portal.eu-central-1.app.aws | eu-central-1 by Found | my-sso"
        ],
    );
    assert_eq!(form.family(), EndpointFamily::DualStack);
}

#[test]
fn an_address_that_is_none_may_still_name_the_region() {
    check(
        &typed("https://eu-west-1.signin.aws/platform/login"),
        expect!["SignInUrl { region: Some(eu-west-1) } | eu-west-1 by Found | my-sso"],
    );
    check(
        &typed("https://oidc.us-east-2.amazonaws.com/token"),
        expect!["EndpointUrl { region: Some(us-east-2) } | us-east-2 by Found | my-sso"],
    );
    check(&typed("https://console.aws.amazon.com/"), expect!["ConsoleUrl | Unasked | my-sso"]);
}

#[test]
fn a_companys_own_host_names_no_region_and_is_not_asked() {
    check(
        &typed("https://aws.acme.example/sso"),
        expect!["https://aws.acme.example/sso | NotFound | my-sso"],
    );
}

#[test]
fn an_alias_makes_a_session_name_and_an_id_does_not() {
    check(
        &typed(ACME),
        expect!["https://acme.awsapps.com/start | asks acme.awsapps.com to Show | acme"],
    );
    check(
        &typed("https://d-1234567890.awsapps.com/start"),
        expect![
            "https://d-1234567890.awsapps.com/start | asks d-1234567890.awsapps.com to Show | my-sso"
        ],
    );
    check(
        &typed("https://start.home.awsapps.cn/directory/acme"),
        expect![
            "https://start.home.awsapps.cn/directory/acme | asks start.home.awsapps.cn to Show | my-sso"
        ],
    );
}

#[test]
fn a_typed_session_name_outlives_another_start_url() {
    let mut form = typed(ACME);
    form.typed_session_name = Some("mine".to_owned());
    let _ = form.enter_start_url("https://other.awsapps.com/start".to_owned());
    assert_eq!(form.session_name_text(), "mine");
}

#[test]
fn a_region_chosen_by_hand_outlives_typing_but_not_a_start_url_that_knows_better() {
    let mut form = typed(ACME);
    form.chosen_region = region("us-east-1");
    assert_eq!(form.enter_start_url("https://acm.awsapps.com/start".to_owned()), None);
    check(&form, expect!["https://acm.awsapps.com/start | us-east-1 by Person | acm"]);
    let _ = form.enter_start_url("https://ssoins-1.eu-west-1.portal.amazonaws.com".to_owned());
    check(
        &form,
        expect!["https://ssoins-1.eu-west-1.portal.amazonaws.com | eu-west-1 by Found | my-sso"],
    );
}

#[test]
fn an_answer_about_another_portal_changes_nothing() {
    let mut form = typed(ACME);
    let _ = form.enter_start_url("https://other.awsapps.com/start".to_owned());
    assert!(!form.region_looked_up(&host("acme.awsapps.com"), region("us-east-1")));
    check(
        &form,
        expect!["https://other.awsapps.com/start | asks other.awsapps.com to Show | other"],
    );
}

#[test]
fn an_answer_after_the_region_was_chosen_by_hand_changes_nothing() {
    let mut form = typed(ACME);
    assert!(form.submit().is_err());
    form.chosen_region = region("us-west-2");
    assert!(!form.region_looked_up(&host("acme.awsapps.com"), region("us-east-1")));
    check(&form, expect!["https://acme.awsapps.com/start | us-west-2 by Person | acme"]);
}

#[test]
fn another_start_url_takes_back_the_wish_to_sign_in() {
    let mut form = typed(ACME);
    assert_eq!(form.submit().unwrap_err(), FormError::WaitsForRegion(None));
    check(
        &form,
        expect!["https://acme.awsapps.com/start | asks acme.awsapps.com to SignIn | acme"],
    );
    let asked = form.enter_start_url("https://other.awsapps.com/start".to_owned());
    assert_eq!(asked, Some(host("other.awsapps.com")));
    check(
        &form,
        expect!["https://other.awsapps.com/start | asks other.awsapps.com to Show | other"],
    );
}

#[test]
fn a_portal_that_was_asked_in_vain_is_asked_again_only_after_another() {
    let mut form = typed(ACME);
    let _ = form.region_looked_up(&host("acme.awsapps.com"), None);
    assert_eq!(form.submit().unwrap_err(), FormError::Region);
    assert_eq!(form.enter_start_url(ACME.to_owned()), None);
    assert_eq!(form.enter_start_url(String::new()), None);
    assert_eq!(form.enter_start_url(ACME.to_owned()), Some(host("acme.awsapps.com")));
}

#[test]
fn a_portal_that_was_found_is_found_again_after_another() {
    let mut form = typed(ACME);
    let _ = form.region_looked_up(&host("acme.awsapps.com"), region("us-east-1"));
    let _ = form.enter_start_url("https://ssoins-1.eu-west-1.portal.amazonaws.com".to_owned());
    assert_eq!(form.enter_start_url(ACME.to_owned()), None);
    check(&form, expect!["https://acme.awsapps.com/start | us-east-1 by Found | acme"]);
}

#[test]
fn mistakes_are_held_back_while_a_person_types_for_the_first_time() {
    let mut form = typed("ftp://x");
    assert_eq!(form.start_url_problem(), None);
    form.leave_start_url();
    assert_eq!(form.start_url_problem(), Some(&StartUrlError::NotHttps));
    let _ = form.enter_start_url(String::new());
    assert_eq!(form.start_url_problem(), None);
    assert_eq!(form.submit().unwrap_err(), FormError::StartUrl);
    assert_eq!(form.start_url_problem(), Some(&StartUrlError::Empty));
}

#[test]
fn a_session_name_that_no_config_can_hold_keeps_the_form() {
    let mut form = typed(ACME);
    form.chosen_region = region("eu-west-1");
    for name in ["", "a]b", "a\nb"] {
        form.typed_session_name = Some(name.to_owned());
        assert_eq!(form.submit().unwrap_err(), FormError::SessionName, "{name:?}");
    }
    form.typed_session_name = Some("a b".to_owned());
    assert!(form.submit().is_ok());
}

#[test]
fn what_is_sent_is_the_start_url_as_it_was_read() {
    let mut form = typed("  acme.awsapps.com/start/#/?tab=accounts ");
    form.chosen_region = region("eu-west-1");
    form.chosen_family = Some(EndpointFamily::DualStack);
    let portal = form.submit().unwrap();
    assert_eq!(
        (portal.start_url.as_str(), portal.region.id(), portal.endpoints),
        (ACME, "eu-west-1", EndpointFamily::DualStack)
    );
    assert_eq!(portal.scopes, ["sso:account:access"]);
}

#[test]
fn a_family_chosen_by_hand_goes_with_the_start_url_it_was_chosen_for() {
    let mut form = typed(ACME);
    form.chosen_family = Some(EndpointFamily::DualStack);
    let _ = form.enter_start_url("https://other.awsapps.com/start".to_owned());
    assert_eq!(form.family(), EndpointFamily::Standard);
}

#[test]
fn a_link_comes_before_the_company_and_the_company_before_what_can_be_found() {
    let mut form = PortalForm::default();
    form.fill_in(&Prefill::default(), &company());
    check(&form, expect!["https://corp.awsapps.com/start | us-west-2 by FilledIn | corp-sso"]);
    assert_eq!(form.filled_in_by, FilledInBy::Company);
    let link = Prefill {
        start_url: Some("acme.awsapps.com/start".to_owned()),
        region: Some("nowhere-1".to_owned()),
        ..Prefill::default()
    };
    form.fill_in(&link, &HostConfig::default());
    check(&form, expect!["https://acme.awsapps.com/start | Unasked | acme"]);
    assert_eq!(form.filled_in_by, FilledInBy::Link);
}

#[test]
fn a_filled_in_address_that_is_none_is_complained_of_at_once() {
    let mut form = PortalForm::default();
    let link = Prefill { start_url: Some("http://evil.example".to_owned()), ..Prefill::default() };
    form.fill_in(&link, &HostConfig::default());
    assert_eq!(form.start_url_problem(), Some(&StartUrlError::NotHttps));
    check(&form, expect!["NotHttps | Unasked | my-sso"]);
}

#[test]
fn typing_makes_the_form_the_persons_own() {
    let mut form = PortalForm::default();
    form.fill_in(&Prefill::default(), &company());
    let _ = form.enter_start_url(ACME.to_owned());
    assert_eq!(form.filled_in_by, FilledInBy::Person);
}

/// What the company gives arrives, with or without a start URL.
#[track_caller]
fn check_company(form: &mut PortalForm, company: &HostConfig, expect: Expect) {
    form.fill_in(&Prefill::default(), company);
    check(form, expect);
}

#[test]
fn a_companys_session_name_and_region_alone_hold_for_every_start_url() {
    let company = HostConfig { start_url: None, ..company() };
    let mut form = PortalForm::default();
    check_company(&mut form, &company, expect!["nothing | us-west-2 by FilledIn | corp-sso"]);
    assert_eq!(form.enter_start_url(ACME.to_owned()), None);
    check(&form, expect!["https://acme.awsapps.com/start | us-west-2 by FilledIn | corp-sso"]);
    let _ = form.enter_start_url("https://ssoins-1.eu-west-1.portal.amazonaws.com".to_owned());
    check(
        &form,
        expect!["https://ssoins-1.eu-west-1.portal.amazonaws.com | eu-west-1 by Found | corp-sso"],
    );
    let mut form = typed("https://aws.acme.example/sso");
    check_company(
        &mut form,
        &company,
        expect!["https://aws.acme.example/sso | us-west-2 by FilledIn | corp-sso"],
    );
}

#[test]
fn what_a_company_gives_for_its_start_url_is_not_for_another() {
    let mut form = typed("https://aws.acme.example/sso");
    check_company(
        &mut form,
        &company(),
        expect!["https://aws.acme.example/sso | NotFound | my-sso"],
    );
    let mut form = typed("https://corp.awsapps.com/start/#/");
    let _ = form.region_looked_up(&host("corp.awsapps.com"), None);
    check_company(
        &mut form,
        &company(),
        expect!["https://corp.awsapps.com/start | us-west-2 by FilledIn | corp-sso"],
    );
}

#[test]
fn what_a_person_did_before_the_company_answered_stays() {
    let mut form = PortalForm {
        chosen_region: region("eu-north-1"),
        typed_session_name: Some("mine".to_owned()),
        ..PortalForm::default()
    };
    check_company(
        &mut form,
        &company(),
        expect!["https://corp.awsapps.com/start | eu-north-1 by Person | mine"],
    );
    let mut form = typed(ACME);
    check_company(
        &mut form,
        &HostConfig { start_url: None, ..company() },
        expect!["https://acme.awsapps.com/start | asks acme.awsapps.com to Show | corp-sso"],
    );
}
