//! What is said of the three ways to write a sign-in.
//!
//! Who needs which, and how it is known: the AWS CLI reads sessions from 2.9.0 on (aws-sdk-go 4649), AWS's SDK for Go 1
//! from 1.44.298 on (its release notes; session-manager-plugin 58 is older), Terraform's S3 backend from 1.6 on
//! (hashicorp/terraform 32465; terraform-provider-aws 42085 with 1.5.7). How botocore, the SDK for JavaScript and the
//! one for Rust take a profile with both kinds of keys is tried in `tests/sdk`; that the CLI keeps its token under the
//! session's name, where older programs don't look, is in terraform 32465 and terragrunt 2604.

use onramp_domain::entry::Format;

/// Its name.
pub fn format(format: Format) -> &'static str {
    match format {
        Format::SsoSession => "Session",
        Format::Legacy => "Legacy",
        Format::Both => "Both",
    }
}

/// What it is, and who needs it.
pub fn format_users(format: Format) -> &'static str {
    match format {
        Format::SsoSession => {
            "One sign-in for all profiles, which the CLI renews by itself. Right for nearly everyone: AWS CLI 2.9 and newer, AWS's current SDKs, Terraform 1.6 and newer."
        }
        Format::Legacy => {
            "Start URL and region in every profile, for older programs that don't find your sign-in otherwise: AWS CLI 2 before 2.9, Terraform's S3 backend up to 1.5, and anything built on AWS's SDK for Go 1 before 1.44.298 (July 2023), such as old Session Manager plugins. The sign-in isn't renewed, so log in again when it ends."
        }
        Format::Both => {
            "Old and new tools side by side, where the old ones read the start URL from the profile and sign in themselves. AWS's SDK for Rust refuses such a profile. Older programs that use the CLI's sign-in need Legacy."
        }
    }
}
