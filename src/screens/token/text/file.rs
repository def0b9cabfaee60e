//! What a cache file is, how long it lasts, and what to run.

use super::duration::duration;
use super::messages::NextCommand;
use super::ownership;
use chrono::{DateTime, Utc};
use onramp_domain::cache_file::{
    CacheKind, CacheReport, CacheSource, Owner, Refreshable, SignInStatus,
};
use onramp_domain::portal::{StartUrl, StartUrlError};

pub const TIME: &str = "A time without its file";
pub const TIME_HINT: &str = "A time alone doesn't say what ends then. Tokens and the CLI's registrations are in the same folder and both have one, and a registration's, about 90 days off, says nothing about your sign-in. Drop the files themselves to tell them apart.";
pub const LABEL_OWNER: &str = "Belongs to";
pub const LABEL_USED_BY: &str = "Used by";
pub const LABEL_START_URL: &str = "Start URL";
pub const LABEL_REGION: &str = "SSO region";
pub const LABEL_ENDS: &str = "Ends";
pub const LABEL_RENEWS: &str = "Renews itself";
pub const LABEL_FILE: &str = "File";
pub const RENEWS_ITSELF: &str = "Renews itself";
pub const TIME_LEFT: &str = "Time left, compared with 8 hours";
pub const LEFT: &str = "left";
pub const ENDS: &str = "Ends";
pub const ENDED: &str = "Ended";
pub const ENDED_IN_A_ROW: &str = "ended";
pub const AGO: &str = "ago";
pub const UNTIL: &str = "until ";
pub const A_SIGN_IN: &str = "A sign-in";
pub const EARLY_END: &str = "A session can end earlier: when an administrator ends it, or when your company's sign-in does.";

/// What a file is, for its heading: by its owner, where that is known.
pub fn heading(report: &CacheReport, owner: Option<&Owner>, profiles: &str) -> String {
    match (report.kind(), report.source(), owner) {
        (CacheKind::SsoToken, CacheSource::OtherTool, _) => "Another tool's sign-in".to_owned(),
        (CacheKind::SsoToken, _, Some(Owner::Session(name))) => ownership::session(name),
        (CacheKind::SsoToken, _, Some(Owner::StartUrl(url))) => format!("Sign-in at {}", host(url)),
        (CacheKind::SsoToken, _, None) => match report.start_url() {
            Some(url) => format!("Sign-in at {}", host(url)),
            None => A_SIGN_IN.to_owned(),
        },
        (CacheKind::ClientRegistration, CacheSource::OtherTool, _) => {
            "Another tool's registration".to_owned()
        }
        (CacheKind::ClientRegistration, _, _) => "The CLI's registration".to_owned(),
        (CacheKind::RoleCredentials, CacheSource::AssumedRole | CacheSource::WebIdentity, _) => {
            "Credentials of an assumed role".to_owned()
        }
        (CacheKind::RoleCredentials, _, _) if !profiles.is_empty() => {
            format!("Role credentials for {profiles}")
        }
        (CacheKind::RoleCredentials, _, _) => "Role credentials".to_owned(),
    }
}

/// What such a file is for.
pub fn about(report: &CacheReport) -> &'static str {
    match (report.kind(), report.source()) {
        (CacheKind::SsoToken, _)
            if report.start_url().map(StartUrl::parse) == Some(Err(StartUrlError::BuilderId)) =>
        {
            "A token of AWS Builder ID, for tools such as Kiro. It has no accounts, so it gives no AWS credentials."
        }
        (CacheKind::SsoToken, CacheSource::OtherTool) => {
            "An editor's extension or another AWS tool signed in with this token. The CLI doesn't use it; it has its own file."
        }
        (CacheKind::SsoToken, _) => {
            "The token that “aws sso login” leaves. While it lasts, commands work without another login."
        }
        (CacheKind::ClientRegistration, _) => {
            "How a tool introduces itself to AWS. Safe to keep. Its date, about 90 days off, says nothing about your sign-in: the token is another file in the same folder, the one with an accessToken."
        }
        (CacheKind::RoleCredentials, CacheSource::AssumedRole) => {
            "Short-lived keys of a role that a profile assumes through another one (source_profile). The CLI gets new ones for as long as that other profile works."
        }
        (CacheKind::RoleCredentials, CacheSource::WebIdentity) => {
            "Short-lived keys of a role, from a web identity token and without Identity Center. The CLI gets new ones from that token."
        }
        (CacheKind::RoleCredentials, CacheSource::OtherProvider) => {
            "Short-lived keys that the CLI didn't get through Identity Center."
        }
        (CacheKind::RoleCredentials, _) => {
            "Short-lived keys that the CLI got with your sign-in. It gets new ones by itself while your sign-in lasts."
        }
    }
}

/// In a word, how it stands.
pub fn state(report: &CacheReport, now: DateTime<Utc>) -> &'static str {
    match report.status(now) {
        SignInStatus::NotASignIn => "Not a sign-in",
        SignInStatus::Valid if report.is_cli_sign_in() => "Signed in",
        SignInStatus::Valid => "Valid",
        SignInStatus::ExpiresSoon => "Ends soon",
        SignInStatus::Refreshable => "Due for renewal",
        SignInStatus::Expired => "Ended",
    }
}

pub fn remaining(seconds: i64) -> String {
    if seconds > 0 {
        format!("{} left", duration(seconds))
    } else {
        format!("ended {} ago", duration(-seconds))
    }
}

/// What is said of a token's renewal. No file tells when the company's session ends.
pub fn renews(refreshable: Refreshable) -> Option<&'static str> {
    match refreshable {
        Refreshable::Yes { .. } => Some("Yes, for as long as your company's session lasts."),
        Refreshable::NotAToken => None,
        Refreshable::NoRefreshToken => {
            Some("No. It has no refresh token, as with profiles in the older format.")
        }
        Refreshable::NoClient | Refreshable::NoRegistrationEnd => {
            Some("No. Parts that a renewal needs are missing.")
        }
        Refreshable::RegistrationExpired { .. } => {
            Some("No. The CLI's registration has ended; the next login makes a new one.")
        }
    }
}

/// What to do about a file: in a word, why, and with which command.
pub fn next(report: &CacheReport, now: DateTime<Utc>) -> (&'static str, &'static str, NextCommand) {
    let renews = matches!(report.refreshable(now), Refreshable::Yes { .. });
    match (report.kind(), report.source(), report.status(now)) {
        (CacheKind::ClientRegistration, _, _) => (
            "This isn't your sign-in",
            "Drop the other files in the folder here too, or ask AWS who you are:",
            NextCommand::Test,
        ),
        (CacheKind::SsoToken, CacheSource::OtherTool, _) => (
            "For that tool only",
            "Sign in again there when it asks. For the CLI, log in:",
            NextCommand::LogIn,
        ),
        (CacheKind::SsoToken, _, SignInStatus::Valid) if renews => (
            "Nothing to do yet",
            "The CLI renews this by itself for as long as your company's session lasts. When a command fails, log in again:",
            NextCommand::LogIn,
        ),
        (CacheKind::SsoToken, _, SignInStatus::Valid) => (
            "Nothing to do yet",
            "The CLI can't renew this one. When it has ended, log in again:",
            NextCommand::LogIn,
        ),
        (CacheKind::SsoToken, _, SignInStatus::Refreshable) => (
            "Nothing to do yet",
            "The CLI renews it with your next command. If that asks you to log in, your company's session has ended:",
            NextCommand::Test,
        ),
        (CacheKind::SsoToken, _, SignInStatus::ExpiresSoon) => (
            "Log in now",
            "The CLI can't renew this one. Log in to get the full time again:",
            NextCommand::LogIn,
        ),
        (CacheKind::SsoToken, _, SignInStatus::Expired | SignInStatus::NotASignIn) => {
            ("Log in again", "Opens your browser and takes a minute:", NextCommand::LogIn)
        }
        (CacheKind::RoleCredentials, _, SignInStatus::Valid | SignInStatus::ExpiresSoon) => {
            ("Nothing to do", "To check that they work:", NextCommand::Test)
        }
        (CacheKind::RoleCredentials, _, _) => {
            ("Nothing to do", "The CLI gets new ones with your next command:", NextCommand::Test)
        }
    }
}

/// What all sign-ins come to: so many of so many work.
pub fn working(working: usize, all: usize) -> String {
    match (working, all) {
        (_, 0) => "There's no sign-in among these.".to_owned(),
        (0, 1) => "Your sign-in has ended.".to_owned(),
        (1, 1) => "Your sign-in works right now.".to_owned(),
        (0, all) => format!("None of your {} sign-ins works any more.", number(all)),
        (2, 2) => "Both of your sign-ins work right now.".to_owned(),
        (working, all) if working == all => {
            format!("All {} of your sign-ins work right now.", number(all))
        }
        (working, all) => {
            let (word, all) = (number(working), number(all));
            let (first, rest) = word.split_at(1);
            let (first, works) =
                (first.to_ascii_uppercase(), if working == 1 { "works" } else { "work" });
            format!("{first}{rest} of your {all} sign-ins {works} right now.")
        }
    }
}

/// What to run, going by the best of all sign-ins.
pub fn next_for_all(best: Option<SignInStatus>) -> Option<(&'static str, NextCommand)> {
    match best {
        None => {
            Some(("If these are all the files in ~/.aws/sso/cache, log in:", NextCommand::LogIn))
        }
        Some(SignInStatus::Valid | SignInStatus::ExpiresSoon) => None,
        Some(SignInStatus::Refreshable) => {
            Some(("The CLI renews it with your next command:", NextCommand::Test))
        }
        Some(SignInStatus::Expired | SignInStatus::NotASignIn) => {
            Some(("Log in again:", NextCommand::LogIn))
        }
    }
}

/// A start URL's host.
pub fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

fn number(number: usize) -> String {
    const WORDS: [&str; 10] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_come_to_reads_well() {
        let said: Vec<String> =
            [(0, 0), (0, 1), (1, 1), (0, 2), (2, 2), (1, 3), (2, 3), (3, 3), (11, 12)]
                .map(|(of, all)| working(of, all))
                .to_vec();
        expect_test::expect![[r#"
            There's no sign-in among these.
            Your sign-in has ended.
            Your sign-in works right now.
            None of your two sign-ins works any more.
            Both of your sign-ins work right now.
            One of your three sign-ins works right now.
            Two of your three sign-ins work right now.
            All three of your sign-ins work right now.
            11 of your 12 sign-ins work right now."#]]
        .assert_eq(&said.join("\n"));
    }

    #[test]
    fn a_start_url_is_shown_by_its_host() {
        assert_eq!(host("https://acme.awsapps.com/start#/"), "acme.awsapps.com");
        assert_eq!(host("acme"), "acme");
    }
}
