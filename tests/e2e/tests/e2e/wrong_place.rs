//! The failure that people meet most: the right start URL in the wrong region, or through the wrong addresses.

use crate::steps::{self, DUAL_STACK, SOLO};
use onramp_e2e::{Answer, Page, Role, assert_shows, with_demo};

#[tokio::test]
async fn an_unknown_start_url_is_said_and_can_be_changed() {
    let unknown = "https://nobody.awsapps.com/start";
    with_demo(&[], async |page| {
        steps::sign_in(page, unknown).await;
        page.wait_for_text(Role::Alert, "Choose the region.").await;
        page.choose("SSO region", "eu-west-1").await;
        page.press(Role::Button, "Sign in").await;
        page.wait_for_text(Role::Alert, "AWS doesn't know this start URL in this region").await;
        page.press(Role::Button, "Edit start URL or region").await;
        assert_shows!(page.value_of(Role::Textbox, "Start URL").await, unknown);
        assert_shows!(page.value_of(Role::Combobox, "SSO region").await, "eu-west-1");
        steps::sign_in_at_solo_in(page, "us-east-1").await;
    })
    .await;
}

#[tokio::test]
async fn in_the_wrong_region_the_page_knows_what_aws_shows() {
    with_demo(&[], async |page| {
        sign_in_in_the_wrong_region(page).await;
        say_that_aws_shows_an_error(page).await;
        try_region(page, "us-east-1").await;
    })
    .await;
}

#[tokio::test]
async fn after_a_minute_the_page_asks_by_itself() {
    with_demo(&[], async |page| {
        sign_in_in_the_wrong_region(page).await;
        assert_eq!(page.names(Role::Alert).await, [""; 0]);
        page.sleep_seconds(61).await;
        page.wait_for_text(Role::Alert, "Does AWS show an error").await;
        try_region(page, "us-east-1").await;
    })
    .await;
}

#[tokio::test]
async fn a_dual_stack_portal_is_signed_in_to_through_its_own_addresses() {
    with_demo(&[], async |page| {
        steps::sign_in_and_allow(page, DUAL_STACK).await;
        page.wait_for_text(Role::Main, "3 accounts, 6 roles").await;
        let calls = calls(page).await;
        assert!(
            calls.iter().all(|call| call.contains("/aws-dualstack/eu-central-1/")),
            "{calls:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn through_the_wrong_addresses_one_press_tries_the_others() {
    with_demo(&[], async |page| {
        page.fill(Role::Textbox, "Start URL", DUAL_STACK).await;
        page.unfold("More options").await;
        page.choose("AWS's addresses", "standard").await;
        page.press(Role::Button, "Sign in").await;
        let approval = page.answer_approval(Answer::Allow).await;
        assert!(approval.outcome.contains("Something doesn't compute"), "{}", approval.outcome);
        say_that_aws_shows_an_error(page).await;
        page.press(Role::GroupedDisclosure, "“Something doesn't compute”").await;
        page.press(Role::Button, "Try the other addresses").await;
        page.answer_approval(Answer::Allow).await;
        page.wait_for_text(Role::Main, "3 accounts, 6 roles").await;
    })
    .await;
}

/// The person chose a region by hand, and AWS says so only in the other tab.
async fn sign_in_in_the_wrong_region(page: &Page) {
    page.choose("SSO region", "eu-west-1").await;
    steps::sign_in(page, SOLO).await;
    let approval = page.answer_approval(Answer::Allow).await;
    assert!(approval.outcome.contains("Invalid grant provided"), "{}", approval.outcome);
}

async fn say_that_aws_shows_an_error(page: &Page) {
    page.unfold("Does AWS show an error?").await;
}

/// Chooses the region that it is, where the page asks what AWS says.
async fn try_region(page: &Page, region: &str) {
    page.choose("SSO region", region).await;
    page.press(Role::Button, "Try this region").await;
    page.answer_approval(Answer::Allow).await;
    page.find(Role::Button, "Copy config block").await;
}

/// The addresses of the calls that the page made through its relay.
async fn calls(page: &Page) -> Vec<String> {
    let mut calls = page.asked_for().await;
    calls.retain(|address| address.contains("/aws"));
    assert!(!calls.is_empty());
    calls
}
