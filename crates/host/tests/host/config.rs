//! `onramp.json`: what is wrong with it, and what of it is served.

use crate::support::{Setup, get, send, show};
use expect_test::{Expect, expect};
use onramp_host::config::{Demo, HostConfig};

#[track_caller]
fn check(text: &str, expect: Expect) {
    let shown = match HostConfig::parse(text) {
        Ok(config) => serde_json::to_string(&config).unwrap(),
        Err(error) => error.to_string(),
    };
    expect.assert_eq(&shown);
}

#[test]
fn values_are_served_in_their_one_spelling() {
    check("{}", expect![[r#"{}"#]]);
    // Some editors put a mark before the text.
    check("\u{feff}{}", expect![[r#"{}"#]]);
    check(
        r#"{
            "company": " Acme ",
            "start_url": "https://D-1234567890.awsapps.com/start/#/",
            "region": "eu-west-9",
            "session_name": "acme",
            "default_region": "EU-Central-1",
            "output": "yaml",
            "profile_name_template": "{account_name|slug}-{role_name}",
            "regions": {"eu-west-9": "aws"}
        }"#,
        expect![[
            r#"{"name":"Acme","start_url":"https://d-1234567890.awsapps.com/start","region":"eu-west-9","session_name":"acme","default_region":"eu-central-1","output":"yaml","profile_name_template":"{account_name|slug}-{role_name}","regions":{"eu-west-9":"aws"}}"#
        ]],
    );
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    // The words are the JSON reader's.
    for (text, place, names) in [
        ("", "1:1: ", [].as_slice()),
        ("[]", "1:1: ", &[]),
        ("{\n  \"company\": \"Acme\",\n}", "3:1: ", &[]),
        ("{} {}", "1:4: ", &[]),
        ("{\n  \"compny\": \"Acme\"\n}", "2:10: ", &["`compny`", "`company`", "`relay`"]),
        ("{\"aws_access_key_id\": \"x\"}", "1:20: ", &["`aws_access_key_id`", "`company`"]),
        (r#"{"demo": {"approval_origin": "https://evil.example"}}"#, "1:7: ", &["`demo`"]),
        ("{\"company\": \"Acme\",\n\"company\": \"Acme\"}", "2:9: ", &["`name`"]),
        ("{\"company\": 7}", "1:13: company: ", &[]),
        ("{\"regions\": [\"eu-west-9\"]}", "1:12: regions: ", &[]),
        ("{\"rules\": [{\"properties\": {\"a.b\": 1}}]}", "1:35: rules[0].properties.a.b: ", &[]),
    ] {
        let error = HostConfig::parse(text).expect_err(text).to_string();
        assert!(error.starts_with(place) && !error.contains(" at line "), "{text}: {error}");
        assert!(names.iter().all(|name| error.contains(name)), "{text}: {error}");
    }
    check("{\"company\": \"\"}", expect!["1:13: company: has to be 1 to 60 characters long"]);
    check("{\"company\": \"a\\nb\"}", expect!["1:13: company: has to be one line of text"]);
    check(
        "{\n  \"region\": \"eu-wst-1\"\n}",
        expect![
            "2:13: region: no region `eu-wst-1` with Identity Center is known, did you mean `eu-west-1`?"
        ],
    );
    check(
        "{\"region\": \"eu-west-9\"}",
        expect![
            "1:12: region: no region `eu-west-9` with Identity Center is known, did you mean `eu-west-1`?"
        ],
    );
    check(
        "{\"start_url\": \"https://evil.example@acme.awsapps.com/start\"}",
        expect!["1:15: start_url: not a start URL: a start URL has no user name"],
    );
    check(
        "{\"session_name\": \"my company\"}",
        expect!["1:18: session_name: a session name with ' ' breaks some SDKs"],
    );
    check(
        "{\"session_name\": \"a]\"}",
        expect!["1:18: session_name: not a session name: a config file can't hold ']' here"],
    );
    check(
        "{\"profile_name_template\": \"{acount_id}\"}",
        expect![
            "1:27: profile_name_template: not a profile name template: unknown placeholder at 1, did you mean `account_id`?"
        ],
    );
    check(
        "{\"profile_name_template\": \"{account_id\"}",
        expect![
            "1:27: profile_name_template: not a profile name template: the brace at 0 is not closed"
        ],
    );
    check(
        "{\"output\": \"xml\"}",
        expect![
            "1:12: output: unknown output format `xml`, there are json, yaml, yaml-stream, text, table, off"
        ],
    );
}

#[test]
fn regions_are_added_to_partitions_that_exist() {
    check(
        "{\"regions\": {\"eu-west-9\": \"moon\"}}",
        expect![
            "1:27: regions.eu-west-9: unknown partition `moon`, there are aws, aws-cn, aws-us-gov, aws-eusc"
        ],
    );
    check(
        "{\"regions\": {\"cn-north-1\": \"aws\"}}",
        expect!["1:28: regions.cn-north-1: belongs to the partition `aws-cn`"],
    );
    check(
        "{\"regions\": {\"evil.example\": \"aws\"}}",
        expect![
            "1:30: regions.evil.example: is not shaped like a region's id, such as `eu-west-9`"
        ],
    );
    check(
        "{\"regions\": {\"eu-west-9\": \"aws\", \"eu-west-9\": \"aws-cn\"}}",
        expect!["1:55: regions: duplicate key `eu-west-9`"],
    );
}

#[test]
fn a_value_is_found_wherever_it_stands() {
    check(
        "{\n  \"rules\": [\n    {},\n    {\"region\": \"moon\"}\n  ]\n}",
        expect!["4:16: rules[1].region: no region `moon` with Identity Center is known"],
    );
    check(
        "{\"name\": \"eu-wst-1\",\n\"region\": \"eu-wst-1\"}",
        expect![
            "2:11: region: no region `eu-wst-1` with Identity Center is known, did you mean `eu-west-1`?"
        ],
    );
    check(
        "{\n  \"support\": {\"text\": \"Ask\"}\n}",
        expect!["2:14: support.link: has to be there"],
    );
    check(
        "{\"rules\": [{\"properties\": {\"a.b\": \"\"}}]}",
        expect![
            "1:35: rules[0].properties.a.b: no such property may be set, there are cli_auto_prompt, cli_binary_format, cli_history, cli_pager, cli_timestamp_format, defaults_mode, max_attempts, parameter_validation, retry_mode, sts_regional_endpoints, use_dualstack_endpoint, use_fips_endpoint"
        ],
    );
    check(
        "{\"relay\": {\"regions\": [\"eu-west-1\", \"moon\"]}}",
        expect!["1:37: relay.regions[1]: no region `moon` with Identity Center is known"],
    );
    check(
        "{\"rules\": [{\"role\": \"a\", \"role\": \"b\"}]}",
        expect!["1:37: rules[0]: duplicate key `role`"],
    );
}

#[test]
fn what_is_allowed_holds_at_the_relay_too() {
    let policy = |json: &str| {
        let policy = HostConfig::parse(json).unwrap().policy();
        let urls: Vec<_> = policy.start_urls.iter().map(|url| url.as_str().to_owned()).collect();
        format!("{urls:?} {}", policy.calls.len())
    };
    let url = r#""start_url": "https://acme.awsapps.com/start""#;
    assert_eq!(policy(&format!("{{{url}}}")), "[] 6");
    assert_eq!(
        policy(&format!(r#"{{{url}, "allow": {{"other_start_urls": false}}}}"#)),
        r#"["https://acme.awsapps.com/start"] 6"#
    );
    assert_eq!(
        policy(
            r#"{"sessions": [{"start_url": "https://a.awsapps.com/start"}, {"start_url": "https://b.awsapps.com/start"}],
                "allow": {"other_start_urls": false, "role_credentials": true}}"#
        ),
        r#"["https://a.awsapps.com/start", "https://b.awsapps.com/start"] 7"#
    );
}

#[tokio::test]
async fn the_configuration_is_served_and_not_kept() {
    let demo = Demo {
        approval_origin: "http://127.0.0.1:9".to_owned(),
        start_urls: vec!["https://solo.awsapps.com/start".to_owned()],
    };
    let config = HostConfig::parse(r#"{"company": "Acme"}"#).unwrap().with_demo(demo);
    let router = Setup { config, ..Setup::unconnected() }.router();
    let response = send(&router, get("/onramp.json")).await;
    expect![[r#"
        200 OK
        content-type: application/json
        cache-control: no-cache

        {"name":"Acme","demo":{"approval_origin":"http://127.0.0.1:9","start_urls":["https://solo.awsapps.com/start"]}}"#]].assert_eq(&show(response, &["content-type", "cache-control"]).await);
}
