//! The SDK for .NET.

use super::Row;
use crate::cli_message::{Cause, Speaker};

pub(super) const ROWS: &[Row] = &[
    Row {
        pattern: "failed to find sso_session [{session}]",
        cause: Cause::SessionMissing,
        speaker: Speaker::DotNet,
        source: "aws-sdk-net 3393",
        example: "Amazon.Runtime.AmazonClientException: Invalid Configuration.  Failed to find sso_session [Acme Dev]",
    },
    Row {
        pattern: "assembly awssdk.sso{}could not be found or loaded",
        cause: Cause::ModuleMissing,
        speaker: Speaker::DotNet,
        source: "aws/aws-toolkit-jetbrains 3365",
        example: "Assembly AWSSDK.SSOOIDC could not be found or loaded. This assembly must be available at runtime to use Amazon.Runtime.SSOAWSCredentials, AWSSDK.Core, Version=3.3.0.0",
    },
    Row {
        pattern: "no valid sso token could be found",
        cause: Cause::NotSignedIn,
        speaker: Speaker::DotNet,
        source: "aws-sdk-net, SSOAWSCredentials",
        example: "Amazon.Runtime.AmazonClientException: No valid SSO Token could be found.",
    },
    Row {
        pattern: "no regionendpoint or serviceurl configured",
        cause: Cause::RegionMissing,
        speaker: Speaker::DotNet,
        source: "aws-sdk-net, AmazonServiceClient",
        example: "Amazon.Runtime.AmazonClientException: No RegionEndpoint or ServiceURL configured",
    },
    Row {
        pattern: "no credentials specified or obtained from persisted/shell defaults",
        cause: Cause::NoCredentials,
        speaker: Speaker::DotNet,
        source: "AWS Tools for PowerShell, ServiceCmdlet",
        example: "Get-S3Bucket: No credentials specified or obtained from persisted/shell defaults.",
    },
    Row {
        pattern: "no region specified or obtained from persisted/shell defaults",
        cause: Cause::RegionMissing,
        speaker: Speaker::DotNet,
        source: "AWS Tools for PowerShell, ServiceCmdlet",
        example: "Get-S3Bucket: No region specified or obtained from persisted/shell defaults.",
    },
    Row {
        pattern: "unable to find the '{profile}' profile in credentialprofilestorechain",
        cause: Cause::ProfileMissing,
        speaker: Speaker::DotNet,
        source: "aws-sdk-net, FallbackCredentialsFactory",
        example: "Amazon.Runtime.AmazonClientException: Unable to find the 'dev' profile in CredentialProfileStoreChain.",
    },
];
