//! A profile as the page writes it, with a token beside it, works in the SDK's own credentials chain.
//!
//! Not here: botocore and the SDK for JavaScript (`elsewhere.rs`).

mod home;

use chrono::TimeDelta;
use home::{ACCOUNT, Home, SESSION, check};
use onramp_domain::entry::Format;
use onramp_sdk_tests::SOLO;
use tokio::process::Command;

/// What the SDK for Rust finds.
async fn role_credentials(home: &Home) -> Result<String, String> {
    home.asked(Command::new(env!("CARGO_BIN_EXE_role-credentials"))).await
}

#[tokio::test]
async fn a_session_profile_gives_role_credentials() {
    let home = Home::signed_in(Format::SsoSession, SESSION, TimeDelta::hours(1)).await;
    check(role_credentials(&home).await, ACCOUNT);
}

#[tokio::test]
async fn a_legacy_profile_gives_role_credentials() {
    let home = Home::signed_in(Format::Legacy, SOLO, TimeDelta::hours(1)).await;
    check(role_credentials(&home).await, ACCOUNT);
}

/// What "Who needs which?" says of this SDK. Should it ever change, that sentence is to go.
#[tokio::test]
async fn a_profile_with_both_kinds_of_keys_is_refused() {
    let home = Home::signed_in(Format::Both, SESSION, TimeDelta::hours(1)).await;
    let said = role_credentials(&home).await.unwrap_err();
    assert!(said.contains("can only be specified in the [sso-session] config"), "{said}");
}

#[tokio::test]
async fn a_token_that_ran_out_is_refreshed_and_the_refresh_token_kept() {
    let home = Home::signed_in(Format::SsoSession, SESSION, TimeDelta::seconds(-1)).await;
    let before = home.cached();
    check(role_credentials(&home).await, ACCOUNT);
    let after = home.cached();
    assert_ne!(before["accessToken"], after["accessToken"]);
    assert_eq!(before["refreshToken"], after["refreshToken"]);
}

#[tokio::test]
async fn a_session_that_was_revoked_gives_nothing() {
    let home = Home::signed_in(Format::SsoSession, SESSION, TimeDelta::hours(1)).await;
    home.server.fake.revoke_all();
    let said = role_credentials(&home).await.unwrap_err();
    assert!(said.contains("Session token not found or invalid"), "{said}");
}
