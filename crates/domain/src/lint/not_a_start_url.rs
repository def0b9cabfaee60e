//! A start URL that is another page's address, or without `https://`.
//!
//! Source: the AWS CLI's `customizations/sso/resolve.py`, 2.36.7: "The sso_start_url must use the https scheme."

use super::{Diagnosis, ProblemKind, fix};
use crate::config::Property;
use crate::portal::{StartUrl, StartUrlError};

pub(super) fn check(property: Property<'_>, value: &str) -> Option<Diagnosis> {
    let other = |error| ProblemKind::NotAStartUrl { value: value.into(), error };
    match StartUrl::parse(value) {
        // AWS's own portals are put right as slips; whether another host answers there, nobody knows.
        Err(StartUrlError::NotHttps) => {
            let https = value.split_once("://").map(|(_, rest)| ["https://", rest].concat());
            let https = https.filter(|https| StartUrl::parse(https).is_ok());
            let kind = ProblemKind::StartUrlScheme(value.into());
            Some((kind, https.map(|https| fix::suggest(property, &https))))
        }
        Ok(url) if has_more(value) => {
            Some((other(StartUrlError::NotAUrl), Some(fix::suggest(property, url.as_str()))))
        }
        Ok(_) | Err(StartUrlError::Empty | StartUrlError::BuilderId) => None,
        Err(error) => Some((other(error), None)),
    }
}

/// Whether more than one URL stands there: what a chat, a page or a second paste puts around it.
pub(super) fn has_more(value: &str) -> bool {
    value.contains(|c: char| c.is_whitespace() || "<>\"'`,()[]{}".contains(c))
        || value.matches("://").count() > 1
}
