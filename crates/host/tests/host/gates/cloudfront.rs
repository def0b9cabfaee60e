//! CloudFront: its function, run in Node.js, and its template.

use super::{DEPLOY, page_headers};
use crate::attacks::on_every_gate;
use crate::support::not_run;
use expect_test::expect_file;
use onramp_host::relay::RelayPolicy;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The text with what stands between two of its lines replaced.
fn with_part(text: &str, begin: &str, end: &str, part: &str) -> String {
    let (before, rest) = text.split_once(begin).unwrap();
    let (_, after) = rest.split_once(end).unwrap();
    format!("{before}{begin}{part}{end}{after}")
}

#[test]
fn cloudfront_has_the_calls_of_the_one_table() {
    let gate = Path::new(DEPLOY).join("cloudfront/gate.js");
    let mut calls = String::new();
    for call in RelayPolicy::default().calls {
        let names = call.query_parameters().iter().map(|name| format!("'{name}'"));
        let names = names.collect::<Vec<_>>().join(", ");
        let (path, method) = (call.relay_path(), call.method().as_str());
        writeln!(calls, "    '{path}': {{ method: '{method}', query: [{names}] }},").unwrap();
    }
    let text = fs::read_to_string(&gate).unwrap();
    let text = with_part(&text, "var CALLS = {\n", "};\n", &calls);
    expect_file![gate].assert_eq(&text);
}

#[test]
fn cloudfronts_template_has_the_gate_and_the_pages_headers() {
    let path = Path::new(DEPLOY).join("cloudfront/template.yaml");
    let template = fs::read_to_string(&path).unwrap();
    let gate = fs::read_to_string(Path::new(DEPLOY).join("cloudfront/gate.js")).unwrap();
    let indented =
        |line: &str| if line.is_empty() { "\n".into() } else { format!("        {line}\n") };
    let gate: String = gate.lines().map(indented).collect();
    let template = with_part(&template, "FunctionCode: |\n", "\n  # Three headers", &gate);
    let (begin, end) = ("        SecurityHeadersConfig: # the page's\n", "\n  RelayHeaders:");
    expect_file![path].assert_eq(&with_part(&template, begin, end, &headers_config()));
}

/// The page's headers. CloudFront refuses some of them unless they stand in fields of their own.
fn headers_config() -> String {
    let (mut own, mut custom) = (String::new(), String::new());
    for (name, value) in page_headers() {
        let (field, settings) = match name {
            "content-security-policy" => {
                ("ContentSecurityPolicy", format!("ContentSecurityPolicy: \"{value}\", "))
            }
            "x-content-type-options" => ("ContentTypeOptions", String::new()),
            "referrer-policy" => ("ReferrerPolicy", format!("ReferrerPolicy: {value}, ")),
            "strict-transport-security" => {
                let seconds = value.strip_prefix("max-age=").unwrap();
                ("StrictTransportSecurity", format!("AccessControlMaxAgeSec: {seconds}, "))
            }
            _ => {
                let item = format!("Header: {name}, Value: \"{value}\", Override: true");
                writeln!(custom, "            - {{ {item} }}").unwrap();
                continue;
            }
        };
        writeln!(own, "          {field}: {{ {settings}Override: true }}").unwrap();
    }
    format!("{own}        CustomHeadersConfig:\n          Items:\n{custom}")
}

/// "The parameter CustomHeaders contains … that is a security header and cannot be set as custom header."
#[test]
fn no_custom_header_of_cloudfronts_is_one_that_it_refuses() {
    let template = fs::read_to_string(Path::new(DEPLOY).join("cloudfront/template.yaml")).unwrap();
    let custom: Vec<&str> = template
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- { Header: ")?.split(',').next())
        .collect();
    assert!(custom.contains(&"permissions-policy") && custom.contains(&"cache-control"));
    for name in [
        "content-security-policy",
        "referrer-policy",
        "strict-transport-security",
        "x-content-type-options",
        "x-frame-options",
        "x-xss-protection",
    ] {
        assert!(!custom.contains(&name), "{name}");
    }
}

#[test]
fn cloudfronts_template_is_right() {
    let template = Path::new(DEPLOY).join("cloudfront/template.yaml");
    let program = std::env::var_os("ONRAMP_CFN_LINT").unwrap_or_else(|| "cfn-lint".into());
    let Ok(output) = Command::new(program).arg(template).output() else {
        return not_run("cfn-lint");
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

/// A request as CloudFront hands it to its function; `None` for what it refuses or serves itself.
fn event(request: &[u8]) -> Option<Value> {
    let text = String::from_utf8_lossy(request);
    let (head, _) = text.split_once("\r\n\r\n")?;
    let (line, lines) = head.split_once("\r\n")?;
    let [method, target, "HTTP/1.1"] = line.split(' ').collect::<Vec<_>>()[..] else { return None };
    let (uri, query) = target.split_once('?').unwrap_or((target, ""));
    let mut headers: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for line in lines.split("\r\n") {
        let (name, value) = line.split_once(':')?;
        headers.entry(name.to_ascii_lowercase()).or_default().push(value.trim());
    }
    let mut parameters: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        parameters.entry(name.to_owned()).or_default().push(value);
    }
    // The template's behaviours have the region in their paths; all else goes to the page's bucket.
    let reaches_it = |(prefix, service): (&str, &str)| {
        uri.starts_with(&format!("/{prefix}/eu-west-1/{service}/"))
    };
    let behaviours =
        ["aws", "aws-dualstack"].into_iter().flat_map(|it| [(it, "oidc"), (it, "portal")]);
    let is_its_own = behaviours.into_iter().any(reaches_it)
        && headers.get("host").is_some_and(|host| *host == [HOST]);
    let values = |map: BTreeMap<String, Vec<&str>>| -> Value {
        let value = |values: Vec<&str>| match values[..] {
            [value] => json!({ "value": value }),
            _ => json!({ "value": values[0], "multiValue": values }),
        };
        map.into_iter().map(|(name, values)| (name, value(values))).collect()
    };
    let request = json!({
        "method": method, "uri": uri, "querystring": values(parameters), "headers": values(headers)
    });
    is_its_own.then(|| json!({ "request": request }))
}

const HOST: &str = "onramp.acme.example";

/// What the function makes of each event.
fn run_gate(events: &[Value]) -> Option<Vec<Value>> {
    let gate = fs::read_to_string(Path::new(DEPLOY).join("cloudfront/gate.js")).unwrap();
    let events = serde_json::to_string(events).unwrap();
    let script = format!("{gate}\nconsole.log(JSON.stringify({events}.map(handler)))");
    let Ok(output) = Command::new("node").args(["-e", &script]).output() else {
        not_run("node");
        return None;
    };
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    Some(serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{error}")))
}

#[test]
fn cloudfronts_function_refuses_every_attack() {
    let attacks = on_every_gate(HOST);
    let attacks: Vec<_> =
        attacks.iter().filter_map(|attack| Some((attack.name, event(&attack.request)?))).collect();
    assert!(attacks.len() > 25, "{}", attacks.len());
    let events: Vec<Value> = attacks.iter().map(|(_, event)| event.clone()).collect();
    let Some(answers) = run_gate(&events) else { return };
    for ((name, _), answer) in attacks.iter().zip(answers) {
        assert!(
            answer["statusCode"].as_u64().is_some_and(|status| status >= 400),
            "{name}: {answer}"
        );
    }
}

#[test]
fn cloudfronts_function_lets_the_pages_calls_through() {
    let request = |line: &str, more: &str| {
        let head = format!(
            "{line} HTTP/1.1\r\nHost: {HOST}\r\nSec-Fetch-Site: same-origin\r\n{more}\r\n\r\n"
        );
        event(head.as_bytes()).unwrap()
    };
    let events = [
        request(
            "POST /aws/eu-west-1/oidc/token",
            "Content-Type: application/json\r\nContent-Length: 2",
        ),
        request(
            "GET /aws-dualstack/eu-west-1/portal/assignment/roles?account_id=1&next_token=a%2Bb",
            "x-amz-sso_bearer_token: token",
        ),
        request(
            "POST /aws/eu-west-1/portal/logout",
            "x-amz-sso_bearer_token: token\r\nContent-Length: 0",
        ),
    ];
    let Some(answers) = run_gate(&events) else { return };
    let uris: Vec<&str> = answers.iter().map(|answer| answer["uri"].as_str().unwrap()).collect();
    assert_eq!(uris, ["/token", "/assignment/roles", "/logout"]);
}
