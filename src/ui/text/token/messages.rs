//! What the AWS CLI's messages mean, and what helps.

use super::Next;
use onramp_domain::cache::CliMessage;

/// A title, what it means, and what to run, with the reason.
pub(in crate::ui) fn message(
    message: &CliMessage,
) -> (&'static str, &'static str, (&'static str, Next)) {
    let log_in = ("Log in again:", Next::LogIn);
    match message {
        CliMessage::RefreshFailed => (
            "Your session at AWS has ended",
            "The token ran out, and AWS gave no new one for it: the session behind it is over. Nothing in your config is wrong.",
            log_in,
        ),
        CliMessage::SignInEnded => (
            "Your sign-in has ended",
            "The profile's token ran out, or AWS takes it no more. A profile without sso_session is never refreshed and needs this every few hours.",
            log_in,
        ),
        CliMessage::NotSignedIn | CliMessage::FileMissing { .. } => (
            "You are not signed in there",
            "The program found no token where it looked. You have not logged in yet, or logged out; or the program does not know sso_session, as older SDKs and Terraform with its older S3 backend, and looks for a file named after the start URL.",
            ("Log in:", Next::LogIn),
        ),
        CliMessage::TokenMissing { .. } => (
            "You are not signed in there",
            "The CLI found no token for that name. You have not logged in yet, logged out, or the name or address is spelled otherwise than when you did.",
            ("Log in:", Next::LogIn),
        ),
        CliMessage::TokenUnreadable => (
            "The token's file can't be used",
            "The CLI looked into its cache and could not use what is there. A new sign-in writes the file anew.",
            log_in,
        ),
        CliMessage::SessionEnded => (
            "AWS has ended your session",
            "The file on your disk may still look valid, but AWS does not know its token any more: you logged out elsewhere, an administrator ended the session, or the region is not your Identity Center's.",
            log_in,
        ),
        CliMessage::GrantRefused => (
            "AWS did not take the code or the refresh token",
            "It was used before, has ended, or was sent to another region than your Identity Center's. If it comes back after a new sign-in, check sso_region.",
            log_in,
        ),
        CliMessage::RegistrationEnded => (
            "The CLI's registration has ended",
            "AWS no longer knows the CLI's own registration, which lasts about 90 days. Logging in makes a new one.",
            log_in,
        ),
        CliMessage::CodeEnded => (
            "The code was not approved in time",
            "A sign-in waits for about ten minutes. Start it again and approve it in the browser that it opens.",
            ("Log in:", Next::LogIn),
        ),
        CliMessage::WrongPlace => (
            "AWS does not know this start URL in that region",
            "The sign-in did not even begin: sso_region is not your Identity Center's, or sso_start_url is misspelled. “Set up” finds the region for you.",
            ("Then:", Next::LogIn),
        ),
        CliMessage::Unreachable => (
            "AWS could not be reached",
            "The address in the message does not answer. If it begins with oidc. or portal.sso., look at the region in it: it is sso_region from your config, and may be misspelled. Otherwise it is your network, a VPN or a proxy.",
            ("Then:", Next::Test),
        ),
        CliMessage::RoleRefused => (
            "You are signed in, but not allowed in there",
            "AWS refused the role in that account: the assignment was taken away, or sso_account_id or sso_role_name is wrong. “Set up” lists what you may use.",
            ("See what the profile says:", Next::Other("aws configure list-profiles")),
        ),
        CliMessage::ProfileMissing => (
            "There is no such profile",
            "No section of your config has that name. Perhaps it is spelled otherwise, or AWS_PROFILE names an old one.",
            ("See which there are:", Next::Other("aws configure list-profiles")),
        ),
        CliMessage::SessionMissing => (
            "There is no such session in your config",
            "The profile names an sso_session, but the [sso-session …] section with that name is missing or spelled otherwise. “Set up” writes both.",
            ("Or let the CLI write it:", Next::Other("aws configure sso")),
        ),
        CliMessage::SettingsMissing => (
            "The profile is not complete",
            "A sign-in needs start URL and region, a profile account and role too. “Set up” writes all of them.",
            ("Or let the CLI ask you:", Next::Other("aws configure sso")),
        ),
        CliMessage::SettingsDiffer => (
            "A profile and its session say different things",
            "sso_start_url or sso_region stands in the profile too, and differs from its [sso-session …]. Remove it from the profile; “Tidy my config” does that for you.",
            ("Then:", Next::LogIn),
        ),
        CliMessage::ConfigUnreadable => (
            "The config file can't be read",
            "Something in ~/.aws/config breaks it for every command. “Tidy my config” shows the line and mends it.",
            ("Then:", Next::Test),
        ),
        CliMessage::NoCredentials => (
            "No credentials were found",
            "Most often the command was run without a profile: without --profile or AWS_PROFILE it takes “default”, and there is no sign-in in that. Name yours:",
            ("To see that it works:", Next::Test),
        ),
        CliMessage::KeysEnded => (
            "Old keys are in the way",
            "These are access keys that have ended or were deleted, not your sign-in. Often they stand in the environment, from an earlier copy and paste, and come before every profile; or in ~/.aws/credentials under the profile's name.",
            ("Remove them from this window:", Next::ForgetKeys),
        ),
        CliMessage::LoginEnded => (
            "Your “aws login” has ended",
            "The profile has login_session: it signs in without Identity Center, and is renewed with its own command.",
            ("Log in again:", Next::Other("aws login")),
        ),
        CliMessage::OldCli => (
            "That is version 1 of the AWS CLI",
            "It can't sign in through Identity Center. Install version 2; if you have both, the old one comes first on your PATH.",
            ("See which one runs:", Next::Other("aws --version")),
        ),
        CliMessage::PluginMissing => (
            "The Session Manager plugin is missing",
            "Your sign-in works. “aws ssm start-session” needs a plugin that is installed apart from the CLI: search AWS's documentation for “Install the Session Manager plugin”.",
            ("See whether it is there:", Next::Other("session-manager-plugin --version")),
        ),
    }
}
