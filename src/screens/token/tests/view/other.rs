//! What is no cache file of the CLI and yet has an answer: messages, times, other tools' files, broken ones.

use super::{RENEWED, TOKEN, check_answers, check_beside_token, dropped, on_token, pasted};
use crate::commands::CommandShell;
use crate::file_text::{FileError, ReadFile};
use crate::screens::token::msg::Msg;
use crate::screens::token::text;
use crate::testing::check;
use expect_test::expect;
use onramp_domain::cache_file::{CacheError, OtherJson};

#[test]
fn messages_say_what_helps() {
    check_answers(
        &pasted("Error loading SSO Token: Token for corp does not exist"),
        expect![[r#"
        region "Result"
          article "You aren't logged in there"
            heading "You aren't logged in there"
            The program found no token where it looked. You haven't logged in yet, you logged out, or the session or address is spelled differently from when you did. Programs older than sso_session look for a file named after the start URL.
            It comes from a Python program (boto3).
            For corp the CLI looks for ee0bfd2552fbd840c02cc48b6e823320543c450f.json in ~/.aws/sso/cache.
            region "What to run"
              Log in:
              code
                | aws sso login --sso-session corp
              button "Copy"
    "#]],
    );
    check_answers(
        &pasted(
            "$ sudo aws s3 ls --profile acme-qa\nCould not connect to the endpoint URL: \"https://s3.qa-admin.amazonaws.com/\"",
        ),
        expect![[r#"
            region "Result"
              article "The profile's region doesn't exist"
                heading "The profile's region doesn't exist"
                The name in region isn't one of AWS's, like eu-west-1. Correct it in the profile, or wherever AWS_REGION is set.
                It's about the profile acme-qa.
                The region in s3.qa-admin.amazonaws.com is qa-admin, which comes from region in your config. We know no region of that name.
                You ran it with sudo, which reads root's ~/.aws and not yours. Leave out sudo.
                region "What to run"
                  Then check that it works:
                  code
                    | aws sts get-caller-identity --profile acme-qa
                  button "Copy"
        "#]],
    );
}

#[test]
fn a_bare_time_is_not_taken_for_a_tokens() {
    check_answers(
        &pasted("2026-11-24T11:00:00UTC"),
        expect![[r#"
        region "Result"
          article "A time without its file"
            heading "A time without its file"
            timer "1 h 0 min left"
              1 h 0 min
              left
            Ends
            today, 11:00
            A time alone doesn't say what ends then. Tokens and the CLI's registrations are in the same folder and both have one, and a registration's, about 90 days off, says nothing about your sign-in. Drop the files themselves to tell them apart.
    "#]],
    );
}

#[test]
fn where_a_text_breaks_off_is_said() {
    let (start, _) = TOKEN.split_once("SECRET").unwrap();
    check_answers(
        &pasted(start),
        expect![[r#"
        region "Result"
          article "That's not a whole cache file"
            alert
              heading "That's not a whole cache file"
              A cache file is one line of JSON, from { to }. A part may be missing: copy the whole file. If it's an error message, we don't know it yet: copy everything that the command printed.
              It breaks off after 81 characters, in or after “accessToken”, before its last }.
    "#]],
    );
}

#[test]
fn every_problem_says_what_to_do() {
    let others = [
        OtherJson::AwsLogin,
        OtherJson::RegisterClient { expires_at: None },
        OtherJson::GetRoleCredentials { expires_at: None },
        OtherJson::ProcessCredentials { expires_at: None },
        OtherJson::CreateToken,
        OtherJson::CallerIdentity,
        OtherJson::Unknown,
    ];
    let errors = [
        CacheError::Empty,
        CacheError::LooksLikeConfig,
        CacheError::Database,
        CacheError::BareSecret,
        CacheError::NotJson,
        CacheError::NotAnObject,
        CacheError::MissingExpiry,
        CacheError::BadTimestamp,
        CacheError::TimestampWithoutZone,
    ];
    let of_texts = errors.into_iter().chain(others.map(CacheError::UnknownKind));
    let of_files = [
        FileError::Unreadable,
        FileError::NotText,
        FileError::TooLarge { bytes: 1_073_741_824 },
        FileError::NothingThere,
    ];
    let texts = of_texts.map(|error| text::cache_error(&error));
    let files = of_files.iter().map(text::file_error);
    let said: Vec<String> =
        texts.chain(files).map(|said| format!("{}: {}", said.title, said.text)).collect();
    expect![[r#"
        There's nothing in it: If it's from ~/.aws/sso/cache, log in again and the CLI writes a new one: aws sso login --profile PROFILE
        That's part of a config file: It looks like ~/.aws/config or ~/.aws/credentials, but has no profile that tells whose sign-in a file is. “Tidy my config” shows what's wrong with it. Cache files are in ~/.aws/sso/cache and end in .json.
        That's a database, not a cache file: The CLI keeps it for itself, beside its cached credentials. There's no sign-in in it; leave it where it is.
        That's a token or a key by itself: It doesn't say when it ends. Treat it like a password, and drop the file that it's from. The CLI's are in ~/.aws/sso/cache.
        That's not a whole cache file: A cache file is one line of JSON, from { to }. A part may be missing: copy the whole file. If it's an error message, we don't know it yet: copy everything that the command printed.
        That's JSON, but not a cache file: A cache file begins with { and ends with }. Copy one whole file.
        It doesn't say when it ends: The field expiresAt is missing, so the CLI can't use the file either. Log in again: aws sso login --profile PROFILE
        Its end isn't a time: The field expiresAt can't be read as a time, so the CLI can't use the file either. Log in again: aws sso login --profile PROFILE
        Its end has no time zone: The CLI fails on such a file. Log in again and it writes a new one: aws sso login --profile PROFILE
        That belongs to “aws login”: It's from ~/.aws/login/cache, and signs in without Identity Center. For Identity Center, look in ~/.aws/sso/cache.
        That's a registration, not a sign-in: “aws sso-oidc register-client” prints it. It isn't broken, and its date says nothing about your sign-in. The token is in ~/.aws/sso/cache, after “aws sso login”.
        Those are a role's keys, not a sign-in: “aws sso get-role-credentials” prints them. Treat them like a password. The sign-in they came from is in ~/.aws/sso/cache.
        Those are keys, not a sign-in: A credential_process or “aws configure export-credentials” prints them; programs run it again for new ones. Treat them like a password. Sign-ins are in ~/.aws/sso/cache.
        That's a token without its start: “aws sso-oidc create-token” prints it, which says how long it lasts but not from when on. Treat it like a password. The CLI's own are in ~/.aws/sso/cache.
        That worked: “aws sts get-caller-identity” prints this when the profile's credentials work. Arn names their role; if it's the wrong one, use another profile.
        That's not one of the CLI's cache files: It isn't a sign-in, a registration or a role's credentials. The files are in ~/.aws/sso/cache.
        Your browser couldn't read this file: It may have been moved or deleted, or you aren't allowed to read it. Choose it again.
        This isn't a text file: Cache files are JSON and end in .json. They are in ~/.aws/sso/cache.
        This file is too large: It has 1074 MB, and was not read. A cache file has a few kilobytes.
        There's no cache file in this folder: They are in ~/.aws/sso/cache and end in .json. If that is where you looked, log in first: aws sso login --profile PROFILE"#]].assert_eq(&said.join("\n"));
}

#[test]
fn a_problem_is_an_alert() {
    let mut page = on_token();
    let text = Err(FileError::TooLarge { bytes: 1_073_741_824 });
    page.token(Msg::FilesRead(vec![ReadFile { name: Some("a.iso".to_owned()), text }]));
    check_answers(
        &page,
        expect![[r#"
        region "Result"
          article "This file is too large, a.iso"
            alert
              heading "This file is too large"
              It has 1074 MB, and was not read. A cache file has a few kilobytes.
              a.iso
    "#]],
    );
}

#[test]
fn a_clock_that_is_behind_is_said() {
    let late = RENEWED.replace("2027-01-01", "2027-03-01");
    let part = |page: &crate::testing::Outline| page.region("Result").lines().take(2).collect();
    check(
        dropped(&[("a.json", &late)]).html(),
        part,
        expect![[
            r#"region "Result"  Your device's clock is behind: one of these files was written later than it is now. Set the clock first. The CLI relies on it, and so do the times shown here."#
        ]],
    );
}

#[test]
fn lines_for_the_terminal_name_the_file() {
    let mut page = on_token();
    page.token(Msg::SearchEntered("corp".to_owned()));
    check(
        page.html(),
        |page| {
            let groups = page.all("group");
            let lines = groups.lines().skip_while(|line| !line.contains("in a terminal"));
            lines.take(12).map(|line| line.trim_start().to_owned() + "\n").collect()
        },
        expect![[r#"
            button "Check in a terminal instead"
            Each line says when your sign-in ends. None of them prints a token.
            region "macOS, Linux, with jq"
            macOS, Linux, with jq
            code
            | jq -r '(.expiresAt[:19] + "Z" | fromdate) - now | if . > 0 then "\(. / 3600 | floor) h \(. % 3600 / 60 | floor) min left" else "expired" end' ~/.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json
            button "Copy"
            region "PowerShell"
            PowerShell
            code
            | $null = (Get-Content -Raw ~/.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json) -match '"expiresAt": *"(.{19})'; $left = [datetimeoffset]"$($Matches[1])Z" - [datetimeoffset]::Now; if ($left -gt [timespan]::Zero) { '{0} h {1} min left' -f [math]::Floor($left.TotalHours), $left.Minutes } else { 'expired' }
            button "Copy"
        "#]],
    );
}

#[test]
fn files_of_other_tools_are_told_apart() {
    check_beside_token(
        &dropped(&[(
            "aws-toolkit.json",
            r#"{"issuerUrl":"https://acme.awsapps.com/start","region":"eu-west-1","accessToken":"SECRET","refreshToken":"SECRET","createdAt":"2026-11-24T09:00:00Z","expiresAt":"2026-11-24T10:30:00Z"}"#,
        )]),
        expect![[r#"
            -  article "Sign-in at acme.awsapps.com, file.json"
            -    heading "Sign-in at acme.awsapps.com"
            -    Signed in
            -    timer "8 h 0 min left"
            -      8 h 0 min
            +  article "Another tool's sign-in, aws-toolkit.json"
            +    heading "Another tool's sign-in"
            +    Valid
            +    timer "30 min 0 s left"
            +      30 min 0 s
            -    progressbar "Time left, compared with 8 hours" = "480/480"
            -    today, 18:00
            +    today, 10:30
            -      heading "Nothing to do yet"
            -      The CLI can't renew this one. When it has ended, log in again:
            +      heading "For that tool only"
            +      Sign in again there when it asks. For the CLI, log in:
            -    button "Remind me before it ends"
            -    button "Tell me when it ends"
            -      The token that “aws sso login” leaves. While it lasts, commands work without another login.
            +      An editor's extension or another AWS tool signed in with this token. The CLI doesn't use it; it has its own file.
            -        Tue, 24 Nov 2026, 18:00:00 UTC
            -        2026-11-24 18:00:00 UTC
            +        Tue, 24 Nov 2026, 10:30:00 UTC
            +        2026-11-24 10:30:00 UTC
            -      definition: No. It has no refresh token, as with profiles in the older format.
            +      definition: No. Parts that a renewal needs are missing.
            -      definition: file.json
            -      A session can end earlier: when an administrator ends it, or when your company's sign-in does.
            +      definition: aws-toolkit.json
        "#]],
    );
}

#[test]
fn old_keys_are_taken_out_in_the_persons_own_shell() {
    let mut page = pasted("The security token included in the request is expired");
    page.token(Msg::CommandShellChosen(CommandShell::Cmd));
    check_answers(
        &page,
        expect![[r#"
            region "Result"
              article "Old keys are in the way"
                heading "Old keys are in the way"
                These access keys have ended or were deleted; your sign-in isn't involved. They are often left in the environment from an earlier copy and paste, where they come before every profile, or in ~/.aws/credentials under the profile's name; or a long-running program still holds them, so start it again.
                region "What to run"
                  Remove them from this window:
                  Your shell
                  radio "bash, zsh"
                  radio "fish"
                  radio "PowerShell"
                  radio "cmd" (checked)
                  code
                    | set AWS_ACCESS_KEY_ID=&set AWS_SECRET_ACCESS_KEY=&set AWS_SESSION_TOKEN=
                  button "Copy"
        "#]],
    );
}
