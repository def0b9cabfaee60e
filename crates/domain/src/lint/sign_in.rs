//! Where each profile is meant to sign in, by botocore's rules.
//!
//! Source: `SSOProvider._load_sso_config` and `_resolve_sso_session_reference`.

use super::{header, slip};
use crate::config::{Document, Property, Settings, Value};
use std::borrow::Cow;
use std::collections::HashMap;

/// Start URL, region, account, role.
pub(super) type SignIn = [String; 4];

/// The profiles that sign in by themselves, by their names.
pub(super) fn sign_ins(document: &Document) -> HashMap<String, SignIn> {
    let (_, _, reading) = header::meant(document);
    let slips = slip::all(document, &reading);
    let value = |property: Property<'_>| match slips.get(&property.line().number()) {
        Some(meant) => Some(meant.value.clone().into_owned()),
        None => match property.value() {
            Value::Text(text) => Some(text.into_owned()),
            Value::Nested(_) => None,
        },
    };
    let text = |settings: &Settings<'_>, key: &str| value(settings.property(key)?);
    let sign_in = |profile: &Settings<'_>| {
        if profile.get("role_arn").is_some() {
            return None;
        }
        let session = match profile.get("sso_session") {
            Some(_) => Some(reading.sso_session(&text(profile, "sso_session")?)?),
            None => None,
        };
        let keys = session.into_iter().flat_map(Settings::keys);
        let differs = |key: Cow<'_, str>| {
            let own = profile.property(&key).map(value);
            own.is_some_and(|own| Some(own) != session.and_then(|it| it.property(&key)).map(value))
        };
        if keys.into_iter().any(differs) {
            return None;
        }
        let text = |key| session.and_then(|it| text(it, key)).or_else(|| text(profile, key));
        let role = ["sso_account_id", "sso_role_name"];
        role.iter().any(|key| profile.get(key).is_some()).then_some(())?;
        Some([text("sso_start_url")?, text("sso_region")?, text(role[0])?, text(role[1])?])
    };
    let named = |profile| Some((Settings::name(profile).to_owned(), sign_in(profile)?));
    reading.profiles().filter_map(named).collect()
}
