//! A sign-in's token as the AWS CLI keeps it, to be written.
//!
//! Source: botocore's `SSOTokenFetcher` for the fields and their order, its `JSONFileCache` for the
//! text: `json.dumps` with its defaults.

use super::name::escaped;
use crate::Secret;
use chrono::{DateTime, Utc};
use std::fmt::Write;

/// What is in it.
#[derive(Clone, Debug)]
pub(crate) struct TokenFile<'a> {
    /// In the config's own spelling.
    pub(crate) start_url: &'a str,
    pub(crate) region: &'a str,
    pub(crate) access_token: &'a Secret,
    pub(crate) expires_at: DateTime<Utc>,
    pub(crate) client_id: &'a str,
    pub(crate) client_secret: &'a Secret,
    /// Without it the CLI doesn't refresh the token.
    pub(crate) registration_expires_at: Option<DateTime<Utc>>,
    pub(crate) refresh_token: Option<&'a Secret>,
}

impl TokenFile<'_> {
    /// The file's text.
    pub(crate) fn to_json(&self) -> Secret {
        let expires_at = timestamp(self.expires_at);
        let registration_expires_at = self.registration_expires_at.map(timestamp);
        let fields = [
            ("startUrl", Some(self.start_url)),
            ("region", Some(self.region)),
            ("accessToken", Some(self.access_token.expose())),
            ("expiresAt", Some(&expires_at)),
            ("clientId", Some(self.client_id)),
            ("clientSecret", Some(self.client_secret.expose())),
            ("registrationExpiresAt", registration_expires_at.as_deref()),
            ("refreshToken", self.refresh_token.map(Secret::expose)),
        ];
        let mut json = String::from("{");
        for (key, value) in fields {
            let Some(value) = value else { continue };
            let comma = if json.len() > 1 { ", " } else { "" };
            // Writing to a string can't fail.
            let _ = write!(json, r#"{comma}"{key}": "{}""#, escaped(value));
        }
        json.push('}');
        Secret::new(json)
    }
}

/// `2025-05-26T10:42:21Z`.
fn timestamp(at: DateTime<Utc>) -> String {
    let text = at.naive_utc().to_string();
    let (day, time) = text.split_once(' ').unwrap_or_default();
    format!("{day}T{}Z", time.get(..8).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn it_is_written_as_pythons_json_writes_it() {
        let at = DateTime::from_timestamp(1_800_000_000, 987_000_000).unwrap();
        let [access_token, client_secret, refresh_token] =
            ["a/\"t", "ü\u{1f600}", "r"].map(Secret::new);
        let file = TokenFile {
            start_url: "https://acme.awsapps.com/start",
            region: "eu-west-1",
            access_token: &access_token,
            expires_at: at,
            client_id: "id",
            client_secret: &client_secret,
            registration_expires_at: Some(at),
            refresh_token: Some(&refresh_token),
        };
        expect![[r#"{"startUrl": "https://acme.awsapps.com/start", "region": "eu-west-1", "accessToken": "a/\"t", "expiresAt": "2027-01-15T08:00:00Z", "clientId": "id", "clientSecret": "\u00fc\ud83d\ude00", "registrationExpiresAt": "2027-01-15T08:00:00Z", "refreshToken": "r"}"#]]
            .assert_eq(file.to_json().expose());
        assert!(!format!("{file:?}").contains("a/"));
        let short = TokenFile { registration_expires_at: None, refresh_token: None, ..file };
        assert!(short.to_json().expose().ends_with(r#""clientSecret": "\u00fc\ud83d\ude00"}"#));
    }
}
