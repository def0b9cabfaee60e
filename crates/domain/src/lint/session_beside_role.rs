//! A session in a profile that takes a role. With neither account nor role the CLI doesn't need it; the SDK for Java
//! looks at the sign-in first, and wants all of it.
//!
//! Source: botocore's `SSOProvider._load_sso_config`; aws/aws-sdk-java-v2 6187.

use super::source_count::is_assumed;
use super::{ChoiceLabel, Fix, ProblemKind, Problems, Subject, fix};

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    for profile in subject.reading.profiles().filter(|profile| is_assumed(profile)) {
        let Some(session) = profile.section().property("sso_session") else { continue };
        if ["sso_account_id", "sso_role_name"].iter().any(|key| subject.has(profile, key)) {
            continue;
        }
        let label = ChoiceLabel::RemoveSetting("sso_session");
        let fix = Fix::suggestion(label, fix::without(session));
        let kind = ProblemKind::SessionBesideRole {
            profile: profile.name().into(),
            session: session.first_line_value().into(),
        };
        problems.push(kind, &[session.line().number()], Some(fix));
    }
}
