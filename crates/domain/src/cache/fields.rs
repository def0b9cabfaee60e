//! A cache file's fields as they stand in JSON, read leniently: any may be missing or of another type.
//!
//! Not here: what they mean. Of what is secret only its being there is kept; the text itself is dropped while it is
//! read. Works with any self-describing format of serde's, so with serde_json and with the browser's own parser.

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// The fields of any of the known files; unknown ones are passed over. Refuses what is not an object.
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
    /// Whether it is a text that is not empty.
    pub(super) fn is_text(&self) -> bool {
        matches!(self, Field::Text(Unkept::Something))
    }
}

impl From<&str> for Unkept {
    fn from(text: &str) -> Unkept {
        if text.is_empty() { Unkept::Empty } else { Unkept::Something }
    }
}

impl<'de> Deserialize<'de> for CacheFields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<CacheFields, D::Error> {
        // Not `deserialize_map`, by which some formats take a list for an object.
        deserializer.deserialize_any(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = CacheFields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<CacheFields, A::Error> {
        let mut fields = CacheFields::default();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                // In capitals from other tools that keep their tokens here.
                "startUrl" | "startURL" => fields.start_url = map.next_value()?,
                "region" => fields.region = map.next_value()?,
                "expiresAt" => fields.expires_at = map.next_value()?,
                "registrationExpiresAt" => fields.registration_expires_at = map.next_value()?,
                "tokenType" => fields.token_type = map.next_value()?,
                "clientId" => fields.client_id = map.next_value()?,
                "clientSecret" => fields.client_secret = map.next_value()?,
                "accessToken" => fields.access_token = map.next_value()?,
                "refreshToken" => fields.refresh_token = map.next_value()?,
                "dpopKey" => fields.dpop_key = map.next_value()?,
                "Credentials" => fields.credentials = map.next_value()?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(fields)
    }
}

/// What can be made of any JSON value.
trait Lenient: Default {
    fn of_text(text: &str) -> Self;

    fn of_other() -> Self;

    fn of_object<'de, A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Self::of_other())
    }
}

impl<T: for<'a> From<&'a str>> Lenient for Field<T> {
    fn of_text(text: &str) -> Field<T> {
        Field::Text(T::from(text))
    }

    fn of_other() -> Field<T> {
        Field::OtherType
    }
}

impl Lenient for Credentials {
    fn of_text(_: &str) -> Credentials {
        Credentials::NotAnObject
    }

    fn of_other() -> Credentials {
        Credentials::NotAnObject
    }

    fn of_object<'de, A: MapAccess<'de>>(mut map: A) -> Result<Credentials, A::Error> {
        let mut expiration = Field::Missing;
        while let Some(key) = map.next_key::<String>()? {
            if key == "Expiration" {
                expiration = map.next_value()?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Credentials::Object { expiration })
    }
}

impl<'de, T: for<'a> From<&'a str>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Field<T>, D::Error> {
        deserializer.deserialize_any(AnyVisitor(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Credentials {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Credentials, D::Error> {
        deserializer.deserialize_any(AnyVisitor(PhantomData))
    }
}

struct AnyVisitor<T>(PhantomData<T>);

impl<'de, T: Lenient> Visitor<'de> for AnyVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::of_text(text))
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        Ok(T::default())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<T, E> {
        Ok(T::of_other())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<T, E> {
        Ok(T::of_other())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<T, E> {
        Ok(T::of_other())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<T, E> {
        Ok(T::of_other())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<T, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(T::of_other())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::of_object(map)
    }
}
