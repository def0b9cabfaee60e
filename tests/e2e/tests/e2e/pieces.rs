//! The piece that "Check a token" and "Tidy my config" come in: it is loaded when one is gone to, and a failure is said.

use crate::steps;
use onramp_e2e::{Page, Role, with_demo, with_files_only};

#[tokio::test]
async fn a_piece_that_does_not_load_is_said_and_can_be_tried_again() {
    with_demo(&[], async |page| {
        without_the_piece(page).await;
        page.press(Role::Link, "Tidy my config").await;
        page.wait_for_text(Role::Alert, "This part of the page did not load").await;
        // The rest of the page goes on.
        page.press(Role::Link, "Set up").await;
        page.find(Role::Textbox, "Start URL").await;
        page.press(Role::Link, "Check a token").await;
        page.wait_for_text(Role::Alert, "This part of the page did not load").await;
        page.block("").await;
        page.press(Role::Button, "Try again").await;
        page.find(Role::Textbox, "Cache file").await;
        page.press(Role::Link, "Tidy my config").await;
        page.find(Role::Region, "Remarks").await;
        page.fill(Role::Textbox, "Your config", "[profile a]\nregion = eu-west-1\n").await;
        page.find(Role::Button, "Remove a").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_to_be_merged_waits_for_the_piece() {
    with_demo(&[], async |page| {
        without_the_piece(page).await;
        steps::sign_in_at_solo(page).await;
        page.press(Role::Link, "Merge into my config").await;
        page.wait_for_text(Role::Alert, "This part of the page did not load").await;
        page.block("").await;
        page.press(Role::Button, "Try again").await;
        page.wait_for_text(Role::Region, "1 profile waits to be merged").await;
    })
    .await;
}

#[tokio::test]
async fn any_host_of_files_has_the_piece() {
    with_files_only(async |page| {
        // There is no file with settings, which is no fault.
        page.excuse("/onramp.json - Failed to load resource");
        page.press(Role::Link, "Tidy my config").await;
        page.find(Role::Region, "Remarks").await;
        let asked_for = page.asked_for().await;
        assert!(asked_for.iter().any(|address| address.contains("/later-")), "{asked_for:?}");
    })
    .await;
}

/// Opens the page anew, where its piece can't be had.
async fn without_the_piece(page: &Page) {
    page.excuse("ERR_BLOCKED_BY_CLIENT");
    page.excuse("Failed to fetch");
    page.block("*/later-*").await;
    page.reload().await;
}
