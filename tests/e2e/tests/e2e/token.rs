//! "Check a token": what a cache file is, until when it holds, and what to run; and never its secrets.

mod belonging;
mod privacy;
mod time;

pub(crate) use belonging::{CORP, CORP_CONFIG};

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
        let boxed = page.value_of(Role::Textbox, "Cache file").await;
        assert!(boxed.starts_with("{\"startUrl\": \"https://solo.awsapps.com/start\""), "{boxed}");
        assert!(boxed.contains("\"accessToken\": \"[removed]\""), "{boxed}");
        assert!(!boxed.contains("SECRET-"), "{boxed}");
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
        // What has ended stands last, whatever it is.
        assert_eq!(page.names(Role::Article).await, ["b.json", "a.json"]);
        let document = page.document().await;
        assert!(!document.contains("SECRET-"), "{document}");
    })
    .await;
}

/// Files of a cache folder, in no order; the first is named after the session `corp`.
pub(crate) const TEN: [(&str, &str); 10] = [
    ("40160dee4cb1ff6f17f3b94dbf6d52cbb77ee001.json", CUT_OFF),
    ("botocore-client-id-us-east-1.json", REGISTRATION),
    (
        "aws-login.json",
        r#"{"accessToken": {"secretAccessKey": "SECRET-LOGIN"}, "tokenType": "aws_sigv4", "dpopKey": "SECRET-KEY"}"#,
    ),
    ("ended.json", EXPIRED),
    (
        "assumed.json",
        r#"{"Credentials": {"SecretAccessKey": "SECRET-KEYS", "Expiration": "2024-05-26T10:42:21+00:00"}, "AssumedRoleUser": {"Arn": "a"}}"#,
    ),
    (
        "registration.json",
        r#"{"clientId": "CID", "clientSecret": "SECRET-CLIENT", "expiresAt": "2020-01-02T03:04:05Z"}"#,
    ),
    (
        "refreshed.json",
        r#"{"startUrl": "https://solo.awsapps.com/start", "accessToken": "SECRET-ACCESS", "expiresAt": "2025-01-02T03:04:05Z", "clientId": "CID", "clientSecret": "SECRET-CLIENT", "registrationExpiresAt": "3000-01-02T03:04:05Z", "refreshToken": "SECRET-REFRESH"}"#,
    ),
    (
        "toolkit.json",
        r#"{"issuerUrl": "https://solo.awsapps.com/start", "accessToken": "SECRET-ACCESS", "createdAt": "2024-01-02T03:04:05.678Z", "expiresAt": "2998-01-02T03:04:05.678Z"}"#,
    ),
    (
        "role.json",
        r#"{"ProviderType": "sso", "Credentials": {"SecretAccessKey": "SECRET-KEYS", "Expiration": "2999-01-02T03:04:05Z"}}"#,
    ),
    ("ee0bfd2552fbd840c02cc48b6e823320543c450f.json", TOKEN),
];

const CUT_OFF: &str =
    r#"{"startUrl": "https://solo.awsapps.com/start", "accessToken": "SECRET-ACC"#;

#[tokio::test]
async fn ten_dropped_files_stand_in_order_and_say_what_they_are() {
    with_demo(&[], async |page| {
        open(page).await;
        page.fill(Role::Textbox, "Session name or start URL (optional)", "corp").await;
        drop_files(page, &TEN).await;
        page.wait_for_text(Role::Region, "You are signed in").await;
        let states = [
            ("ee0bfd2552fbd840c02cc48b6e823320543c450f.json", "Valid"),
            ("refreshed.json", "Expired, but can be refreshed"),
            ("toolkit.json", "Valid"),
            ("role.json", "Valid"),
            ("botocore-client-id-us-east-1.json", "Not a sign-in"),
            ("40160dee4cb1ff6f17f3b94dbf6d52cbb77ee001.json", "That is not a whole cache file"),
            ("aws-login.json", "That belongs to “aws login”"),
            ("ended.json", "Expired"),
            ("assumed.json", "Expired"),
            ("registration.json", "Not a sign-in"),
        ];
        assert_eq!(page.names(Role::Article).await, states.map(|(name, _)| name));
        for (name, state) in states {
            let text = page.text_of(Role::Article, name).await;
            assert!(text.lines().any(|line| line == state), "{name}: {text}");
        }
        let document = page.document().await;
        assert!(document.contains("Session corp"), "{document}");
        assert!(!document.contains("SECRET-"), "{document}");
        page.press(Role::Button, "Clear").await;
        assert_eq!(page.names(Role::Article).await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn of_files_pasted_together_only_the_broken_one_stays() {
    with_demo(&[], async |page| {
        open(page).await;
        let broken = r#"{"startUrl": "https://solo.awsapps.com/st"#;
        paste(page, &format!("{EXPIRED}{TOKEN}{broken}")).await;
        page.wait_for_text(Role::Alert, "It breaks off after 41 characters").await;
        let parts = ["Pasted text, part 2", "Pasted text, part 3", "Pasted text, part 1"];
        assert_eq!(page.names(Role::Article).await, parts);
        assert_eq!(page.value_of(Role::Textbox, "Cache file").await, broken);
        let document = page.document().await;
        assert!(!document.contains("SECRET-"), "{document}");
    })
    .await;
}

#[tokio::test]
async fn an_error_message_is_explained() {
    with_demo(&[], async |page| {
        open(page).await;
        let message = "Error loading SSO Token: Token for corp does not exist";
        page.fill(Role::Textbox, "Cache file", message).await;
        page.wait_for_text(Role::Article, "ee0bfd2552fbd840c02cc48b6e823320543c450f.json").await;
        page.wait_for_text(Role::Article, "aws sso login --sso-session corp").await;
    })
    .await;
}

/// Pastes a text into the box, all of it at once.
async fn paste(page: &Page, text: &str) {
    let text = serde_json::to_string(text).unwrap();
    page.script(&format!(
        "const field = document.getElementById('cache-file');
        field.value = {text};
        field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));"
    ))
    .await;
}

/// Drops files onto the page, as a file window's drag does.
pub(crate) async fn drop_files(page: &Page, files: &[(&str, &str)]) {
    let files = serde_json::to_string(files).unwrap();
    page.script(&format!(
        "const transfer = new DataTransfer();
        for (const [name, text] of {files}) transfer.items.add(new File([text], name));
        const drop = new DragEvent('drop', {{ dataTransfer: transfer, bubbles: true, cancelable: true }});
        document.getElementById('step').dispatchEvent(drop);"
    ))
    .await;
}

async fn open(page: &Page) {
    page.press(Role::Link, "Check a token").await;
    page.find(Role::Region, "Result").await;
}
