//! The AWS CLI's cache files: what a pasted one is, and until when it holds.
//!
//! Not here: parsing JSON, which the browser does, and the files' place on disk. Nothing secret of a file is kept: of
//! tokens and client secrets the reader notes only that they are there.
//!
//! Source: FACTS "Cache files".

mod belonging;
mod config_part;
mod error;
mod fields;
mod file_name;
mod message;
mod one_liner;
mod pieces;
mod redacted;
mod reminder;
mod standing;
mod timestamp;

pub use belonging::{Known, Owner, is_same_portal, registration_region, token_hash};
pub use error::{CacheError, JsonFault, Stranger};
pub use fields::{CacheFields, Origin};
pub use file_name::{SignIn, role_credentials_file_name, token_file_name};
pub use message::CliMessage;
pub use one_liner::OneLiners;
pub use pieces::{Cut, MOST_PIECES, Piece, pieces};
pub use redacted::redacted;
pub use reminder::reminder;
pub use standing::Standing;
pub use timestamp::{BadTimestamp, parse_timestamp};

use crate::letters::is_of_word;
use chrono::{DateTime, TimeDelta, Utc};
use fields::{Credentials, Field};

/// The AWS CLI refreshes a token when less than this is left.
pub const REFRESH_WINDOW: TimeDelta = TimeDelta::minutes(15);

/// What a cache file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CacheReport {
    kind: CacheKind,
    expires_at: DateTime<Utc>,
    start_url: Option<String>,
    region: Option<String>,
    issued_at: Option<DateTime<Utc>>,
    origin: Origin,
}

/// Which kind of file it is. People take the second for the first: both have an `expiresAt`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CacheKind {
    /// A signed-in session's access token, in `~/.aws/sso/cache`.
    SsoToken(RefreshParts),
    /// The client's own registration, in the same folder. It ends about 90 days on, and says nothing of a session.
    ClientRegistration,
    /// A role's credentials, in `~/.aws/cli/cache`.
    RoleCredentials,
}

/// What a token file holds of what a refresh needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefreshParts {
    /// No `refreshToken`.
    NoRefreshToken,
    /// No `clientId` or no `clientSecret`.
    NoClient,
    /// No readable `registrationExpiresAt`.
    NoRegistrationEnd,
    /// All of it.
    Complete {
        /// When the client's registration ends.
        registration_ends_at: DateTime<Utc>,
    },
}

/// Whether the AWS CLI can refresh a token by itself. That the session goes on at AWS, no file tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refreshable {
    /// As long as the registration holds.
    Yes {
        /// When it ends.
        until: DateTime<Utc>,
    },
    /// Not a token, but another kind of file.
    NotAToken,
    /// No `refreshToken`, as with a legacy profile's.
    NoRefreshToken,
    /// No `clientId` or no `clientSecret`.
    NoClient,
    /// No readable `registrationExpiresAt`.
    NoRegistrationEnd,
    /// The client's registration has ended.
    RegistrationEnded {
        /// When it did.
        at: DateTime<Utc>,
    },
}

/// How a file's expiry stands to a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CacheState {
    /// [`REFRESH_WINDOW`] or more is left.
    Valid,
    /// Less is left.
    ExpiresSoon,
    /// Nothing is left.
    Expired,
}

/// Reads a pasted file. `parse` parses JSON and is only called for a text that could be some.
///
/// # Errors
/// What the text is instead, or what is wrong with its expiry.
pub fn read(
    text: &str,
    parse: impl FnOnce(&str) -> Result<CacheFields, JsonFault>,
) -> Result<CacheReport, CacheError> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if text.is_empty() {
        return Err(CacheError::Empty);
    }
    if looks_like_config(text) {
        return Err(CacheError::LooksLikeConfig);
    }
    CacheReport::of_fields(parse(text)?)
}

impl CacheReport {
    /// Reads a file's fields.
    ///
    /// # Errors
    /// When they are no cache file's, or have no expiry that the AWS CLI can read.
    pub fn of_fields(fields: CacheFields) -> Result<CacheReport, CacheError> {
        let (kind, expires_at) = if fields.is_aws_login() {
            return Err(CacheError::UnknownKind(Stranger::AwsLogin));
        } else if fields.is_token() {
            (CacheKind::SsoToken(RefreshParts::of_fields(&fields)), &fields.expires_at)
        } else if fields.is_registration() {
            (CacheKind::ClientRegistration, &fields.expires_at)
        } else if let Credentials::Object { expiration } = &fields.credentials {
            (CacheKind::RoleCredentials, expiration)
        } else {
            return Err(CacheError::UnknownKind(Stranger::Other));
        };
        let expires_at = match expires_at {
            Field::Missing => return Err(CacheError::MissingExpiry),
            Field::OtherType => return Err(CacheError::BadTimestamp),
            Field::Text(text) => parse_timestamp(text)?,
        };
        Ok(CacheReport {
            kind,
            expires_at,
            start_url: fields.start_url.into_text(),
            region: fields.region.into_text(),
            issued_at: fields.created_at.text().and_then(|text| parse_timestamp(text).ok()),
            origin: fields.origin,
        })
    }

    /// Which kind of file it is.
    pub fn kind(&self) -> &CacheKind {
        &self.kind
    }

    /// When it expires by its own word, in whole seconds. A session can end before that (aws-cli 7340).
    pub fn expires_at(&self) -> DateTime<Utc> {
        self.expires_at
    }

    /// The start URL as it stands in the file.
    pub fn start_url(&self) -> Option<&str> {
        self.start_url.as_deref()
    }

    /// The region as it stands in the file.
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// When it was issued, where the file says that: other tools' do.
    pub fn issued_at(&self) -> Option<DateTime<Utc>> {
        self.issued_at
    }

    /// Who wrote it, or for what.
    pub fn origin(&self) -> Origin {
        self.origin
    }

    /// How long it still holds; negative once it has expired.
    pub fn remaining(&self, now: DateTime<Utc>) -> TimeDelta {
        self.expires_at - now
    }

    /// How it stands at a moment.
    pub fn state(&self, now: DateTime<Utc>) -> CacheState {
        let remaining = self.remaining(now);
        if remaining <= TimeDelta::zero() {
            CacheState::Expired
        } else if remaining < REFRESH_WINDOW {
            CacheState::ExpiresSoon
        } else {
            CacheState::Valid
        }
    }

    /// Whether the AWS CLI can refresh it at a moment, and if not, why.
    pub fn refreshable(&self, now: DateTime<Utc>) -> Refreshable {
        match &self.kind {
            CacheKind::ClientRegistration | CacheKind::RoleCredentials => Refreshable::NotAToken,
            CacheKind::SsoToken(RefreshParts::NoRefreshToken) => Refreshable::NoRefreshToken,
            CacheKind::SsoToken(RefreshParts::NoClient) => Refreshable::NoClient,
            CacheKind::SsoToken(RefreshParts::NoRegistrationEnd) => Refreshable::NoRegistrationEnd,
            CacheKind::SsoToken(RefreshParts::Complete { registration_ends_at: at }) => {
                if *at > now {
                    Refreshable::Yes { until: *at }
                } else {
                    Refreshable::RegistrationEnded { at: *at }
                }
            }
        }
    }
}

impl RefreshParts {
    fn of_fields(fields: &CacheFields) -> RefreshParts {
        if !fields.refresh_token.is_text() {
            return RefreshParts::NoRefreshToken;
        }
        if !(fields.client_id.is_text() && fields.client_secret.is_text()) {
            return RefreshParts::NoClient;
        }
        match fields.registration_expires_at.text().map(parse_timestamp) {
            Some(Ok(registration_ends_at)) => RefreshParts::Complete { registration_ends_at },
            Some(Err(_)) | None => RefreshParts::NoRegistrationEnd,
        }
    }
}

/// Whether a text is a config file: it begins with a section's header or with a key of one.
fn looks_like_config(text: &str) -> bool {
    let mut lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with(['#', ';']));
    let is_key = |line: &str| {
        line.split_once('=').is_some_and(|(key, _)| {
            let key = key.trim();
            !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
        })
    };
    let Some(first) = lines.next() else { return true };
    match first.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((header, _)) => {
            let kind = header.split_whitespace().next().unwrap_or_default();
            ["profile", "default", "sso-session", "services"].contains(&kind)
                || (header.starts_with(is_of_word) && lines.next().is_some_and(is_key))
        }
        None => is_key(first),
    }
}

#[cfg(test)]
mod tests;
