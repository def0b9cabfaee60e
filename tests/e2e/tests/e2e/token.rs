//! "Check a token": what a cache file is, until when it holds, and what to run; and never its secrets.

use crate::steps::TOKEN;
use onramp_e2e::{Page, Role, with_demo};
use std::fs;

const EXPIRED: &str = r#"{"startUrl": "https://solo.awsapps.com/start", "region": "us-east-1", "accessToken": "SECRET-ACCESS", "expiresAt": "2025-05-26T10:42:21UTC"}"#;

const REGISTRATION: &str = r#"{"clientId": "CID", "clientSecret": "SECRET-CLIENT", "expiresAt": "3000-01-02T03:04:05Z", "scopes": ["sso:account:access"]}"#;

#[tokio::test]
async fn a_pasted_token_is_explained_and_its_secrets_are_gone() {
    with_demo(&[], async |page| {
        open(page).await;
        page.fill(Role::Textbox, "Cache file", TOKEN).await;
        for text in [
            "A sign-in's token",
            "Valid",
            "3000-01-02 03:04:05 UTC",
            "https://solo.awsapps.com/start",
            "us-east-1",
            "Yes, by itself, until 3000-01-02",
            "aws sts get-caller-identity",
        ] {
            page.wait_for_text(Role::Article, text).await;
        }
        assert_eq!(page.value_of(Role::Textbox, "Cache file").await, "");
        let document = page.document().await;
        assert!(!document.contains("SECRET-"), "{document}");
        let asked_for = page.asked_for().await;
        assert!(!asked_for.iter().any(|address| address.contains("/aws")), "{asked_for:?}");
    })
    .await;
}

#[tokio::test]
async fn a_broken_text_stays_in_the_box_with_what_is_wrong() {
    with_demo(&[], async |page| {
        open(page).await;
        let broken = &TOKEN[..TOKEN.len() - 1];
        page.fill(Role::Textbox, "Cache file", broken).await;
        page.wait_for_text(Role::Alert, "That is not a whole cache file").await;
        assert_eq!(page.value_of(Role::Textbox, "Cache file").await, broken);
        page.press(Role::Button, "Clear").await;
        assert_eq!(page.value_of(Role::Textbox, "Cache file").await, "");
        assert_eq!(page.names(Role::Alert).await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn each_chosen_file_has_its_own_answer() {
    let folder = tempfile::tempdir().unwrap();
    let (token, registration) = (folder.path().join("a.json"), folder.path().join("b.json"));
    fs::write(&token, EXPIRED).unwrap();
    fs::write(&registration, REGISTRATION).unwrap();
    with_demo(&[], async |page| {
        open(page).await;
        page.choose_files(&[&token, &registration]).await;
        let expired = page.text_of(Role::Article, "a.json").await;
        assert!(expired.contains("Expired"), "{expired}");
        assert!(expired.contains("2025-05-26 10:42:21 UTC"), "{expired}");
        assert!(expired.contains("aws sso login --profile PROFILE"), "{expired}");
        let registration = page.text_of(Role::Article, "b.json").await;
        assert!(registration.contains("own registration, not a token"), "{registration}");
        assert_eq!(page.names(Role::Article).await, ["a.json", "b.json"]);
        let document = page.document().await;
        assert!(!document.contains("SECRET-"), "{document}");
    })
    .await;
}

async fn open(page: &Page) {
    page.press(Role::Link, "Check a token").await;
    page.find(Role::Region, "Result").await;
}
