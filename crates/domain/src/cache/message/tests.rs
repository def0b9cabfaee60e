use super::*;
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expected: Option<CliMessage>) {
    assert_eq!(CliMessage::find(text), expected, "{text}");
}

#[test]
fn messages_are_known_in_a_terminals_lines() {
    check(
        "$ aws s3 ls\n\nError when retrieving token from sso: Token has\n   expired and refresh failed\n$",
        Some(CliMessage::RefreshFailed),
    );
    check(
        "╷\n│ Error: No valid credential sources found\n│ \n│ Error: failed to refresh cached credentials, the SSO\n│ session has expired or is invalid: open\n│ /u/.aws/sso/cache/16ff4db39347b47fc9cda3379ea14fce4c2e2c17.json: no such\n│ file or directory\n╵",
        Some(CliMessage::FileMissing {
            file: "16ff4db39347b47fc9cda3379ea14fce4c2e2c17.json".to_owned(),
        }),
    );
}

#[test]
fn a_missing_tokens_owner_is_kept_as_it_is_written() {
    check(
        "Error loading SSO Token: Token for https://Acme.awsapps.com/start does not exist",
        Some(CliMessage::TokenMissing { of: "https://Acme.awsapps.com/start".to_owned() }),
    );
}

#[test]
fn other_texts_hold_no_message() {
    for text in ["", "token for", "Token for  does not exist", "Token for x", "hello ü"] {
        check(text, None);
    }
}

#[test]
fn every_words_are_in_lower_case_and_can_be_reached() {
    for (words, message) in WORDS {
        let text = words.replace(AND, " and ");
        assert_eq!(text, text.to_ascii_lowercase());
        check(&text, Some(message.clone()));
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
        assert_eq!(profile_in(text), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_searched_without_panic(text in any::<String>()) {
        let _ = CliMessage::find(&text);
        let _ = CliMessage::find(&format!("İtoken for {text} does not exist"));
        let _ = profile_in(&format!("--profile {text}"));
    }
}
