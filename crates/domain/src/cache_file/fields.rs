//! A cache file's fields as they stand in JSON, read leniently: any may be missing or of another type.
//!
//! Of a secret only its presence is kept; its text is dropped with the JSON.

use crate::host_config::Pairs;
use serde::Deserialize;
use serde_json::value::RawValue;

/// The names that are read, as the tools write them that are named first.
const NAMES: [&str; 28] = [
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
    pub(super) client_id: Presence,
    pub(super) client_secret: Presence,
    pub(super) access_token: Presence,
    pub(super) refresh_token: Presence,
    pub(super) dpop_key: Presence,
    #[serde(rename = "Credentials")]
    pub(super) credentials: Credentials,
    pub(super) role_credentials: Credentials,
    #[serde(rename = "AccessKeyId")]
    pub(super) access_key_id: Presence,
    #[serde(rename = "SecretAccessKey")]
    pub(super) secret_access_key: Presence,
    #[serde(rename = "Expiration")]
    pub(super) expiration: Field,
    #[serde(rename = "ProviderType")]
    pub(super) provider_type: Field,
    #[serde(rename = "AssumedRoleUser")]
    pub(super) assumed_role_user: Presence,
    #[serde(rename = "SubjectFromWebIdentityToken")]
    pub(super) subject_from_web_identity_token: Presence,
    // What the AWS CLI does not write: language servers, Kiro and Amazon Q do.
    pub(super) redirect_uris: Presence,
    pub(super) client_id_hash: Presence,
    pub(super) auth_method: Presence,
    pub(super) profile_arn: Presence,
    pub(super) oauth_flow: Presence,
}

/// A field that should be a text. `null` is taken for a field that is not there.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Box<RawValue>")]
pub(super) enum Field {
    #[default]
    Missing,
    Text(String),
    Number(i64),
    Other,
}

/// What is kept of a secret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Box<RawValue>")]
pub(super) enum Presence {
    #[default]
    Missing,
    /// An empty text.
    Empty,
    /// A text.
    Text,
    /// Anything but a text.
    Other,
}

/// What is read of the object in which a role's credentials are.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Box<RawValue>")]
pub(super) enum Credentials {
    /// Nothing, or no object.
    #[default]
    Missing,
    ExpireAt(Field),
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
            Field::Text(text) if !text.is_empty() => Some(text),
            Field::Text(_) | Field::Missing | Field::Number(_) | Field::Other => None,
        }
    }

    pub(super) fn is_there(&self) -> bool {
        !matches!(self, Field::Missing)
    }
}

impl From<Box<RawValue>> for Field {
    fn from(json: Box<RawValue>) -> Field {
        let json = json.get();
        match json.as_bytes() {
            b"null" => Field::Missing,
            [b'"', ..] => serde_json::from_str(json).map_or(Field::Other, Field::Text),
            _ => json.parse().map_or(Field::Other, Field::Number),
        }
    }
}

impl Presence {
    pub(super) fn is_there(self) -> bool {
        self != Presence::Missing
    }
}

impl From<Box<RawValue>> for Presence {
    fn from(json: Box<RawValue>) -> Presence {
        match json.get().as_bytes() {
            b"null" => Presence::Missing,
            b"\"\"" => Presence::Empty,
            [b'"', ..] => Presence::Text,
            _ => Presence::Other,
        }
    }
}

impl From<Box<RawValue>> for Credentials {
    fn from(json: Box<RawValue>) -> Credentials {
        #[derive(Deserialize)]
        struct Object {
            #[serde(rename = "Expiration", alias = "expiration", default)]
            expiration: Field,
        }
        if !json.get().starts_with('{') {
            return Credentials::Missing;
        }
        let expiration = serde_json::from_str(json.get()).map(|Object { expiration }| expiration);
        Credentials::ExpireAt(expiration.unwrap_or(Field::Other))
    }
}
