//! What many say when they have tried everything else: the least exact.

use super::Row;
use crate::cli_message::Cause::*;
use crate::cli_message::Speaker::*;

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    ("cached sso login is expired", SignInExpired, JavaScript),
    ("must run `aws-sso login` before", NotSignedIn, Go),
    ("login failed: 'expiresat'", TokenUnreadable, Python),
    ("the provided token has expired", KeysExpired, Aws),
    ("the provided token is malformed or otherwise invalid", KeysExpired, Aws),
    ("access key id you provided does not exist in our records", KeysExpired, Aws),
    ("aws was not able to validate the provided access credentials", KeysExpired, Aws),
    ("unable to retrieve credentials: no credentials found", NoCredentials, AwsCli),
    ("security token included in the request is expired", KeysExpired, Aws),
    ("security token included in the request is invalid", KeysExpired, Aws),
    ("unable to locate credentials", NoCredentials, Python),
    ("unable to locate authorization token", NoCredentials, Python),
    ("could not load credentials from any providers", NoCredentials, JavaScript),
    ("unable to load aws credentials from any provider in the chain", NoCredentials, Java),
    ("no ec2 imds role found", NoCredentials, Go),
    ("nocredentialproviders: no valid providers in chain", NoCredentials, Go),
    ("no valid credential sources", NoCredentials, Terraform),
    ("unable to get iam security credentials from ec2 instance metadata service", NoCredentials, DotNet),
    ("no providers in chain provided credentials", NoCredentials, Rust),
    ("the credential provider was not enabled", NoCredentials, Rust),
    ("profile {profile} does not exist", ProfileMissing, Unknown),
    ("169.254.169.254", NoCredentials, Unknown),
    ("executable aws failed with exit code", Unrecognised, Go),
];
