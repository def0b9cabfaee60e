//! The screen, drawn and compared by its outline: every kind of file, every kind of text that is none.

mod config;
mod other;
mod several;

use super::{CREDENTIALS, REGISTRATION, dropped, on_token, pasted};
use crate::testing::{Outline, Page, check, draw};
use chrono::TimeDelta;
use expect_test::{Expect, expect};

const TOKEN: &str = r#"{"startUrl":"https://acme.awsapps.com/start","region":"eu-west-1","accessToken":"SECRET","expiresAt":"2026-11-24T18:00:00Z"}"#;
const RENEWED: &str = r#"{"startUrl":"https://acme.awsapps.com/start","region":"eu-west-1","accessToken":"SECRET","expiresAt":"2026-11-24T10:40:00Z","refreshToken":"SECRET","clientId":"c","clientSecret":"SECRET","registrationExpiresAt":"2027-01-01T00:00:00Z"}"#;

/// The answers.
#[track_caller]
fn check_answers(page: &Page, expect: Expect) {
    check(page.html(), |page| page.region("Result"), expect);
}

/// What is seen otherwise than where [`TOKEN`] alone was dropped: the lines that go, and those that come.
#[track_caller]
fn check_beside_token(page: &Page, expect: Expect) {
    let answers = |page: &Page| Outline::of(&draw(page.html())).region("Result");
    let (token, seen) = (answers(&dropped(&[("file.json", TOKEN)])), answers(page));
    let (token, seen): (Vec<_>, Vec<_>) = (token.lines().collect(), seen.lines().collect());
    expect.assert_eq(&changes(&token, &seen));
}

fn changes(mut old: &[&str], mut new: &[&str]) -> String {
    let mut changes = String::new();
    while !(old.is_empty() && new.is_empty()) {
        // The next line that stands in both, or both ends.
        let pairs = (0..=old.len()).flat_map(|at| (0..=new.len()).map(move |to| (at, to)));
        let same = pairs.filter(|(at, to)| old.get(*at) == new.get(*to));
        let (at, to) = same.min_by_key(|(at, to)| at + to).expect("both ends");
        old[..at].iter().for_each(|line| changes += &format!("-{line}\n"));
        new[..to].iter().for_each(|line| changes += &format!("+{line}\n"));
        (old, new) = (old.get(at + 1..).unwrap_or_default(), new.get(to + 1..).unwrap_or_default());
    }
    changes
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
    check_beside_token(
        &page,
        expect![[r#"
        -  article "Sign-in at acme.awsapps.com, file.json"
        +  article "Sign-in at acme.awsapps.com"
        -      definition: file.json
        +      definition: Pasted text
    "#]],
    );
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
fn each_kind_of_file_at_each_time() {
    for (text, later, expect) in [
        (
            TOKEN,
            TimeDelta::minutes(7 * 60 + 50),
            expect![[r#"
            -    Signed in
            -    timer "8 h 0 min left"
            -      8 h 0 min
            +    Ends soon
            +    timer "10 min 0 s left"
            +      10 min 0 s
            -    progressbar "Time left, compared with 8 hours" = "480/480"
            +    progressbar "Time left, compared with 8 hours" = "10/480"
            -      heading "Nothing to do yet"
            -      The CLI can't renew this one. When it has ended, log in again:
            +      heading "Log in now"
            +      The CLI can't renew this one. Log in to get the full time again:
        "#]],
        ),
        (
            TOKEN,
            TimeDelta::hours(10),
            expect![[r#"
            -    Signed in
            -    timer "8 h 0 min left"
            -      8 h 0 min
            -      left
            -    progressbar "Time left, compared with 8 hours" = "480/480"
            -    Ends
            +    Ended
            +    timer "ended 2 h 0 min ago"
            +      Ended
            +      2 h 0 min
            +      ago
            +    Ended
            -      heading "Nothing to do yet"
            -      The CLI can't renew this one. When it has ended, log in again:
            +      heading "Log in again"
            +      Opens your browser and takes a minute:
            -    button "Remind me before it ends"
            -    button "Tell me when it ends"
        "#]],
        ),
        (
            RENEWED,
            TimeDelta::zero(),
            expect![[r#"
            -    timer "8 h 0 min left"
            -      8 h 0 min
            -      left
            -    progressbar "Time left, compared with 8 hours" = "480/480"
            +    Renews itself
            +    timer: 40 min 0 s left
            -    today, 18:00
            +    today, 10:40
            -      The CLI can't renew this one. When it has ended, log in again:
            +      The CLI renews this by itself for as long as your company's session lasts. When a command fails, log in again:
            -        Tue, 24 Nov 2026, 18:00:00 UTC
            -        2026-11-24 18:00:00 UTC
            +        Tue, 24 Nov 2026, 10:40:00 UTC
            +        2026-11-24 10:40:00 UTC
            -      definition: No. It has no refresh token, as with profiles in the older format.
            +      definition: Yes, for as long as your company's session lasts.
        "#]],
        ),
        (
            RENEWED,
            TimeDelta::hours(2),
            expect![[r#"
            -    Signed in
            -    timer "8 h 0 min left"
            -      8 h 0 min
            -      left
            -    progressbar "Time left, compared with 8 hours" = "480/480"
            -    Ends
            -    today, 18:00
            +    Due for renewal
            +    Renews itself
            +    timer: ended 1 h 20 min ago
            +    Ended
            +    today, 10:40
            -      The CLI can't renew this one. When it has ended, log in again:
            +      The CLI renews it with your next command. If that asks you to log in, your company's session has ended:
            -        | aws sso login --profile PROFILE
            +        | aws sts get-caller-identity --profile PROFILE
            -    button "Remind me before it ends"
            -    button "Tell me when it ends"
            -        Tue, 24 Nov 2026, 18:00:00 UTC
            -        2026-11-24 18:00:00 UTC
            +        Tue, 24 Nov 2026, 10:40:00 UTC
            +        2026-11-24 10:40:00 UTC
            -      definition: No. It has no refresh token, as with profiles in the older format.
            +      definition: Yes, for as long as your company's session lasts.
        "#]],
        ),
        (
            REGISTRATION,
            TimeDelta::zero(),
            expect![[r#"
            -  article "Sign-in at acme.awsapps.com, file.json"
            -    heading "Sign-in at acme.awsapps.com"
            -    Signed in
            -    timer "8 h 0 min left"
            -      8 h 0 min
            +  article "The CLI's registration, file.json"
            +    heading "The CLI's registration"
            +    Not a sign-in
            +    timer "37 days left"
            +      37 days
            -    progressbar "Time left, compared with 8 hours" = "480/480"
            -    today, 18:00
            +    1 Jan 2027, 00:00
            -      heading "Nothing to do yet"
            -      The CLI can't renew this one. When it has ended, log in again:
            +      heading "This isn't your sign-in"
            +      Drop the other files in the folder here too, or ask AWS who you are:
            -        | aws sso login --profile PROFILE
            +        | aws sts get-caller-identity --profile PROFILE
            -    button "Remind me before it ends"
            -    button "Tell me when it ends"
            -      The token that “aws sso login” leaves. While it lasts, commands work without another login.
            +      How a tool introduces itself to AWS. Safe to keep. Its date, about 90 days off, says nothing about your sign-in: the token is another file in the same folder, the one with an accessToken.
            -        Tue, 24 Nov 2026, 18:00:00 UTC
            -        2026-11-24 18:00:00 UTC
            -      term: Start URL
            -      definition: https://acme.awsapps.com/start
            -      term: SSO region
            -      definition: Europe (Ireland) eu-west-1
            -      term: Renews itself
            -      definition: No. It has no refresh token, as with profiles in the older format.
            +        Fri, 1 Jan 2027, 00:00:00 UTC
            +        2027-01-01 00:00:00 UTC
            -      A session can end earlier: when an administrator ends it, or when your company's sign-in does.
        "#]],
        ),
        (
            CREDENTIALS,
            TimeDelta::zero(),
            expect![[r#"
            -  article "Sign-in at acme.awsapps.com, file.json"
            -    heading "Sign-in at acme.awsapps.com"
            -    Signed in
            -    timer "8 h 0 min left"
            -      8 h 0 min
            +  article "Role credentials, file.json"
            +    heading "Role credentials"
            +    Valid
            +    timer "1 h 0 min left"
            +      1 h 0 min
            -    progressbar "Time left, compared with 8 hours" = "480/480"
            -    today, 18:00
            +    today, 11:00
            -      heading "Nothing to do yet"
            -      The CLI can't renew this one. When it has ended, log in again:
            +      heading "Nothing to do"
            +      To check that they work:
            -        | aws sso login --profile PROFILE
            +        | aws sts get-caller-identity --profile PROFILE
            -    button "Remind me before it ends"
            -    button "Tell me when it ends"
            -      The token that “aws sso login” leaves. While it lasts, commands work without another login.
            +      Short-lived keys that the CLI got with your sign-in. It gets new ones by itself while your sign-in lasts.
            -        Tue, 24 Nov 2026, 18:00:00 UTC
            -        2026-11-24 18:00:00 UTC
            -      term: Start URL
            -      definition: https://acme.awsapps.com/start
            -      term: SSO region
            -      definition: Europe (Ireland) eu-west-1
            -      term: Renews itself
            -      definition: No. It has no refresh token, as with profiles in the older format.
            +        Tue, 24 Nov 2026, 11:00:00 UTC
            +        2026-11-24 11:00:00 UTC
            -      A session can end earlier: when an administrator ends it, or when your company's sign-in does.
        "#]],
        ),
    ] {
        let mut page = dropped(&[("file.json", text)]);
        page.pass(later);
        check_beside_token(&page, expect);
    }
}
