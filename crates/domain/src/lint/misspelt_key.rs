//! A key that nothing reads, and that is nearly one of those that a sign-in needs: `sso-session`, `ssoStartUrl`,
//! `sso_registration_scope`, `sso_role`.
//!
//! All rules look at the document as it is with these keys put right, so that they judge what is meant. Where a profile
//! signs in without the key, and would not with it, it stays as it is and is only told.

use super::ProblemKind;
use super::fix::{self, Choice, ChoiceLabel, Fix};
use super::sign_in::sign_ins;
use super::subject::Problems;
use crate::config::{Document, Editor, Header, LineEdits, Property, Section};
use crate::edit_distance::edit_distance;
use crate::sort::sort_by;
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

/// A misspelt key.
pub(super) struct Misspelt<'d> {
    property: Property<'d>,
    meant: &'static str,
    is: Likeness,
    /// `None` where a profile would sign in no more.
    edits: Option<LineEdits>,
}

/// How sure one can be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// The same letters, or all but one.
    Same,
    Near,
}

/// The misspelt keys, and the document with them put right; line by line the same.
pub(super) fn meant(document: &Document) -> (Vec<Misspelt<'_>>, Document) {
    let defaults: Vec<Section<'_>> =
        document.sections().filter(|it| it.header() == Header::Defaults).collect();
    let sections = document.sections().filter(|it| it.header() != Header::Defaults);
    let mut all: Vec<Misspelt<'_>> =
        sections.flat_map(|section| in_section(section, &defaults)).collect();
    if all.is_empty() {
        return (all, document.clone());
    }
    let is_portal = |misspelt: &Misspelt<'_>| PORTAL_KEYS.contains(&misspelt.meant);
    // What makes a sign-in whole comes first, so that none moves to another portal then.
    let base = keep(document, &mut all, |it| !is_portal(it));
    let meant = keep(&base, &mut all, is_portal);
    (all, meant)
}

/// The document with these keys put right; those stay wrong for which a profile would sign in elsewhere, or no more.
fn keep<'d>(
    document: &Document,
    all: &mut [Misspelt<'d>],
    of: impl Fn(&Misspelt<'d>) -> bool,
) -> Document {
    let before = sign_ins(document);
    let is_kept = |meant: &Document| {
        let after = sign_ins(meant);
        before.iter().all(|(name, sign_in)| after.get(name) == Some(sign_in))
    };
    let with = |misspelt: &mut dyn Iterator<Item = &Misspelt<'_>>| {
        let mut edits = LineEdits::default();
        misspelt.filter_map(|it| it.edits.as_ref()).for_each(|it| edits.extend(it));
        let mut editor = Editor::new(document.clone());
        editor.apply(edits);
        editor.document().clone()
    };
    let meant = with(&mut all.iter().filter(|it| of(it)));
    if is_kept(&meant) {
        return meant;
    }
    for misspelt in all.iter_mut().filter(|it| of(it)) {
        if !is_kept(&with(&mut std::iter::once(&*misspelt))) {
            misspelt.edits = None;
        }
    }
    let meant = with(&mut all.iter().filter(|it| of(it)));
    if is_kept(&meant) {
        return meant;
    }
    all.iter_mut().filter(|it| of(it)).for_each(|it| it.edits = None);
    document.clone()
}

pub(super) fn check(misspelt: Vec<Misspelt<'_>>, problems: &mut Problems<'_>) {
    for Misspelt { property, meant, is, edits } in misspelt {
        let fix = edits.map(|edits| match is {
            Likeness::Same => Fix::safe(edits),
            Likeness::Near => Fix::suggestion([Choice::new(ChoiceLabel::Use(meant.into()), edits)]),
        });
        let kind = ProblemKind::MisspeltKey { key: property.key_text().into(), meant };
        problems.push(kind, [property.line().number()], fix);
    }
}

/// What `[DEFAULT]` has, every section has.
fn in_section<'d>(section: Section<'d>, defaults: &[Section<'d>]) -> Vec<Misspelt<'d>> {
    if matches!(section.header(), Header::Services(_)) {
        return Vec::new();
    }
    let mut taken = HashSet::new();
    let misspelt = section.properties().filter_map(|property| {
        let (meant, is) = near(&property.key())?;
        let is_there =
            std::iter::once(&section).chain(defaults).any(|it| it.property(meant).is_some());
        let is_free = !is_there && taken.insert(meant);
        is_free.then(|| {
            let edits = Some(fix::key(property, meant));
            Misspelt { property, meant, is, edits }
        })
    });
    misspelt.collect()
}

/// The only key that this one can be meant as.
pub(super) fn near(key: &str) -> Option<(&'static str, Likeness)> {
    if KEYS.contains(&key) || OTHERS.contains(&key) {
        return None;
    }
    let letters = |key: &str| key.replace(['_', '-', ' ', '.'], "");
    let bare = letters(key);
    if let Some(same) = KEYS.into_iter().find(|known| letters(known) == bare) {
        return Some((same, Likeness::Same));
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
    within(1)
        .or_else(|| only(&turned))
        .map(|key| (key, Likeness::Same))
        .or_else(|| within(2).or_else(|| only(&is_part)).map(|key| (key, Likeness::Near)))
}
