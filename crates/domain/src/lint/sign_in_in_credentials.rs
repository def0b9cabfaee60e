//! A sign-in in the credentials file. The CLI reads it there too, other programs don't.

use super::{ProblemKind, Problems};
use crate::config::Document;
use crate::names::ProfileName;

pub(super) fn check(document: &Document, problems: &mut Problems<'_>) {
    for section in document.sections() {
        let key = section.properties().find(|property| property.key().starts_with("sso_"));
        let Some(key) = key else { continue };
        let header = section.header_text();
        let config_header = if header.starts_with("sso-session ") {
            header.to_owned()
        } else {
            let name = header.strip_prefix("profile ").unwrap_or(header);
            ProfileName::parse(name).map_or_else(|_| header.to_owned(), |name| name.header())
        };
        let kind = ProblemKind::SignInInCredentials {
            header: header.into(),
            config_header: config_header.into(),
        };
        problems.push(kind, &[section.line().number(), key.line().number()], None);
    }
}
