use super::*;
use crate::cache_file::Owner;
use crate::config::Document;
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::collections::HashSet;

#[track_caller]
fn check(text: &str, expect: Expect) {
    let Some(CliMessage { cause, speaker, mentions }) = find(text) else {
        return expect.assert_eq("no message");
    };
    let line = mentions.line.map(|line| line.to_string());
    let named = [
        ("profile", &mentions.profile),
        ("session", &mentions.session),
        ("start URL", &mentions.start_url),
        ("file", &mentions.file),
        ("line", &line),
        ("section", &mentions.section),
        ("setting", &mentions.setting),
        ("host", &mentions.host),
        ("region", &mentions.region),
    ];
    let named = named.map(|(name, text)| text.as_ref().map(|text| format!("; {name} {text}")));
    let run_as = match mentions.run_as {
        RunAs::Person => "",
        RunAs::Root => "; as root",
    };
    let named: String = named.into_iter().flatten().collect();
    expect.assert_eq(&format!("{cause:?}, {speaker:?}{named}{run_as}"));
}

/// A row's pattern, a whole message, and where its words come from.
#[derive(Debug, serde::Deserialize)]
struct Example {
    pattern: String,
    source: String,
    message: String,
}

fn examples() -> Vec<Example> {
    let lines = include_str!("table/examples.jsonl").lines();
    lines.map(|line| serde_json::from_str(line).expect("an example")).collect()
}

/// Every row is found by its own example, so none is hidden behind another.
#[test]
fn every_row_is_found_by_its_example() {
    let examples = examples();
    assert_eq!(examples.len(), table::rows().count());
    for (pattern, cause, _) in table::rows() {
        let example = examples.iter().find(|example| example.pattern == pattern);
        let Example { message, source, .. } = example.expect(pattern);
        let text = MessageText::new(message);
        let first = table::rows().find(|(pattern, ..)| text.matches(pattern).is_some());
        assert_eq!(first.map(|(pattern, ..)| pattern), Some(pattern), "{message}");
        let cause = cause_of(cause, &Mentions::in_text(message));
        assert_eq!(find(message).map(|message| message.cause), Some(cause), "{message}");
        assert!(!source.is_empty(), "{message}");
    }
}

#[test]
fn patterns_are_in_lower_case_and_name_what_is_known() {
    let (mut patterns, examples) = (HashSet::new(), examples());
    for (pattern, ..) in table::rows() {
        assert!(patterns.insert(pattern), "{pattern}");
        assert_eq!(pattern, pattern.to_ascii_lowercase());
        assert!(!pattern.starts_with('{'), "{pattern}");
        let example = examples.iter().find(|example| example.pattern == pattern);
        let text = MessageText::new(&example.expect(pattern).message);
        for name in pattern.split('{').skip(1).map(|part| part.split_once('}').unwrap().0) {
            let mut mentions = Mentions::default();
            let part = text.matches(pattern).unwrap().into_iter().find(|it| it.name == name);
            part.into_iter().for_each(|part| mentions.add(part));
            assert_eq!(mentions == Mentions::default(), name.is_empty(), "{name} in {pattern}");
        }
    }
}

#[test]
fn messages_are_known_in_a_terminals_lines() {
    check(
        "$ aws s3 ls\n\nError when retrieving token from sso: Token has\n   expired and refresh failed\n$",
        expect!["RefreshFailed, Python"],
    );
    check(
        "╷\n│ Error: No valid credential sources found\n│ \n│ Error: failed to refresh cached credentials, the SSO\n│ session has expired or is invalid: open\n│ /u/.aws/sso/cache/16ff4db39347b47fc9cda3379ea14fce4c2e2c17.json: no such\n│ file or directory\n╵",
        expect![
            "NotSignedIn, Go; file ~/.aws/sso/cache/16ff4db39347b47fc9cda3379ea14fce4c2e2c17.json"
        ],
    );
}

#[test]
fn a_missing_tokens_owner_is_kept_as_it_is_written() {
    check(
        "Error loading SSO Token: Token for https://Acme.awsapps.com/start does not exist",
        expect!["NotSignedIn, Python; start URL https://Acme.awsapps.com/start"],
    );
    let message = find("Error loading SSO Token: Token for corp does not exist").unwrap();
    assert_eq!(message.mentions.owner(), Some(Owner::Session("corp".to_owned())));
}

#[test]
fn a_host_tells_which_region_is_wrong() {
    check(
        "$ aws s3 ls --profile acme-qa\n\nCould not connect to the endpoint URL: \"https://s3.qa-admin.amazonaws.com/\"\n",
        expect![
            "RegionWrong, Python; profile acme-qa; host s3.qa-admin.amazonaws.com; region qa-admin"
        ],
    );
    check(
        "Could not connect to the endpoint URL: \"https://oidc.eu-wset-1.amazonaws.com/device_authorization\"",
        expect!["SsoRegionWrong, Python; host oidc.eu-wset-1.amazonaws.com; region eu-wset-1"],
    );
    check(
        "Could not connect to the endpoint URL: \"https://portal.sso.eu-west-1.amazonaws.com/\"",
        expect!["Unreachable, Python; host portal.sso.eu-west-1.amazonaws.com; region eu-west-1"],
    );
    check(
        "Could not connect to the endpoint URL: \"https://acme.s3-accelerate.amazonaws.com/\"",
        expect!["Unreachable, Python; host acme.s3-accelerate.amazonaws.com"],
    );
    check(
        "Could not connect to the endpoint URL: \"https://iam.amazonaws.com/\"",
        expect!["Unreachable, Python; host iam.amazonaws.com"],
    );
}

#[test]
fn a_sign_ins_hosts_have_the_sso_region() {
    check(
        "Connect timeout on endpoint URL: \"https://portal.sso.eu-wset-1.amazonaws.com/federation/credentials\"",
        expect![
            "SsoRegionWrong, Python; host portal.sso.eu-wset-1.amazonaws.com; region eu-wset-1"
        ],
    );
    check(
        "Invalid endpoint: https://oidc..amazonaws.com",
        expect!["SsoRegionWrong, Python; host oidc..amazonaws.com"],
    );
    check(
        "$ aws sso login --sso-session=corp\nError: getaddrinfo ENOTFOUND oidc.eu-west-1.api.aws",
        expect![
            "Unreachable, JavaScript; session corp; host oidc.eu-west-1.api.aws; region eu-west-1"
        ],
    );
}

#[test]
fn a_parsers_error_tells_file_and_line_and_never_the_line_itself() {
    let text = "configparser.MissingSectionHeaderError: File contains no section headers.\nfile: 'C:\\\\Users\\\\kim/.aws/credentials', line: 1\n'aws_access_key_id=ASIAIOSFODNN7EXAMPLE\\n'\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File \"lib\\site-packages\\botocore\\configloaderg.py\", line 152, in raw_config_parse\nbotocore.exceptions.ConfigParseError: Unable to parse config file: C:\\Users\\kim/.aws/credentials\n[6004] Failed to execute script aws\n";
    check(text, expect!["HeaderMissing, Python; file ~/.aws/credentials; line 1"]);
    assert!(!format!("{:?}", find(text)).contains("ASIA"));
    check(
        "configparser.DuplicateSectionError: While reading from '/home/kim/.aws/config' [line 12]: section 'profile dev' already exists",
        expect!["ConfigUnreadable, Python; file ~/.aws/config; line 12; section profile dev"],
    );
    check(
        "  File \"/usr/lib/python3/configparser.py\", line 34, in read\nUnable to parse config file: /home/kim/.aws/config",
        expect!["ConfigUnreadable, Python; file ~/.aws/config"],
    );
}

#[test]
fn a_config_tells_whether_what_is_missing_is_elsewhere_or_has_a_wrong_header() {
    let config = "[profile dev]\n[qa]\n[ops]\n[profile ops]\n[sso-session corp]\n[profile new]\nsso_session = corp\nsso_account_id = 1\n";
    let no_default =
        "Missing the following required SSO configuration values: sso_start_url, sso_region.";
    let old = |name| {
        format!(
            "profile \"{name}\" is configured to use SSO but is missing required configuration: sso_region, sso_start_url"
        )
    };
    let names = ConfigNames::of(&Document::parse(config));
    let profile = |name| format!("The config profile ({name}) could not be found");
    let session = |name| format!("The specified sso-session does not exist: \"{name}\"");
    for (text, expected) in [
        (profile("dev"), Cause::ProfileElsewhere),
        (profile("ops"), Cause::ProfileElsewhere),
        (profile("qa"), Cause::ProfileHeaderWrong),
        (profile("lab"), Cause::ProfileMissing),
        (session("corp"), Cause::SessionElsewhere),
        (session("lab"), Cause::SessionMissing),
        (old("new"), Cause::ProgramTooOld),
        (old("dev"), Cause::SettingsMissing),
        (old("lab"), Cause::ProgramTooOld),
        (no_default.to_owned(), Cause::ProfileNotNamed),
        (format!("$ aws sso login --profile dev\n{no_default}"), Cause::SettingsMissing),
    ] {
        let message = find(&text).expect(&text);
        assert_eq!(message.cause_with(Some(&names)), expected, "{text}");
        assert_eq!(message.cause_with(None), message.cause, "{text}");
    }
}

/// Several commands with what they printed: the last that failed counts, with its own profile.
#[test]
fn of_several_commands_the_last_with_a_message_counts() {
    let login = "$ aws sso login --profile dev\nAttempting to open your default browser. If the browser does not open\nSuccessfully logged into Start URL: https://acme.awsapps.com/start\n";
    let old = "The SSO session associated with this profile has expired or is otherwise invalid.\n";
    let none = "Unable to locate credentials\n";
    for (text, expected) in [
        (
            format!(
                "k@h:~$ aws s3 ls --profile dev\nbucket\nk@h:~$ aws s3 ls --profile prod\n{old}"
            ),
            "SignInExpired, Unknown; profile prod",
        ),
        (
            format!("C:\\>aws s3 ls --profile dev\n{old}\nC:\\>aws s3 ls --profile prod\n{none}"),
            "NoCredentials, Python; profile prod",
        ),
        (
            format!("$ export AWS_PROFILE=dev\n$ aws s3 ls\n{old}"),
            "SignInExpired, Unknown; profile dev",
        ),
        (format!("{login}$ aws s3 ls\n{none}"), "NoCredentials, Python; profile dev"),
        (format!("{login}{none}"), "NoCredentials, Python; profile dev"),
        (
            format!(
                "$ aws eks get-token --profile prod\n{old}$ kubectl get pods\nexec: executable aws failed with exit code 255"
            ),
            "SignInExpired, Unknown; profile prod",
        ),
        (format!("$ aws s3 ls --profile prod\n{old}{login}"), "LoggedIn, AwsCli; profile dev"),
    ] {
        let CliMessage { cause, speaker, mentions } = find(&text).expect("a message");
        let profile = mentions.profile.unwrap_or_default();
        assert_eq!(format!("{cause:?}, {speaker:?}; profile {profile}"), expected, "{text}");
    }
}

#[test]
fn sudo_is_told() {
    check(
        "✗  sudo kubefwd -c ~/.kube/config svc default\nINFO[17:28:08] Using namespace default\n\nThe config profile (prod/administrators) could not be found\n",
        expect!["ProfileMissing, Python; profile prod/administrators; as root"],
    );
}

#[test]
fn what_nobody_knows_is_told_with_what_it_names() {
    check(
        "me@host ~ % aws s3 ls --profile dev\nSomething failed: https://s3.eu-west-1.amazonaws.com said no\n    at /app/node_modules/@aws-sdk/x.js",
        expect![
            "Unrecognised, JavaScript; profile dev; host s3.eu-west-1.amazonaws.com; region eu-west-1"
        ],
    );
}

#[test]
fn other_texts_hold_no_message() {
    for text in ["", "token for", "Token for  does not", "Token for x", "hello ü", "<p>Error</p>"]
    {
        check(text, expect!["no message"]);
    }
}

#[test]
fn the_profile_of_a_command_is_found() {
    for (text, expected) in [
        ("$ aws s3 ls --profile dev\nUnable", Some("dev")),
        ("aws s3 ls --profile=dev|cat", Some("dev")),
        ("aws --profile 'my dev' s3 ls", Some("my dev")),
        ("AWS_PROFILE=prod terraform plan", Some("prod")),
        ("> $env:AWS_PROFILE = \"prod\"", Some("prod")),
        ("token associated with profile=dev was not found", Some("dev")),
        ("aws s3 ls --profile $P", None),
        ("aws s3 ls --profile ", None),
        ("aws s3 ls", None),
    ] {
        assert_eq!(Mentions::in_text(text).profile.as_deref(), expected, "{text}");
    }
}

#[test]
fn the_line_that_a_parser_names_is_found_and_no_tracebacks() {
    for (text, expected) in [
        ("Error in ~/.aws/config on line 12, column 3", Some(12)),
        ("failed to parse [line: 7]", Some(7)),
        ("File \"x.py\", line 34, in read\nan offline file has line 2", Some(2)),
        ("line34", None),
        ("the line is wrong", None),
        ("line ", None),
    ] {
        assert_eq!(Mentions::in_text(text).line, expected, "{text}");
    }
}

#[test]
fn of_a_long_text_the_end_is_searched() {
    let text = format!("{}Unable to locate credentials", "ü".repeat(200_000));
    assert_eq!(find(&text).map(|message| message.cause), Some(Cause::NoCredentials));
}

proptest! {
    #[test]
    fn any_text_is_searched_without_panic(text in any::<String>()) {
        let _ = find(&text);
        let _ = find(&format!("İtoken for {text} does not exist"));
        let _ = find(&format!("profile '{text}' is missing required property '{text}' .aws/{text} line {text}"));
    }
}
