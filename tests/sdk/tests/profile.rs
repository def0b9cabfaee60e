//! A profile as the page writes it, with a token beside it, works in the SDK's own credentials chain.
//!
//! Not here: changing this process's environment, which the chain reads. Each test asks a program of its own.

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use onramp_domain::block;
use onramp_domain::entry::{Entry, Format, OutputFormat, Session};
use onramp_domain::names::{AccountId, ConfigValue, ProfileName, RoleName, Scopes, SessionName};
use onramp_fake_idc::Clock;
use onramp_sdk_tests::{SOLO, Server};
use serde_json::{Value, json};
use sha1::{Digest as _, Sha1};
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;
use tempfile::TempDir;
use tokio::process::Command;

/// The block that the page would show for the one role.
fn block(format: Format) -> String {
    let session = Session {
        name: SessionName::parse("acme").unwrap(),
        start_url: ConfigValue::parse(SOLO).unwrap(),
        region: ConfigValue::parse("us-east-1").unwrap(),
        scopes: Scopes::parse("sso:account:access").unwrap(),
    };
    block::write(&[Entry {
        format,
        profile: ProfileName::parse("acme-dev").unwrap(),
        session: Rc::new(session),
        account_id: AccountId::parse("123456789012").unwrap(),
        role_name: RoleName::parse("AdministratorAccess").unwrap(),
        region: ConfigValue::parse("eu-west-1").ok(),
        output: OutputFormat::from_name("json"),
    }])
}

/// Somebody's home folder, and the Identity Center they signed in to.
struct Home {
    folder: TempDir,
    server: Server,
    cache: PathBuf,
}

impl Home {
    /// With a config block in this format, and a token under the cache name of `key` that says it is good for so long.
    async fn signed_in(format: Format, key: &str, life: TimeDelta) -> Home {
        let server = Server::start().await;
        let folder = tempfile::tempdir().unwrap();
        let aws = folder.path().join(".aws");
        let cache = aws.join("sso/cache").join(format!("{}.json", sha1(key)));
        fs::create_dir_all(cache.parent().unwrap()).unwrap();
        fs::write(aws.join("config"), block(format)).unwrap();
        let token = cached_token(&server, Clock::system().now() + life).await;
        fs::write(&cache, token.to_string()).unwrap();
        Home { folder, server, cache }
    }

    /// What `AWS_PROFILE=acme-dev role-credentials` prints there; where it fails, what it says.
    async fn role_credentials(&self) -> Result<String, String> {
        let output = Command::new(env!("CARGO_BIN_EXE_role-credentials"))
            .env_clear()
            .env("HOME", self.folder.path())
            .env("USERPROFILE", self.folder.path())
            .env("AWS_PROFILE", "acme-dev")
            .env("AWS_ENDPOINT_URL_SSO", &self.server.url)
            .env("AWS_ENDPOINT_URL_SSO_OIDC", &self.server.url)
            .env("AWS_EC2_METADATA_DISABLED", "true")
            .output()
            .await
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
    }

    fn cached(&self) -> Value {
        serde_json::from_slice(&fs::read(&self.cache).unwrap()).unwrap()
    }
}

#[track_caller]
fn check(printed: Result<String, String>) {
    let printed = printed.expect("credentials");
    let [account, key, region] = printed.split_whitespace().collect::<Vec<_>>()[..] else {
        panic!("{printed}")
    };
    assert_eq!((account, key.len(), region), ("123456789012", 20, "eu-west-1"));
    assert!(key.starts_with("ASIA"));
}

#[tokio::test]
async fn a_session_profile_gives_role_credentials() {
    let home = Home::signed_in(Format::SsoSession, "acme", TimeDelta::hours(1)).await;
    check(home.role_credentials().await);
}

#[tokio::test]
async fn a_legacy_profile_gives_role_credentials() {
    let home = Home::signed_in(Format::Legacy, SOLO, TimeDelta::hours(1)).await;
    check(home.role_credentials().await);
}

/// What "Who needs which?" says of this SDK. Should it ever change, that sentence is to go.
#[tokio::test]
async fn a_profile_with_both_kinds_of_keys_is_refused() {
    let home = Home::signed_in(Format::Both, "acme", TimeDelta::hours(1)).await;
    let said = home.role_credentials().await.unwrap_err();
    assert!(said.contains("can only be specified in the [sso-session] config"), "{said}");
}

#[tokio::test]
async fn a_token_that_ran_out_is_refreshed_and_the_refresh_token_kept() {
    let home = Home::signed_in(Format::SsoSession, "acme", TimeDelta::seconds(-1)).await;
    let before = home.cached();
    check(home.role_credentials().await);
    let after = home.cached();
    assert_ne!(before["accessToken"], after["accessToken"]);
    assert_eq!(before["refreshToken"], after["refreshToken"]);
}

#[tokio::test]
async fn a_session_that_was_revoked_gives_nothing() {
    let home = Home::signed_in(Format::SsoSession, "acme", TimeDelta::hours(1)).await;
    home.server.fake.revoke_all();
    let said = home.role_credentials().await.unwrap_err();
    assert!(said.contains("Session token not found or invalid"), "{said}");
}

/// A sign-in's token as the AWS CLI keeps it (FACTS "Cache files").
async fn cached_token(server: &Server, expires_at: DateTime<Utc>) -> Value {
    let oidc = server.oidc("");
    let register = oidc.register_client().client_name("botocore-client-acme").client_type("public");
    let client = register.scopes("sso:account:access").send().await.unwrap();
    let started = oidc
        .start_device_authorization()
        .set_client_id(client.client_id.clone())
        .set_client_secret(client.client_secret.clone())
        .start_url(SOLO)
        .send()
        .await
        .unwrap();
    server.fake.approve(started.user_code().unwrap());
    let token = oidc
        .create_token()
        .set_client_id(client.client_id.clone())
        .set_client_secret(client.client_secret.clone())
        .grant_type("urn:ietf:params:oauth:grant-type:device_code")
        .set_device_code(started.device_code)
        .send()
        .await
        .unwrap();
    let registered_until = DateTime::from_timestamp(client.client_secret_expires_at, 0).unwrap();
    json!({
        "startUrl": SOLO,
        "region": "us-east-1",
        "accessToken": token.access_token,
        "expiresAt": timestamp(expires_at),
        "clientId": client.client_id,
        "clientSecret": client.client_secret,
        "registrationExpiresAt": timestamp(registered_until),
        "refreshToken": token.refresh_token,
    })
}

fn timestamp(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn sha1(text: &str) -> String {
    Sha1::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}
