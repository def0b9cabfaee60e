//! What many say when they have tried everything else: the least exact.

use super::Row;
use crate::cli_message::Cause::*;
use crate::cli_message::Speaker::*;

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    ("cached sso login is expired", SignInExpired, JavaScript),
    ("must run `aws-sso login` before", OtherToolSignedOut, Go),
    ("login required. use `aws-sso-util login", SignInExpired, Python),
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
    ("unable to validate aws credentials", NoCredentials, Go),
    ("you must be logged in to the server", ClusterRefused, Go),
    ("asked for the client to provide credentials", ClusterRefused, Go),
    ("no basic auth credentials", DockerSignedOut, Go),
    ("your authorization token has expired. reauthenticate", DockerSignedOut, Aws),
    ("login from a non tty device", DockerSignedOut, Go),
    ("login attempt to https://{}.dkr.ecr.{} failed with status: 400", DockerSignedOut, Go),
    ("invalid code. please try again", CodeUnknown, Aws),
    ("authorization_pending", WaitingForApproval, Aws),
    (r#""slow_down""#, Throttled, Aws),
    (r#""invalid_request""#, StartUrlOrRegionWrong, Aws),
    ("aws-cli/1.{} python/", CliVersion1, AwsCliVersion1),
];
