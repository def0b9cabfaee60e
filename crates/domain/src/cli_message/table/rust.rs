//! The SDK for Rust.

use super::Row;
use crate::cli_message::{Cause, Speaker};

pub(super) const ROWS: &[Row] = &[
    Row {
        pattern: "profile `{profile}` was not defined: `sso_region` was missing",
        cause: Cause::ProgramTooOld,
        speaker: Speaker::Rust,
        source: "cargo-lambda/cargo-lambda 549, 617",
        example: "the credentials provider was not properly configured: ProfileFile provider could not be built: profile `dev` was not defined: `sso_region` was missing",
    },
    Row {
        pattern: "profile `{profile}` was not defined: `{setting}` was missing",
        cause: Cause::SettingsMissing,
        speaker: Speaker::Rust,
        source: "aws-config, profile/credentials/repr.rs, ProfileFileError::MissingProfile",
        example: "ProfileFile provider could not be built: profile `dev` was not defined: `sso_account_id` was missing",
    },
    Row {
        pattern: "sso token was invalid (expected json){}`{setting}`",
        cause: Cause::TokenUnreadable,
        speaker: Speaker::Rust,
        source: "awslabs/aws-sdk-rust 438",
        example: "SSO Token was invalid (expected JSON): Invalid field in response: `expiresAt`. invalid date-time: invalid RFC-3339 date-time",
    },
    Row {
        pattern: "invalid value for the `{setting}` field in the cached sso token file",
        cause: Cause::TokenUnreadable,
        speaker: Speaker::Rust,
        source: "aws-config 1.13.0, sso/cache.rs",
        example: "invalid value for the `expiresAt` field in the cached SSO token file",
    },
    Row {
        pattern: "missing field `{setting}` in cached sso token file",
        cause: Cause::TokenUnreadable,
        speaker: Speaker::Rust,
        source: "aws-config 1.13.0, sso/cache.rs",
        example: "missing field `accessToken` in cached SSO token file",
    },
    Row {
        pattern: "invalid json in cached sso token file",
        cause: Cause::TokenUnreadable,
        speaker: Speaker::Rust,
        source: "aws-config 1.13.0, sso/cache.rs",
        example: "invalid JSON in cached SSO token file",
    },
    Row {
        pattern: "failed to read `{file}`",
        cause: Cause::NotSignedIn,
        speaker: Speaker::Rust,
        source: "aws-config 1.13.0, sso/cache.rs",
        example: "failed to read `/home/me/.aws/sso/cache/16ff4db39347b47fc9cda3379ea14fce4c2e2c17.json`",
    },
    Row {
        pattern: "the sso token has expired and cannot be refreshed",
        cause: Cause::SignInExpired,
        speaker: Speaker::Rust,
        source: "aws-config 1.13.0, sso/token.rs",
        example: "the SSO token has expired and cannot be refreshed",
    },
    Row {
        pattern: "sso-session named `{session}` (referenced by profile `{profile}`) was not found",
        cause: Cause::SessionMissing,
        speaker: Speaker::Rust,
        source: "aws-config 1.13.0, profile/credentials.rs",
        example: "sso-session named `corp` (referenced by profile `dev`) was not found",
    },
    Row {
        pattern: "profile `{profile}` has invalid sso config: {}",
        cause: Cause::SettingsMissing,
        speaker: Speaker::Rust,
        source: "aws-config 1.13.0, profile/credentials.rs",
        example: "profile `dev` has invalid SSO config: `sso_role_name` was missing",
    },
    Row {
        pattern: "profile `{profile}` was not defined",
        cause: Cause::ProfileMissing,
        speaker: Speaker::Rust,
        source: "aws-config 1.13.0, profile/credentials.rs",
        example: "profile `dev` was not defined: could not find source profile",
    },
    Row {
        pattern: "profile `{profile}` did not contain credential information",
        cause: Cause::NoCredentials,
        speaker: Speaker::Rust,
        source: "aws-config 1.13.0, profile/credentials.rs",
        example: "profile `dev` did not contain credential information",
    },
    Row {
        pattern: "this behavior requires following cargo feature(s) enabled: {}sso",
        cause: Cause::ModuleMissing,
        speaker: Speaker::Rust,
        source: "aws-config 1.13.0, profile/credentials/exec.rs",
        example: "This behavior requires following cargo feature(s) enabled: sso",
    },
];
