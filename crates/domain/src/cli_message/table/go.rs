//! The SDKs for Go, and so Terraform.

use super::Row;
use crate::cli_message::{Cause, Speaker};

pub(super) const ROWS: &[Row] = &[
    Row {
        pattern: "failed to get shared config profile, {profile}",
        cause: Cause::ProfileMissing,
        speaker: Speaker::Go,
        source: "aws-sdk-go-v2, config.SharedConfigProfileNotExistError",
        example: "failed to get shared config profile, dev",
    },
    Row {
        pattern: "sharedconfigprofilenotexistserror: failed to get profile, {profile}",
        cause: Cause::ProfileMissing,
        speaker: Speaker::Go,
        source: "aws-sdk-go, session/shared_config.go",
        example: "SharedConfigProfileNotExistsError: failed to get profile, dev\ncaused by: section does not exist",
    },
    Row {
        pattern: "failed to find sso session section, {session}",
        cause: Cause::SessionMissing,
        speaker: Speaker::Go,
        source: "aws-sdk-go-v2, config/shared_config.go",
        example: "failed to find SSO session section, corp",
    },
    Row {
        pattern: r#"profile "{profile}" is configured to use sso but is missing required configuration: {setting}"#,
        cause: Cause::SettingsMissing,
        speaker: Speaker::Go,
        source: "aws-sdk-go-v2, config/shared_config.go",
        example: r#"profile "dev" is configured to use SSO but is missing required configuration: sso_region, sso_start_url"#,
    },
    Row {
        pattern: "expected rfc3339 timestamp",
        cause: Cause::TokenUnreadable,
        speaker: Speaker::Go,
        source: "aws-sdk-go-v2, ssocreds/sso_cached_token.go",
        example: r#"the SSO session has expired or is invalid: expected RFC3339 timestamp: parsing time "2025-05-26T10:42:21UTC""#,
    },
    Row {
        pattern: "cached sso token must contain accesstoken and expiresat",
        cause: Cause::TokenUnreadable,
        speaker: Speaker::Go,
        source: "aws-sdk-go-v2, ssocreds/sso_cached_token.go",
        example: "cached SSO token must contain accessToken and expiresAt fields",
    },
    Row {
        pattern: "failed to parse cached sso token file",
        cause: Cause::TokenUnreadable,
        speaker: Speaker::Go,
        source: "aws-sdk-go-v2, ssocreds/sso_cached_token.go",
        example: "failed to parse cached SSO token file, unexpected end of JSON input",
    },
    Row {
        pattern: "failed to read cached sso token file",
        cause: Cause::NotSignedIn,
        speaker: Speaker::Go,
        source: "aws-sdk-go-v2, ssocreds/sso_cached_token.go",
        example: "failed to read cached SSO token file, open /home/me/.aws/sso/cache/16ff4db39347b47fc9cda3379ea14fce4c2e2c17.json: no such file or directory",
    },
    Row {
        pattern: "sso session has expired or is invalid{}sso{}cache{}.json",
        cause: Cause::NotSignedIn,
        speaker: Speaker::Go,
        source: "terraform-provider-aws 38965",
        example: "failed to refresh cached credentials, the SSO session has expired or is invalid: open /Users/me/.aws/sso/cache/16ff4db39347b47fc9cda3379ea14fce4c2e2c17.json: no such file or directory",
    },
    Row {
        pattern: "sso session has expired or is invalid",
        cause: Cause::SignInExpired,
        speaker: Speaker::Go,
        source: "aws-sdk-go-v2, ssocreds.InvalidTokenError; terraform-provider-aws 32221",
        example: "Error: SSOProviderInvalidToken: the SSO session has expired or is invalid",
    },
    Row {
        pattern: "ssoproviderinvalidtoken",
        cause: Cause::SignInExpired,
        speaker: Speaker::Go,
        source: "aws-sdk-go, ssocreds/provider.go",
        example: "SSOProviderInvalidToken",
    },
    Row {
        pattern: "cached sso token is expired, or not present",
        cause: Cause::SignInExpired,
        speaker: Speaker::Go,
        source: "aws-sdk-go-v2, ssocreds/sso_token_provider.go",
        example: "refresh cached SSO token failed, cached SSO token is expired, or not present, and cannot be refreshed",
    },
    Row {
        pattern: "unable to refresh sso token",
        cause: Cause::RefreshFailed,
        speaker: Speaker::Go,
        source: "aws-sdk-go-v2, ssocreds/sso_token_provider.go",
        example: "refresh cached SSO token failed, unable to refresh SSO token",
    },
    Row {
        pattern: "invalid region: region was not a valid dns name",
        cause: Cause::RegionWrong,
        speaker: Speaker::Go,
        source: "aws-sdk-go-v2, endpoint rules",
        example: "operation error S3: ListBuckets, failed to resolve service endpoint, endpoint rule error, Invalid region: region was not a valid DNS name.",
    },
    Row {
        pattern: "invalid configuration: missing region",
        cause: Cause::RegionMissing,
        speaker: Speaker::Go,
        source: "aws-sdk-go-v2, resolver of the endpoint",
        example: "operation error STS: GetCallerIdentity, failed to resolve service endpoint, endpoint rule error, Invalid Configuration: Missing Region",
    },
    Row {
        pattern: "missingregion: could not find region configuration",
        cause: Cause::RegionMissing,
        speaker: Speaker::Go,
        source: "aws-sdk-go, aws.ErrMissingRegion",
        example: "MissingRegion: could not find region configuration",
    },
];
