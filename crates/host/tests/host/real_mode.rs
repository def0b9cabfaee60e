//! The relay as it is in the open, with AWS at its other end: only that no name leads anywhere, and that each name it
//! asks for is written down.

use crate::support::{Setup, body, get, post, send, show, status};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, Uri};
use expect_test::expect;
use onramp_host::relay::Upstream;
use proptest::prelude::*;
use reqwest::dns::{Name, Resolve, Resolving};
use std::sync::{Arc, Mutex};

/// Names that were asked for.
#[derive(Clone, Default)]
struct Nowhere(Arc<Mutex<Vec<String>>>);

impl Resolve for Nowhere {
    fn resolve(&self, name: Name) -> Resolving {
        self.0.lock().unwrap().push(name.as_str().to_owned());
        Box::pin(async { Err("this machine is not left".into()) })
    }
}

impl Nowhere {
    fn router(&self) -> Router {
        rustls::crypto::ring::default_provider().install_default().ok();
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .https_only(true)
            .no_proxy()
            .tls_certs_only([])
            .dns_resolver(Arc::new(self.clone()))
            .build();
        Setup { client: Some(client.unwrap()), ..Setup::on_loopback(Upstream::Aws) }.router()
    }

    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

#[tokio::test]
async fn a_call_goes_to_awss_host() {
    let nowhere = Nowhere::default();
    let answer = send(&nowhere.router(), post("/aws/eu-west-1/oidc/token", "{}")).await;
    expect![[r#"
        502 Bad Gateway

        {"error":"onramp_relay","reason":"unreachable"}"#]]
    .assert_eq(&show(answer, &[]).await);
    assert_eq!(nowhere.asked(), ["oidc.eu-west-1.amazonaws.com"]);
}

#[tokio::test]
async fn a_portal_that_no_address_can_name_is_none() {
    let nowhere = Nowhere::default();
    let router = nowhere.router();
    for host in
        ["xn--0.awsapps.com", "xn--.awsapps.com", "xn--a-ecp.awsapps.com", "xn--zz--.awsapps.com"]
    {
        let answer = send(&router, get(&format!("/aws/region?portal={host}"))).await;
        let (status, body) = (status(&answer), body(answer).await);
        assert_eq!(
            (status, &*body),
            (400, br#"{"error":"onramp_relay","reason":"not_a_portal"}"#.as_slice()),
            "{host}"
        );
    }
    assert_eq!(nowhere.asked(), [""; 0]);
    let answer = send(&router, get("/aws/region?portal=d-1234567890.awsapps.com")).await;
    assert_eq!(status(&answer), 502);
    assert_eq!(nowhere.asked(), ["d-1234567890.awsapps.com"]);
}

/// Texts near to what the relay takes.
fn target() -> impl Strategy<Value = String> {
    let family = prop_oneof!["/aws/", "/aws-dualstack/", "/aws", "/aws-[a-z]{1,3}/", "/[ -~]{0,8}"];
    let region = prop_oneof![
        "eu-west-1",
        "cn-north-1",
        "[a-z]{2}-[a-z]{1,9}-[0-9]",
        "region",
        "[ -~]{0,12}"
    ];
    let call = prop_oneof![
        "/oidc/token",
        "/oidc/client/register",
        "/portal/assignment/(accounts|roles)",
        "/portal/[a-z%./]{0,20}",
        ""
    ];
    let host = prop_oneof![
        "[a-z0-9-]{1,20}\\.awsapps\\.com",
        "xn--[a-z0-9-]{0,12}\\.awsapps\\.(com|cn)",
        "start\\.[a-z0-9-]{1,12}\\.us-gov-home\\.awsapps\\.com",
        "ssoins-[0-9a-f]{16}\\.[a-z0-9-]{1,12}\\.portal\\.amazonaws\\.com",
        "[ -~]{0,30}",
    ];
    let query = prop_oneof![
        host.prop_map(|host| format!("?portal={host}")),
        "\\?(account_id|max_result|next_token)=[ -~]{0,12}",
        "\\?[ -~]{0,12}",
        Just(String::new())
    ];
    (family, region, call, query)
        .prop_map(|(family, region, call, query)| family + &region + &call + &query)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_for_only_aws_is_called_and_nothing_panics(
        method in "GET|POST|HEAD|OPTIONS",
        target in target(),
    ) {
        let Ok(uri) = target.parse::<Uri>() else { return Ok(()) };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let nowhere = Nowhere::default();
        let status = runtime.block_on(async {
            let request = Request::builder()
                .method(&*method)
                .uri(uri)
                .header("host", "127.0.0.1:8080")
                .header("sec-fetch-site", "same-origin")
                .header("x-amz-sso_bearer_token", "token")
                .body(Body::empty());
            status(&send(&nowhere.router(), request.unwrap()).await)
        });
        prop_assert_ne!(status, 500);
        for name in nowhere.asked() {
            let is_aws = [".amazonaws.com", ".api.aws", ".awsapps.com", ".awsapps.cn", ".amazonaws.com.cn",
                ".api.amazonwebservices.com.cn", ".amazonaws.eu", ".api.amazonwebservices.eu"]
                .iter()
                .any(|suffix| name.ends_with(suffix));
            prop_assert!(is_aws, "{}", name);
        }
    }
}
