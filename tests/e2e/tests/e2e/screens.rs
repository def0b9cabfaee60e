//! A walk over every screen of the page, in every state that looks different.

use crate::steps::{self, BIG, EMPTY, MESSY_CONFIG, OLD_CONFIG, SOLO, TOKEN};
use crate::tidy_files::{CONFIG, CREDENTIALS, put_in_folder};
use crate::token::{CACHE_FILE, CORP, CORP_CONFIG, TEN, drop_files};
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
    visit("1-start").await;
    page.press(Role::Button, "Sign in").await;
    page.wait_for_text(Role::Alert, "Paste your start URL").await;
    visit("1-start-error").await;
    page.fill(Role::Textbox, "Start URL", BIG).await;
    page.wait_for_text(Role::Form, "Found").await;
    page.unfold("More options").await;
    visit("1-start-found").await;
    page.press(Role::Button, "Sign in").await;
    page.find(Role::Link, "Open AWS to approve").await;
    visit("2-approve").await;
    page.sleep_seconds(61).await;
    page.find(Role::Button, "Try this region").await;
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
    page.fill(Role::Searchbox, "Filter accounts and roles", "nothing like it").await;
    page.wait_for_text(Role::Main, "Nothing matches").await;
    visit("3-choose-nothing").await;
    page.fill(Role::Searchbox, "Filter accounts and roles", "prod").await;
    page.press(Role::Checkbox, "Select all shown").await;
    page.find(Role::Region, "Config block").await;
    visit("3-chosen").await;
    page.script("document.querySelector('.picked .act .link').click()").await;
    page.find(Role::Button, "Done").await;
    visit("3-chosen-edit").await;
    page.press(Role::Button, "Done").await;
    page.fill(Role::Textbox, "Profile name template", "{role").await;
    page.wait_for_text(Role::Alert, "has no }").await;
    visit("3-chosen-error").await;
    page.fill(Role::Textbox, "Profile name template", "{account_name|slug}-{role_name}").await;
    page.press(Role::Button, "Continue").await;
    page.find(Role::Region, "Log in").await;
    visit("4-use-many").await;
    page.press(Role::Button, "Sign out").await;
    page.wait_for_text(Role::Status, "signed out").await;
    visit("1-signed-out").await;
    steps::sign_in(page, EMPTY).await;
    page.answer_approval(Answer::Allow).await;
    page.find(Role::Button, "Check again").await;
    visit("3-no-accounts").await;
    page.press(Role::Button, "Sign out").await;
    steps::sign_in(page, SOLO).await;
    page.answer_approval(Answer::Allow).await;
    page.find(Role::Region, "Config block").await;
    visit("3-solo").await;
    page.press(Role::Button, "Continue").await;
    page.find(Role::Region, "Log in").await;
    visit("4-use-one").await;
    page.choose("Format", "Both").await;
    page.unfold("What do these mean?").await;
    visit("4-use-format").await;
    page.choose("Format", "Session").await;
    put_in_folder(page, &[("config", "[default]\nregion = eu-west-1\n")]).await;
    page.press(Role::Checkbox, "Sign the CLI in too").await;
    page.press(Role::Button, "Save to ~/.aws").await;
    page.wait_for_text(Role::Status, "The CLI is signed in.").await;
    page.unfold("Show what was added").await;
    visit("4-use-saved").await;
    page.press(Role::Button, "Undo").await;
    page.wait_for_text(Role::Status, "Undone").await;
    for task in ["Save is done", "Log in is done", "Test is done"] {
        page.press(Role::Checkbox, task).await;
    }
    page.wait_for_text(Role::Main, "You're in").await;
    visit("4-use-done").await;
    returning(page, visit).await;
    waiting(page, visit).await;
}

async fn checking(page: &Page, visit: &impl AsyncFn(&str)) {
    page.go("#/token").await;
    page.find(Role::Textbox, CACHE_FILE).await;
    visit("token").await;
    let today = "return new Date(Date.now() + 7.75 * 3600e3).toISOString().replace(/[.]\\d+/, '')";
    let ends = page.script(today).await;
    let ends = ends.as_str().expect("a time is a text");
    let token = TOKEN.replacen("3000-01-02T03:04:05Z", ends, 1);
    page.fill(Role::Textbox, CACHE_FILE, &token).await;
    page.wait_for_text(Role::Article, "left").await;
    visit("token-read").await;
    page.fill(Role::Textbox, CACHE_FILE, "{\"startUrl\": ").await;
    page.wait_for_text(Role::Alert, "cache file").await;
    visit("token-fault").await;
    page.fill(Role::Textbox, "Session name or start URL (optional)", "corp").await;
    drop_files(page, &TEN).await;
    page.wait_for_text(Role::Main, "sign-ins work right now").await;
    visit("token-many").await;
    drop_files(page, &[("config", CORP_CONFIG), (CORP, TOKEN)]).await;
    page.press(Role::Button, "Tell me when it ends").await;
    page.wait_for_text(Role::Article, "Its file is here").await;
    visit("token-config").await;
    page.fill(Role::Textbox, CACHE_FILE, "The security token included in the request is expired")
        .await;
    page.wait_for_text(Role::Article, "Old keys are in the way").await;
    visit("token-keys").await;
    page.unfold("Check in a terminal instead").await;
    page.fill(Role::Textbox, CACHE_FILE, "Session token not found or invalid").await;
    page.wait_for_text(Role::Article, "AWS has ended your session").await;
    visit("token-message").await;
    page.go("#/help").await;
    page.wait_until_gone(Role::Textbox, CACHE_FILE).await;
    visit("help").await;
}

pub(crate) async fn tidying(page: &Page, visit: &impl AsyncFn(&str)) {
    page.go("#/config").await;
    page.find(Role::Textbox, "Your config").await;
    visit("config").await;
    page.paste_into("Your config", MESSY_CONFIG).await;
    page.find(Role::Button, "Remove old").await;
    visit("config-messy").await;
    page.press(Role::Button, "Remove old").await;
    page.press(Role::Button, "Convert to a session").await;
    page.wait_until_gone(Role::Button, "Convert to a session").await;
    visit("config-changed").await;
    tidying_both(page, visit).await;
}

/// The credentials file beside the config, and both in their folder.
async fn tidying_both(page: &Page, visit: &impl AsyncFn(&str)) {
    page.press(Role::Button, "Clear").await;
    page.wait_until_gone(Role::Region, "Profiles").await;
    page.paste_into("Your config", CREDENTIALS).await;
    page.find(Role::Button, "It's my config").await;
    visit("config-credentials").await;
    put_in_folder(page, &[("config", CONFIG), ("credentials", CREDENTIALS)]).await;
    page.press(Role::Button, "Open .aws folder").await;
    page.find(Role::Button, "Remove dev").await;
    visit("config-both").await;
    page.press(Role::Button, "Remove old").await;
    page.wait_for_text(Role::Region, "Not saved yet").await;
    visit("config-both-changed").await;
    page.press(Role::Button, "Save in place").await;
    page.wait_for_text(Role::Status, "Saved in your .aws folder").await;
    visit("config-both-saved").await;
    put_in_folder(page, &[("config", MESSY_CONFIG)]).await;
    page.press(Role::Button, "Undo").await;
    page.press(Role::Button, "Save in place").await;
    page.wait_for_text(Role::Alert, "Nothing was saved").await;
    visit("config-both-refused").await;
}

/// A config that is older than the roles.
async fn returning(page: &Page, visit: &impl AsyncFn(&str)) {
    page.press(Role::Link, "Tidy my config").await;
    page.paste_into("Your config", OLD_CONFIG).await;
    page.press(Role::Checkbox, "Remove all of these profiles").await;
    visit("config-returning").await;
    page.press(Role::Button, "Clear").await;
    page.press(Role::Link, "Set up").await;
    page.find(Role::Region, "Log in").await;
}

/// What comes from "Set up" and stands in its own way.
async fn waiting(page: &Page, visit: &impl AsyncFn(&str)) {
    page.fill(Role::Textbox, "Profile name", "dev").await;
    page.press(Role::Link, "Merge into my config").await;
    page.find(Role::Region, "Ready to merge").await;
    visit("config-waiting").await;
    page.paste_into("Your config", MESSY_CONFIG).await;
    page.find(Role::Button, "Use dev-123456789012").await;
    visit("config-conflict").await;
    page.press(Role::Button, "Don't merge").await;
    page.press(Role::Button, "Clear").await;
    page.press(Role::Link, "Set up").await;
    page.find(Role::Region, "Log in").await;
}
