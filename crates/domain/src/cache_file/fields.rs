//! A cache file's fields as they stand in JSON, read leniently: any may be missing or of another type.

use serde_json::{Map, Value};

/// The fields of any of the known files. They hold secrets, so they can't be printed, and no report keeps them.
#[derive(Clone, Copy)]
pub(super) struct CacheFields<'a>(pub(super) &'a Map<String, Value>);

impl<'a> CacheFields<'a> {
    /// What stands under this name; `null` is taken for a field that is not there. Some tools write `startURL` or
    /// `start_url`; the CLI's own spelling counts before another.
    pub(super) fn get(self, name: &str) -> Option<&'a Value> {
        let other_spelling = || self.0.iter().find(|(key, _)| is_spelling_of(key, name));
        let value = self.0.get(name).or_else(|| Some(other_spelling()?.1))?;
        (!value.is_null()).then_some(value)
    }

    pub(super) fn has(self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The text, where it is one and not empty.
    pub(super) fn text(self, name: &str) -> Option<&'a str> {
        self.get(name)?.as_str().filter(|text| !text.is_empty())
    }

    /// An object inside the object.
    pub(super) fn object(self, name: &str) -> Option<CacheFields<'a>> {
        self.get(name)?.as_object().map(CacheFields)
    }
}

/// The names of fields, as the tools write them that are named first.
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

/// The field of this name, whatever its case and underscores.
pub(super) fn known(name: &str) -> Option<&'static str> {
    NAMES.into_iter().find(|known| is_spelling_of(name, known))
}

fn is_spelling_of(name: &str, known: &str) -> bool {
    let plain = name.bytes().filter(|b| *b != b'_').map(|b| b.to_ascii_lowercase());
    plain.eq(known.bytes().map(|b| b.to_ascii_lowercase()))
}
