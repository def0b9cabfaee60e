//! What several tests do on the page, and the simulated organisation's portals.

use onramp_e2e::{Page, Role};

pub(crate) const BIG: &str = "https://d-0000000001.awsapps.com/start";
pub(crate) const SOLO: &str = "https://solo.awsapps.com/start";

/// A session's token as the AWS CLI leaves it, good for a thousand years.
pub(crate) const TOKEN: &str = r#"{"startUrl": "https://solo.awsapps.com/start", "region": "us-east-1", "accessToken": "SECRET-ACCESS", "expiresAt": "3000-01-02T03:04:05Z", "clientId": "CID", "clientSecret": "SECRET-CLIENT", "registrationExpiresAt": "3000-01-02T03:04:05Z", "refreshToken": "SECRET-REFRESH"}"#;

/// Fills the form in and presses "Sign in".
pub(crate) async fn sign_in(page: &Page, start_url: &str) {
    page.fill(Role::Textbox, "Start URL", start_url).await;
    page.press(Role::Button, "Sign in").await;
}
