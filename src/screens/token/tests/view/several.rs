//! Several files at once.

use super::super::{CREDENTIALS, REGISTRATION};
use super::{RENEWED, TOKEN, check_beside_token, dropped};
use crate::screens::token::msg::Msg;
use crate::testing::{Outline, Page, check};
use chrono::TimeDelta;
use expect_test::expect;
use onramp_domain::cache_file::Owner;

fn file(owner: &str) -> String {
    Owner::parse(owner).unwrap().file_name()
}

#[test]
fn several_files_are_rows_with_the_rest_folded() {
    let page = dropped(&[("a.json", REGISTRATION), (&file("corp"), TOKEN), ("c.json", "{\"a\"")]);
    check_beside_token(
        &page,
        expect![[r#"
        -  article "Sign-in at acme.awsapps.com, file.json"
        -    heading "Sign-in at acme.awsapps.com"
        -    Signed in
        +  article "Session corp"
        +    heading "Session corp Signed in"
        +    acme.awsapps.com · Europe (Ireland) eu-west-1
        -      left
        +      until
        +      today, 18:00
        -    Ends
        -    today, 18:00
        -    region "What to run"
        -      heading "Nothing to do yet"
        -      The CLI can't renew this one. When it has ended, log in again:
        -      code
        -        | aws sso login --profile PROFILE
        -      button "Copy"
        -      PROFILE stands for your profile's name. To list yours: aws configure list-profiles
        -    button "Remind me before it ends"
        -    button "Tell me when it ends"
        +      term: Belongs to
        +      definition: Session corp
        -      definition: file.json
        +      definition: ee0bfd2552fbd840c02cc48b6e823320543c450f.json
        +      region "What to run"
        +        heading "Nothing to do yet"
        +        The CLI can't renew this one. When it has ended, log in again:
        +        code
        +          | aws sso login --sso-session corp
        +        button "Copy"
        +      button "Remind me before it ends"
        +      button "Tell me when it ends"
        +  article "The CLI's registration, a.json"
        +    heading "The CLI's registration Not a sign-in"
        +    a.json
        +    timer "37 days left"
        +      37 days
        +      until
        +      1 Jan 2027, 00:00
        +    group
        +      button "Details"
        +      How a tool introduces itself to AWS. Safe to keep. Its date, about 90 days off, says nothing about your sign-in: the token is another file in the same folder, the one with an accessToken.
        +      term: Ends
        +      definition
        +        Fri, 1 Jan 2027, 00:00:00 UTC
        +        2027-01-01 00:00:00 UTC
        +      term: File
        +      definition: a.json
        +      region "What to run"
        +        heading "This isn't your sign-in"
        +        Drop the other files in the folder here too, or ask AWS who you are:
        +        code
        +          | aws sts get-caller-identity --profile PROFILE
        +        button "Copy"
        +        PROFILE stands for your profile's name. To list yours: aws configure list-profiles
        +  article "That's not a whole cache file, c.json"
        +    alert
        +      heading "That's not a whole cache file"
        +      A cache file is one line of JSON, from { to }. A part may be missing: copy the whole file. If it's an error message, we don't know it yet: copy everything that the command printed.
        +      It breaks off after 4 characters, before its last }.
        +      c.json
    "#]],
    );
    assert_eq!(page.title(), "3 files · Check a token · Onramp");
}

/// The lead, and the beginning of what is said of all files.
#[test]
fn all_files_come_to_one_sentence_and_one_command() {
    let part = |page: &Outline| {
        let main = page.all("main");
        let all = main.lines().skip_while(|line| !line.contains("All files")).take(4);
        main.lines().skip(2).take(1).chain(all).map(|line| line.trim().to_owned() + "\n").collect()
    };
    let two: &[_] = &[("a.json", TOKEN), ("b.json", REGISTRATION)];
    let three: &[_] = &[("a.json", TOKEN), ("b.json", RENEWED), ("c.json", CREDENTIALS)];
    let none: &[_] = &[("a.json", REGISTRATION), ("b.json", CREDENTIALS)];
    for (files, later, expect) in [
        (
            two,
            TimeDelta::zero(),
            expect![[r#"
            Your sign-in works right now. Tokens are never shown, and nothing leaves this page.
        "#]],
        ),
        (
            two,
            TimeDelta::minutes(470),
            expect![[r#"
            Your sign-in works right now. Tokens are never shown, and nothing leaves this page.
        "#]],
        ),
        (
            two,
            TimeDelta::hours(8),
            expect![[r#"
            Your sign-in has ended. Tokens are never shown, and nothing leaves this page.
            region "All files"
            region "What to run"
            Log in again:
            code
        "#]],
        ),
        (
            three,
            TimeDelta::hours(8),
            expect![[r#"
            One of your two sign-ins works right now. Tokens are never shown, and nothing leaves this page.
            region "All files"
            region "What to run"
            The CLI renews it with your next command:
            code
        "#]],
        ),
        (
            none,
            TimeDelta::zero(),
            expect![[r#"
            There's no sign-in among these. Tokens are never shown, and nothing leaves this page.
            region "All files"
            region "What to run"
            If these are all the files in ~/.aws/sso/cache, log in:
            code
        "#]],
        ),
    ] {
        let mut page = dropped(files);
        page.pass(later);
        check(page.html(), part, expect);
    }
}

#[test]
fn what_must_be_done_now_is_not_folded() {
    let mut page = dropped(&[(&file("corp"), TOKEN), ("b.json", CREDENTIALS)]);
    page.pass(TimeDelta::minutes(470));
    let first = |page: &Outline| {
        page.all("article").lines().take(14).map(|line| line.to_owned() + "\n").collect()
    };
    check(
        page.html(),
        first,
        expect![[r#"
        article "Session corp"
          heading "Session corp Ends soon"
          acme.awsapps.com · Europe (Ireland) eu-west-1
          timer "10 min 0 s left"
            10 min 0 s
            until
            today, 18:00
          progressbar "Time left, compared with 8 hours" = "10/480"
          region "What to run"
            heading "Log in now"
            The CLI can't renew this one. Log in to get the full time again:
            code
              | aws sso login --sso-session corp
            button "Copy"
    "#]],
    );
}

#[test]
fn a_file_that_is_not_among_those_is_named() {
    let mut page = dropped(&[(&file("https://acme.awsapps.com/start/"), TOKEN)]);
    page.token(Msg::SearchEntered("https://acme.awsapps.com/start".to_owned()));
    check_beside_token(
        &page,
        expect![[r#"
        -  article "Sign-in at acme.awsapps.com, file.json"
        +  For https://acme.awsapps.com/start the CLI looks for 40169cea58ca6cbf23fb27b2542923fb5f524af0.json, which isn't among these files. There's one for https://acme.awsapps.com/start/: to the CLI, another spelling is another sign-in.
        +  article "Sign-in at acme.awsapps.com"
        +    You entered https://acme.awsapps.com/start. The CLI keeps a separate sign-in for each spelling of an address, with or without a slash at its end. In the config, write it exactly as in this file.
        +      term: Belongs to
        +      definition: Profiles in the older format with https://acme.awsapps.com/start/
        -      definition: file.json
        +      definition: 520d081ff744622a81286dc87e136c6485c7253f.json
    "#]],
    );
}

#[test]
fn a_screen_reader_is_told_how_many_and_what_the_first_is() {
    let said = |page: Page| crate::screens::token::announcement(page.checked(), page.now);
    assert_eq!(said(super::on_token()), "");
    assert_eq!(said(dropped(&[("a.json", TOKEN)])), "Signed in.");
    assert_eq!(
        said(dropped(&[("a.json", REGISTRATION), ("b.json", TOKEN)])),
        "2 answers. First: Signed in."
    );
}
