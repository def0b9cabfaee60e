//! A cache file's fields as they stand in JSON, read leniently: any may be missing or of another type.
//!
//! What may be secret is in [`Secret`], and dropped with the fields.

use crate::Secret;
use crate::host_config::Pairs;
use serde::Deserialize;
use serde_json::value::RawValue;

/// The names that are read, as the tools write them that are named first.
const NAMES: [&str; 29] = [
    "startUrl",
    "issuerUrl",
    "region",
    "expiresAt",
    "createdAt",
    "registrationExpiresAt",
    "clientSecretExpiresAt",
    "tokenType",
    "clientId",
    "clientSecret",
    "accessToken",
    "refreshToken",
    "dpopKey",
    "scopes",
    "Credentials",
    "roleCredentials",
    "AccessKeyId",
    "SecretAccessKey",
    "SessionToken",
    "Expiration",
    "ProviderType",
    "AssumedRoleUser",
    "SubjectFromWebIdentityToken",
    "redirectUris",
    "clientIdHash",
    "authMethod",
    "profileArn",
    "oauthFlow",
    "Arn",
];

/// The fields of any of the known files; unknown ones are passed over.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct CacheFields {
    pub(super) start_url: Field,
    pub(super) issuer_url: Field,
    pub(super) region: Field,
    pub(super) expires_at: Field,
    pub(super) created_at: Field,
    pub(super) registration_expires_at: Field,
    pub(super) client_secret_expires_at: Field,
    pub(super) token_type: Field,
    pub(super) client_id: Field,
    pub(super) client_secret: Field,
    pub(super) access_token: Field,
    pub(super) refresh_token: Field,
    pub(super) dpop_key: Field,
    #[serde(rename = "Credentials")]
    pub(super) credentials: Field,
    pub(super) role_credentials: Field,
    #[serde(rename = "AccessKeyId")]
    pub(super) access_key_id: Field,
    #[serde(rename = "SecretAccessKey")]
    pub(super) secret_access_key: Field,
    #[serde(rename = "Expiration")]
    pub(super) expiration: Field,
    #[serde(rename = "ProviderType")]
    pub(super) provider_type: Field,
    #[serde(rename = "AssumedRoleUser")]
    pub(super) assumed_role_user: Field,
    #[serde(rename = "SubjectFromWebIdentityToken")]
    pub(super) subject_from_web_identity_token: Field,
    // What the AWS CLI does not write: language servers, Kiro and Amazon Q do.
    pub(super) redirect_uris: Field,
    pub(super) client_id_hash: Field,
    pub(super) auth_method: Field,
    pub(super) profile_arn: Field,
    pub(super) oauth_flow: Field,
    pub(super) scopes: Field,
    #[serde(rename = "Arn")]
    pub(super) arn: Field,
}

/// A field that should be a text. `null` is taken for a field that is not there.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Box<RawValue>")]
pub(super) enum Field {
    #[default]
    Missing,
    Text(Secret),
    Number(i64),
    /// Its JSON.
    Other(Secret),
}

impl CacheFields {
    /// Reads them from an object. Some tools write `startURL` or `start_url`; the CLI's own spelling counts before
    /// another.
    ///
    /// # Errors
    /// When it is not JSON.
    pub(super) fn of_object(text: &str) -> serde_json::Result<CacheFields> {
        let members: Pairs<&RawValue> = serde_json::from_str(text)?;
        let mut known_members = Pairs::default();
        for (key, value) in members.iter() {
            if let Some(name) = known(key)
                && (name == key || !known_members.iter().any(|(there, _)| there == name))
            {
                known_members.insert(name.to_owned(), value);
            }
        }
        let members = known_members.iter().map(|(name, value)| format!("\"{name}\":{value}"));
        serde_json::from_str(&format!("{{{}}}", members.collect::<Vec<_>>().join(",")))
    }
}

/// The field of this name, whatever its case and underscores.
pub(super) fn known(name: &str) -> Option<&'static str> {
    fn plain(name: &str) -> impl Iterator<Item = u8> {
        name.bytes().filter(|b| *b != b'_').map(|b| b.to_ascii_lowercase())
    }
    NAMES.into_iter().find(|known| plain(known).eq(plain(name)))
}

impl Field {
    /// The text, where it is one and not empty.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Field::Text(text) => Some(text.expose()).filter(|text| !text.is_empty()),
            Field::Missing | Field::Number(_) | Field::Other(_) => None,
        }
    }

    pub(super) fn is_there(&self) -> bool {
        !matches!(self, Field::Missing)
    }

    /// The fields of an object.
    pub(super) fn object(&self) -> Option<CacheFields> {
        match self {
            Field::Other(json) if json.expose().starts_with('{') => {
                CacheFields::of_object(json.expose()).ok()
            }
            Field::Missing | Field::Text(_) | Field::Number(_) | Field::Other(_) => None,
        }
    }
}

impl From<Box<RawValue>> for Field {
    fn from(json: Box<RawValue>) -> Field {
        let json = json.get();
        let other = || Field::Other(Secret::new(json));
        match json.as_bytes() {
            b"null" => Field::Missing,
            [b'"', ..] => serde_json::from_str(json).map_or_else(|_| other(), Field::Text),
            _ => json.parse().map_or_else(|_| other(), Field::Number),
        }
    }
}
