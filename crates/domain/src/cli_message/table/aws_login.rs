//! `aws login`, which is not Identity Center, in nearly the same words.

use super::Row;
use crate::cli_message::{Cause, Speaker};

pub(super) const ROWS: &[Row] = &[
    Row {
        pattern: "profile '{profile}' is already configured with {} credentials",
        cause: Cause::AwsLoginRefused,
        speaker: Speaker::AwsCli,
        source: "AWS CLI, customizations/login/login.py",
        example: "aws: [ERROR]: Profile 'dev' is already configured with SSO credentials.\n\nYou may run 'aws login --profile new-profile-name' to create a new profile with the specified name. Otherwise you must first manually remove the existing credentials from 'dev'.",
    },
    Row {
        pattern: "using the login credential provider requires an additional dependency",
        cause: Cause::AwsLoginNeedsCrt,
        speaker: Speaker::Python,
        source: "botocore 1.44.8, credentials.py LoginProvider; aws-cli 9949",
        example: r#"ERROR: unexpected error - Missing Dependency: Using the login credential provider requires an additional dependency. You will need to pip install "botocore[crt]" before proceeding."#,
    },
    Row {
        pattern: "reauthenticate using {}aws login",
        cause: Cause::AwsLoginExpired,
        speaker: Speaker::Python,
        source: "botocore 1.44.8, LoginRefreshRequired",
        example: "Your session has expired or credentials have changed. Please reauthenticate using 'aws login'.",
    },
    Row {
        pattern: "reauthenticate with {}aws login",
        cause: Cause::AwsLoginExpired,
        speaker: Speaker::Python,
        source: "botocore 1.44.8, credentials.py LoginCredentialFetcher",
        example: "Error loading login session token: Unable to load a existing login session for session default. Please reauthenticate with 'aws login'.",
    },
    Row {
        pattern: "re-authenticate using {}aws login",
        cause: Cause::AwsLoginExpired,
        speaker: Speaker::JavaScript,
        source: "@aws-sdk/credential-provider-login 3.972.93",
        example: "Failed to load a token for session arn:aws:iam::111122223333:user/me, please re-authenticate using aws login",
    },
    Row {
        pattern: "error loading login session token",
        cause: Cause::AwsLoginExpired,
        speaker: Speaker::Python,
        source: "botocore 1.44.8, LoginTokenLoadError",
        example: "Error loading login session token: Failed to load access token from token cache, missing required fields: dpopKey.",
    },
    Row {
        pattern: "when calling the createoauth2token operation",
        cause: Cause::AwsLoginExpired,
        speaker: Speaker::AwsCli,
        source: "aws-cli 10613",
        example: "An error occurred (ValidationException) when calling the CreateOAuth2Token operation:\nThe provided authorization grant is invalid, expired, revoked, or malformed\n\nerror: INVALID_REQUEST",
    },
    Row {
        pattern: "unable to create or refresh login credentials",
        cause: Cause::AwsLoginExpired,
        speaker: Speaker::Python,
        source: "botocore 1.44.8, LoginInsufficientPermissions",
        example: "Unable to create or refresh login credentials due to insufficient permissions. You may be missing permission for the 'signin:CreateOAuth2Token' action.",
    },
    Row {
        pattern: r#"pip install "botocore[crt]""#,
        cause: Cause::AwsLoginNeedsCrt,
        speaker: Speaker::Python,
        source: "botocore 1.44.8, credentials.py LoginCredentialFetcher",
        example: r#"Missing Dependency: This operation requires an additional dependency. You will need to pip install "botocore[crt]" before proceeding."#,
    },
];
