//! What error messages mean, and what helps.

use onramp_domain::cli_message::Cause;

/// A command to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextCommand {
    /// The one that logs in.
    LogIn,
    /// The same with a code, for another machine's browser.
    LogInWithCode,
    /// The one that shows who one is.
    Test,
    /// The one that takes old keys out of the environment.
    ForgetKeys,
    /// This one.
    Other(&'static str),
}

/// What is said of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    pub title: &'static str,
    /// What happened, and why.
    pub meaning: &'static str,
    /// What stands before the command.
    pub why: &'static str,
    pub command: NextCommand,
}

const LOG_IN: (&str, NextCommand) = ("Log in:", NextCommand::LogIn);
const AGAIN: (&str, NextCommand) = ("Log in again:", NextCommand::LogIn);
const TEST: (&str, NextCommand) = ("To check that it works:", NextCommand::Test);
const THEN_TEST: (&str, NextCommand) = ("Then check that it works:", NextCommand::Test);
const THEN_LOG_IN: (&str, NextCommand) = ("Then log in:", NextCommand::LogIn);
const PROFILES: (&str, NextCommand) =
    ("To list your profiles:", NextCommand::Other("aws configure list-profiles"));
const WHICH_CLI: (&str, NextCommand) =
    ("To see which one runs:", NextCommand::Other("aws --version"));

/// The sentences for a cause.
pub fn message(cause: Cause) -> Explanation {
    let (title, meaning, (why, command)) = match cause {
        Cause::NotSignedIn => (
            "You aren't logged in there",
            "The program found no token where it looked. You haven't logged in yet, you logged out, or the session or address is spelled differently from when you did. Programs older than sso_session look for a file named after the start URL.",
            LOG_IN,
        ),
        Cause::RefreshFailed => (
            "Your session at AWS has ended",
            "The token ran out, and AWS gave no new one: the session behind it is over. Nothing in your config is wrong.",
            AGAIN,
        ),
        Cause::SignInExpired => (
            "Your sign-in has ended",
            "The token ran out, or AWS no longer accepts it. A profile without sso_session is never renewed and needs this every few hours.",
            AGAIN,
        ),
        Cause::TokenUnreadable => (
            "The token's file can't be used",
            "The program found the file in ~/.aws/sso/cache but couldn't use what's in it. A very old CLI writes times that others can't read, so update it first. A new login writes a new file.",
            AGAIN,
        ),
        Cause::SessionEnded => (
            "AWS has ended your session",
            "The file on your disk may still look valid, but AWS no longer knows its token: you logged out elsewhere, an administrator ended the session, or sso_region isn't your Identity Center's.",
            AGAIN,
        ),
        Cause::GrantRefused => (
            "AWS didn't accept the code or the refresh token",
            "It was used before, has ended, or was sent to another region than your Identity Center's. If this comes back after a new login, check sso_region.",
            AGAIN,
        ),
        Cause::RegistrationExpired => (
            "The CLI's registration has ended",
            "AWS no longer knows the CLI's own registration, which lasts about 90 days. The next login makes a new one.",
            AGAIN,
        ),
        Cause::CodeExpired => (
            "The code wasn't approved in time",
            "A login waits about ten minutes. Start it again and approve it in the browser that it opens.",
            LOG_IN,
        ),
        Cause::ApprovalDenied => (
            "The login was denied",
            "Someone chose Deny in the browser, or your organization doesn't allow it. Check who is signed in there, then try again.",
            LOG_IN,
        ),
        Cause::WaitingForApproval => (
            "The program is waiting for your browser",
            "Nothing is wrong yet. Approve the login in the browser window; if none opened, copy the address from the terminal.",
            TEST,
        ),
        Cause::LoggedIn => {
            ("This login worked", "If a command still fails, it runs with another profile.", TEST)
        }
        Cause::OtherToolSignedOut => (
            "That tool keeps a sign-in of its own",
            "It doesn't use what “aws sso login” leaves. Log in with the tool itself; the message often names its command.",
            ("For the AWS CLI:", NextCommand::LogIn),
        ),
        Cause::BrowserFailed => (
            "The browser didn't open or didn't report back",
            "This happens on remote machines, in containers and in WSL. Log in with a code instead, which works in any browser:",
            ("With a code:", NextCommand::LogInWithCode),
        ),
        Cause::OtherEndpointFamily => (
            "The sign-in went to the wrong kind of address",
            "Your portal and the program use different endpoints, standard and dual-stack. Take the start URL from your portal's address bar into the config, or update the CLI.",
            THEN_LOG_IN,
        ),
        Cause::StartUrlOrRegionWrong => (
            "AWS doesn't know this start URL in that region",
            "The login didn't even begin: sso_region isn't your Identity Center's, or sso_start_url is misspelled. “Set up” finds the region for you.",
            THEN_LOG_IN,
        ),
        Cause::CodeUnknown => (
            "AWS's page doesn't know this code",
            "Most often sso_region isn't your Identity Center's. “Set up” finds the right one. A code can also be mistyped or too old.",
            THEN_LOG_IN,
        ),
        Cause::SessionNameRefused => (
            "AWS refuses the session's name",
            "It can't have spaces. Take letters, digits and - only.",
            ("Then start again:", NextCommand::Other("aws configure sso")),
        ),
        Cause::StartUrlUnresolved => (
            "The start URL doesn't lead to a portal",
            "From 2.35.13 on the CLI follows a company's own address, and at first took AWS's portals elsewhere for such. For China you need 2.35.15 or newer, for the European Sovereign Cloud 2.36.1, for GovCloud 2.36.4; your config is right. With a newer CLI your company's own address doesn't redirect: use the one that your portal shows once it's open.",
            THEN_LOG_IN,
        ),
        Cause::StartUrlNotHttps => (
            "The start URL must begin with https://",
            "Newer CLIs refuse http://. Correct sso_start_url in ~/.aws/config. You need a new login after that, since the token's file is named after the exact address.",
            THEN_LOG_IN,
        ),
        Cause::ScopesWrong => (
            "AWS doesn't know these scopes",
            "sso_registration_scopes in the [sso-session …] is misspelled or separated wrongly. For the CLI it's sso:account:access; several are separated by commas.",
            THEN_LOG_IN,
        ),
        Cause::RoleRefused => (
            "You're signed in, but not allowed in there",
            "AWS refused the role in that account: it's no longer assigned to you, or sso_account_id or sso_role_name is wrong. “Set up” lists what you may use.",
            PROFILES,
        ),
        Cause::NothingAssigned => (
            "You're signed in, but nothing is assigned to you",
            "AWS knows you and lists no account or no role for you. Ask whoever looks after AWS to assign you a permission set; or you're signed in as someone else in the browser.",
            LOG_IN,
        ),
        Cause::PermissionMissing => (
            "The role isn't allowed to do this",
            "Your sign-in works. The role's permissions don't include this call; use another role, or ask whoever looks after AWS.",
            ("To see which role you're using:", NextCommand::Test),
        ),
        Cause::ClusterRefused => (
            "The cluster doesn't let you in",
            "It doesn't accept the role that kubectl came with. See which profile your kubeconfig names. If the role is right, ask whoever looks after the cluster to let it in.",
            ("To see which role you're using:", NextCommand::Test),
        ),
        Cause::DockerSignedOut => (
            "Docker isn't logged in to your registry",
            "Its login to Amazon ECR is one of its own, for 12 hours: pipe “aws ecr get-login-password” into “docker login” again. If that fails, your AWS sign-in comes first.",
            TEST,
        ),
        Cause::Throttled => (
            "AWS was asked too often",
            "Nothing is wrong with your sign-in or config. Wait a minute, and run fewer commands at once.",
            TEST,
        ),
        Cause::ClockWrong => (
            "Your device's clock is wrong",
            "AWS refuses requests that are dated more than a few minutes off. Turn on automatic time. In WSL or a container, restart it.",
            THEN_TEST,
        ),
        Cause::KeysExpired => (
            "Old keys are in the way",
            "These access keys have ended or were deleted; your sign-in isn't involved. They are often left in the environment from an earlier copy and paste, where they come before every profile, or in ~/.aws/credentials under the profile's name; or a long-running program still holds them, so start it again.",
            ("Remove them from this window:", NextCommand::ForgetKeys),
        ),
        Cause::ProfileMissing => (
            "There's no such profile",
            "No section of your config has that name. It may be spelled differently, AWS_PROFILE may name an old one, or the command may read another file.",
            PROFILES,
        ),
        Cause::ProfileElsewhere => (
            "The program doesn't see your profile",
            "Your config has it, so the program reads another file: it runs as another user, in a container or in WSL, or AWS_CONFIG_FILE names one.",
            PROFILES,
        ),
        Cause::ProfileHeaderWrong => (
            "The profile's header lacks the word “profile”",
            "In ~/.aws/config it must be [profile NAME]; a name alone is only right in ~/.aws/credentials. Older SDKs for JavaScript also stumble when both files have it. “Tidy my config” corrects the header.",
            THEN_TEST,
        ),
        Cause::ProfileNotNamed => (
            "No profile was named",
            "Without --profile or AWS_PROFILE the CLI uses “default”, which your config doesn't have. Name yours:",
            LOG_IN,
        ),
        Cause::ProfileNameEmpty => (
            "AWS_PROFILE is set to nothing",
            "An empty AWS_PROFILE or AWS_DEFAULT_PROFILE counts as a profile without a name. Remove the variable or set it to a profile. Your config isn't to blame.",
            PROFILES,
        ),
        Cause::SessionMissing => (
            "There's no such session in your config",
            "The profile names an sso_session, but the [sso-session …] section of that name is missing or spelled differently. “Set up” writes both.",
            ("Or let the CLI write it:", NextCommand::Other("aws configure sso")),
        ),
        Cause::SessionElsewhere => (
            "The program doesn't find your session",
            "Your config has it. If its name has a space, AWS's SDKs for JavaScript, Java, .NET and Ruby don't find it: rename it in its header and in the profiles, for example with - in place of the space. Otherwise the program reads another file.",
            THEN_LOG_IN,
        ),
        Cause::SettingsMissing => (
            "The profile isn't complete",
            "A sign-in needs a start URL and a region, and a profile needs an account and a role too. “Set up” writes all of them.",
            ("Or let the CLI ask you:", NextCommand::Other("aws configure sso")),
        ),
        Cause::SettingsDiffer => (
            "A profile and its session disagree",
            "sso_start_url or sso_region is in the profile too and differs from its [sso-session …]. Remove it from the profile; “Tidy my config” does that for you.",
            THEN_LOG_IN,
        ),
        Cause::SourceProfileWrong => (
            "The source profile has no credentials",
            "source_profile names a profile that doesn't exist, or that has neither a sign-in nor keys. “Tidy my config” shows which.",
            PROFILES,
        ),
        Cause::ProfilesInACircle => (
            "Profiles name each other as their source",
            "Following source_profile never ends at one with credentials. “Tidy my config” shows the circle.",
            THEN_TEST,
        ),
        Cause::KeysIncomplete => (
            "Half of a pair of keys is missing",
            "aws_access_key_id and aws_secret_access_key only work together. Remove the one that's left, in ~/.aws/credentials or in the environment.",
            ("Remove them from this window:", NextCommand::ForgetKeys),
        ),
        Cause::ProcessFailed => (
            "The program in credential_process failed",
            "The profile gets its credentials from a program, which printed something else. “aws sso login” isn't such a program. Run the line from your config by hand to see what it says.",
            THEN_TEST,
        ),
        Cause::ProfileTwice => (
            "Two sections have the same name",
            "Two sections give one name: twice in a file, or in ~/.aws/config as a header without the word “profile” and in ~/.aws/credentials too, which older SDKs for JavaScript can't hold. “Tidy my config” shows both.",
            THEN_TEST,
        ),
        Cause::ConfigUnreadable => (
            "The config file can't be read",
            "One line in ~/.aws/config or ~/.aws/credentials stops every command. “Tidy my config” shows it and helps you fix it.",
            THEN_TEST,
        ),
        Cause::HeaderMissing => (
            "A setting has no header above it",
            "The file begins with a setting, so no program knows whose it is, and every command stops. Put its header above it, such as [default].",
            THEN_TEST,
        ),
        Cause::ConfigNotUtf8 => (
            "The config file has the wrong encoding",
            "The CLI reads UTF-8 without a byte order mark. Windows PowerShell and some editors save UTF-16, an old code page, or such a mark: open the file and save it as plain UTF-8.",
            THEN_TEST,
        ),
        Cause::ConfigFileMissing => (
            "The config file isn't there",
            "AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE names a file that doesn't exist. Remove the variable or correct the path.",
            THEN_TEST,
        ),
        Cause::RegionMissing => (
            "No region is set",
            "Your sign-in isn't involved. sso_region is only where you sign in; commands need region in the profile, AWS_REGION, or --region.",
            PROFILES,
        ),
        Cause::RegionWrong => (
            "The profile's region doesn't exist",
            "The name in region isn't one of AWS's, like eu-west-1. Correct it in the profile, or wherever AWS_REGION is set.",
            THEN_TEST,
        ),
        Cause::SsoRegionWrong => (
            "The sign-in's region doesn't exist",
            "The name in sso_region isn't one of AWS's, like eu-west-1. “Set up” finds the right one from your start URL.",
            THEN_LOG_IN,
        ),
        Cause::OutputWrong => (
            "The output format doesn't exist",
            "output takes json, yaml, yaml-stream, text, table or off. Correct it in the profile.",
            THEN_TEST,
        ),
        Cause::NoCredentials => (
            "No credentials were found",
            "Most often the command ran without a profile. Without --profile or AWS_PROFILE it uses “default”, and there's no sign-in in that. Name yours:",
            TEST,
        ),
        Cause::NoCredentialsInOldSdk => (
            "No credentials, says an older SDK for JavaScript",
            "Version 2 says this whenever nothing gave it credentials, most often because the sign-in has ended. If it never worked: set AWS_SDK_LOAD_CONFIG=1, or convert the profile to “both” in “Tidy my config”, since version 2 doesn't know sso_session.",
            AGAIN,
        ),
        Cause::AccountUnknown => (
            "CDK couldn't find out your account",
            "It says so for many causes, most often because the sign-in has ended: run “aws sso login” first. If the command below works with the same profile, the profile lacks a region, its session has a space in its name, or CDK is too old for sso_session.",
            TEST,
        ),
        Cause::AwsLoginExpired => (
            "Your “aws login” has ended",
            "The profile has login_session: it signs in without Identity Center, and has its own command. For work that lasts longer use a profile with sso_session, which is renewed.",
            ("Log in again:", NextCommand::Other("aws login")),
        ),
        Cause::AwsLoginRefused => (
            "“aws login” refuses this profile",
            "The profile already signs in another way, which would come first. “aws login” is for the console's own sign-in; a profile of Identity Center has its own command.",
            LOG_IN,
        ),
        Cause::AwsLoginNeedsCrt => (
            "This program can't use “aws login”",
            "A profile with login_session needs the package awscrt in the program's own Python environment. Profiles from “Set up” don't.",
            ("To install it:", NextCommand::Other("pip install \"botocore[crt]\"")),
        ),
        Cause::CliVersion1 => (
            "That's version 1 of the AWS CLI",
            "It can't sign in through Identity Center. Install version 2. If you have both, the old one comes first on your PATH.",
            WHICH_CLI,
        ),
        Cause::CliMissing => (
            "The AWS CLI isn't installed, or isn't found",
            "Install version 2, then open a new terminal, so that it finds the program.",
            ("To check:", NextCommand::Other("aws --version")),
        ),
        Cause::CliBroken => (
            "The AWS CLI's installation is broken",
            "It's for another kind of machine, or was mixed up with another Python installation. Remove it and install version 2 from AWS's installer; your config and sign-in stay.",
            ("To check:", NextCommand::Other("aws --version")),
        ),
        Cause::PagerMissing => (
            "The program that shows output page by page is missing",
            "Your sign-in and the command work. The CLI wants to show the output with “less”, which isn't installed. Turn that off:",
            ("For all commands:", NextCommand::Other("aws configure set cli_pager \"\"")),
        ),
        Cause::CommandUnknown => (
            "The CLI doesn't know this command or option",
            "It may be misspelled, or your CLI is older than the option.",
            WHICH_CLI,
        ),
        Cause::PluginMissing => (
            "The Session Manager plugin is missing",
            "Your sign-in works. “aws ssm start-session” needs a plugin that you install separately: look for “Install the Session Manager plugin” in AWS's documentation.",
            ("To check:", NextCommand::Other("session-manager-plugin --version")),
        ),
        Cause::ProgramTooOld => (
            "The program is too old for sso_session",
            "It reads profiles in the older format only. Update it; or in “Tidy my config” convert the profile to “both”, which old and new programs read.",
            THEN_TEST,
        ),
        Cause::ModuleMissing => (
            "The program lacks a part of its AWS SDK",
            "Your sign-in and config aren't to blame. Add the SDK's modules for Identity Center to the program: in Java software.amazon.awssdk:sso and :ssooidc. Or bring it keys from “aws configure export-credentials”.",
            TEST,
        ),
        Cause::Unreachable => (
            "AWS couldn't be reached",
            "Your sign-in isn't to blame. The address in the message doesn't answer: your network, a VPN or a proxy is in the way, or the region in it isn't yours. If the network can't let it through, bring keys from elsewhere with “aws configure export-credentials”.",
            THEN_TEST,
        ),
        Cause::ProxyFailed => (
            "Your proxy doesn't answer",
            "Your sign-in and config aren't to blame. Check HTTPS_PROXY and NO_PROXY, or whether the VPN is on.",
            THEN_TEST,
        ),
        Cause::CertificateUntrusted => (
            "The connection's certificate isn't trusted",
            "Most often a company's proxy opens the connection with its own certificate. Your sign-in isn't to blame. Point AWS_CA_BUNDLE, or ca_bundle in the config, to your company's certificate file, and leave verification on.",
            THEN_TEST,
        ),
        Cause::NotWritable => (
            "The program can't write to ~/.aws",
            "Your sign-in isn't to blame. The folder is mounted read-only, as in some containers. Let it write to ~/.aws/cli/cache and ~/.aws/sso/cache; the config may stay read-only.",
            THEN_TEST,
        ),
        Cause::FileAccessDenied => (
            "The program isn't allowed to use a file in ~/.aws",
            "The file belongs to someone else, often to root after a command with sudo, or a container runs as another user. Make the files yours again.",
            THEN_TEST,
        ),
        Cause::Unrecognised => (
            "This looks like an error message",
            "We don't know this one. Run the command below with your profile. If it works, your sign-in is fine, and the program is too old or reads another file.",
            TEST,
        ),
    };
    Explanation { title, meaning, why, command }
}
