//! The SDK for Java.

use super::Row;
use crate::cli_message::{Cause, Speaker};

pub(super) const ROWS: &[Row] = &[
    Row {
        pattern: "expected a profile or property definition on line {line}",
        cause: Cause::ConfigUnreadable,
        speaker: Speaker::Java,
        source: "aws-sdk-java-v2, ProfileFileReader; aws/aws-toolkit-jetbrains 3279",
        example: "java.lang.IllegalArgumentException: Expected a profile or property definition on line 5",
    },
    Row {
        pattern: "to use sso related properties in the '{profile}' profile, the 'sso{}' service module must be on the class path",
        cause: Cause::ModuleMissing,
        speaker: Speaker::Java,
        source: "clarityai-eng/codeartifact-gradle-plugin 124",
        example: "To use Sso related properties in the 'test-aws-sso-profile' profile, the 'sso' service module must be on the class path.",
    },
    Row {
        pattern: "service module must be on the class path",
        cause: Cause::ModuleMissing,
        speaker: Speaker::Java,
        source: "aws-sdk-java-v2, ProfileTokenProviderLoader",
        example: "To use SSO OIDC related properties, the 'ssooidc' service module must be on the class path.",
    },
    Row {
        pattern: "profile property '{setting}' was not configured for '{profile}'",
        cause: Cause::SettingsMissing,
        speaker: Speaker::Java,
        source: "aws/aws-sdk-java-v2 6187",
        example: "java.lang.IllegalArgumentException: Profile property 'sso_account_id' was not configured for 'default'.",
    },
    Row {
        pattern: "sso-session section not found with sso-session title {session}",
        cause: Cause::SessionMissing,
        speaker: Speaker::Java,
        source: "aws-sdk-java-v2, SsoProfileCredentialsProviderFactory",
        example: "java.lang.IllegalArgumentException: Sso-session section not found with sso-session title corp.",
    },
    Row {
        pattern: "profile file contained no credentials for profile '{profile}'",
        cause: Cause::ProfileMissing,
        speaker: Speaker::Java,
        source: "aws-sdk-java-v2, ProfileCredentialsProvider",
        example: "Profile file contained no credentials for profile 'dev': ProfileFile(sections=[])",
    },
    Row {
        pattern: "unable to load sso token",
        cause: Cause::NotSignedIn,
        speaker: Speaker::Java,
        source: "aws-sdk-java-v2 4830",
        example: "software.amazon.awssdk.core.exception.SdkClientException: Unable to load SSO token",
    },
    Row {
        pattern: "unable to load region from any of the providers in the chain",
        cause: Cause::RegionMissing,
        speaker: Speaker::Java,
        source: "aws-sdk-java-v2, AwsRegionProviderChain",
        example: "Unable to load region from any of the providers in the chain software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain@1a2b",
    },
    Row {
        pattern: "unable to load credentials from any of the providers in the chain",
        cause: Cause::NoCredentials,
        speaker: Speaker::Java,
        source: "aws-sdk-java-v2, AwsCredentialsProviderChain",
        example: "Unable to load credentials from any of the providers in the chain AwsCredentialsProviderChain",
    },
    Row {
        pattern: "no aws profile named '{profile}'",
        cause: Cause::ProfileMissing,
        speaker: Speaker::Java,
        source: "aws-sdk-java, ProfilesConfigFile",
        example: "java.lang.IllegalArgumentException: No AWS profile named 'dev'",
    },
    Row {
        pattern: "unable to find a region via the region provider chain",
        cause: Cause::RegionMissing,
        speaker: Speaker::Java,
        source: "aws-sdk-java, AwsClientBuilder",
        example: "com.amazonaws.SdkClientException: Unable to find a region via the region provider chain. Must provide an explicit region in the builder or setup environment to supply a region.",
    },
];
