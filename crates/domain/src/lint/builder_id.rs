//! A session or a profile with the start URL of AWS Builder ID, which has no accounts.

use super::sign_in::agrees;
use super::{ProblemKind, Problems, Subject};
use crate::config::{Property, Settings};
use crate::portal::{StartUrl, StartUrlError};

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    for settings in subject.reading.sso_sessions().chain(subject.reading.profiles()) {
        // What is wrong with both is said of the session, where nothing else parts them.
        let session = subject.reading.session_of(settings).filter(|it| agrees(it, settings));
        if session.and_then(url_of).is_some() {
            continue;
        }
        if let Some(url) = url_of(settings) {
            let kind = ProblemKind::BuilderId(settings.name().into());
            problems.push(kind, &[url.line().number()], None);
        }
    }
}

fn url_of<'d>(settings: &Settings<'d>) -> Option<Property<'d>> {
    let url = settings.section().property("sso_start_url");
    url.filter(|url| is_builder_id(url.first_line_value()))
}

pub(super) fn is_builder_id(url: &str) -> bool {
    StartUrl::parse(url) == Err(StartUrlError::BuilderId)
}
