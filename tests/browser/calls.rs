//! What the shell sends, and what it makes of good answers.

use crate::flow::Flow;
use crate::host::{Host, Reply, Seen};
use crate::waiting::Listener;
use onramp::{Effect, HostConfigUnreadable, Msg, SetupMsg};
use onramp_domain::PortalHost;
use onramp_domain::device_flow::Input;
use onramp_domain::listing;
use wasm_bindgen_test::wasm_bindgen_test;

/// Nothing is taken from a cache, no cookie is sent, no redirect is followed.
const MODES: &str = "no-store same-origin error";

#[wasm_bindgen_test]
async fn a_registration_is_a_json_body_without_a_token() {
    let host = Host::new(|_| {
        Reply::json(
            200,
            r#"{"clientId":"c","clientSecret":"s","clientSecretExpiresAt":1800000000}"#,
        )
    });
    let msg = Listener::new().answer(Flow::signing_in().effect()).await;
    let Msg::Setup(SetupMsg::DeviceFlow(Input::Registered(_, Ok(answer)))) = msg else {
        panic!("{msg:?}")
    };
    assert_eq!((answer.client_id.as_str(), answer.client_secret.expose()), ("c", "s"));
    assert_eq!(answer.client_secret_expires_at, Some(1_800_000_000));
    assert_eq!(
        host.only(),
        Seen {
            line: "POST /aws/eu-west-1/oidc/client/register".to_owned(),
            content_type: Some("application/json".to_owned()),
            token: None,
            body:
                r#"{"clientName":"Onramp","clientType":"public","scopes":["sso:account:access"]}"#
                    .to_owned(),
            modes: MODES.to_owned(),
        }
    );
}

#[wasm_bindgen_test]
async fn the_token_goes_into_a_header_and_nowhere_else() {
    let host = Host::new(|_| {
        Reply::json(
            200,
            r#"{"accountList":[{"accountId":"000000000042","accountName":"Zoë"}],"nextToken":null}"#,
        )
    });
    let msg = Listener::new().answer(Flow::signed_in().accounts()).await;
    let Msg::Setup(SetupMsg::Listing(listing::Input::AccountsPage(_, Ok(page)))) = msg else {
        panic!("{msg:?}")
    };
    assert_eq!(page.account_list[0].account_name, "Zoë");
    assert_eq!((page.account_list[0].email_address.as_str(), page.next_token), ("", None));
    assert_eq!(
        host.only(),
        Seen {
            line: "GET /aws/eu-west-1/portal/assignment/accounts?max_result=100".to_owned(),
            token: Some("TOKEN".to_owned()),
            modes: MODES.to_owned(),
            ..Seen::default()
        }
    );
}

#[wasm_bindgen_test]
async fn signing_out_sends_no_body_and_takes_any_success() {
    let mut flow = Flow::signed_in();
    flow.input(Input::SignOut);
    let host = Host::new(|_| Reply::Sent(204, vec![], String::new()));
    let msg = Listener::new().answer(flow.effect()).await;
    assert!(matches!(msg, Msg::Setup(SetupMsg::DeviceFlow(Input::LoggedOut(_, Ok(_))))), "{msg:?}");
    let seen = host.only();
    assert_eq!((seen.line.as_str(), seen.body.as_str()), ("POST /aws/eu-west-1/portal/logout", ""));
    assert_eq!((seen.token.as_deref(), seen.content_type), (Some("TOKEN"), None));
}

#[wasm_bindgen_test]
async fn the_companys_settings_lie_beside_the_page() {
    let host = Host::new(|_| {
        Reply::json(
            200,
            r#"{"company":"Acme","start_url":null,"demo":{"start_urls":["a"]},"later":[1]}"#,
        )
    });
    let msg = Listener::new().answer(Effect::FetchHostConfig).await;
    let Msg::HostConfigFetched(Ok(Some(file))) = msg else { panic!("{msg:?}") };
    assert_eq!((file.name.as_deref(), file.start_url), (Some("Acme"), None));
    assert_eq!(file.left_out, ["later"]);
    assert_eq!(file.demo.map(|demo| demo.start_urls), Some(vec!["a".to_owned()]));
    assert_eq!(host.only().line, "GET /onramp.json");
}

#[wasm_bindgen_test]
async fn a_host_without_settings_is_no_fault_and_broken_settings_are() {
    let got = async |reply: Reply| {
        let _host = Host::new(move |_| reply.clone());
        match Listener::new().answer(Effect::FetchHostConfig).await {
            Msg::HostConfigFetched(got) => got,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(got(Reply::html(404, "<h1>Not Found</h1>")).await, Ok(None));
    assert_eq!(got(Reply::html(200, "\n<!doctype html><title>Onramp</title>")).await, Ok(None));
    for reply in [Reply::json(200, "{"), Reply::json(200, r#"["company"]"#), Reply::Broken] {
        assert_eq!(got(reply).await, Err(HostConfigUnreadable));
    }
}

#[wasm_bindgen_test]
async fn a_region_is_looked_up_by_the_portals_host_alone() {
    let got = async |reply: Reply| {
        let host = Host::new(move |_| reply.clone());
        let portal = PortalHost::parse("acme.awsapps.com").expect("a portal");
        let msg = Listener::new().answer(Effect::LookUpRegion(portal)).await;
        assert_eq!(host.only().line, "GET /aws/region?portal=acme.awsapps.com");
        let Msg::Setup(SetupMsg::RegionLookedUp(_, region)) = msg else { panic!("{msg:?}") };
        region.map(|region| region.id().to_owned())
    };
    assert_eq!(
        got(Reply::json(200, r#"{"region":"eu-west-1"}"#)).await,
        Some("eu-west-1".to_owned())
    );
    for reply in [
        Reply::json(200, r#"{"region":null}"#),
        Reply::json(200, r#"{"region":"../x"}"#),
        Reply::json(404, r#"{"region":"eu-west-1"}"#),
        Reply::html(200, "<!doctype html>"),
        Reply::json(200, "[]"),
        Reply::Broken,
    ] {
        assert_eq!(got(reply).await, None);
    }
}
