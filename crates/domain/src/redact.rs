//! Texts without their secrets: any text, for the box in which it can be mended, and a line of a credentials file.
//!
//! In a text, AWS's tokens are found by how they begin, and values by the names before them, in JSON, in a config file and in a shell's variables, whole
//! or cut off. In a line of a credentials file, what is not known to be harmless is hidden.

mod line;

pub(crate) use line::HARMLESS;
pub use line::redact_line;

use std::ops::Range;

/// What stands in a secret's place.
const REMOVED: &str = "[removed]";

/// The names, in lower case and without dashes and underscores.
const SECRETS: [&str; 10] = [
    "accesstoken",
    "refreshtoken",
    "clientsecret",
    "idtoken",
    "dpopkey",
    "devicecode",
    "secretaccesskey",
    "sessiontoken",
    "securitytoken",
    "ssobearertoken",
];

/// How tokens begin that stand alone: of access and of refreshing, signed ones and the client's secret, those of role
/// credentials and of Kubernetes.
const TOKENS: [&str; 6] =
    ["aoaAAAA", "aorAAAA", "eyJ", "IQoJb3JpZ2lu", "FwoGZXIvYXdz", "k8s-aws-v1."];

/// No token is shorter.
const SHORTEST_TOKEN: usize = 40;

/// The text with something else in place of each secret's value. Linear.
pub fn redact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(value) = next_secret(rest) {
        out.push_str(&rest[..value.start]);
        if !value.is_empty() {
            out.push_str(REMOVED);
        }
        rest = &rest[value.end..];
    }
    out.push_str(rest);
    out
}

/// Where the next secret's value stands.
fn next_secret(text: &str) -> Option<Range<usize>> {
    let mut start = None;
    for (at, byte) in text.bytes().chain([b' ']).enumerate() {
        match (start, byte.is_ascii_alphabetic() || b"_-".contains(&byte)) {
            (None, true) => {
                start = Some(at);
                if let Some(length) = token_length(&text[at..]) {
                    return Some(at..at + length);
                }
            }
            (Some(from), false) => {
                start = None;
                let name = &text[from..at];
                // `set -gx AWS_SESSION_TOKEN …`, as in fish.
                let is_option = name.starts_with("--") || name.starts_with("AWS_");
                if is_secret(name)
                    && let Some(value) = value(&text[at..], is_option)
                {
                    return Some(at + value.start..at + value.end);
                }
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    None
}

/// How long the token is with which a text begins.
fn token_length(text: &str) -> Option<usize> {
    TOKENS.iter().find(|token| text.starts_with(**token))?;
    let is_end = |c: char| !c.is_ascii_alphanumeric() && !"+/=_-.".contains(c);
    let length = text.find(is_end).unwrap_or(text.len());
    (length >= SHORTEST_TOKEN).then_some(length)
}

/// Whether the word is a secret's name, or ends with one behind a dash.
fn is_secret(word: &str) -> bool {
    let last = word.rsplit('-').next().unwrap_or(word);
    [word, last].iter().any(|word| {
        let plain = word.replace(['_', '-'], "").to_ascii_lowercase();
        let prefixes = ["", "aws", "xamz"];
        prefixes.iter().any(|it| plain.strip_prefix(it).is_some_and(|name| SECRETS.contains(&name)))
    })
}

/// The value behind a name: after the name's closing quote, a `:` or `=`, an opening quote; up to the next quote or,
/// where there was none, to the line's end. That of a command's option may stand behind a blank, and ends with its word.
fn value(text: &str, is_option: bool) -> Option<Range<usize>> {
    let rest = text.trim_start_matches(QUOTES).trim_start_matches([' ', '\t']);
    let rest = match rest.strip_prefix([':', '=']) {
        Some(rest) => rest.trim_start(),
        None => Some(rest).filter(|_| is_option)?,
    };
    let value = rest.strip_prefix('\\').unwrap_or(rest);
    let (value, ends): (_, fn(char) -> bool) = match value.strip_prefix(QUOTES) {
        Some(quoted) => (quoted, |c| c.is_control() || QUOTES.contains(&c)),
        // An object's own names follow.
        None if rest.starts_with(['{', '[']) && !rest.starts_with(REMOVED) => return None,
        None if is_option => (rest, char::is_whitespace),
        None => (rest, |c| c.is_control() || c == ','),
    };
    let start = text.len() - value.len();
    Some(start..start + value.find(ends).unwrap_or(value.len()))
}

/// Plain ones, typographic ones, and the backslash before escaped ones.
const QUOTES: [char; 8] = ['"', '\'', '\\', '“', '”', '„', '‟', '″'];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(redact(text), expected);
    }

    #[test]
    fn secrets_go_and_the_rest_stays() {
        check(
            r#"{"startUrl": "u", "accessToken": "abc", "expiresAt": "t", "clientSecret":"x"}"#,
            r#"{"startUrl": "u", "accessToken": "[removed]", "expiresAt": "t", "clientSecret":"[removed]"}"#,
        );
        check(r#"{"accessToken": "abc"#, r#"{"accessToken": "[removed]"#);
        check(r#"{"accessToken": ""#, r#"{"accessToken": ""#);
        check(
            r#"{"accessToken": "", "expiresAt": "t"}"#,
            r#"{"accessToken": "", "expiresAt": "t"}"#,
        );
        check(r#"{"refreshToken":"#, r#"{"refreshToken":"#);
        check("{“accessToken”: “abc”}", "{“accessToken”: “[removed]”}");
        check(r#"{\"sessionToken\":\"abc\"}"#, r#"{\"sessionToken\":\"[removed]\"}"#);
        check("{\"accessToken\": \"abc\n{\"a\": 1}", "{\"accessToken\": \"[removed]\n{\"a\": 1}");
        check(
            r#"{"accessToken": {"secretAccessKey": "abc", "sessionToken": "x"}}"#,
            r#"{"accessToken": {"secretAccessKey": "[removed]", "sessionToken": "[removed]"}}"#,
        );
    }

    #[test]
    fn a_secret_that_is_typed_key_by_key_never_stands() {
        for whole in [r#"{"accessToken": "9753", "a": 1}"#, "aws_session_token = 9753\n"] {
            let mut boxed = String::new();
            for key in whole.chars() {
                boxed = redact(&format!("{boxed}{key}"));
                assert!(!boxed.contains(['9', '7', '5', '3']), "{boxed}");
            }
            assert_eq!(boxed, whole.replace("9753", "[removed]"));
        }
    }

    #[test]
    fn keys_of_a_config_and_of_a_shell_go_too() {
        check(
            "[default]\naws_secret_access_key = abc/+=\nregion = x",
            "[default]\naws_secret_access_key = [removed]\nregion = x",
        );
        check("export AWS_SESSION_TOKEN=abc", "export AWS_SESSION_TOKEN=[removed]");
        check("set AWS_SECRET_ACCESS_KEY='abc'", "set AWS_SECRET_ACCESS_KEY='[removed]'");
        check("set -gx AWS_SESSION_TOKEN abc;", "set -gx AWS_SESSION_TOKEN [removed]");
        check("$Env:AWS_SESSION_TOKEN = \"abc\"", "$Env:AWS_SESSION_TOKEN = \"[removed]\"");
    }

    #[test]
    fn a_commands_options_and_a_requests_headers_go_too() {
        check(
            "aws sso logout --access-token aoa123 --region eu-west-1",
            "aws sso logout --access-token [removed] --region eu-west-1",
        );
        check("--refresh-token=abc --debug", "--refresh-token=[removed] --debug");
        check("--client-secret 'a b' \\", "--client-secret '[removed]' \\");
        check("--device-code \n --x", "--device-code \n --x");
        check(
            "{'x-amz-sso_bearer_token': 'aoa123', 'a': 'b'}",
            "{'x-amz-sso_bearer_token': '[removed]', 'a': 'b'}",
        );
        check("X-Amz-Security-Token: IQoJ", "X-Amz-Security-Token: [removed]");
        check("no access-token here", "no access-token here");
        check("prod-accessToken: aoa123", "prod-accessToken: [removed]");
        check("-aws_secret_access_key = abc", "-aws_secret_access_key = [removed]");
    }

    #[test]
    fn tokens_that_stand_alone_go_too() {
        for token in TOKENS {
            let token = format!("{token}{}", "Zz9-".repeat(12));
            check(&format!("got {token}, {token}."), "got [removed], [removed]");
            check(&format!("curl 'https://x/?t={token}&a=b'"), "curl 'https://x/?t=[removed]&a=b'");
        }
        check("eyJ is how JSON begins in base64", "eyJ is how JSON begins in base64");
    }

    #[test]
    fn other_words_stay() {
        for text in ["", "accessToken", "no sessionToken here", "mySessionTokens: 1", "{}"] {
            check(text, text);
        }
    }

    proptest! {
        #[test]
        fn no_secret_is_left_and_a_second_time_changes_nothing(
            before in "[a-z{} \":,\n]{0,20}",
            name in prop::sample::select(vec!["accessToken", "clientSecret", "aws_session_token"]),
            value in "[A-Z0-9/+=]{8,20}",
            after in "[\", }\n]{0,5}",
        ) {
            let text = format!("{before} {name}\": \"{value}{after}");
            let once = redact(&text);
            prop_assert!(!once.contains(&value), "{once}");
            prop_assert_eq!(redact(&once), once.clone());
        }

        #[test]
        fn any_text_is_taken_without_panic(text in any::<String>()) {
            let _ = redact(&text);
        }
    }

    #[test]
    fn a_long_text_takes_one_pass() {
        for text in ["accessToken:".repeat(100_000), "accessToken\": \"x\" ".repeat(100_000)] {
            assert!(!redact(&text).contains("\"x\""));
        }
    }
}
