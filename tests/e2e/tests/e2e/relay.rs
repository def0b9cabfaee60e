//! When the relay, or what is behind it, is away for a while or altogether.

use crate::steps::{self, SOLO, TOKEN};
use onramp_e2e::{Answer, Organisation, Role, until, with_demo, with_files_only, with_gatekeeper};

#[tokio::test]
async fn access_control_that_goes_by_a_cookie_lets_the_page_in() {
    with_gatekeeper(async |page| {
        steps::sign_in(page, SOLO).await;
        page.answer_approval(Answer::Allow).await;
        page.find(Role::Button, "Copy config block").await;
    })
    .await;
}

#[tokio::test]
async fn when_aws_is_away_for_a_while_the_sign_in_goes_on_afterwards() {
    with_demo(&[], async |page| {
        let organisation = Organisation::behind(page).await;
        steps::sign_in(page, SOLO).await;
        page.find(Role::Link, "Open AWS to approve").await;
        organisation.go_wrong("drop=100%").await;
        page.wait_for_text(Role::Status, "AWS isn't answering well right now").await;
        organisation.go_wrong("").await;
        page.answer_approval(Answer::Allow).await;
        page.find(Role::Button, "Copy config block").await;
    })
    .await;
}

#[tokio::test]
async fn when_the_relay_is_out_of_reach_for_a_while_the_sign_in_goes_on_afterwards() {
    with_demo(&[], async |page| {
        steps::sign_in(page, SOLO).await;
        page.find(Role::Link, "Open AWS to approve").await;
        page.go_offline().await;
        page.wait_for_text(Role::Status, "We can't reach this page's relay right now").await;
        page.go_online().await;
        page.answer_approval(Answer::Allow).await;
        page.find(Role::Button, "Copy config block").await;
    })
    .await;
}

#[tokio::test]
async fn a_list_that_stops_in_the_middle_says_so_and_goes_on_when_asked() {
    with_demo(&["--accounts", "30", "--faults", "throttle=1/s"], async |page| {
        let organisation = Organisation::behind(page).await;
        steps::sign_in_and_allow(page, steps::BIG).await;
        page.wait_for_text(Role::Main, "of 30 accounts").await;
        organisation.go_wrong("drop=100%").await;
        // It tries for a minute or so before it gives up.
        until("the list to stop", async || {
            page.sleep_seconds(10).await;
            (!page.names(Role::Alert).await.is_empty()).then_some(())
        })
        .await;
        page.wait_for_text(Role::Alert, "This list isn't complete").await;
        organisation.go_wrong("").await;
        page.press(Role::Button, "Ask for them again").await;
        page.wait_for_text(Role::Main, "30 accounts, 90 roles").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_without_a_relay_says_so_and_still_checks_tokens() {
    with_files_only(async |page| {
        // There is no file with settings, which is no fault: the page is complete without.
        page.excuse("/onramp.json - Failed to load resource");
        page.fill(Role::Textbox, "Start URL", SOLO).await;
        page.choose("SSO region", "us-east-1").await;
        page.press(Role::Button, "Sign in").await;
        page.wait_for_text(Role::Alert, "This page has no relay to AWS").await;
        page.press(Role::Link, "Check a token").await;
        page.fill(Role::Textbox, "Cache file or error message", TOKEN).await;
        page.wait_for_text(Role::Article, "Sign-in at solo.awsapps.com").await;
    })
    .await;
}
