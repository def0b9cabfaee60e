//! A start URL that names another region, or is of another partition, than the region beside it.

use super::{ProblemKind, Problems, Subject, fix, line_of};
use crate::aws::Region;
use crate::portal::StartUrl;

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    for settings in subject.reading.profiles().chain(subject.reading.sso_sessions()) {
        let section = settings.section();
        let [Some(region_line), Some(url_line)] =
            ["sso_region", "sso_start_url"].map(|key| line_of(section, key))
        else {
            continue;
        };
        let text = |key| settings.text(key).unwrap_or_default();
        let Ok(start_url) = StartUrl::parse(&text("sso_start_url")) else { continue };
        let Ok(region) = Region::parse(&text("sso_region")) else { continue };
        let lines = [region_line, url_line];
        let named = start_url.region().filter(|named| named.id() != region.id());
        if let Some(named) = named.cloned() {
            let fix = fix::suggest_value(section, "sso_region", named.id());
            problems.push(ProblemKind::RegionDiffers { named, region }, &lines, fix);
        } else if let Some(partition) = start_url.partition().filter(|it| *it != region.partition())
        {
            let kind = ProblemKind::PartitionDiffers { start_url: partition, region };
            problems.push(kind, &lines, None);
        }
    }
}
