//! The main job on every screen: what Firefox and WebKit, and the program as it is shipped, must do too.

use crate::steps::{self, MESSY_CONFIG, TOKEN};
use crate::token::CACHE_FILE;
use onramp_e2e::{Role, assert_shows, with_demo};

const BLOCK: &str = "\
[profile dev]
sso_session = solo
sso_account_id = 123456789012
sso_role_name = AdministratorAccess
region = us-east-1
[sso-session solo]
sso_start_url = https://solo.awsapps.com/start
sso_region = us-east-1
sso_registration_scopes = sso:account:access
";

#[tokio::test]
async fn the_main_job_is_done_in_any_browser() {
    with_demo(&[], async |page| {
        steps::sign_in_at_solo(page).await;
        page.fill(Role::Textbox, "Profile name", "dev").await;
        steps::go_on(page).await;
        assert_shows!(page.exact_text_in("Config block").await, BLOCK);
        assert_eq!(page.copy("Copy config block").await, BLOCK);
        page.press(Role::Button, "Sign out").await;
        page.wait_for_text(Role::Status, "You're signed out, here and at AWS.").await;

        page.press(Role::Link, "Check a token").await;
        page.fill(Role::Textbox, CACHE_FILE, TOKEN).await;
        page.find(Role::Article, "Sign-in at solo.awsapps.com").await;
        assert_shows!(page.value_of(Role::Textbox, CACHE_FILE).await, "");

        page.press(Role::Link, "Tidy my config").await;
        page.paste_into("Your config", MESSY_CONFIG).await;
        page.press(Role::Button, "Fix: A line without “=”").await;
        page.wait_for_text(Role::Status, "Fixed.").await;
        let mended = MESSY_CONFIG.replace("\nnonsense\n", "\n# nonsense\n");
        assert_shows!(page.exact_text_in("New config").await, mended);
    })
    .await;
}
