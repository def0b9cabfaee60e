//! A session in a profile that takes a role. With neither account nor role the CLI doesn't need it; the SDK for Java
//! looks at the sign-in first, and wants all of it.
//!
//! Source: botocore's `SSOProvider._load_sso_config`; aws/aws-sdk-java-v2 6187.

use super::ProblemKind;
use super::fix::{self, Choice, ChoiceLabel, Fix};
use super::source_count::is_assumed;
use super::subject::{Problems, Subject};

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    for profile in subject.reading.profiles().filter(|profile| is_assumed(profile)) {
        let Some(session) = profile.section().property("sso_session") else { continue };
        if ["sso_account_id", "sso_role_name"].iter().any(|key| subject.has(profile, key)) {
            continue;
        }
        let label = ChoiceLabel::RemoveSetting("sso_session");
        let fix = Fix::suggestion([Choice::new(label, fix::without(session))]);
        let kind = ProblemKind::SessionBesideRole {
            profile: profile.name().into(),
            session: subject.value(session).into(),
        };
        problems.push(kind, [session.line().number()], Some(fix));
    }
}
