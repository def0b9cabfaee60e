//! "Check a token": what a cache file is, how long it lasts, and what to run; and never its secrets.

mod belonging;
mod privacy;
mod time;

pub(crate) use belonging::{CORP, CORP_CONFIG};

use crate::steps::TOKEN;
use onramp_e2e::{Page, Role, assert_shows, with_demo};
use std::fs;

/// The box's name.
pub(crate) const CACHE_FILE: &str = "Cache file or error message";

const EXPIRED: &str = r#"{"startUrl": "https://solo.awsapps.com/start", "region": "us-east-1", "accessToken": "SECRET-ACCESS", "expiresAt": "2025-05-26T10:42:21UTC"}"#;

const REGISTRATION: &str = r#"{"clientId": "CID", "clientSecret": "SECRET-CLIENT", "expiresAt": "3000-01-02T03:04:05Z", "scopes": ["sso:account:access"]}"#;

#[tokio::test]
async fn a_pasted_token_is_explained_and_its_secrets_are_gone() {
    with_demo(&[], async |page| {
        open(page).await;
        page.fill(Role::Textbox, CACHE_FILE, TOKEN).await;
        page.find(Role::Article, "Sign-in at solo.awsapps.com").await;
        page.unfold("Details").await;
        for text in [
            "Sign-in at solo.awsapps.com",
            "Signed in",
            "aws sso login --profile PROFILE",
            "3000-01-02 03:04:05 UTC",
            "https://solo.awsapps.com/start",
            "us-east-1",
            "Yes, for as long as your company's session lasts.",
        ] {
            page.wait_for_text(Role::Article, text).await;
        }
        assert_shows!(page.value_of(Role::Textbox, CACHE_FILE).await, "");
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
        page.fill(Role::Textbox, CACHE_FILE, broken).await;
        page.wait_for_text(Role::Alert, "That's not a whole cache file").await;
        let boxed = page.value_of(Role::Textbox, CACHE_FILE).await;
        assert!(boxed.starts_with("{\"startUrl\": \"https://solo.awsapps.com/start\""), "{boxed}");
        assert!(boxed.contains("\"accessToken\": \"[removed]\""), "{boxed}");
        assert!(!boxed.contains("SECRET-"), "{boxed}");
        page.press(Role::Button, "Clear").await;
        assert_shows!(page.value_of(Role::Textbox, CACHE_FILE).await, "");
        assert_shows!(page.names(Role::Alert).await, [""; 0]);
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
        let (expired, registration) =
            ("Sign-in at solo.awsapps.com, a.json", "The CLI's registration, b.json");
        page.wait_for_text(Role::Region, "aws sso login --profile PROFILE").await;
        // What has ended stands last, whatever it is.
        assert_shows!(page.names(Role::Article).await, [registration, expired]);
        page.press_in((Role::Article, expired), Role::Disclosure, "Details").await;
        page.wait_for_text(Role::Article, "2025-05-26 10:42:21 UTC").await;
        for (name, state) in [(expired, "Ended"), (registration, "Not a sign-in")] {
            assert_shows!(page.text_of(Role::Article, name).await.contains(state), true);
        }
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
        page.wait_for_text(Role::Main, "Two of your three sign-ins work right now.").await;
        let states = [
            ("Session corp", "Signed in"),
            ("Sign-in at solo.awsapps.com, refreshed.json", "Due for renewal"),
            ("Another tool's sign-in, toolkit.json", "Valid"),
            ("Role credentials, role.json", "Valid"),
            ("The CLI's registration, botocore-client-id-us-east-1.json", "Not a sign-in"),
            (
                "That's not a whole cache file, 40160dee4cb1ff6f17f3b94dbf6d52cbb77ee001.json",
                "It breaks off",
            ),
            ("That belongs to “aws login”, aws-login.json", "without Identity Center"),
            ("Sign-in at solo.awsapps.com, ended.json", "Ended"),
            ("Credentials of an assumed role, assumed.json", "Ended"),
            ("The CLI's registration, registration.json", "Not a sign-in"),
        ];
        assert_shows!(page.names(Role::Article).await, states.map(|(name, _)| name));
        for (name, state) in states {
            assert_shows!(page.text_of(Role::Article, name).await.contains(state), true);
        }
        let document = page.document().await;
        assert!(document.contains("Session corp"), "{document}");
        assert!(!document.contains("SECRET-"), "{document}");
        page.press(Role::Button, "Clear").await;
        assert_shows!(page.names(Role::Article).await, [""; 0]);
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
        let parts = [
            "Sign-in at solo.awsapps.com, Pasted text, part 2",
            "That's not a whole cache file, Pasted text, part 3",
            "Sign-in at solo.awsapps.com, Pasted text, part 1",
        ];
        assert_shows!(page.names(Role::Article).await, parts);
        assert_shows!(page.value_of(Role::Textbox, CACHE_FILE).await, broken);
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
        page.fill(Role::Textbox, CACHE_FILE, message).await;
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
        document.querySelector('main').dispatchEvent(drop);"
    ))
    .await;
}

async fn open(page: &Page) {
    page.press(Role::Link, "Check a token").await;
    page.find(Role::Region, "Result").await;
}
