//! "Check a token": every kind of file, and every text that is none.

mod belonging;
mod other;
mod several;
#[cfg(unix)]
mod terminal;

use super::check;
use crate::app::event::TokenEvent;
use crate::app::testing::{Page, at};
use chrono::TimeDelta;
use expect_test::{Expect, expect};

const TOKEN: &str = r#"{"startUrl":"https://acme.awsapps.com/start","region":"eu-west-1","accessToken":"SECRET","expiresAt":"2026-11-24T18:00:00Z"}"#;
const REFRESHED: &str = r#"{"startUrl":"https://acme.awsapps.com/start","region":"eu-west-1","accessToken":"SECRET","expiresAt":"2026-11-24T11:00:00Z","refreshToken":"SECRET","clientId":"c","clientSecret":"SECRET","registrationExpiresAt":"2027-01-01T00:00:00Z"}"#;
const REGISTRATION: &str =
    r#"{"clientId":"c","clientSecret":"SECRET","expiresAt":"2027-01-01T00:00:00Z"}"#;
const CREDENTIALS: &str = r#"{"ProviderType":"sso","Credentials":{"AccessKeyId":"A","SecretAccessKey":"SECRET","SessionToken":"SECRET","Expiration":"2026-11-24T11:00:00Z"}}"#;

fn with(text: &str) -> Page {
    let mut page = Page::open("#/token");
    page.paste(text);
    page
}

/// A file, some time after it was dropped.
#[track_caller]
fn check_file(text: &str, later: TimeDelta, expect: Expect) {
    let mut page = Page::open("#/token");
    page.drop_files(&[("file.json", text)]);
    page.pass(later);
    check(page, |page| page.all("article"), expect);
}

#[track_caller]
fn check_fault(text: &str, expect: Expect) {
    let mut page = Page::open("#/token");
    page.drop_files(&[("file.json", text)]);
    check(page, |page| page.all("alert"), expect);
}

#[test]
fn before_anything_is_checked() {
    check(
        Page::open("#/token"),
        |page| page.all("main"),
        expect![[r#"
            main
              heading "Check a token"
              See what a file of the AWS CLI's cache is, until when it holds, and what to run next. Nothing you paste or drop here leaves this page, and tokens are never shown.
              textbox "Cache file" = ""
              Paste a file from ~/.aws/sso/cache, several at once, or an error message. Or drop files anywhere on this page; with your config among them, their profiles are named.
              button "Choose files"
              button "Clear"
              textbox "Session name or start URL (optional)" = ""
              The CLI names its files after it. With it, this page can say which file is yours, and write the commands out.
              group
                button "Where are these files?"
                term: macOS
                definition: In the file window press Cmd+Shift+G and enter ~/.aws/sso/cache. In a terminal: cat ~/.aws/sso/cache/*.json
                term: Linux
                definition: In the file window press Ctrl+H to see hidden folders, then .aws, sso, cache. In a terminal: cat ~/.aws/sso/cache/*.json
                term: Windows
                definition: Enter %USERPROFILE%\.aws\sso\cache as the file's name.
              group
                button "In a terminal instead"
                Enter your session's name or your start URL above; the lines for your file appear here.
              region "Result"
                The answer appears here as soon as there is a file.
        "#]],
    );
}

#[test]
fn after_a_text_was_read_the_box_is_empty() {
    let mut page = with(TOKEN);
    page.token(TokenEvent::LocalTimesTold(vec![(
        at("2026-11-24T18:00:00Z"),
        "Tue, 24 Nov 2026, 19:00:00 CET".into(),
    )]));
    check(
        page,
        |page| page.all("textbox") + &page.all("article"),
        expect![[r#"
            textbox "Cache file" = ""
            textbox "Session name or start URL (optional)" = ""
            article "Pasted text"
              heading "A sign-in's token"
              Valid
              timer: 8 h 0 min left
              This is what “aws sso login” leaves: while it holds, commands work without a new sign-in.
              term: Ends
              definition
                Tue, 24 Nov 2026, 19:00:00 CET
                2026-11-24 18:00:00 UTC
              term: For
              definition: https://acme.awsapps.com/start
              term: SSO region
              definition: eu-west-1
              term: Refreshed by the CLI
              definition: No: there is no refresh token in it, as with profiles of the older format. When it ends, log in again.
              region "What to run"
                Nothing to do. To see that it works:
                code
                  | aws sts get-caller-identity --profile PROFILE
                button "Copy"
                PROFILE stands for your profile's name; “aws configure list-profiles” shows them.
              button "Remind me before it ends"
              button "Tell me when it ends"
              A session can end before the time in the file: when an administrator ends it, or when your company's sign-in does.
        "#]],
    );
}

#[test]
fn a_text_that_can_not_be_read_stays_in_the_box() {
    check(
        with("{\"startUrl\""),
        |page| page.all("textbox"),
        expect![[r#"
            textbox "Cache file" = "{\"startUrl\""
            textbox "Session name or start URL (optional)" = ""
        "#]],
    );
}

#[test]
fn a_token_that_is_about_to_end() {
    check_file(
        TOKEN,
        TimeDelta::minutes(7 * 60 + 50),
        expect![[r#"
            article "file.json"
              heading "A sign-in's token"
              Ends soon
              timer: 10 min 0 s left
              file.json
              This is what “aws sso login” leaves: while it holds, commands work without a new sign-in.
              term: Ends
              definition: 2026-11-24 18:00:00 UTC
              term: For
              definition: https://acme.awsapps.com/start
              term: SSO region
              definition: eu-west-1
              term: Refreshed by the CLI
              definition: No: there is no refresh token in it, as with profiles of the older format. When it ends, log in again.
              region "What to run"
                Nothing refreshes it. To have the full time again, log in now:
                code
                  | aws sso login --profile PROFILE
                button "Copy"
                PROFILE stands for your profile's name; “aws configure list-profiles” shows them.
              button "Remind me before it ends"
              button "Tell me when it ends"
              A session can end before the time in the file: when an administrator ends it, or when your company's sign-in does.
        "#]],
    );
}

#[test]
fn a_token_that_has_ended() {
    check_file(
        TOKEN,
        TimeDelta::hours(10),
        expect![[r#"
            article "file.json"
              heading "A sign-in's token"
              Expired
              timer: ended 2 h 0 min ago
              file.json
              This is what “aws sso login” leaves: while it holds, commands work without a new sign-in.
              term: Ends
              definition: 2026-11-24 18:00:00 UTC
              term: For
              definition: https://acme.awsapps.com/start
              term: SSO region
              definition: eu-west-1
              term: Refreshed by the CLI
              definition: No: there is no refresh token in it, as with profiles of the older format. When it ends, log in again.
              region "What to run"
                Log in again:
                code
                  | aws sso login --profile PROFILE
                button "Copy"
                PROFILE stands for your profile's name; “aws configure list-profiles” shows them.
              A session can end before the time in the file: when an administrator ends it, or when your company's sign-in does.
        "#]],
    );
}

#[test]
fn an_ended_token_that_the_cli_refreshes() {
    check_file(
        REFRESHED,
        TimeDelta::hours(2),
        expect![[r#"
            article "file.json"
              heading "A sign-in's token"
              Expired, but can be refreshed
              timer: ended 1 h 0 min ago
              file.json
              This is what “aws sso login” leaves: while it holds, commands work without a new sign-in.
              term: Ends
              definition: 2026-11-24 11:00:00 UTC
              term: For
              definition: https://acme.awsapps.com/start
              term: SSO region
              definition: eu-west-1
              term: Refreshed by the CLI
              definition: Yes, by itself, until 2027-01-01 00:00:00 UTC at the latest. If your session at AWS ended earlier, the CLI asks you to log in.
              region "What to run"
                Any command refreshes it. If it asks you to log in, your session at AWS has ended:
                code
                  | aws sts get-caller-identity --profile PROFILE
                button "Copy"
                PROFILE stands for your profile's name; “aws configure list-profiles” shows them.
              A session can end before the time in the file: when an administrator ends it, or when your company's sign-in does.
        "#]],
    );
}

#[test]
fn a_registration_is_not_a_token() {
    check_file(
        REGISTRATION,
        TimeDelta::zero(),
        expect![[r#"
            article "file.json"
              heading "The CLI's own registration, not a token"
              Not a sign-in
              timer: 37 days left
              file.json
              Its date, about 90 days off, says nothing about your sign-in. The token is another file in the same folder: the one with an accessToken in it.
              term: Ends
              definition: 2027-01-01 00:00:00 UTC
              term: Refreshed by the CLI
              definition: Does not apply: only tokens are refreshed.
              region "What to run"
                Drop the other files of the folder here, or ask AWS who you are:
                code
                  | aws sts get-caller-identity --profile PROFILE
                button "Copy"
                PROFILE stands for your profile's name; “aws configure list-profiles” shows them.
        "#]],
    );
}

#[test]
fn a_roles_credentials() {
    check_file(
        CREDENTIALS,
        TimeDelta::zero(),
        expect![[r#"
            article "file.json"
              heading "A role's credentials"
              Valid
              timer: 1 h 0 min left
              file.json
              Short-lived keys that the CLI made from your sign-in. When they end, the CLI makes new ones as long as the sign-in holds.
              term: Ends
              definition: 2026-11-24 11:00:00 UTC
              term: Refreshed by the CLI
              definition: Does not apply: only tokens are refreshed.
              region "What to run"
                Nothing to do. To see that they work:
                code
                  | aws sts get-caller-identity --profile PROFILE
                button "Copy"
                PROFILE stands for your profile's name; “aws configure list-profiles” shows them.
        "#]],
    );
}

#[test]
fn every_fault_says_what_to_do() {
    check_fault(
        "[acme]\nregion = eu-west-1",
        expect![[r#"
        alert
          heading "That is a config file"
          It looks like ~/.aws/config or ~/.aws/credentials, and has no profile in it that tells whose a file is. Cache files are in ~/.aws/sso/cache and end in .json.
    "#]],
    );
    check_fault(
        "{\"accessToken\"",
        expect![[r#"
            alert
              heading "That is not a whole cache file"
              Cache files are one line of JSON, from { to }. Perhaps a part is missing, or something stands around it: copy the whole file.
              It breaks off after 14 characters, before its last }.
        "#]],
    );
    check_fault(
        "[]",
        expect![[r#"
            alert
              heading "That is JSON, but no cache file"
              A cache file begins with { and ends with }. Copy one file, whole.
        "#]],
    );
    check_fault(
        r#"{"accessToken":{},"dpopKey":"SECRET"}"#,
        expect![[r#"
            alert
              heading "That belongs to “aws login”"
              It is a file of ~/.aws/login/cache, which signs in without Identity Center. For Identity Center, look into ~/.aws/sso/cache.
        "#]],
    );
    check_fault(
        r#"{"a":1}"#,
        expect![[r#"
            alert
              heading "That is not one of the AWS CLI's cache files"
              It has neither a token, nor a registration, nor credentials in it. The files are in ~/.aws/sso/cache.
        "#]],
    );
    check_fault(
        r#"{"accessToken":"SECRET"}"#,
        expect![[r#"
            alert
              heading "It does not say when it ends"
              The field expiresAt is missing, so the CLI can't use the file either. Log in again: aws sso login --profile PROFILE.
        "#]],
    );
    check_fault(
        r#"{"accessToken":"SECRET","expiresAt":"soon"}"#,
        expect![[r#"
            alert
              heading "Its end is not a time"
              The field expiresAt can't be read as a time, so the CLI can't use the file either. Log in again: aws sso login --profile PROFILE.
        "#]],
    );
    check_fault(
        r#"{"accessToken":"SECRET","expiresAt":"2026-11-24T18:00:00"}"#,
        expect![[r#"
            alert
              heading "Its end has no time zone"
              The CLI fails on such a file. Log in again, and it writes a right one: aws sso login --profile PROFILE.
        "#]],
    );
}

#[test]
fn an_empty_file_is_a_fault_too() {
    check_file(
        "",
        TimeDelta::zero(),
        expect![[r#"
            article "file.json"
              alert
                heading "There is nothing in it"
                The file is empty, or the folder has no cache file in it: they are in ~/.aws/sso/cache. If that is where it comes from, log in again, and the CLI writes it anew: aws sso login --profile PROFILE.
              file.json
        "#]],
    );
}
