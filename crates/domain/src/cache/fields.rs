//! A cache file's fields as they stand in JSON, read leniently: any may be missing or of another type.
//!
//! Not here: what they mean. Of what is secret only its being there is kept; the text itself is dropped while it is
//! read.

use crate::json::{Fields, Json};

/// The names that may be told to a person when a text breaks off in one of them.
pub(super) const FIELD_NAMES: [&str; 16] = [
    "startUrl",
    "startURL",
    "issuerUrl",
    "region",
    "expiresAt",
    "createdAt",
    "registrationExpiresAt",
    "tokenType",
    "clientId",
    "clientSecret",
    "accessToken",
    "refreshToken",
    "scopes",
    "Credentials",
    "SessionToken",
    "Expiration",
];

/// Fields that the AWS CLI does not write: of language servers' registrations, and of Kiro's token, which lies in the
/// same folder.
const FOREIGN: [&str; 5] = ["redirectUris", "clientIdHash", "authMethod", "profileArn", "provider"];

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
    pub(super) created_at: Field,
    pub(super) origin: Origin,
}

/// Who wrote a file, or for what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Origin {
    /// It says nothing of that, as the AWS CLI's own tokens and registrations.
    #[default]
    Unsaid,
    /// Another tool that signs in through Identity Center: the AWS Toolkits, language servers.
    OtherTool,
    /// Credentials through Identity Center.
    IdentityCenter,
    /// Credentials of a role that another profile's credentials assumed.
    AssumedRole,
    /// Credentials of a role that a web identity's token assumed.
    WebIdentity,
    /// Credentials of another provider.
    OtherProvider,
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
        let created_at = Field::of(fields.take("createdAt"));
        let issuer = Field::of(fields.take("issuerUrl"));
        let mut is_foreign = created_at.is_there() || issuer.is_there();
        for mark in FOREIGN {
            is_foreign |= fields.take(mark) != Json::Null;
        }
        let origin =
            if is_foreign { Origin::OtherTool } else { Origin::of_credentials(&mut fields) };
        // In capitals, or under another name, from other tools that keep their tokens here.
        let start_url = match Field::of(fields.take("startUrl")) {
            Field::Missing => match Field::of(fields.take("startURL")) {
                Field::Missing => issuer,
                there => there,
            },
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
            created_at,
            origin,
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

impl Origin {
    /// As botocore writes it: a provider's name, or the whole answer of the call that assumed a role.
    fn of_credentials(fields: &mut Fields) -> Origin {
        if fields.take("SubjectFromWebIdentityToken") != Json::Null {
            return Origin::WebIdentity;
        }
        if fields.take("AssumedRoleUser") != Json::Null {
            return Origin::AssumedRole;
        }
        match Field::of(fields.take("ProviderType")).text() {
            None => Origin::Unsaid,
            Some("sso") => Origin::IdentityCenter,
            Some("assume-role") => Origin::AssumedRole,
            Some("assume-role-with-web-identity") => Origin::WebIdentity,
            Some(_) => Origin::OtherProvider,
        }
    }
}

impl<T> Field<T> {
    fn is_there(&self) -> bool {
        !matches!(self, Field::Missing)
    }
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
