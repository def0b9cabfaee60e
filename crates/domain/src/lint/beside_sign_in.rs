//! What the CLI takes before a profile's sign-in, or never because of it: a role, a program, long-lived keys.

use super::{ProblemKind, Problems, Subject, line_of, process};
use crate::config::{LineNumber, Property};

const ACCESS_KEYS: [&str; 3] = ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"];

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    for profile in subject.reading.profiles() {
        let has = |key: &str| profile.get(key).is_some();
        if !has("sso_account_id") && !has("sso_role_name") {
            continue;
        }
        let section = profile.section();
        let name = || profile.name().into();
        if has("role_arn") {
            let kind = ProblemKind::RoleBesideSignIn(name());
            problems.push(kind, line_of(section, "role_arn").as_slice(), None);
        }
        if has("credential_process") && !process::is_login(profile) && !process::is_for(profile) {
            let kind = ProblemKind::ProcessBesideSignIn(name());
            problems.push(kind, line_of(section, "credential_process").as_slice(), None);
        }
        let is_key = |property: &Property<'_>| ACCESS_KEYS.iter().any(|key| property.has_key(key));
        let keys = section.properties().filter(is_key);
        let lines: Vec<LineNumber> = keys.map(|property| property.line().number()).collect();
        if !lines.is_empty() {
            let kind = ProblemKind::AccessKeysBesideSignIn(name());
            problems.push(kind, &lines, None);
        }
    }
}
