//! A cache file's fields as they stand in JSON, read leniently: any may be missing or of another type.
//!
//! Of a secret only its presence is kept; its text is dropped with the parsed JSON.

use serde::Deserialize;
use serde_json::{Map, Value};

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
    pub(super) credentials: Nested,
    pub(super) role_credentials: Nested,
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
#[serde(from = "Value")]
pub(super) enum Field {
    #[default]
    Missing,
    Text(String),
    Number(i64),
    Other,
}

/// What is kept of a secret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Value")]
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

/// An object inside the object.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Value")]
pub(super) struct Nested(pub(super) Option<Box<CacheFields>>);

impl CacheFields {
    /// Reads them. Some tools write `startURL` or `start_url`; the CLI's own spelling counts before another.
    pub(super) fn of_object(object: Map<String, Value>) -> CacheFields {
        let mut fields = Map::new();
        for (key, value) in object {
            if let Some(name) = known(&key)
                && (name == key || !fields.contains_key(name))
            {
                fields.insert(name.to_owned(), value);
            }
        }
        // No field refuses a value, so this never falls back.
        serde_json::from_value(Value::Object(fields)).unwrap_or_default()
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

impl From<Value> for Field {
    fn from(value: Value) -> Field {
        match value {
            Value::Null => Field::Missing,
            Value::String(text) => Field::Text(text),
            Value::Number(number) => number.as_i64().map_or(Field::Other, Field::Number),
            Value::Bool(_) | Value::Array(_) | Value::Object(_) => Field::Other,
        }
    }
}

impl Presence {
    pub(super) fn is_there(self) -> bool {
        self != Presence::Missing
    }
}

impl From<Value> for Presence {
    fn from(value: Value) -> Presence {
        match value {
            Value::Null => Presence::Missing,
            Value::String(text) if text.is_empty() => Presence::Empty,
            Value::String(_) => Presence::Text,
            Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
                Presence::Other
            }
        }
    }
}

impl From<Value> for Nested {
    fn from(value: Value) -> Nested {
        match value {
            Value::Object(object) => Nested(Some(Box::new(CacheFields::of_object(object)))),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => Nested(None),
        }
    }
}
