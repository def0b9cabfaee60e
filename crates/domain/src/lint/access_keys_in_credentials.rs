//! Long-lived keys in the credentials file for a profile that signs in.

use super::{ProblemKind, Problems};
use crate::config::{Document, ProfileUse, Reading};

pub(super) fn check(document: &Document, config: &Reading<'_>, problems: &mut Problems<'_>) {
    for section in document.sections() {
        let name = section.header_text();
        let Some(profile) = config.profile(name) else { continue };
        let signs_in = matches!(ProfileUse::of(profile), ProfileUse::SignIn { .. });
        if let Some(key) = section.property("aws_access_key_id").filter(|_| signs_in) {
            let lines = [section.line().number(), key.line().number()];
            let kind = ProblemKind::AccessKeysInCredentials(name.into());
            problems.push(kind, &lines, None);
        }
    }
}
