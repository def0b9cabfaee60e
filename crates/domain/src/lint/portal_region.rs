//! A start URL that names another region, or is of another partition, than the region beside it.

use super::ProblemKind;
use super::subject::{Problems, Subject, line_of, suggest_value};
use crate::aws::Region;
use crate::portal::StartUrl;

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    for settings in subject.reading.profiles().chain(subject.reading.sso_sessions()) {
        let section = settings.section();
        let lines = ["sso_region", "sso_start_url"].map(|key| line_of(section, key));
        let ([Some(url), Some(region)], [Some(_), Some(_)]) = (subject.portal(settings), lines)
        else {
            continue;
        };
        let Ok(start_url) = StartUrl::parse(&url) else { continue };
        let Ok(region) = Region::parse(&region) else { continue };
        let lines = lines.into_iter().flatten();
        let named = start_url.region().filter(|named| named.id() != region.id());
        if let Some(named) = named.cloned() {
            let fix = suggest_value(section, "sso_region", named.id());
            problems.push(ProblemKind::RegionDiffers { named, region }, lines, fix);
        } else if let Some(partition) = start_url.partition().filter(|it| *it != region.partition())
        {
            let kind = ProblemKind::PartitionDiffers { start_url: partition, region };
            problems.push(kind, lines, None);
        }
    }
}
