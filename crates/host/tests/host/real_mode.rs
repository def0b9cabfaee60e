//! The relay as it is in the open, with AWS at its other end.

use crate::any_request::{Nowhere, PARTS, only_aws_is_called, request_of};
use crate::support::{body, get, post, send, show, status};
use expect_test::expect;
use proptest::prelude::*;

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

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_for_only_aws_is_called_and_nothing_fails(
        bytes in prop::collection::vec(any::<u8>(), 0..24),
    ) {
        only_aws_is_called(&request_of(&bytes));
    }
}

/// Else the property would hold of a host that calls nobody.
#[test]
fn of_parts_that_fit_a_call_is_made() {
    let part = |text| PARTS.iter().position(|part| *part == text).unwrap() as u8;
    let call = ["/aws/", "eu-west-1", "/portal/", "assignment/accounts"].map(part);
    assert_eq!(only_aws_is_called(&request_of(&[&[2], &call[..]].concat())), 1);
    let portal = ["d-1234567890", ".awsapps.com"].map(part);
    assert_eq!(only_aws_is_called(&request_of(&[&[3], &portal[..]].concat())), 1);
}
