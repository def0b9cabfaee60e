//! Somebody's home folder: a config file as the page writes it, a token beside it, and the Identity Center that gave
//! the token.
//!
//! Not here: changing this process's environment, which credentials are looked for by. Each test asks a program.

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use onramp_domain::block;
use onramp_domain::entry::{Entry, Format, OutputFormat, SsoSession};
use onramp_domain::names::{AccountId, ConfigValue, ProfileName, RoleName, Scopes, SessionName};
use onramp_fake_idc::Clock;
use onramp_sdk_tests::{SOLO, Server};
use serde_json::{Value, json};
use sha1::{Digest as _, Sha1};
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::process::Command;
use tokio::time::timeout;

/// The one account of the portal.
pub(crate) const ACCOUNT: &str = "123456789012";

/// Far longer than a program takes that asks a server on this machine.
const ENDS_WITHIN: Duration = Duration::from_secs(120);

/// The session's name.
pub(crate) const SESSION: &str = "acme";

/// The block that the page would show for the one role.
fn block(format: Format) -> String {
    let session = SsoSession {
        name: SessionName::parse(SESSION).unwrap(),
        start_url: ConfigValue::parse(SOLO).unwrap(),
        region: ConfigValue::parse("us-east-1").unwrap(),
        scopes: Scopes::parse("sso:account:access").unwrap(),
    };
    block::write(&[Entry {
        format,
        profile: ProfileName::parse("acme-dev").unwrap(),
        session: Rc::new(session),
        account_id: AccountId::parse(ACCOUNT).unwrap(),
        role_name: RoleName::parse("AdministratorAccess").unwrap(),
        region: ConfigValue::parse("eu-west-1").ok(),
        output: OutputFormat::from_name("json"),
        extra: Default::default(),
    }])
}

/// A home folder, and the Identity Center that its person signed in to.
pub(crate) struct Home {
    folder: TempDir,
    pub(crate) server: Server,
    cache: PathBuf,
}

impl Home {
    /// With a config block in this format, and a token under the cache name of `key` that says it is good for so long.
    pub(crate) async fn signed_in(format: Format, key: &str, life: TimeDelta) -> Home {
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

    /// What a program prints there that looks for the profile's credentials; where it fails, what it says.
    pub(crate) async fn asked(&self, mut program: Command) -> Result<String, String> {
        let usual = ["PATH", "SystemRoot"].map(|name| (name, std::env::var_os(name)));
        let output = program
            .env_clear()
            .envs(usual.into_iter().filter_map(|(name, value)| Some((name, value?))))
            .env("HOME", self.folder.path())
            .env("USERPROFILE", self.folder.path())
            .env("AWS_PROFILE", "acme-dev")
            .env("AWS_ENDPOINT_URL_SSO", &self.server.url)
            .env("AWS_ENDPOINT_URL_SSO_OIDC", &self.server.url)
            .env("AWS_EC2_METADATA_DISABLED", "true")
            .kill_on_drop(true)
            .output();
        let output = timeout(ENDS_WITHIN, output).await.expect("it ends in time").unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
    }

    /// The token's file.
    pub(crate) fn cached(&self) -> Value {
        serde_json::from_slice(&fs::read(&self.cache).unwrap()).unwrap()
    }
}

/// That they are the one role's credentials in this account, as far as they say one, and the profile's region.
#[track_caller]
pub(crate) fn check(printed: Result<String, String>, account: &str) {
    let printed = printed.expect("credentials");
    let [said, key, region] = printed.split_whitespace().collect::<Vec<_>>()[..] else {
        panic!("{printed}")
    };
    assert_eq!((said, key.len(), region), (account, 20, "eu-west-1"));
    assert!(key.starts_with("ASIA"));
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
