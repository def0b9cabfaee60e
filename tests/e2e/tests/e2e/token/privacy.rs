//! No secret stays in the box or comes back into it, whatever a person presses.

use super::{CACHE_FILE, open};
use crate::steps::TOKEN;
use onramp_e2e::{Page, Role, assert_shows, with_demo};

const BROKEN: &str =
    r#"{"startUrl": "https://solo.awsapps.com/start", "accessToken": "SECRET-ACCESS", "expi"#;

async fn boxed(page: &Page) -> String {
    page.value_of(Role::Textbox, CACHE_FILE).await
}

/// Takes back whatever can be taken back, and looks after each step.
async fn nothing_comes_back(page: &Page) {
    for _ in 0..12 {
        page.undo().await;
        let boxed = boxed(page).await;
        assert!(!boxed.contains("SECRET-"), "undo brings back {boxed}");
        let document = page.document().await;
        assert!(!document.contains("SECRET-"), "{document}");
    }
}

async fn into_the_box(page: &Page) {
    page.press(Role::Textbox, CACHE_FILE).await;
}

#[tokio::test]
async fn undo_brings_no_pasted_secret_back() {
    with_demo(&[], async |page| {
        open(page).await;
        into_the_box(page).await;
        page.paste_by_keyboard(TOKEN).await;
        page.wait_for_text(Role::Article, "Sign-in at solo.awsapps.com").await;
        assert_shows!(boxed(page).await, "");
        nothing_comes_back(page).await;
        page.press(Role::Button, "Clear").await;
        into_the_box(page).await;
        page.paste_by_keyboard(BROKEN).await;
        page.wait_for_text(Role::Alert, "That's not a whole cache file").await;
        assert_shows!(boxed(page).await, BROKEN.replace("SECRET-ACCESS", "[removed]"));
        nothing_comes_back(page).await;
    })
    .await;
}

#[tokio::test]
async fn undo_brings_no_typed_secret_back() {
    with_demo(&[], async |page| {
        open(page).await;
        into_the_box(page).await;
        page.type_text(TOKEN).await;
        page.wait_for_text(Role::Article, "Sign-in at solo.awsapps.com").await;
        assert_shows!(boxed(page).await, "");
        nothing_comes_back(page).await;
    })
    .await;
}

#[tokio::test]
async fn a_paste_into_a_text_goes_where_the_cursor_is() {
    with_demo(&[], async |page| {
        open(page).await;
        into_the_box(page).await;
        page.type_text("{\"expiresAt\": \"}").await;
        page.script("document.activeElement.setSelectionRange(15, 15)").await;
        page.paste_by_keyboard("😀 2999-01-01T00:00:00Z\", \"accessToken\": \"SECRET-PASTED\"")
            .await;
        page.wait_for_text(Role::Alert, "Its end isn't a time").await;
        assert_shows!(boxed(page).await, "");
    })
    .await;
}

#[tokio::test]
async fn leaving_the_screen_and_clear_take_everything_away() {
    with_demo(&[], async |page| {
        open(page).await;
        for leave in ["Tidy my config", "Set up"] {
            into_the_box(page).await;
            page.paste_by_keyboard(&format!("{BROKEN}\n{TOKEN}")).await;
            page.wait_for_text(Role::Article, "Sign-in at solo.awsapps.com").await;
            page.press(Role::Link, leave).await;
            page.press(Role::Link, "Check a token").await;
            page.find(Role::Region, "Result").await;
            assert_shows!(page.names(Role::Article).await, [""; 0]);
            assert_shows!(boxed(page).await, "");
        }
        into_the_box(page).await;
        page.paste_by_keyboard(BROKEN).await;
        page.wait_for_text(Role::Alert, "That's not a whole cache file").await;
        page.press(Role::Button, "Clear").await;
        assert_shows!(boxed(page).await, "");
        into_the_box(page).await;
        nothing_comes_back(page).await;
        assert_eq!(page.kept().await, [""; 0]);
    })
    .await;
}
