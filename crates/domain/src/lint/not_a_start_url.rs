//! A start URL that is another page's address, or without `https://`; and AWS Builder ID's, which has no accounts.
//!
//! Source: the AWS CLI's `customizations/sso/resolve.py`, 2.36.7: "The sso_start_url must use the https scheme."

use super::ProblemKind;
use super::subject::{Problems, Subject, suggest};
use crate::portal::{StartUrl, StartUrlError};

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    for property in subject.lines_read().filter(|it| it.has_key("sso_start_url")) {
        let value = subject.value(property);
        let line = [property.line().number()];
        match StartUrl::parse(&value) {
            // AWS's own portals are put right as slips; whether another host answers there, nobody knows.
            Err(StartUrlError::NotHttps) => {
                let https = value.split_once("://").map(|(_, rest)| ["https://", rest].concat());
                let fix = https.filter(|https| StartUrl::parse(https).is_ok());
                let fix = fix.map(|https| suggest(property, &https));
                let kind = ProblemKind::StartUrlScheme { value: (&*value).into() };
                problems.push(kind, line, fix);
            }
            // More than the URL itself stands there.
            Ok(url) if value.contains(|c: char| c.is_whitespace() || "<>\"'`,()[]".contains(c)) => {
                let fix = suggest(property, url.as_str());
                let (value, error) = ((&*value).into(), StartUrlError::NotAUrl);
                problems.push(ProblemKind::NotAStartUrl { value, error }, line, Some(fix));
            }
            Ok(_) | Err(StartUrlError::Empty | StartUrlError::BuilderId) => {}
            Err(error) => {
                let value = (&*value).into();
                problems.push(ProblemKind::NotAStartUrl { value, error }, line, None);
            }
        }
    }
    let reading = subject.reading;
    for settings in reading.sso_sessions().chain(reading.profiles()) {
        let has_session = settings.get("sso_session").is_some();
        let url = settings.section().property("sso_start_url").filter(|_| !has_session);
        if let Some(url) = url.filter(|url| is_builder_id(&subject.value(*url))) {
            let kind = ProblemKind::BuilderId { name: settings.name().into() };
            problems.push(kind, [url.line().number()], None);
        }
    }
}

pub(super) fn is_builder_id(url: &str) -> bool {
    StartUrl::parse(url) == Err(StartUrlError::BuilderId)
}
