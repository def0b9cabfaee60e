//! What is wrong with a file, why it matters, and what the buttons do about it.

use super::reason::{not_a_config, not_a_start_url, odd_character, parse_error, region_fails};
use crate::numbers::{count, grouped};
use crate::screens::config::state::{Done, Draft};
use onramp_domain::config::Excerpt;
use onramp_domain::lint::{ChoiceLabel, GivenBy, ProblemKind, Searched, Severity};

pub const PROBLEMS: &str = "Problems";
pub const PROBLEMS_EMPTY: &str = "What's wrong with your config, and why it matters, appears here.";
pub const NO_PROBLEMS: &str = "We found no problems.";
const FIX: &str = "Fix";
pub const OPEN_IN_TOKEN: &str = "Check it as a token";

pub fn problems_left(problems: usize) -> String {
    format!("{} left", grouped(problems))
}

/// The accessible name of the button that takes every fix that is certain; one name, however many.
pub fn fix_safe_name(fixes: usize) -> String {
    format!("Fix {} safe ones", grouped(fixes))
}

pub fn fix_safe(fixes: usize) -> String {
    format!("Fix {}", count(fixes, "safe one", "safe ones"))
}

/// The accessible name of a problem's button.
pub fn about(button: &str, title: &str) -> String {
    format!("{button}: {title}")
}

/// What is said after fixes, when none that is certain is left.
pub fn after_fixes(draft: &Draft) -> Option<&'static str> {
    let is_fixed = matches!(draft.done, Done::Fixed(_));
    (is_fixed && draft.safe_fixes() == 0).then_some("These need your decision.")
}

/// The tag's class and words; what is merely unwise has none.
pub fn severity(severity: Severity) -> Option<(&'static str, &'static str)> {
    match severity {
        Severity::Refused => Some(("tag bad", "breaks every command")),
        Severity::Fails => Some(("tag warn", "doesn't work")),
        Severity::Unwise => None,
    }
}

/// The words on a choice's button.
pub fn choice(label: &ChoiceLabel) -> String {
    match label {
        ChoiceLabel::Apply => FIX.to_owned(),
        ChoiceLabel::Keep { value, line } if value.is_empty() => format!("Keep line {line}"),
        ChoiceLabel::Keep { value, .. } => format!("Keep {value}"),
        ChoiceLabel::Use(value) => format!("Use {value}"),
        ChoiceLabel::Rename(header) => format!("Rename to [{header}]"),
        ChoiceLabel::Remove(section) => format!("Remove {section}"),
        ChoiceLabel::RemoveSetting(key) => format!("Remove {key}"),
        ChoiceLabel::CommentOut => "Make it a comment".to_owned(),
        ChoiceLabel::Join => "Merge both".to_owned(),
    }
}

/// A problem's title, and its reason with what to do.
pub fn problem(kind: &ProblemKind) -> (String, String) {
    let said = |title: String, why: &str| (title, why.to_owned());
    match kind {
        ProblemKind::NotAConfig(contents) => {
            said("This isn't a config file".to_owned(), not_a_config(*contents))
        }
        ProblemKind::ParseError(error) => {
            let (title, why) = parse_error(error);
            said(title.to_owned(), why)
        }
        ProblemKind::NotAProfile { header, name } => (
            format!("[{header}] isn't a valid profile header"),
            match &**name {
                "default" => "The CLI doesn't see it. It should be [default], in small letters.".to_owned(),
                name => format!("The CLI doesn't see it. It should be [profile {name}]."),
            },
        ),
        ProblemKind::NotASession { header, name } => (
            format!("[{header}] isn't a valid session header"),
            format!("The CLI doesn't see it. It should be [sso-session {name}]."),
        ),
        ProblemKind::Nameless(header) => said(
            format!("[{header}] doesn't have exactly one name"),
            "The CLI skips it. A name with spaces needs quotes: [profile \"my dev\"].",
        ),
        ProblemKind::Hidden(name) => said(
            format!("{name} is there twice, under two headers"),
            "The CLI uses only the last one, and other tools may use the first. Keep one of them.",
        ),
        ProblemKind::UnportableName { name, character } => said(
            format!("{name} has {character:?} in its name"),
            "The CLI accepts it in quotes. AWS's SDKs for JavaScript, Java, Ruby and Rust skip it or don't find it. Letters, digits, - and _ work everywhere; rename it wherever it's named.",
        ),
        ProblemKind::SplitByLogin { name, region } => (
            format!("“aws sso login” hid the rest of {name}"),
            format!("It found your portal in {region} and wrote that under a second header. The CLI reads only that one now. The fix puts the region where it belongs."),
        ),
        ProblemKind::MisspeltKey { key, meant } => (
            format!("{key} should be {meant}"),
            "Nothing reads a setting of that name.".to_owned(),
        ),
        ProblemKind::IndentedSettings => said(
            "The first setting under a header is indented".to_owned(),
            "The CLI reads it. AWS's SDK for Java refuses the whole file (“Expected a profile or property definition”), and IDEs built on it show no profiles. For the CLI the fix changes nothing.",
        ),
        ProblemKind::HeaderInValue => said(
            "A header is indented".to_owned(),
            "The CLI reads it as part of the value above, so the profile isn't there. It must start at the beginning of the line.",
        ),
        ProblemKind::SettingInValue(key) => said(
            format!("{key} is indented"),
            "The CLI reads it as part of the setting above, so it's lost. Take away the spaces before it; if the one above is left without a value, give it one or remove it.",
        ),
        ProblemKind::OddCharacter(odd) => said(
            odd_character(*odd),
            "It comes from copying out of a web page or a chat. The CLI doesn't take it for the plain one.",
        ),
        ProblemKind::MixedLineEndings => said(
            "Lines end in different ways".to_owned(),
            "Windows line endings are mixed with others. The CLI copes, some editors don't. The fix ends every line the way most do.",
        ),
        ProblemKind::CommentInValue(key) => said(
            format!("A comment follows the value of {key}"),
            "The CLI takes it for part of the value. A comment needs its own line.",
        ),
        ProblemKind::QuotedValue(key) => said(
            format!("The value of {key} is in quotes"),
            "The CLI takes the quotes for part of the value.",
        ),
        ProblemKind::SessionMissing { profile, session, nearest, there } => {
            let there = match there.as_slice() {
                [] => String::new(),
                [..] => format!(" This file has {}.", list(there)),
            };
            (
                format!("{profile} needs a session {session}, which isn't there"),
                did_you_mean(&format!("The profile can't sign in.{there}"), nearest.as_deref()),
            )
        }
        ProblemKind::SessionUnused(session) => (
            format!("No profile uses the session {session}"),
            format!("It does no harm. It may be for “aws sso login --sso-session {session}”."),
        ),
        ProblemKind::SessionIncomplete { session, missing } => (
            format!("The session {session} is incomplete"),
            format!("It has no {}, so no profile can sign in with it.", missing.join(" and no ")),
        ),
        ProblemKind::RoleKeyInSession { session, key } => said(
            format!("{key} is in the session {session}"),
            "The CLI uses it there. AWS's SDKs for Go, Java and JavaScript look for it in the profile only. Move it into the profile.",
        ),
        ProblemKind::Contradiction { profile, key, given_by } => said(
            format!("{profile} and its session disagree about {key}"),
            match given_by {
                GivenBy::Profile if !key.starts_with("sso_") => {
                    "The CLI refuses to sign in. In a session nothing else reads it, so remove it there."
                }
                GivenBy::Profile => {
                    "The CLI refuses to sign in. The session's value is the one to keep."
                }
                GivenBy::Defaults => {
                    "The CLI refuses to sign in. [DEFAULT] in capitals gives its settings to every profile. Remove the line from [DEFAULT], or make both the same."
                }
            },
        ),
        ProblemKind::NoRole(profile) => (
            format!("{profile} signs in, but for no role"),
            format!("“aws sso login --profile {profile}” works. Commands get no credentials until sso_account_id and sso_role_name are there. Tools that need only a token don't need them."),
        ),
        ProblemKind::BuilderId(name) => said(
            format!("{name} signs in with AWS Builder ID"),
            "That's a person's own sign-in and no company's portal: it has no accounts and no roles. “aws sso login” works and gives a token for tools such as Kiro, but no AWS credentials.",
        ),
        ProblemKind::NoRegion(profiles) => said(
            match profiles.as_slice() {
                [one] => format!("{one} has no region"),
                [first, second] => format!("{first} and {second} have no region"),
                [first, others @ ..] => format!("{first} and {} others have no region", grouped(others.len())),
                [] => String::new(),
            },
            "Commands will ask for one, unless AWS_REGION is set. sso_region is only where you sign in, and nothing comes from [default].",
        ),
        ProblemKind::SignInInCredentials { header, config_header } => (
            format!("[{header}] in ~/.aws/credentials signs in"),
            format!("That file is for keys, and only some tools look for a sign-in there. Move the section to ~/.aws/config, where its header is [{config_header}]."),
        ),
        ProblemKind::SignInIncomplete { profile, missing } => (
            format!("{profile} is incomplete"),
            match &**profile {
                "default" => format!("It has no {}, so it can't sign in.", missing.join(" and no ")),
                _ => format!("It has no {}, so it can't sign in. Nothing comes from [default].", missing.join(" and no ")),
            },
        ),
        ProblemKind::AccessKeysBesideSignIn(profile) => said(
            format!("{profile} has access keys besides its sign-in"),
            "The CLI uses the sign-in, and anybody who reads the file has the keys. Remove them; deactivate long-lived ones (AKIA…) at AWS first.",
        ),
        ProblemKind::AccessKeysInCredentials(profile) => said(
            format!("{profile} has access keys in ~/.aws/credentials"),
            "Tools may use those instead of the sign-in. Remove them; deactivate long-lived ones (AKIA…) at AWS first.",
        ),
        ProblemKind::ProcessBesideSignIn(profile) => said(
            format!("{profile} has a program besides its sign-in"),
            "The CLI uses the sign-in, other tools may run the program in credential_process. Keep one of them.",
        ),
        ProblemKind::LoginAsProcess(profile) => said(
            format!("{profile} has a login command in credential_process"),
            "It prints sentences, never credentials as JSON, so tools that run it fail, for example with “Unexpected token”. Remove the line; you run the login yourself.",
        ),
        ProblemKind::ProcessProfile { profile, named } if profile == named => said(
            format!("{profile} asks a program for itself"),
            "The program in credential_process is run for this very profile and has nothing to get credentials from. Name the profile that signs in.",
        ),
        ProblemKind::ProcessProfile { profile, named } => said(
            format!("{profile} runs a program for a profile {named}, which isn't there"),
            "It's named behind --profile in credential_process. In neither file is a profile of that name.",
        ),
        ProblemKind::SessionBesideRole { profile, session } => (
            format!("{profile} doesn't need the session {session}"),
            "The CLI assumes the role with the source profile's credentials, and that works. AWS's SDK for Java stumbles over the line.".to_owned(),
        ),
        ProblemKind::RoleBesideSignIn(profile) => said(
            format!("{profile} has a role_arn besides its sign-in"),
            "The CLI assumes the role and never uses the sign-in. Make two profiles, one for each.",
        ),
        ProblemKind::SameRole(profiles) => said(
            format!("{} are the same role", list(profiles)),
            "They do the same. One of them may be left over.",
        ),
        ProblemKind::StartUrlSpellings { others, .. } => said(
            format!("One portal is written in {} ways", others.len() + 1),
            "The CLI keeps a sign-in for each spelling, so you sign in more often than you need to.",
        ),
        ProblemKind::SameSession(sessions) => said(
            format!("The sessions {} are the same sign-in", list(sessions)),
            "They lead to one portal, and you sign in to each of them.",
        ),
        ProblemKind::AccountId { value, meant } => said(
            format!("{value} isn't a valid account ID"),
            match meant {
                Some(meant) if value.replace('-', "") == **meant => {
                    "Account IDs have 12 digits and no dashes."
                }
                Some(_) => {
                    "Account IDs have 12 digits. A spreadsheet may have eaten a leading zero, so check before you change it."
                }
                None => "Account IDs have 12 digits, leading zeros included.",
            },
        ),
        ProblemKind::UnknownRegion { key, value, nearest } => said(
            format!("{value} isn't an AWS region"),
            &did_you_mean(
                &format!("With it in {key}, {}", region_fails(key)),
                nearest.as_ref().map(onramp_domain::Region::id),
            ),
        ),
        ProblemKind::UnlistedRegion { key, value, nearest } => said(
            format!("We don't know the region {value}"),
            &did_you_mean(
                &format!("If AWS has just opened it, all is well. Otherwise {}", region_fails(key)),
                nearest.as_ref().map(onramp_domain::Region::id),
            ),
        ),
        ProblemKind::RoleName { value, permission_set: None } => said(
            format!("{value} can't be a role name"),
            "A permission set's name has letters, digits and + = , . @ _ - in it. Copy it from your portal, where it stands beside the account.",
        ),
        ProblemKind::RoleName { value, permission_set: Some(permission_set) } => (
            format!("{value} is the role's name in IAM"),
            format!("sso_role_name wants the permission set, {permission_set}. With the long name AWS refuses: ForbiddenException."),
        ),
        ProblemKind::StartUrlScheme(value) => said(
            format!("{value} doesn't begin with https://"),
            "The CLI refuses to log in: “The sso_start_url must use the https scheme”. After you change it, log in once more, since the token's file is named after the exact address.",
        ),
        ProblemKind::NotAStartUrl { value, error } => {
            said(format!("{value} isn't a start URL"), not_a_start_url(error))
        }
        ProblemKind::ScopeSeparators(value) => said(
            format!("The scopes {value} aren't separated by commas"),
            "The CLI takes them for one scope, which AWS doesn't know. For the CLI, sso:account:access is enough.",
        ),
        ProblemKind::RegionDiffers { named, region } => said(
            format!("The start URL is for {}, but sso_region says {}", named.id(), region.id()),
            "The sign-in goes to the wrong place and fails.",
        ),
        ProblemKind::PartitionDiffers { region, .. } => said(
            format!("The start URL doesn't go with {}", region.id()),
            "It belongs to another part of AWS, such as China or GovCloud, so the sign-in fails.",
        ),
        ProblemKind::UnknownOutput(value) => said(
            format!("{value} isn't an output format"),
            "The CLI knows json, yaml, yaml-stream, text, table and off.",
        ),
        ProblemKind::SourceMissing { profile, source, nearest, searched: Searched::Config } => said(
            format!("{profile} needs a profile {source}, which isn't in this file"),
            &did_you_mean(
                "It's named in source_profile, so it must be in ~/.aws/credentials. Add that file to check.",
                nearest.as_deref(),
            ),
        ),
        ProblemKind::SourceMissing { profile, source, nearest, searched: Searched::BothFiles } => said(
            format!("{profile} needs a profile {source}, which isn't there"),
            &did_you_mean(
                "It's named in source_profile, so the role can't be assumed.",
                nearest.as_deref(),
            ),
        ),
        ProblemKind::SourceWithoutCredentials { profile, source, searched } => (
            format!("{profile} needs credentials from {source}, which has none here"),
            match searched {
                Searched::Config => format!("Unless {source}'s keys are in ~/.aws/credentials, or a program brings its own, the CLI fails: “The source profile \"{source}\" must have credentials”. Give {source} a sign-in, or name another profile in source_profile."),
                Searched::BothFiles => format!("The CLI fails: “The source profile \"{source}\" must have credentials”. Give {source} a sign-in, or name another profile in source_profile."),
            },
        ),
        ProblemKind::SourceCircle(profiles) if profiles.len() == 1 => said(
            format!("{} is its own source_profile", list(profiles)),
            "So it has no credentials to start with. Name the profile that has them.",
        ),
        ProblemKind::SourceCircle(profiles) => said(
            format!("{} need each other", list(profiles)),
            "Each names the next in source_profile, so none has credentials to start with.",
        ),
        ProblemKind::SourceCount(profile) => said(
            format!("{profile} has a role_arn, but not exactly one source"),
            "To assume a role the CLI needs either source_profile or credential_source.",
        ),
        ProblemKind::Placeholder(value) => said(
            format!("{value} is a placeholder"),
            "It stands for a value. Put your own in its place; your AWS access portal shows start URL, accounts and roles.",
        ),
        ProblemKind::EmptyValue(key) => said(
            format!("{key} is empty"),
            "The CLI takes that for a value, and fails. Give it one, or remove the line.",
        ),
        ProblemKind::RoleArn(value) => said(
            format!("{value} isn't a role's ARN"),
            "A role_arn looks like arn:aws:iam::111122223333:role/Deploy, with the 12 digits of its account.",
        ),
        ProblemKind::CredentialSource(value) => said(
            format!("{value} isn't a credential source"),
            "The CLI knows Environment, Ec2InstanceMetadata and EcsContainer, with just these capitals.",
        ),
        ProblemKind::ServicesMissing { profile, services } => said(
            format!("{profile} needs a section [services {services}], which isn't there"),
            "Every command with this profile fails: “services configuration does not exist”.",
        ),
        ProblemKind::NotNested(key) => said(
            format!("Nothing is indented below {key}"),
            "Its settings must be indented, or the CLI fails: “'str' object has no attribute 'get'”. If it has none, remove the line.",
        ),
        ProblemKind::TerminalLine => said(
            "A command for the terminal is in the file".to_owned(),
            "Nothing reads it here. As a comment it stays in the file, so you lose nothing.",
        ),
        ProblemKind::SourceWithoutRole(profile) => said(
            format!("{profile} has a source_profile, but no role_arn"),
            "The CLI takes nothing from it: a source is for assuming a role. Add the role_arn, or give the profile a sign-in of its own.",
        ),
        ProblemKind::PrefixInCredentials(header) => said(
            format!("[{header}] is in ~/.aws/credentials"),
            "There a header is just the profile's name, without the word profile.",
        ),
    }
}

/// `a, b and c`.
fn list(excerpts: &[Excerpt]) -> String {
    let names: Vec<&str> = excerpts.iter().map(|excerpt| &**excerpt).collect();
    match names.as_slice() {
        [others @ .., last] if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        names => names.concat(),
    }
}

fn did_you_mean(why: &str, nearest: Option<&str>) -> String {
    match nearest {
        Some(nearest) => format!("{why} Did you mean {nearest}?"),
        None => why.to_owned(),
    }
}
