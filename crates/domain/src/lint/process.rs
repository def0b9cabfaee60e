//! Programs in `credential_process`: a login command, which prints no credentials; and one for a profile that isn't
//! there, or for the very profile that asks for it.
//!
//! Source: botocore's `ProcessProvider`, which wants JSON with `Version` and `AccessKeyId`.

use super::{ChoiceLabel, Fix, ProblemKind, Problems, Subject, fix};
use crate::config::{ProfileUse, Settings};

const KEY: &str = "credential_process";

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    for profile in subject.reading.profiles() {
        let Some(property) = profile.property(KEY) else { continue };
        let command = profile.text(KEY).unwrap_or_default();
        let Some(arguments) = of_aws(&command) else { continue };
        let name = || profile.name().into();
        let profile_use = subject.profile_use(profile);
        let (kind, fix) = if is_login(profile) {
            let edits = fix::without(property);
            let fix = match profile_use {
                ProfileUse::SignIn { .. } => Fix::safe(edits),
                _ => Fix::suggestion(ChoiceLabel::RemoveSetting(KEY), edits),
            };
            // Without it no other one may come to count.
            let is_only = profile.section().properties().filter(|it| it.has_key(KEY)).count() == 1;
            let fix = (is_only && profile.default(KEY).is_none()).then_some(fix);
            (ProblemKind::LoginAsProcess(name()), fix)
        } else {
            let Some(named) = profile_named(&arguments) else { continue };
            let is_there = subject.reading.profile(named).is_some()
                || subject.credentials.is_none_or(|it| it.has_profile(named));
            // Asked for the profile that asks, it goes in a circle, unless that signs in by itself.
            let is_circle = named == profile.name() && profile_use == ProfileUse::Process;
            if is_there && !is_circle {
                continue;
            }
            (ProblemKind::ProcessProfile { profile: name(), named: named.into() }, None)
        };
        problems.push(kind, &[property.line().number()], fix);
    }
}

/// Whether a profile's program is a login command.
pub(super) fn is_login(profile: &Settings<'_>) -> bool {
    let command = profile.text(KEY).unwrap_or_default();
    of_aws(&command).is_some_and(|arguments| match arguments.as_slice() {
        ["sso", "login" | "logout", ..] | ["login", ..] | ["configure"] => true,
        ["configure", second, ..] => *second == "sso" || second.starts_with('-'),
        _ => false,
    })
}

/// Whether a profile's program brings the credentials of that very profile, as those of `aws-sso-util` and `granted` do
/// for tools that know no sign-in.
pub(super) fn is_for(profile: &Settings<'_>) -> bool {
    let command = profile.text(KEY).unwrap_or_default();
    profile_named(&words(&command)) == Some(profile.name())
}

fn words(command: &str) -> Vec<&str> {
    command.split_whitespace().map(|it| it.trim_matches(['"', '\''])).collect()
}

/// What stands behind the AWS CLI's name, where that is the program; that may stand in quotes, for its blanks.
fn of_aws(command: &str) -> Option<Vec<&str>> {
    let command = command.trim();
    let (program, rest) = match command.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"')?,
        None => command.split_once([' ', '\t']).unwrap_or((command, "")),
    };
    let program = program.rsplit(['/', '\\']).next()?.to_ascii_lowercase();
    ["aws", "aws.exe", "aws.cmd"].contains(&program.as_str()).then(|| words(rest))
}

/// The value of `--profile`.
fn profile_named<'w>(arguments: &[&'w str]) -> Option<&'w str> {
    let at = arguments.iter().position(|it| *it == "--profile");
    let next = at.and_then(|at| arguments.get(at + 1)).copied();
    let named = next.or_else(|| arguments.iter().find_map(|it| it.strip_prefix("--profile=")));
    named.filter(|name| !name.contains(['$', '%']))
}
