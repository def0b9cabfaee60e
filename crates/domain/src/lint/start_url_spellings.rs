//! Legacy profiles with one portal in several spellings. The token's file is named by the spelling, so each is another
//! sign-in. All are written as most are, which is the same portal.

use super::ProblemKind;
use super::fix::{self, Fix};
use super::subject::{Problems, Subject};
use crate::config::{LineEdits, LineNumber, Property, Settings};
use crate::portal::StartUrl;
use crate::sort::sort_by;
use std::borrow::Cow;
use std::collections::HashMap;

/// A portal and its region, whatever the spelling.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PortalKey<'d> {
    start_url: Cow<'d, str>,
    region: Cow<'d, str>,
}

/// PortalKeys by the spellings of their start URLs: most are alike, and each is read once.
#[derive(Default)]
pub(super) struct PortalKeys<'d>(HashMap<Cow<'d, str>, Cow<'d, str>>);

impl<'d> PortalKeys<'d> {
    pub(super) fn of<'t: 'd>(
        &mut self,
        subject: &Subject<'d, 't>,
        settings: &Settings<'t>,
    ) -> Option<PortalKey<'d>> {
        let [start_url, region] = subject.portal(settings);
        let (start_url, region) = (start_url?, region?);
        let plain = self.0.entry(start_url).or_insert_with_key(|spelling| {
            StartUrl::parse(spelling).map_or(spelling.clone(), |url| url.as_str().to_owned().into())
        });
        Some(PortalKey { start_url: plain.clone(), region })
    }
}

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    let mut known = PortalKeys::default();
    let mut rows = Vec::new();
    let is_legacy = |profile: &&Settings<'_>| profile.get("sso_session").is_none();
    for profile in subject.reading.profiles().filter(is_legacy) {
        if let Some(property) = profile.section().property("sso_start_url")
            && property.lines().len() == 1
            && let Some(portal) = known.of(subject, profile)
        {
            rows.push((portal, property));
        }
    }
    sort_by(&mut rows, |(one, _), (other, _)| one.cmp(other));
    for rows in rows.chunk_by(|(one, _), (other, _)| one == other) {
        let mut urls: Vec<_> = rows.iter().map(|(_, property)| subject.value(*property)).collect();
        sort_by(&mut urls, Ord::cmp);
        let spellings: Vec<_> = urls.chunk_by(PartialEq::eq).collect();
        let most = spellings.iter().max_by_key(|urls| urls.len());
        let Some([commonest, ..]) = most.filter(|_| spellings.len() > 1) else { continue };
        let others = spellings.iter().map(|urls| &urls[0]).filter(|url| *url != commonest);
        let others = others.map(Into::into).collect();
        let differing = rows.iter().map(|(_, property)| *property);
        let differing: Vec<Property<'_>> =
            differing.filter(|property| subject.value(*property) != *commonest).collect();
        let mut edits = LineEdits::default();
        differing.iter().for_each(|it| fix::put_value(*it, commonest, &mut edits));
        let lines: Vec<LineNumber> = differing.iter().map(|it| it.line().number()).collect();
        let kind = ProblemKind::StartUrlSpellings { commonest: commonest.into(), others };
        problems.push(kind, lines, Some(Fix::safe(edits)));
    }
}
