//! The SDKs for PHP and for Ruby.

use super::Row;
use crate::cli_message::{Cause, Speaker};

pub(super) const ROWS: &[Row] = &[
    Row {
        pattern: "profile {profile} in {file} must contain the following keys: {setting}",
        cause: Cause::SettingsMissing,
        speaker: Speaker::Php,
        source: "aws-sdk-php, Credentials/CredentialProvider::sso",
        example: "Profile dev in /home/kim/.aws/config must contain the following keys: sso_start_url, sso_region, sso_account_id, and sso_role_name.",
    },
    Row {
        pattern: "unable to read token file at {file}",
        cause: Cause::NotSignedIn,
        speaker: Speaker::Php,
        source: "aws-sdk-php, Credentials/CredentialProvider::sso",
        example: "Unable to read token file at /home/kim/.aws/sso/cache/16ff4db39347b47fc9cda3379ea14fce4c2e2c17.json",
    },
    Row {
        pattern: "cached sso token is expired",
        cause: Cause::SignInExpired,
        speaker: Speaker::Ruby,
        source: "aws-sdk-ruby, SSOCredentials",
        example: "ArgumentError: Cached SSO Token is expired.",
    },
];
