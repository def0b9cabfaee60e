//! The words by which messages are known.
//!
//! Sources, read in the programs' own code:
//! - AWS CLI and Python: botocore 1.44.8, `exceptions.py`, `tokens.py`, `utils.py` (`SSOTokenLoader`), `credentials.py`
//!   (`SSOProvider`, `LoginProvider`); version 1's note, run: awscli 1.44.87; the plugin's: the AWS CLI's
//!   `customizations/sessionmanager.py`.
//! - JavaScript: `@aws-sdk/token-providers` 3.1175.0 and `@aws-sdk/credential-provider-sso` 3.973.29,
//!   `@aws-sdk/credential-provider-login` 3.972.93.
//! - Go, and so Terraform: aws-sdk-go-v2 `credentials/ssocreds/` (`sso_cached_token.go`, `sso_token_provider.go`,
//!   `sso_credentials_provider.go`), aws-sdk-go's `SSOProviderInvalidToken`; as Terraform shows them:
//!   terraform-provider-aws 38965, 32221, terraform 32448.
//! - Java: aws-sdk-java-v2 4830.
//! - AWS's own, of its OIDC and portal services: FACTS "Errors".

use super::CliMessage;

/// What stands between the words of a row.
pub(super) const AND: &str = " * ";

/// The words, in lower case, of which all must be there; the first row that fits counts, so what is more exact comes
/// first.
pub(super) const WORDS: &[(&str, CliMessage)] = &[
    ("sessionmanagerplugin is not found", CliMessage::PluginMissing),
    ("aws cli version 2, the latest major version of the aws cli", CliMessage::OldCli),
    ("unable to parse config file", CliMessage::ConfigUnreadable),
    // Of `aws login`, before what is said of Identity Center in nearly the same words.
    ("reauthenticate using * aws login", CliMessage::LoginEnded),
    ("reauthenticate with * aws login", CliMessage::LoginEnded),
    ("re-authenticate using * aws login", CliMessage::LoginEnded),
    ("error loading login session token", CliMessage::LoginEnded),
    // AWS's answers, which programs put into their own words.
    ("session token not found or invalid", CliMessage::SessionEnded),
    ("invalid_grant", CliMessage::GrantRefused),
    ("invalidgrantexception", CliMessage::GrantRefused),
    ("invalid_client", CliMessage::RegistrationEnded),
    ("invalidclientexception", CliMessage::RegistrationEnded),
    ("expired_token", CliMessage::CodeEnded),
    ("expiredtokenexception * createtoken", CliMessage::CodeEnded),
    ("invalidrequestexception * startdeviceauthorization", CliMessage::WrongPlace),
    ("forbiddenexception", CliMessage::RoleRefused),
    // The AWS CLI and Python.
    ("token has expired and refresh failed", CliMessage::RefreshFailed),
    ("sso session associated with this profile has expired", CliMessage::SignInEnded),
    ("sso session associated with this profile is invalid", CliMessage::SignInEnded),
    ("unauthorizedssotokenerror", CliMessage::SignInEnded),
    ("pending authorization to retrieve an sso token has expired", CliMessage::CodeEnded),
    ("specified sso-session does not exist", CliMessage::SessionMissing),
    ("sso_session configuration does not exist", CliMessage::SessionMissing),
    ("missing the following configuration", CliMessage::SettingsMissing),
    ("missing the following required sso configuration", CliMessage::SettingsMissing),
    ("missing required configuration", CliMessage::SettingsMissing),
    ("is inconsistent between profile", CliMessage::SettingsDiffer),
    ("error loading sso token", CliMessage::TokenUnreadable),
    ("error when retrieving token from sso", CliMessage::RefreshFailed),
    ("could not connect to the endpoint url", CliMessage::Unreachable),
    // JavaScript.
    ("sso session token associated with profile", CliMessage::NotSignedIn),
    ("token is expired * aws sso login", CliMessage::SignInEnded),
    ("in sso token. cannot refresh", CliMessage::SignInEnded),
    ("value not present for * in sso token", CliMessage::TokenUnreadable),
    ("sso session ' * could not be found", CliMessage::SessionMissing),
    ("sso session ' * is missing required property", CliMessage::SettingsMissing),
    ("profile ' * is missing required property", CliMessage::SettingsMissing),
    ("is not configured with sso credentials", CliMessage::SettingsMissing),
    ("configured with invalid sso credentials", CliMessage::SettingsMissing),
    ("profile ' * could not be found in shared credentials file", CliMessage::ProfileMissing),
    ("conflicting sso", CliMessage::SettingsDiffer),
    // Go and Terraform.
    ("failed to get shared config profile", CliMessage::ProfileMissing),
    ("expected rfc3339 timestamp", CliMessage::TokenUnreadable),
    ("must contain accesstoken and expiresat", CliMessage::TokenUnreadable),
    ("failed to parse cached sso token file", CliMessage::TokenUnreadable),
    ("failed to read cached sso token file", CliMessage::NotSignedIn),
    ("sso session has expired or is invalid * sso * cache * .json", CliMessage::NotSignedIn),
    ("sso session has expired or is invalid", CliMessage::SignInEnded),
    ("cached sso token is expired, or not present", CliMessage::SignInEnded),
    ("unable to refresh sso token", CliMessage::RefreshFailed),
    ("ssoproviderinvalidtoken", CliMessage::SignInEnded),
    // Java.
    ("unable to load sso token", CliMessage::NotSignedIn),
    // Keys.
    ("security token included in the request is expired", CliMessage::KeysEnded),
    ("security token included in the request is invalid", CliMessage::KeysEnded),
    // What many say when they have tried everything else; their last words, and the least exact.
    ("unable to locate credentials", CliMessage::NoCredentials),
    ("unable to locate authorization token", CliMessage::NoCredentials),
    ("could not load credentials from any providers", CliMessage::NoCredentials),
    ("no ec2 imds role found", CliMessage::NoCredentials),
    ("no valid credential sources", CliMessage::NoCredentials),
];
