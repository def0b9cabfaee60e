//! A cache file's fields as they stand in JSON, read leniently: any may be missing or of another type.
//!
//! Not here: what they mean. Of what is secret only its being there is kept; the text itself is dropped while it is
//! read.

use crate::json::{Fields, Json};

/// The fields of any of the known files; unknown ones are passed over.
#[derive(Debug, Default)]
pub struct CacheFields {
    pub(super) start_url: Field,
    pub(super) region: Field,
    pub(super) expires_at: Field,
    pub(super) registration_expires_at: Field,
    pub(super) token_type: Field,
    pub(super) client_id: Field<Unkept>,
    pub(super) client_secret: Field<Unkept>,
    pub(super) access_token: Field<Unkept>,
    pub(super) refresh_token: Field<Unkept>,
    pub(super) dpop_key: Field<Unkept>,
    pub(super) credentials: Credentials,
}

/// The inner object of a file with role credentials.
#[derive(Debug, Default)]
pub(super) enum Credentials {
    #[default]
    NotAnObject,
    Object {
        expiration: Field,
    },
}

impl CacheFields {
    /// Reads them.
    pub fn of_object(mut fields: Fields) -> CacheFields {
        // In capitals from other tools that keep their tokens here.
        let start_url = match Field::of(fields.take("startUrl")) {
            Field::Missing => Field::of(fields.take("startURL")),
            there => there,
        };
        CacheFields {
            start_url,
            region: Field::of(fields.take("region")),
            expires_at: Field::of(fields.take("expiresAt")),
            registration_expires_at: Field::of(fields.take("registrationExpiresAt")),
            token_type: Field::of(fields.take("tokenType")),
            client_id: Field::of_secret(fields.take("clientId")),
            client_secret: Field::of_secret(fields.take("clientSecret")),
            access_token: Field::of_secret(fields.take("accessToken")),
            refresh_token: Field::of_secret(fields.take("refreshToken")),
            dpop_key: Field::of_secret(fields.take("dpopKey")),
            credentials: Credentials::of(fields.take("Credentials")),
        }
    }

    /// A token of `aws login`: its `accessToken` is an object, and it is bound to a key.
    pub(super) fn is_aws_login(&self) -> bool {
        matches!(self.access_token, Field::OtherType)
            || !matches!(self.dpop_key, Field::Missing)
            || self.token_type.text() == Some("aws_sigv4")
    }

    /// A session's token; also one from which the secrets were taken out before it was pasted.
    pub(super) fn is_token(&self) -> bool {
        let rest_of_one = !matches!(self.client_id, Field::Text(_))
            && self.start_url.text().is_some()
            && !matches!(self.expires_at, Field::Missing);
        matches!(self.access_token, Field::Text(_)) || rest_of_one
    }

    /// A client's registration.
    pub(super) fn is_registration(&self) -> bool {
        self.client_id.is_text() && self.client_secret.is_text()
    }
}

/// A field that should be a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Field<T = String> {
    /// Not there, or null.
    #[default]
    Missing,
    /// A text, and what is kept of it.
    Text(T),
    /// Anything else.
    OtherType,
}

/// What is kept of a secret: whether there was anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unkept {
    Empty,
    Something,
}

impl Field {
    fn of(value: Json) -> Field {
        match value {
            Json::Null => Field::Missing,
            Json::Text(text) => Field::Text(text),
            Json::Number(_) | Json::List(_) | Json::Object(_) | Json::Bool => Field::OtherType,
        }
    }

    /// The text, where it is one and not empty.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Field::Text(text) if !text.is_empty() => Some(text),
            Field::Text(_) | Field::Missing | Field::OtherType => None,
        }
    }

    pub(super) fn into_text(self) -> Option<String> {
        match self {
            Field::Text(text) if !text.is_empty() => Some(text),
            Field::Text(_) | Field::Missing | Field::OtherType => None,
        }
    }
}

impl Field<Unkept> {
    fn of_secret(value: Json) -> Field<Unkept> {
        match Field::of(value) {
            Field::Missing => Field::Missing,
            Field::Text(text) if text.is_empty() => Field::Text(Unkept::Empty),
            Field::Text(_) => Field::Text(Unkept::Something),
            Field::OtherType => Field::OtherType,
        }
    }

    /// Whether it is a text that is not empty.
    pub(super) fn is_text(&self) -> bool {
        matches!(self, Field::Text(Unkept::Something))
    }
}

impl Credentials {
    fn of(value: Json) -> Credentials {
        match value.into_fields() {
            Some(mut fields) => {
                Credentials::Object { expiration: Field::of(fields.take("Expiration")) }
            }
            None => Credentials::NotAnObject,
        }
    }
}
