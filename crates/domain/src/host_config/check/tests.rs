use super::*;
use expect_test::{Expect, expect};
use serde::de::IgnoredAny;

#[track_caller]
fn check(json: &str, expect: Expect) {
    let mut config: HostConfig<IgnoredAny> = serde_json::from_str(json).unwrap();
    let problems = config.check();
    let shown = match problems.as_slice() {
        [] => serde_json::to_string(&config).unwrap(),
        problems => {
            problems.iter().map(HostConfigProblem::to_string).collect::<Vec<_>>().join("\n")
        }
    };
    expect.assert_eq(&shown);
}

#[test]
fn what_is_right_is_put_in_its_one_spelling() {
    check("{}", expect!["{}"]);
    check(
        r##"{"company": " Acme ", "logo": "brand/acme.svg", "accent": "#0b6044", "notice": "VPN first",
            "support": {"text": "Ask #help-aws", "link": "https://acme.example/help"},
            "start_url": "https://ACME.awsapps.com/start/#/", "region": "EU-West-1", "output": "json",
            "rules": [{"account": "*prod*", "properties": {"cli_pager": ""}, "warning": " Mind "}],
            "allow": {"save_token": false}, "relay": {"anything": 1}}"##,
        expect![[
            r##"{"name":"Acme","logo":"brand/acme.svg","accent":"#0b6044","notice":"VPN first","support":{"text":"Ask #help-aws","link":"https://acme.example/help"},"start_url":"https://acme.awsapps.com/start","region":"eu-west-1","output":"json","rules":[{"account":"*prod*","properties":{"cli_pager":""},"warning":"Mind"}],"allow":{"other_start_urls":true,"save_token":false,"role_credentials":false}}"##
        ]],
    );
}

#[test]
fn a_portal_is_named_in_one_way() {
    check(
        r#"{"start_url": "https://acme.awsapps.com/start", "sessions": [{"label": "Acme"}]}"#,
        expect![[r#"
            start_url: can't stand beside `sessions`, which names the portals
            sessions[0].start_url: has to be there"#]],
    );
    check(
        r#"{"allow": {"other_start_urls": false}}"#,
        expect![
            "allow.other_start_urls: leaves no start URL to sign in at: name one in `start_url`"
        ],
    );
    check(r#"{"support": {"text": "Ask"}}"#, expect!["support.link: has to be there"]);
    check(
        r#"{"support": {"link": "https://acme.example"}}"#,
        expect!["support.text: has to be there"],
    );
}

#[test]
fn no_value_leads_elsewhere_or_runs_a_program() {
    for logo in [
        "//evil.example/a.svg",
        "https://evil.example/a.svg",
        "../a.svg",
        "/a.svg",
        "a.js",
        "a b.svg",
        ".svg",
    ] {
        check(
            &format!(r#"{{"logo": "{logo}"}}"#),
            expect![[
                "logo: has to name a file beside the page that ends in .svg, .png, .webp or .jpg"
            ]],
        );
    }
    for colour in ["red", "#12", "#12345g", "#000; background: url(x)"] {
        check(
            &format!(r#"{{"accent": "{colour}"}}"#),
            expect!["accent: has to be a colour such as #0b6044"],
        );
    }
    for link in
        ["javascript:alert(1)", "http://acme.example", "https:///x", "mailto:", "https://a b"]
    {
        let json = format!(r#"{{"support": {{"text": "Ask", "link": "{link}"}}}}"#);
        check(&json, expect!["support.link: has to begin with https:// or mailto:"]);
    }
    check(
        r#"{"rules": [{"properties": {"credential_process": "sh", "endpoint_url": "https://x", "cli_pager": "less"}}]}"#,
        expect![[r#"
            rules[0].properties.cli_pager: has to be one of ""
            rules[0].properties.credential_process: no such property may be set, there are cli_auto_prompt, cli_binary_format, cli_history, cli_pager, cli_timestamp_format, defaults_mode, max_attempts, parameter_validation, retry_mode, sts_regional_endpoints, use_dualstack_endpoint, use_fips_endpoint
            rules[0].properties.endpoint_url: no such property may be set, there are cli_auto_prompt, cli_binary_format, cli_history, cli_pager, cli_timestamp_format, defaults_mode, max_attempts, parameter_validation, retry_mode, sts_regional_endpoints, use_dualstack_endpoint, use_fips_endpoint"#]],
    );
}

#[test]
fn every_wrong_value_is_named_with_its_place() {
    check(
        r##"{"name": "", "notice": "a\nb", "region": "eu-wst-1", "session_name": "my company", "output": "xml",
            "profile_name_template": "{acount_id}", "regions": {"eu-west-9": "moon", "x": "aws", "cn-north-1": "aws"},
            "rules": [{}, {"name": "{", "region": "eu-west-9", "account": ""}]}"##,
        expect![[r#"
            regions.cn-north-1: belongs to the partition `aws-cn`
            regions.eu-west-9: unknown partition `moon`, there are aws, aws-cn, aws-us-gov, aws-eusc
            regions.x: is not shaped like a region's id, such as `eu-west-9`
            name: has to be 1 to 60 characters long
            notice: has to be one line of text
            region: no region `eu-wst-1` with Identity Center is known, did you mean `eu-west-1`?
            session_name: a session name with ' ' breaks some SDKs
            output: unknown output format `xml`, there are json, yaml, yaml-stream, text, table, off
            profile_name_template: not a profile name template: unknown placeholder at 1, did you mean `account_id`?
            rules[1].account: has to be 1 to 60 characters long
            rules[1].name: not a profile name template: the brace at 0 is not closed
            rules[1].region: no region `eu-west-9` with Identity Center is known, did you mean `eu-west-1`?"#]],
    );
    check(
        r#"{"regions": {"eu-west-9": "aws"}, "region": "eu-west-9", "rules": [{"region": "eu-west-9"}]}"#,
        expect![[
            r#"{"region":"eu-west-9","rules":[{"region":"eu-west-9"}],"regions":{"eu-west-9":"aws"}}"#
        ]],
    );
}
