//! What an error message names, so that a person looks in the right place.

use onramp_domain::cli_message::{Cause, CliMessage, Mentions, RunAs, Speaker};

/// What else a message tells, a sentence each.
pub fn mentions(message: &CliMessage) -> Vec<String> {
    let CliMessage { cause, speaker, mentions } = message;
    let mut said = Vec::new();
    let by_program =
        [Cause::Unrecognised, Cause::ProgramTooOld, Cause::ModuleMissing, Cause::NotSignedIn];
    if by_program.contains(cause)
        && let Some(speaker) = self::speaker(*speaker)
    {
        said.push(format!("It comes from {speaker}."));
    }
    said.extend(place(message));
    said.extend(profile(message));
    said.extend(setting(mentions).filter(|_| *cause != Cause::ProfileNotNamed));
    said.extend(region(message));
    // The SDK for Java looks at a profile's sign-in before its role.
    if (*cause, *speaker) == (Cause::SettingsMissing, Speaker::Java) {
        said.push("AWS's SDK for Java looks at sso_ settings first and wants all of them. If the profile only assumes a role through source_profile, remove its sso_ lines.".to_owned());
    }
    if mentions.run_as == RunAs::Root {
        said.push(
            "You ran it with sudo, which reads root's ~/.aws and not yours. Leave out sudo."
                .to_owned(),
        );
    }
    said
}

fn place(message: &CliMessage) -> Option<String> {
    let CliMessage { cause, mentions, .. } = message;
    // Others' lines are of a script or of an answer.
    let line = mentions.line.filter(|_| CONFIG_CAUSES.contains(cause));
    let file = mentions.file.as_deref();
    let part = match (line, &mentions.section) {
        (Some(line), _) => format!("line {line}"),
        (None, Some(section)) => format!("[{section}]"),
        (None, None) => {
            let file = file.filter(|file| !file.starts_with("~/.aws/sso/cache/"))?;
            return Some(format!("It's about {file}."));
        }
    };
    let file = file.map(|file| format!(" in {file}")).unwrap_or_default();
    Some(format!("Look at {part}{file}."))
}

const CONFIG_CAUSES: [Cause; 3] =
    [Cause::ConfigUnreadable, Cause::HeaderMissing, Cause::ConfigNotUtf8];

/// Where a region is to blame, or may be.
const REGION_CAUSES: [Cause; 7] = [
    Cause::RegionWrong,
    Cause::SsoRegionWrong,
    Cause::StartUrlOrRegionWrong,
    Cause::CodeUnknown,
    Cause::GrantRefused,
    Cause::SessionEnded,
    Cause::Unreachable,
];

/// Where a profile's settings are to blame.
fn profile(message: &CliMessage) -> Option<String> {
    let is_of_profile = matches!(
        message.cause,
        Cause::RegionWrong
            | Cause::RegionMissing
            | Cause::SettingsMissing
            | Cause::SettingsDiffer
            | Cause::SessionMissing
            | Cause::SourceProfileWrong
            | Cause::RoleRefused
            | Cause::ProcessFailed
    );
    let profile = message.mentions.profile.as_ref().filter(|_| is_of_profile)?;
    Some(format!("It's about the profile {profile}."))
}

fn setting(mentions: &Mentions) -> Option<String> {
    mentions.setting.as_ref().map(|setting| format!("It's about the setting {setting}."))
}

fn region(message: &CliMessage) -> Option<String> {
    let mentions = Some(&message.mentions).filter(|_| REGION_CAUSES.contains(&message.cause))?;
    let (host, region) = (mentions.host.as_deref()?, mentions.region.as_deref()?);
    let key = if mentions.is_sign_in_host() { "sso_region" } else { "region" };
    let more = match (mentions.is_region_known(), message.cause, key) {
        (false, _, _) => " We know no region of that name.".to_owned(),
        (true, Cause::Unreachable, "sso_region") => {
            format!(
                " If that's right, the network has to let through oidc.{region} and portal.sso.{region}."
            )
        }
        (true, _, _) => String::new(),
    };
    Some(format!("The region in {host} is {region}, which comes from {key} in your config.{more}"))
}

fn speaker(speaker: Speaker) -> Option<&'static str> {
    Some(match speaker {
        Speaker::AwsCli => "the AWS CLI",
        Speaker::AwsCliVersion1 => "version 1 of the AWS CLI",
        Speaker::Python => "a Python program (boto3)",
        Speaker::JavaScript => "a JavaScript program (AWS SDK version 3)",
        Speaker::JavaScriptVersion2 => "a JavaScript program (AWS SDK version 2)",
        Speaker::Go => "a Go program",
        Speaker::Java => "a Java program",
        Speaker::Rust => "a Rust program",
        Speaker::DotNet => "a .NET program",
        Speaker::Php => "a PHP program",
        Speaker::Ruby => "a Ruby program",
        Speaker::Terraform => "Terraform or OpenTofu",
        Speaker::Cdk => "the AWS CDK",
        Speaker::Aws | Speaker::System | Speaker::Unknown => return None,
    })
}
