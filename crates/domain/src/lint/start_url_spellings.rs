//! Legacy profiles with one portal in several spellings. The token's file is named by the spelling, so each is another
//! sign-in. All are written as most are, which is the same portal.

use super::{Fix, Likeness, ProblemKind, Problems, Subject, alike, fix};
use crate::config::{LineEdits, LineNumber, Property, Settings};
use crate::portal::StartUrl;
use crate::sort::sort_by;
use std::borrow::Cow;

/// The portal and its region, whatever the spelling.
pub(super) fn portal<'d>(settings: &Settings<'d>) -> Option<Likeness<'d>> {
    let (start_url, region) = (settings.text("sso_start_url")?, settings.text("sso_region")?);
    let plain = StartUrl::parse(&start_url).map(|url| Cow::Owned(url.as_str().to_owned()));
    Some(vec![Some(plain.unwrap_or(start_url)), Some(region)])
}

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    let legacy = subject.reading.profiles().filter(|it| it.get("sso_session").is_none());
    let portals = legacy.filter_map(|it| url(it).and(Some((portal(it)?, it))));
    for profiles in alike(portals.collect()) {
        let urls: Vec<Property<'_>> = profiles.into_iter().filter_map(url).collect();
        let mut spellings: Vec<&str> = urls.iter().map(|url| url.first_line_value()).collect();
        sort_by(&mut spellings, Ord::cmp);
        let most = spellings.chunk_by(PartialEq::eq).max_by_key(|same| same.len());
        let Some([commonest, ..]) = most.filter(|same| same.len() < spellings.len()) else {
            continue;
        };
        let mut edits = LineEdits::default();
        let mut lines: Vec<LineNumber> = Vec::new();
        for url in urls.iter().filter(|url| url.first_line_value() != *commonest) {
            fix::put_value(*url, commonest, &mut edits);
            lines.push(url.line().number());
        }
        let commonest = commonest.into();
        let others = spellings.chunk_by(PartialEq::eq).map(|same| same[0].into());
        let others = others.filter(|other| *other != commonest).collect();
        let kind = ProblemKind::StartUrlSpellings { commonest, others };
        problems.push(kind, &lines, Some(Fix::safe(edits)));
    }
}

/// The profile's own start URL.
fn url<'d>(profile: &Settings<'d>) -> Option<Property<'d>> {
    profile.section().property("sso_start_url").filter(|property| property.lines().len() == 1)
}
