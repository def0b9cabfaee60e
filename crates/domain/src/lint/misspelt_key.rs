//! A key that nothing reads, and that is nearly one of those that a sign-in needs: `sso-session`, `ssoStartUrl`,
//! `sso_registration_scope`, `sso_role`.
//!
//! All rules look at the document as it is with these keys put right, so that they judge what is meant. Where a profile
//! signs in without the key, and would not with it, it stays as it is and is only told.

use super::sign_in::{SignIn, sign_ins};
use super::{Applicability, ChoiceLabel, Fix, ProblemKind, Problems, fix};
use crate::config::{Document, Header, LineEdits, Property};
use crate::edit_distance::edit_distance;
use crate::sort::sort_by;
use std::borrow::Cow;
use std::collections::HashSet;

/// What a sign-in, a role and a profile's commands need.
const KEYS: [&str; 16] = [
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
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
];

/// What decides at which portal a profile signs in.
const PORTAL_KEYS: [&str; 3] = ["sso_session", "sso_start_url", "sso_region"];

/// Keys that are near to one of those, and that somebody reads. Source: botocore's `configprovider`, and
/// `aws_security_token` of its `credentials`.
const OTHERS: [&str; 3] = ["aws_security_token", "aws_account_id", "regions"];

struct Misspelt<'d> {
    section: usize,
    property: Property<'d>,
    meant: &'static str,
    applicability: Applicability,
    /// `None` where a profile would sign in no more.
    edits: Option<LineEdits>,
}

/// Tells the misspelt keys, and gives the document with them put right; line by line the same.
pub(super) fn put_right(document: &Document, problems: &mut Problems<'_>) -> Document {
    let mut all = misspelt(document);
    if all.is_empty() {
        return document.clone();
    }
    let is_portal = |misspelt: &Misspelt<'_>| PORTAL_KEYS.contains(&misspelt.meant);
    // What makes a sign-in whole comes first, so that none moves to another portal then.
    let base = keep(document, &mut all, &|it| !is_portal(it));
    let meant = keep(&base, &mut all, &is_portal);
    for Misspelt { property, meant, applicability, edits, .. } in all {
        let fix = edits.map(|edits| match applicability {
            Applicability::Safe => Fix::safe(edits),
            Applicability::Suggestion => Fix::suggestion(ChoiceLabel::Use(meant.into()), edits),
        });
        let kind = ProblemKind::MisspeltKey { key: property.key_text().into(), meant };
        problems.push(kind, &[property.line().number()], fix);
    }
    meant
}

/// The document with these keys put right; those stay wrong for which a profile would sign in elsewhere, or no more.
fn keep<'d>(
    document: &Document,
    all: &mut [Misspelt<'d>],
    of: &dyn Fn(&Misspelt<'d>) -> bool,
) -> Document {
    let before = sign_ins(document);
    let with = |all: &[Misspelt<'d>], of: &dyn Fn(&Misspelt<'d>) -> bool| {
        let mut edits = LineEdits::default();
        for misspelt in all.iter().filter(|it| of(it)) {
            misspelt.edits.iter().for_each(|it| edits.extend(it));
        }
        let meant = fix::applied(document, edits);
        let moved = moved(&before, &sign_ins(&meant));
        (meant, moved)
    };
    let (meant, moved) = with(all, of);
    if !moved.contains(&true) {
        return meant;
    }
    for key in KEYS {
        let (_, moved) = with(all, &|it| of(it) && it.meant == key);
        let at_fault = all.iter_mut().filter(|it| of(it) && it.meant == key);
        at_fault.filter(|it| moved[it.section]).for_each(|it| it.edits = None);
    }
    let (meant, moved) = with(all, of);
    if !moved.contains(&true) {
        return meant;
    }
    all.iter_mut().filter(|it| of(it)).for_each(|it| it.edits = None);
    document.clone()
}

/// For each section whether it is of a profile that signs in no more or elsewhere, or of its session.
fn moved(before: &[Option<SignIn>], after: &[Option<SignIn>]) -> Vec<bool> {
    let mut moved = vec![false; before.len()];
    for (section, (before, after)) in before.iter().zip(after).enumerate() {
        let Some(before) = before else { continue };
        if after.as_ref().is_none_or(|after| after.values != before.values) {
            moved[section] = true;
            before.session.into_iter().for_each(|session| moved[session] = true);
        }
    }
    moved
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
            let edits = Some(fix::key(property, meant));
            all.push(Misspelt { section: section.index(), property, meant, applicability, edits });
        }
    }
    all
}

/// The only key that this one can be meant as.
pub(super) fn near(key: &str) -> Option<(&'static str, Applicability)> {
    if KEYS.contains(&key) || OTHERS.contains(&key) {
        return None;
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
        sso(known) && (known.starts_with(&front) || known.ends_with(&back)) && key.len() > 7
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
