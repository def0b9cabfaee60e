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
            r#"{"company":"Acme","start_url":"https://d-1234567890.awsapps.com/start","region":"eu-west-9","session_name":"acme","default_region":"eu-central-1","output":"yaml","profile_name_template":"{account_name|slug}-{role_name}","regions":{"eu-west-9":"aws"}}"#
        ]],
    );
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    check("", expect![[r#"1:1: EOF while parsing a value"#]]);
    check("[]", expect![[r#"1:1: invalid type: sequence, expected a map"#]]);
    check("{\n  \"company\": \"Acme\",\n}", expect![[r#"3:1: trailing comma"#]]);
    check("{} {}", expect![[r#"1:4: trailing characters"#]]);
    check(
        "{\n  \"compny\": \"Acme\"\n}",
        expect![[
            r#"2:10: unknown field `compny`, expected one of `company`, `start_url`, `region`, `session_name`, `default_region`, `output`, `profile_name_template`, `regions`, `relay`"#
        ]],
    );
    check(
        "{\"aws_access_key_id\": \"x\"}",
        expect![
            "1:20: unknown field `aws_access_key_id`, expected one of `company`, `start_url`, `region`, `session_name`, `default_region`, `output`, `profile_name_template`, `regions`, `relay`"
        ],
    );
    check(
        "{\"company\": \"Acme\",\n\"company\": \"Acme\"}",
        expect!["2:9: duplicate field `company`"],
    );
    check(
        "{\"company\": 7}",
        expect!["1:13: company: invalid type: integer `7`, expected a string"],
    );
    check("{\"company\": \"\"}", expect!["1:15: company: a company's name has 1 to 60 characters"]);
    check(
        "{\"company\": \"a\\nb\"}",
        expect!["1:19: company: a company's name is one line of text"],
    );
    check(
        "{\n  \"region\": \"eu-wst-1\"\n}",
        expect![
            "2:22: region: no region `eu-wst-1` with Identity Center is known, did you mean `eu-west-1`?"
        ],
    );
    check(
        "{\"region\": \"eu-west-9\"}",
        expect![
            "1:22: region: no region `eu-west-9` with Identity Center is known, did you mean `eu-west-1`?"
        ],
    );
    check(
        "{\"start_url\": \"https://evil.example@acme.awsapps.com/start\"}",
        expect!["1:60: start_url: not a start URL: a start URL has no user name"],
    );
    check(
        "{\"session_name\": \"my company\"}",
        expect!["1:30: session_name: a session name with ' ' breaks some SDKs"],
    );
    check(
        "{\"session_name\": \"a]\"}",
        expect!["1:22: session_name: not a session name: a config file can't hold ']' here"],
    );
    check(
        "{\"profile_name_template\": \"{acount_id}\"}",
        expect![
            "1:40: profile_name_template: not a profile name template: unknown placeholder at 1, did you mean `account_id`?"
        ],
    );
    check(
        "{\"profile_name_template\": \"{account_id\"}",
        expect![
            "1:40: profile_name_template: not a profile name template: the brace at 0 is not closed"
        ],
    );
    check(
        "{\"output\": \"xml\"}",
        expect![
            "1:17: output: unknown output format `xml`, there are json, yaml, yaml-stream, text, table, off"
        ],
    );
}

#[test]
fn regions_are_added_to_partitions_that_exist() {
    check(
        "{\"regions\": {\"eu-west-9\": \"moon\"}}",
        expect![[
            r#"1:33: regions: unknown partition `moon`, there are aws, aws-cn, aws-us-gov, aws-eusc"#
        ]],
    );
    check(
        "{\"regions\": {\"cn-north-1\": \"aws\"}}",
        expect![[r#"1:33: regions: `cn-north-1` belongs to the partition `aws-cn`"#]],
    );
    check(
        "{\"regions\": {\"evil.example\": \"aws\"}}",
        expect![[
            r#"1:35: regions: `evil.example` is not shaped like a region's id, such as `eu-west-9`"#
        ]],
    );
    check(
        "{\"regions\": {\"eu-west-9\": \"aws\", \"eu-west-9\": \"aws-cn\"}}",
        expect![[r#"1:55: regions: duplicate region `eu-west-9`"#]],
    );
    check(
        "{\"regions\": [\"eu-west-9\"]}",
        expect![[
            r#"1:12: regions: invalid type: sequence, expected an object of region ids, each with its partition's id"#
        ]],
    );
}

#[test]
fn a_file_can_not_play_the_demo() {
    check(
        r#"{"demo": {"approval_origin": "https://evil.example"}}"#,
        expect![[
            r#"1:7: unknown field `demo`, expected one of `company`, `start_url`, `region`, `session_name`, `default_region`, `output`, `profile_name_template`, `regions`, `relay`"#
        ]],
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

        {"company":"Acme","demo":{"approval_origin":"http://127.0.0.1:9","start_urls":["https://solo.awsapps.com/start"]}}"#]].assert_eq(&show(response, &["content-type", "cache-control"]).await);
}
