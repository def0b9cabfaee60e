//! The screen, drawn and compared by its outline: every kind of file, every kind of text that is none.

mod config;
mod other;
mod several;

use super::{CREDENTIALS, REGISTRATION, dropped, on_token, pasted};
use crate::testing::{Page, check};
use chrono::TimeDelta;
use expect_test::{Expect, expect};

const TOKEN: &str = r#"{"startUrl":"https://acme.awsapps.com/start","region":"eu-west-1","accessToken":"SECRET","expiresAt":"2026-11-24T18:00:00Z"}"#;
const RENEWED: &str = r#"{"startUrl":"https://acme.awsapps.com/start","region":"eu-west-1","accessToken":"SECRET","expiresAt":"2026-11-24T10:40:00Z","refreshToken":"SECRET","clientId":"c","clientSecret":"SECRET","registrationExpiresAt":"2027-01-01T00:00:00Z"}"#;

/// The answers.
#[track_caller]
fn check_answers(page: &Page, expect: Expect) {
    check(page.html(), |page| page.region("Result"), expect);
}

/// A file, some time after it was dropped.
#[track_caller]
fn check_file(text: &str, later: TimeDelta, expect: Expect) {
    let mut page = dropped(&[("file.json", text)]);
    page.pass(later);
    check_answers(&page, expect);
}

#[test]
fn before_anything_is_checked() {
    check(
        on_token().html(),
        |page| page.all("main"),
        expect![[r#"
        main
          heading "Check a token"
          See how long your AWS sign-in lasts and what to run next, or what an error message means. Tokens are never shown, and nothing leaves this page.
          region "Check"
            textbox "Cache file or error message" = ""
            Several at once are fine. Add your config to see which profiles they belong to.
            button "Choose files"
            button "Clear"
            textbox "Session name or start URL (optional)" = ""
            The CLI names its files after it, so we can tell which file is yours and fill in the commands.
            group
              button "Where are they?"
              term: macOS
              definition: In the file window press Cmd+Shift+G and enter ~/.aws/sso/cache. In a terminal: cat ~/.aws/sso/cache/*.json
              term: Linux
              definition: In the file window press Ctrl+H to show hidden folders, then open .aws, sso, cache. In a terminal: cat ~/.aws/sso/cache/*.json
              term: Windows
              definition: Enter %USERPROFILE%\.aws\sso\cache as the file name.
            group
              button "Check in a terminal instead"
              Enter your session name or start URL above, and the lines for your file appear here.
    "#]],
    );
}

#[test]
fn after_a_text_was_read_the_box_is_empty() {
    let page = pasted(TOKEN);
    check(
        page.html(),
        |page| page.all("textbox"),
        expect![[r#"
        textbox "Cache file or error message" = ""
        textbox "Session name or start URL (optional)" = ""
    "#]],
    );
    check_answers(
        &page,
        expect![[r#"
        region "Result"
          article "Sign-in at acme.awsapps.com"
            heading "Sign-in at acme.awsapps.com"
            Signed in
            timer "8 h 0 min left"
              8 h 0 min
              left
            progressbar "Time left, compared with 8 hours" = "480/480"
            Ends
            today, 18:00
            region "What to run"
              heading "Nothing to do yet"
              The CLI can't renew this one. When it has ended, log in again:
              code
                | aws sso login --profile PROFILE
              button "Copy"
              PROFILE stands for your profile's name. To list yours: aws configure list-profiles
            button "Remind me before it ends"
            button "Tell me when it ends"
            group
              button "Details"
              The token that “aws sso login” leaves. While it lasts, commands work without another login.
              term: Ends
              definition
                Tue, 24 Nov 2026, 18:00:00 UTC
                2026-11-24 18:00:00 UTC
              term: Start URL
              definition: https://acme.awsapps.com/start
              term: SSO region
              definition: Europe (Ireland) eu-west-1
              term: Renews itself
              definition: No. It has no refresh token, as with profiles in the older format.
              term: File
              definition: Pasted text
              A session can end earlier: when an administrator ends it, or when your company's sign-in does.
    "#]],
    );
    assert_eq!(page.title(), "8 h 0 min left · Check a token · Onramp");
}

#[test]
fn a_text_that_can_not_be_read_stays_in_the_box() {
    check(
        pasted("{\"startUrl\"").html(),
        |page| page.all("textbox"),
        expect![[r#"
        textbox "Cache file or error message" = "{\"startUrl\""
        textbox "Session name or start URL (optional)" = ""
    "#]],
    );
}

#[test]
fn a_token_that_is_about_to_end_and_one_that_has_ended() {
    check_file(
        TOKEN,
        TimeDelta::minutes(7 * 60 + 50),
        expect![[r#"
        region "Result"
          article "Sign-in at acme.awsapps.com, file.json"
            heading "Sign-in at acme.awsapps.com"
            Ends soon
            timer "10 min 0 s left"
              10 min 0 s
              left
            progressbar "Time left, compared with 8 hours" = "10/480"
            Ends
            today, 18:00
            region "What to run"
              heading "Log in now"
              The CLI can't renew this one. Log in to get the full time again:
              code
                | aws sso login --profile PROFILE
              button "Copy"
              PROFILE stands for your profile's name. To list yours: aws configure list-profiles
            button "Remind me before it ends"
            button "Tell me when it ends"
            group
              button "Details"
              The token that “aws sso login” leaves. While it lasts, commands work without another login.
              term: Ends
              definition
                Tue, 24 Nov 2026, 18:00:00 UTC
                2026-11-24 18:00:00 UTC
              term: Start URL
              definition: https://acme.awsapps.com/start
              term: SSO region
              definition: Europe (Ireland) eu-west-1
              term: Renews itself
              definition: No. It has no refresh token, as with profiles in the older format.
              term: File
              definition: file.json
              A session can end earlier: when an administrator ends it, or when your company's sign-in does.
    "#]],
    );
    check_file(
        TOKEN,
        TimeDelta::hours(10),
        expect![[r#"
        region "Result"
          article "Sign-in at acme.awsapps.com, file.json"
            heading "Sign-in at acme.awsapps.com"
            Ended
            timer "ended 2 h 0 min ago"
              Ended
              2 h 0 min
              ago
            Ended
            today, 18:00
            region "What to run"
              heading "Log in again"
              Opens your browser and takes a minute:
              code
                | aws sso login --profile PROFILE
              button "Copy"
              PROFILE stands for your profile's name. To list yours: aws configure list-profiles
            group
              button "Details"
              The token that “aws sso login” leaves. While it lasts, commands work without another login.
              term: Ends
              definition
                Tue, 24 Nov 2026, 18:00:00 UTC
                2026-11-24 18:00:00 UTC
              term: Start URL
              definition: https://acme.awsapps.com/start
              term: SSO region
              definition: Europe (Ireland) eu-west-1
              term: Renews itself
              definition: No. It has no refresh token, as with profiles in the older format.
              term: File
              definition: file.json
              A session can end earlier: when an administrator ends it, or when your company's sign-in does.
    "#]],
    );
}

#[test]
fn a_token_that_the_cli_renews() {
    check_file(
        RENEWED,
        TimeDelta::zero(),
        expect![[r#"
        region "Result"
          article "Sign-in at acme.awsapps.com, file.json"
            heading "Sign-in at acme.awsapps.com"
            Signed in
            Renews itself
            timer: 40 min 0 s left
            Ends
            today, 10:40
            region "What to run"
              heading "Nothing to do yet"
              The CLI renews this by itself for as long as your company's session lasts. When a command fails, log in again:
              code
                | aws sso login --profile PROFILE
              button "Copy"
              PROFILE stands for your profile's name. To list yours: aws configure list-profiles
            button "Remind me before it ends"
            button "Tell me when it ends"
            group
              button "Details"
              The token that “aws sso login” leaves. While it lasts, commands work without another login.
              term: Ends
              definition
                Tue, 24 Nov 2026, 10:40:00 UTC
                2026-11-24 10:40:00 UTC
              term: Start URL
              definition: https://acme.awsapps.com/start
              term: SSO region
              definition: Europe (Ireland) eu-west-1
              term: Renews itself
              definition: Yes, for as long as your company's session lasts.
              term: File
              definition: file.json
              A session can end earlier: when an administrator ends it, or when your company's sign-in does.
    "#]],
    );
    check_file(
        RENEWED,
        TimeDelta::hours(2),
        expect![[r#"
        region "Result"
          article "Sign-in at acme.awsapps.com, file.json"
            heading "Sign-in at acme.awsapps.com"
            Due for renewal
            Renews itself
            timer: ended 1 h 20 min ago
            Ended
            today, 10:40
            region "What to run"
              heading "Nothing to do yet"
              The CLI renews it with your next command. If that asks you to log in, your company's session has ended:
              code
                | aws sts get-caller-identity --profile PROFILE
              button "Copy"
              PROFILE stands for your profile's name. To list yours: aws configure list-profiles
            group
              button "Details"
              The token that “aws sso login” leaves. While it lasts, commands work without another login.
              term: Ends
              definition
                Tue, 24 Nov 2026, 10:40:00 UTC
                2026-11-24 10:40:00 UTC
              term: Start URL
              definition: https://acme.awsapps.com/start
              term: SSO region
              definition: Europe (Ireland) eu-west-1
              term: Renews itself
              definition: Yes, for as long as your company's session lasts.
              term: File
              definition: file.json
              A session can end earlier: when an administrator ends it, or when your company's sign-in does.
    "#]],
    );
}

#[test]
fn what_is_no_sign_in() {
    check_file(
        REGISTRATION,
        TimeDelta::zero(),
        expect![[r#"
        region "Result"
          article "The CLI's registration, file.json"
            heading "The CLI's registration"
            Not a sign-in
            timer "37 days left"
              37 days
              left
            Ends
            1 Jan 2027, 00:00
            region "What to run"
              heading "This isn't your sign-in"
              Drop the other files in the folder here too, or ask AWS who you are:
              code
                | aws sts get-caller-identity --profile PROFILE
              button "Copy"
              PROFILE stands for your profile's name. To list yours: aws configure list-profiles
            group
              button "Details"
              How a tool introduces itself to AWS. Safe to keep. Its date, about 90 days off, says nothing about your sign-in: the token is another file in the same folder, the one with an accessToken.
              term: Ends
              definition
                Fri, 1 Jan 2027, 00:00:00 UTC
                2027-01-01 00:00:00 UTC
              term: File
              definition: file.json
    "#]],
    );
    check_file(
        CREDENTIALS,
        TimeDelta::zero(),
        expect![[r#"
        region "Result"
          article "Role credentials, file.json"
            heading "Role credentials"
            Valid
            timer "1 h 0 min left"
              1 h 0 min
              left
            Ends
            today, 11:00
            region "What to run"
              heading "Nothing to do"
              To check that they work:
              code
                | aws sts get-caller-identity --profile PROFILE
              button "Copy"
              PROFILE stands for your profile's name. To list yours: aws configure list-profiles
            group
              button "Details"
              Short-lived keys that the CLI got with your sign-in. It gets new ones by itself while your sign-in lasts.
              term: Ends
              definition
                Tue, 24 Nov 2026, 11:00:00 UTC
                2026-11-24 11:00:00 UTC
              term: File
              definition: file.json
    "#]],
    );
}
