//! A key that nothing reads, and that is nearly one of those that a sign-in needs: `sso-session`, `ssoStartUrl`,
//! `sso_registration_scope`, `sso_role`.
//!
//! All rules look at the document as it is with these keys put right, so that they judge what is meant. Where a profile
//! signs in without the key, and perhaps elsewhere with it, they look at it as it is, and a person has to say so.

use super::sign_in::signing_in;
use super::{Applicability, ChoiceLabel, Fix, ProblemKind, Problems, fix};
use crate::config::{Document, Header, LineEdits, Property};
use crate::edit_distance::edit_distance;
use crate::sort::sort_by;
use std::borrow::Cow;
use std::collections::HashSet;

/// What a sign-in, a role and a profile's commands need.
const KEYS: [&str; 19] = [
    "sso_session",
    "sso_start_url",
    "sso_region",
    "sso_account_id",
    "sso_role_name",
    "sso_registration_scopes",
    "region",
    "output",
    "role_arn",
    "source_profile",
    "credential_process",
    "credential_source",
    "role_session_name",
    "mfa_serial",
    "web_identity_token_file",
    "login_session",
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
];

/// What decides at which portal a profile signs in.
const PORTAL_KEYS: [&str; 3] = ["sso_session", "sso_start_url", "sso_region"];

/// What else decides as whom.
const ROLE_KEYS: [&str; 3] = ["sso_account_id", "sso_role_name", "role_arn"];

/// Keys that are near to one of those, and that somebody reads. Source: botocore's `configprovider`, and
/// `aws_security_token` of its `credentials`.
const OTHERS: [&str; 3] = ["aws_security_token", "aws_account_id", "regions"];

struct Misspelt<'d> {
    section: usize,
    property: Property<'d>,
    meant: &'static str,
    applicability: Applicability,
}

/// Tells the misspelt keys, and gives the document with them put right; line by line the same.
pub(super) fn put_right(document: &Document, problems: &mut Problems<'_>) -> Document {
    let mut meant = document.clone();
    let all = misspelt(document);
    if all.is_empty() {
        return meant;
    }
    // What makes a sign-in whole comes first, so that none moves to another portal then.
    let (portal, others): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|it| PORTAL_KEYS.contains(&it.meant));
    for all in [others, portal] {
        let signing_in = signing_in(&meant);
        let mut put_right = LineEdits::default();
        for Misspelt { section, property, meant, applicability } in all {
            let decides = PORTAL_KEYS.contains(&meant) || ROLE_KEYS.contains(&meant);
            let stays = decides && signing_in[section];
            let edits = fix::key(property, meant);
            if !stays {
                put_right.extend(&edits);
            }
            let fix = match applicability {
                Applicability::Safe if !stays => Fix::safe(edits),
                _ => Fix::suggestion(ChoiceLabel::Use(meant.into()), edits),
            };
            let kind = ProblemKind::MisspeltKey { key: property.key_text().into(), meant };
            problems.push(kind, &[property.line().number()], Some(fix));
        }
        meant = fix::applied(&meant, put_right);
    }
    meant
}

/// What `[DEFAULT]` has, every section has.
fn misspelt(document: &Document) -> Vec<Misspelt<'_>> {
    let mut defaults: HashSet<Cow<'_, str>> = HashSet::new();
    for section in document.sections().filter(|it| it.header() == Header::Defaults) {
        defaults.extend(section.properties().map(Property::key));
    }
    let mut all: Vec<Misspelt<'_>> = Vec::new();
    for section in document.sections() {
        if matches!(section.header(), Header::Services(_) | Header::Defaults) {
            continue;
        }
        let first = all.len();
        for property in section.properties() {
            let Some((meant, applicability)) = near(&property.key()) else { continue };
            let is_there = section.property(meant).is_some() || defaults.contains(meant);
            if is_there || all[first..].iter().any(|it| it.meant == meant) {
                continue;
            }
            all.push(Misspelt { section: section.index(), property, meant, applicability });
        }
    }
    all
}

/// The only key that this one can be meant as.
pub(super) fn near(key: &str) -> Option<(&'static str, Applicability)> {
    if KEYS.contains(&key) || OTHERS.contains(&key) {
        return None;
    }
    // As it is called in the environment, and in the answers of `aws configure`.
    if ["aws_region", "aws_default_region", "default_region"].contains(&key) {
        return Some(("region", Applicability::Suggestion));
    }
    let letters = |key: &str| key.replace(['_', '-', ' ', '.'], "");
    let bare = letters(key);
    if let Some(same) = KEYS.into_iter().find(|known| letters(known) == bare) {
        return Some((same, Applicability::Safe));
    }
    let only = |is_near: &dyn Fn(&str) -> bool| {
        let mut near = KEYS.into_iter().filter(|known| is_near(known));
        near.next().filter(|_| near.next().is_none())
    };
    let within = |most: usize| {
        only(&|known| edit_distance(known, key) <= most && known.len() > 3 * most + 2)
    };
    let sso = |known: &str| known.starts_with("sso_");
    let is_part = |known: &str| {
        let (front, back) = (format!("{key}_"), format!("_{key}"));
        let is_back = sso(known) && known.ends_with(&back);
        (known.starts_with(&front) || is_back) && key.len() > 7
            || sso(known) && key.strip_suffix("_name") == Some(known)
    };
    let turned = |known: &str| {
        let sorted = |text: &str| {
            let mut letters: Vec<u8> = text.bytes().collect();
            sort_by(&mut letters, Ord::cmp);
            letters
        };
        known.len() == key.len() && edit_distance(known, key) == 2 && sorted(known) == sorted(key)
    };
    within(1).or_else(|| only(&turned)).map(|key| (key, Applicability::Safe)).or_else(|| {
        within(2).or_else(|| only(&is_part)).map(|key| (key, Applicability::Suggestion))
    })
}
