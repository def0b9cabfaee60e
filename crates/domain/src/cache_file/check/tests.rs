use super::*;
use expect_test::{Expect, expect};
use proptest::prelude::*;

#[track_caller]
fn check_parts(text: &str, expect: Expect) {
    let line = |checked: &Checked| {
        let cut =
            checked.cut.map(|cut| format!(" cut after {} in {:?}", cut.characters, cut.field));
        let unread = checked.unread.as_ref().map(|unread| format!(": {unread}"));
        let outcome = match &checked.outcome {
            Ok(Finding::File(report)) => format!("{:?}", report.kind()),
            Ok(Finding::Time(at)) => format!("time {at}"),
            Ok(Finding::Message(message)) => {
                format!(
                    "{:?} {}",
                    message.cause,
                    message.mentions.profile.as_deref().unwrap_or("-")
                )
            }
            Ok(Finding::Config(text)) => format!("config {:?}", text.expose()),
            Err(error) => format!("{error:?}"),
        };
        [outcome, cut.unwrap_or_default(), unread.unwrap_or_default()].concat()
    };
    expect.assert_eq(&check(text).iter().map(line).collect::<Vec<_>>().join("\n"));
}

#[test]
fn bare_times_are_known() {
    check_parts(
        "$ jq -r .expiresAt *.json\n2025-05-26T10:42:21UTC\n\"2025-05-26T10:42:21Z\"\n",
        expect![[r#"
            time 2025-05-26 10:42:21 UTC
            time 2025-05-26 10:42:21 UTC"#]],
    );
}

#[test]
fn a_message_goes_with_files_but_not_with_its_own_json() {
    check_parts(
        r#"Session token not found or invalid {"error":"x"} {"expiresAt":"y"}"#,
        expect![[r#"
            SessionEnded -
            UnknownKind(Unknown)"#]],
    );
}

#[test]
fn an_answer_of_awss_is_a_message() {
    check_parts(r#"{"error":"weird","error_description":"Weird"}"#, expect!["Unrecognised -"]);
    check_parts(r#"Error: 400 {"message": "no"}"#, expect!["Unrecognised -"]);
    check_parts(
        r#"no error: {"access_token": "SECRET", "expires_at": "2025-05-26T10:42:21Z"}"#,
        expect!["SsoToken"],
    );
    check_parts("AWS_PROFILE=dev tool\nit failed", expect!["Unrecognised dev"]);
    check_parts("[ERROR] it failed", expect!["Unrecognised -"]);
    check_parts(
        "[acme]\n# error\nregion = x",
        expect![[r#"
        LooksLikeConfig: [acme]
        # error
        region = x"#]],
    );
    check_parts("error at\n2025-05-26T10:42:21Z\n", expect!["time 2025-05-26 10:42:21 UTC"]);
}

#[test]
fn a_config_is_told_from_the_files_around_it() {
    check_parts(
        "[profile dev]\nsso_session = corp\n",
        expect![[r#"config "[profile dev]\nsso_session = corp\n""#]],
    );
    check_parts(
        "$ cat ~/.aws/config ~/.aws/sso/cache/*.json\n# mine\n[default]\nx = {\"a\": 1}\n{\"b\":2}{\"c\":3}\n$",
        expect![[r#"
            UnknownKind(Unknown)
            UnknownKind(Unknown)
            config "[default]\nx = {\"a\": 1}\n""#]],
    );
    check_parts(
        "{\"b\":2}\n[sso-session corp]\nsso_region = eu-west-1",
        expect![[r#"
            UnknownKind(Unknown)
            config "[sso-session corp]\nsso_region = eu-west-1""#]],
    );
    check_parts(
        "Session token not found or invalid\n[default]\nregion = eu-west-1",
        expect![[r#"
            SessionEnded -
            config "[default]\nregion = eu-west-1""#]],
    );
}

#[test]
fn a_messages_profile_comes_with_it() {
    check_parts(
        "$ aws s3 ls --profile dev\nSession token not found or invalid",
        expect!["SessionEnded dev"],
    );
}

#[test]
fn anything_else_is_one_part() {
    check_parts("", expect!["Empty: "]);
    check_parts("[1, 2]", expect!["NotAnObject: [1, 2]"]);
    check_parts("<html>{color: red}", expect!["NotJson: <html>{color: red}"]);
    check_parts("SQLite format 3\0\u{10}\0", expect!["Database"]);
}

proptest! {
    #[test]
    fn any_bytes_have_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(!check(&String::from_utf8_lossy(&bytes)).is_empty());
    }
}

#[test]
fn a_long_text_of_openings_takes_one_pass() {
    for text in ["{\"".repeat(200_000), "{ ".repeat(200_000), "{\"a\n".repeat(200_000)] {
        assert!(check(&text).len() <= MOST_PARTS);
    }
}

#[test]
fn rows_of_another_tools_database_are_read() {
    check_parts(
        "kirocli:odic:token|{\"access_token\":\"SECRET\",\"expires_at\":\"2026-11-27T18:03:11.204518Z\",\"refresh_token\":\"SECRET\",\"start_url\":\"https://view.awsapps.com/start\",\"oauth_flow\":\"DeviceCode\"}\nkirocli:odic:device-registration|{\"client_id\":\"c\",\"client_secret\":\"SECRET\",\"client_secret_expires_at\":\"2027-02-25T10:03:11Z\",\"oauth_flow\":\"DeviceCode\"}\n",
        expect![[r#"
            SsoToken
            ClientRegistration"#]],
    );
}

#[test]
fn a_pasted_token_need_not_be_json_and_a_file_must() {
    let fields = "startUrl = u; accessToken = SECRET; expiresAt = 2025-05-26T18:00:00Z";
    for text in [
        fields.replace("; ", "\n"),
        fields.replace(" =", "         :").replace("; ", "\r\n"),
        fields.replace(" =", ":").replace(';', ","),
        format!("{{{}}}", fields.replace(" =", ":").replace(';', ",")),
        "json.startUrl = \"u\";\njson.accessToken = \"SECRET\";\njson.expiresAt = \"2025-05-26T18:00:00Z\";".to_owned(),
        "{\"startUrl\": \"u\", \"accessToken\": <taken out>, \"expiresAt\": \"2025-05-26T18:00:00Z\"}".to_owned(),
    ] {
        let is_token = |parts: Vec<Checked>| {
            let [Checked { outcome: Ok(Finding::File(report)), .. }] = &parts[..] else { return false };
            report.expires_at().timestamp() == 1_748_282_400
        };
        assert!(is_token(check_pasted(&text)), "{text}");
        assert!(!is_token(check(&text)), "{text}");
    }
    for broken in [
        "{'startUrl': 'u', 'accessToken': 'SECRET', 'expiresAt': '2025-05-26T18:00:00Z'",
        "startUrl: u\naccessToken: SECRET\nexpiresAt: 2025-05-26T18:00:00Z\nstartUrl: v",
        "startUrl: u\nexpiresAt: 2025-05-26T18:00:00Z",
        "startUrl: u\naccessToken: SECRET\nexpiresAt: 26.05.2025 18:00:00",
    ] {
        assert_eq!(check_pasted(broken), check(broken), "{broken}");
    }
}

#[test]
fn quotes_of_a_tickets_page_are_plain_ones() {
    check_parts(
        "{&quot;accessToken&quot;: &quot;SECRET&quot;, &#34;expiresAt&#34;: &#34;2025-05-26T18:00:00Z&#34;}",
        expect!["SsoToken"],
    );
    check_parts("x &lt; y", expect!["NotJson: x &lt; y"]);
}

#[test]
fn a_secret_without_its_file_is_told_and_not_kept() {
    for text in [
        "eyJraWQiOiJrZXktMTU2NDAyODA5OSJ9.Zz9_-+/=",
        "\"aoaAAAAAGZz9Zz9Zz9Zz9Zz9Zz9\nZz9Zz9Zz9Zz9Zz9Zz9Zz9\"\n",
    ] {
        check_parts(text, expect!["BareSecret"]);
    }
    for text in ["c967d4ae1ab58360df1f127810de6a900b9c6019.json", "aoaAAAAAGZz9"] {
        assert_eq!(check(text)[0].outcome, Err(CacheError::NotJson), "{text}");
    }
    for text in [
        "AWS_REGION=eu-west-1\nAWS_ACCESS_KEY_ID=A\nAWS_SECRET_ACCESS_KEY=SECRET",
        "set -gx AWS_SECRET_ACCESS_KEY SECRET",
        "$Env:AWS_SECRET_ACCESS_KEY = \"SECRET\"",
    ] {
        check_parts(text, expect!["UnknownKind(ProcessCredentials { expires_at: None })"]);
    }
}

#[test]
fn a_secret_is_in_nothing_that_is_kept() {
    let text = "{\"accessToken\": \"hunter2\", \"expiresAt\": \"2025-05-26T18:00:00Z\"}{\"clientSecret\": \"hunter2";
    assert!(!format!("{:?}", check(text)).contains("hunter2"));
}
