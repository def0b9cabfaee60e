//! What an error message names, so that a person looks in the right place.

use onramp_domain::cli_message::{Cause, CliMessage, Mentions, RunAs, Speaker};

/// What else a message tells, a sentence each.
pub fn mentions(message: &CliMessage) -> Vec<String> {
    let mentions = &message.mentions;
    let who = matches!(
        message.cause,
        Cause::Unrecognised | Cause::ProgramTooOld | Cause::ModuleMissing | Cause::NotSignedIn
    )
    .then(|| speaker(message.speaker))
    .flatten()
    .map(|speaker| format!("It comes from {speaker}."));
    let root = (mentions.run_as == RunAs::Root).then(|| {
        "You ran it with sudo, which reads root's ~/.aws and not yours. Leave out sudo.".to_owned()
    });
    [who, place(mentions), setting(mentions), region(mentions), root]
        .into_iter()
        .flatten()
        .collect()
}

fn place(mentions: &Mentions) -> Option<String> {
    let file = mentions.file.as_deref();
    match (file, mentions.line, &mentions.section) {
        (Some(file), Some(line), _) => Some(format!("Look at line {line} of {file}.")),
        (None, Some(line), _) => Some(format!("Look at line {line}.")),
        (Some(file), None, Some(section)) => Some(format!("Look at [{section}] in {file}.")),
        (None, None, Some(section)) => Some(format!("Look at [{section}].")),
        (_, None, None) => None,
    }
}

fn setting(mentions: &Mentions) -> Option<String> {
    mentions.setting.as_ref().map(|setting| format!("It's about the setting {setting}."))
}

fn region(mentions: &Mentions) -> Option<String> {
    let (host, region) = (mentions.host.as_deref()?, mentions.region.as_deref()?);
    let key = if mentions.is_sign_in_host() { "sso_region" } else { "region" };
    let unknown = if mentions.is_region_known() { "" } else { " AWS has no region of that name." };
    Some(format!(
        "The region in {host} is {region}, which comes from {key} in your config.{unknown}"
    ))
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
