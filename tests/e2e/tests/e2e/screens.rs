//! A walk over every screen of the page, in every state that looks different.

use crate::steps::{self, BIG, MESSY_CONFIG, OLD_CONFIG, SOLO, TOKEN};
use crate::tidy_files::{CONFIG, CREDENTIALS, put_in_folder};
use crate::token::{CORP, CORP_CONFIG, TEN, drop_files};
use onramp_e2e::{Answer, Page, Role};

/// Calls `visit` on each screen, with a name for it. Needs a demo without faults.
pub(crate) async fn each(page: &Page, visit: impl AsyncFn(&str)) {
    signing_in(page, &visit).await;
    choosing(page, &visit).await;
    checking(page, &visit).await;
    tidying(page, &visit).await;
}

async fn signing_in(page: &Page, visit: &impl AsyncFn(&str)) {
    page.find(Role::Region, "This is a demo").await;
    visit("1-where").await;
    page.press(Role::Button, "Sign in").await;
    page.wait_for_text(Role::Alert, "Paste your start URL first").await;
    visit("1-where-fault").await;
    steps::sign_in(page, BIG).await;
    page.find(Role::Link, "Open AWS to approve").await;
    visit("2-approve").await;
    page.sleep_seconds(61).await;
    page.find(Role::Button, "Change the region").await;
    visit("2-approve-late").await;
    page.answer_approval(Answer::Deny).await;
    page.find(Role::Button, "Try again").await;
    visit("2-denied").await;
    page.press(Role::Button, "Try again").await;
    page.answer_approval(Answer::Allow).await;
}

async fn choosing(page: &Page, visit: &impl AsyncFn(&str)) {
    page.wait_for_text(Role::Main, "12 accounts, 36 roles").await;
    visit("3-choose").await;
    page.fill(Role::Searchbox, "Filter accounts and roles", "prod").await;
    page.press(Role::Checkbox, "Select all shown").await;
    page.find(Role::Region, "Log in").await;
    visit("3-chosen").await;
    page.fill(Role::Textbox, "Profile name template", "{role").await;
    page.find(Role::Alert, "").await;
    visit("3-fault").await;
    page.fill(Role::Textbox, "Profile name template", "{account_name|slug}-{role_name}").await;
    page.press(Role::Button, "Sign out").await;
    page.find(Role::Button, "Sign in").await;
    visit("3-signed-out").await;
    steps::sign_in(page, SOLO).await;
    page.answer_approval(Answer::Allow).await;
    page.find(Role::Region, "Log in").await;
    visit("3-solo").await;
    page.choose("Format", "Both").await;
    page.unfold("Who needs which?").await;
    visit("3-format").await;
    page.choose("Format", "Session").await;
    returning(page, visit).await;
    waiting(page, visit).await;
}

async fn checking(page: &Page, visit: &impl AsyncFn(&str)) {
    page.go("#/token").await;
    page.find(Role::Textbox, "Cache file").await;
    visit("4-token").await;
    page.fill(Role::Textbox, "Cache file", TOKEN).await;
    page.wait_for_text(Role::Article, "left").await;
    visit("4-token-read").await;
    page.fill(Role::Textbox, "Cache file", "{\"startUrl\": ").await;
    page.wait_for_text(Role::Alert, "cache file").await;
    visit("4-token-fault").await;
    page.fill(Role::Textbox, "Session name or start URL (optional)", "corp").await;
    drop_files(page, &TEN).await;
    page.wait_for_text(Role::Region, "You are signed in").await;
    visit("4-token-several").await;
    drop_files(page, &[("config", CORP_CONFIG), (CORP, TOKEN)]).await;
    page.press(Role::Button, "Tell me when it ends").await;
    page.wait_for_text(Role::Article, "Its file is here").await;
    visit("4-token-config").await;
    page.fill(Role::Textbox, "Cache file", "The security token included in the request is expired")
        .await;
    page.wait_for_text(Role::Article, "Old keys are in the way").await;
    visit("4-token-keys").await;
    page.unfold("In a terminal instead").await;
    page.fill(Role::Textbox, "Cache file", "Session token not found or invalid").await;
    page.wait_for_text(Role::Article, "AWS has ended your session").await;
    visit("4-token-message").await;
    page.go("#/help").await;
    page.wait_until_gone(Role::Textbox, "Cache file").await;
    visit("5-help").await;
}

pub(crate) async fn tidying(page: &Page, visit: &impl AsyncFn(&str)) {
    page.go("#/config").await;
    page.find(Role::Textbox, "Your config").await;
    visit("6-config").await;
    page.paste_into("Your config", MESSY_CONFIG).await;
    page.find(Role::Button, "Remove old").await;
    visit("6-config-messy").await;
    page.press(Role::Button, "Remove old").await;
    page.press(Role::Button, "Convert to a session").await;
    page.wait_until_gone(Role::Button, "Convert to a session").await;
    visit("6-config-changed").await;
    tidying_both(page, visit).await;
}

/// The credentials file beside the config, and both in their folder.
async fn tidying_both(page: &Page, visit: &impl AsyncFn(&str)) {
    page.press(Role::Button, "Clear").await;
    page.wait_until_gone(Role::Region, "Profiles").await;
    page.paste_into("Your config", CREDENTIALS).await;
    page.find(Role::Button, "It is my config").await;
    visit("6-credentials-alone").await;
    put_in_folder(page, &[("config", CONFIG), ("credentials", CREDENTIALS)]).await;
    page.press(Role::Button, "Open .aws folder").await;
    page.find(Role::Button, "Remove dev").await;
    visit("6-both").await;
    page.press(Role::Button, "Remove old").await;
    page.wait_for_text(Role::Region, "Nothing is saved yet").await;
    visit("6-both-changed").await;
    page.press(Role::Button, "Save in place").await;
    page.wait_for_text(Role::Status, "Saved in your .aws folder").await;
    visit("6-both-saved").await;
    put_in_folder(page, &[("config", MESSY_CONFIG)]).await;
    page.press(Role::Button, "Undo").await;
    page.press(Role::Button, "Save in place").await;
    page.wait_for_text(Role::Alert, "Nothing was saved").await;
    visit("6-both-refused").await;
}

/// A config that is older than the roles.
async fn returning(page: &Page, visit: &impl AsyncFn(&str)) {
    page.press(Role::Link, "Tidy my config").await;
    page.paste_into("Your config", OLD_CONFIG).await;
    page.press(Role::Checkbox, "Remove all of these profiles").await;
    visit("6-config-returning").await;
    page.press(Role::Button, "Clear").await;
    page.press(Role::Link, "Set up").await;
    page.find(Role::Region, "Log in").await;
}

/// What comes from "Set up" and stands in its own way.
async fn waiting(page: &Page, visit: &impl AsyncFn(&str)) {
    page.fill(Role::Textbox, "Profile name", "dev").await;
    page.press(Role::Link, "Merge into my config").await;
    page.find(Role::Region, "Waiting to be merged").await;
    visit("6-config-waiting").await;
    page.paste_into("Your config", MESSY_CONFIG).await;
    page.find(Role::Button, "Use dev-123456789012").await;
    visit("6-config-conflict").await;
    page.press(Role::Button, "Don't merge").await;
    page.press(Role::Button, "Clear").await;
    page.press(Role::Link, "Set up").await;
    page.find(Role::Region, "Log in").await;
}
