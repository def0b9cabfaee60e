//! A session or a profile with the start URL of AWS Builder ID, which has no accounts.

use super::{ProblemKind, Problems, Subject};
use crate::portal::{StartUrl, StartUrlError};

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    let reading = subject.reading;
    for settings in reading.sso_sessions().chain(reading.profiles()) {
        let has_session = settings.get("sso_session").is_some();
        let url = settings.section().property("sso_start_url").filter(|_| !has_session);
        if let Some(url) = url.filter(|url| is_builder_id(url.first_line_value())) {
            let kind = ProblemKind::BuilderId(settings.name().into());
            problems.push(kind, &[url.line().number()], None);
        }
    }
}

pub(super) fn is_builder_id(url: &str) -> bool {
    StartUrl::parse(url) == Err(StartUrlError::BuilderId)
}
