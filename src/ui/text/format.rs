//! The sentences about the three ways to write a sign-in, in "Set up" and in "Tidy my config".
//!
//! Who needs which, and how it is known: the AWS CLI reads sessions from 2.9.0 on (aws-sdk-go 4649), AWS's SDK for Go 1
//! from 1.44.298 on (its release notes; session-manager-plugin 58 is older), Terraform's S3 backend from 1.6 on
//! (hashicorp/terraform 32465; terraform-provider-aws 42085 with 1.5.7). How botocore, the SDK for JavaScript and the
//! one for Rust take a profile with both kinds of keys is tried in `tests/sdk`; that the CLI keeps its token under the
//! session's name, where older programs don't look, is in terraform 32465 and terragrunt 2604.

use onramp_domain::entry::Format;

pub(in crate::ui) const FORMAT: &str = "Format";
pub(in crate::ui) const WHO_NEEDS_WHICH: &str = "Who needs which?";

/// Its name.
pub(in crate::ui) fn format(format: Format) -> &'static str {
    match format {
        Format::SsoSession => "Session",
        Format::Legacy => "Legacy",
        Format::Both => "Both",
    }
}

/// What it is, in a few words.
pub(in crate::ui) fn format_hint(format: Format) -> &'static str {
    match format {
        Format::SsoSession => "Profiles share one sign-in, and the CLI refreshes it by itself.",
        Format::Legacy => {
            "Start URL and region in every profile. The sign-in is not refreshed: log in again when it ends."
        }
        Format::Both => "The session, and its start URL and region in every profile besides.",
    }
}

/// Who needs it.
pub(in crate::ui) fn format_users(format: Format) -> &'static str {
    match format {
        Format::SsoSession => {
            "AWS CLI 2.9 and newer, AWS's current SDKs, Terraform 1.6 and newer. Right for nearly everybody."
        }
        Format::Legacy => {
            "Older programs that find no sign-in otherwise: AWS CLI 2 before 2.9, Terraform's S3 backend up to 1.5, whatever is built on AWS's SDK for Go 1 before 1.44.298 (July 2023), such as old Session Manager plugins."
        }
        Format::Both => {
            "Tools that take the start URL from the profile and sign in themselves, beside new ones. Not for programs with AWS's SDK for Rust, which refuses such a profile; nor for older programs that wait for the CLI's sign-in, which the CLI keeps under the session's name: those need Legacy."
        }
    }
}

/// The press that converts profiles to it.
pub(in crate::ui) fn convert(format: Format) -> &'static str {
    match format {
        Format::SsoSession => "Convert to a session",
        Format::Legacy => "Convert to legacy",
        Format::Both => "Convert to both",
    }
}
