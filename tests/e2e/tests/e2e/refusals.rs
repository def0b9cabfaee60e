//! Sign-ins that end without a session: denied, run out; sessions that are ended; and what helps then.

use crate::steps::{self, BIG, SOLO};
use onramp_e2e::{Answer, Organisation, Role, assert_shows, with_demo};

#[tokio::test]
async fn after_a_denial_trying_again_works() {
    with_demo(&[], async |page| {
        steps::sign_in(page, SOLO).await;
        let first = page.text_of(Role::Group, "Your code").await;
        let approval = page.answer_approval(Answer::Deny).await;
        assert!(approval.outcome.contains("Request denied"), "{}", approval.outcome);
        page.wait_for_text(Role::Alert, "AWS says no to this sign-in").await;
        page.press(Role::Button, "Try again").await;
        let second = page.text_of(Role::Group, "Your code").await;
        assert_ne!(second, first);
        page.answer_approval(Answer::Allow).await;
        page.find(Role::Button, "Copy config block").await;
    })
    .await;
}

#[tokio::test]
async fn after_the_code_ran_out_a_new_one_works() {
    with_demo(&["--faults", "code-life=2s"], async |page| {
        steps::sign_in(page, SOLO).await;
        page.wait_for_text(Role::Alert, "The code has expired").await;
        Organisation::behind(page).await.go_wrong("").await;
        page.press(Role::Button, "Get a new code").await;
        page.answer_approval(Answer::Allow).await;
        page.find(Role::Button, "Copy config block").await;
    })
    .await;
}

#[tokio::test]
async fn cancelling_goes_back_to_the_form_with_everything_in_it() {
    with_demo(&[], async |page| {
        steps::sign_in(page, SOLO).await;
        page.find(Role::Link, "Open AWS to approve").await;
        page.press(Role::Button, "Cancel").await;
        page.wait_for_text(Role::Status, "Sign-in cancelled").await;
        assert_shows!(page.value_of(Role::Textbox, "Start URL").await, SOLO);
        assert_shows!(page.value_of(Role::Combobox, "SSO region").await, "us-east-1");
    })
    .await;
}

#[tokio::test]
async fn after_the_session_was_ended_the_choice_is_still_there() {
    let role = "Billing_View in Acme Development (691335560274)";
    with_demo(&[], async |page| {
        steps::sign_in_and_allow(page, BIG).await;
        page.wait_for_text(Role::Main, "12 accounts, 36 roles").await;
        page.press(Role::Checkbox, role).await;
        let block = page.exact_text_in("Config block").await;
        Organisation::behind(page).await.end_sessions().await;
        // The token has to be renewed by then.
        page.sleep_seconds(3600).await;
        page.wait_for_text(Role::Alert, "Your session has ended").await;
        assert_shows!(page.exact_text_in("Config block").await, block);

        page.press(Role::Button, "Sign in again").await;
        page.answer_approval(Answer::Allow).await;
        page.wait_for_text(Role::Main, "12 accounts, 36 roles").await;
        assert_shows!(page.is_ticked(role).await, true);
        assert_shows!(page.exact_text_in("Config block").await, block);
    })
    .await;
}
