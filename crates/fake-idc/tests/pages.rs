//! What a person opens.

mod common;

use clap::ValueEnum;
use common::{Answer, BIG, Started, World};
use expect_test::{Expect, expect};
use onramp_fake_idc::{Settings, VerificationForm};

#[track_caller]
fn check(answer: &Answer, expect: Expect) {
    expect.assert_eq(&answer.show().replace("><", ">\n<"));
}

/// The page's heading.
fn heading(answer: &Answer) -> String {
    let text = answer.body_text();
    let (_, rest) = text.split_once("<h1>").expect("a heading");
    rest.split("</h1>").next().unwrap().to_owned()
}

async fn waiting(world: &World, place: &str) -> Started {
    let client = world.register(place).await;
    world.started(place, &client, BIG).await
}

#[tokio::test]
async fn the_approval_page_names_person_portal_client_and_code() {
    let world = World::new();
    let started = waiting(&world, "").await;
    let address = started.verification_uri_complete.replace("http://127.0.0.1:8080", "");
    let page = world.get(&address).await;
    check(
        &page,
        expect![[r#"
            200
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Allow access</title>
            <link rel="stylesheet" href="approval.css">
            </head>
            <body>
            <main>
            <p class="who">Sign in as <strong>Noor Haddad</strong> at <span class="host">d-0000000001.awsapps.com/start</span>
            </p>
            <h1>Allow <em>Onramp</em> to access your data?</h1>
            <p>Compare this code with the one you were shown. If they differ, or if you did not begin this yourself, deny access.</p>
            <p class="code">SPPB-DZHF</p>
            <p>Onramp will see your accounts and roles here, and can use them until your session ends.</p>
            <form method="post">
            <input type="hidden" name="user_code" value="SPPB-DZHF">
            <button class="primary" type="submit" name="answer" value="allow">Allow access</button>
            <button type="submit" name="answer" value="deny">Deny access</button>
            </form>
            </main>
            <footer>A simulated IAM Identity Center. Nothing here reaches AWS.</footer>
            </body>
            </html>"#]],
    );
    expect!["default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"].assert_eq(page.header("content-security-policy"));
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(world.get("/approval.css").await.header("content-type"), "text/css; charset=utf-8");
}

#[tokio::test]
async fn each_answer_has_its_page() {
    let world = World::new();
    let press = async |code: &str, answer: &str| {
        world.post_form("/device", &format!("user_code={code}&answer={answer}")).await
    };
    let allowed = waiting(&world, "").await.user_code;
    check(
        &press(&allowed, "allow").await,
        expect![[r#"
            200
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Request approved</title>
            <link rel="stylesheet" href="approval.css">
            </head>
            <body>
            <main>
            <h1>Request approved</h1>
            <p>You can close this window and go back to where you began.</p>
            </main>
            <footer>A simulated IAM Identity Center. Nothing here reaches AWS.</footer>
            </body>
            </html>"#]],
    );
    assert_eq!(heading(&press(&allowed, "allow").await), "Invalid code");
    let denied = waiting(&world, "").await.user_code;
    assert_eq!(heading(&press(&denied, "deny").await), "Request denied");
    assert_eq!(heading(&press("AAAA-AAAA", "allow").await), "Invalid code");
    let elsewhere = waiting(&world, "/oidc.us-east-1.amazonaws.com").await.user_code;
    assert_eq!(heading(&press(&elsewhere, "allow").await), "Invalid grant provided");
    let late = waiting(&world, "").await.user_code;
    world.pass(600);
    assert_eq!(heading(&press(&late, "allow").await), "Code expired");
}

#[tokio::test]
async fn a_client_can_not_write_into_the_page() {
    let world = World::new();
    let body =
        serde_json::json!({ "clientName": "<script>alert(1)</script>", "clientType": "public" });
    let registered = world.post_json("/client/register", &body).await;
    let client =
        common::Client { id: registered.text("clientId"), secret: registered.text("clientSecret") };
    let code = world.started("", &client, BIG).await.user_code;
    let page = world.get(&format!("/device?user_code={code}")).await.body_text();
    assert!(page.contains("Allow <em>&lt;script&gt;alert(1)&lt;/script&gt;</em>"), "{page}");
    assert!(!page.contains("<script"));
}

#[tokio::test]
async fn without_a_code_the_page_asks_for_it() {
    let world = World::new();
    assert_eq!(heading(&world.get("/device").await), "Enter the code you were shown");
    assert_eq!(heading(&world.get("/device?user_code=AAAA-AAAA").await), "Invalid code");
}

#[tokio::test]
async fn every_form_of_the_address_leads_to_the_question() {
    for &form in VerificationForm::value_variants() {
        let world = World::with(|settings| Settings { verification: form, ..settings });
        let started = waiting(&world, "/oidc.eu-west-1.amazonaws.com").await;
        // What comes after `#` is the browser's: the start page asks for the code instead.
        let address = started.verification_uri_complete.replace("#/device", "");
        let path = address.replace("http://127.0.0.1:8080", "").replace("https://", "/");
        assert_eq!(
            heading(&world.get(&path).await),
            "Allow <em>Onramp</em> to access your data?",
            "{path}"
        );
        let answer = format!("user_code={}&answer=allow", started.user_code);
        assert_eq!(heading(&world.post_form(&path, &answer).await), "Request approved", "{path}");
    }
}

#[tokio::test]
async fn another_regions_device_page_does_not_know_the_code() {
    let world = World::new();
    let code = waiting(&world, "/oidc.us-east-1.amazonaws.com").await.user_code;
    let at = async |region: &str| {
        let path = format!("/device.sso.{region}.amazonaws.com/?user_code={code}");
        heading(&world.get(&path).await)
    };
    assert_eq!(at("eu-west-1").await, "Invalid code");
    assert_eq!(at("us-east-1").await, "Allow <em>Onramp</em> to access your data?");
}

#[tokio::test]
async fn start_pages_tell_their_region() {
    let world = World::new();
    let big = world.get("/d-0000000001.awsapps.com/start").await;
    check(
        &big,
        expect![[r#"
            200
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>AWS access portal</title>
            <link rel="stylesheet" href="../approval.css">
            <meta name="region" content="eu-west-1">
            <script id="env" type="application/json">{"partition":"aws","region":"eu-west-1"}</script>
            </head>
            <body>
            <main>
            <h1>AWS access portal</h1>
            <p>If a program asked you to come here, enter the code it shows.</p>
            <form method="get">
            <label for="user_code">Code</label>
            <input id="user_code" name="user_code" autocomplete="off" autocapitalize="characters" spellcheck="false" required>
            <button class="primary" type="submit">Next</button>
            </form>
            </main>
            <footer>A simulated IAM Identity Center. Nothing here reaches AWS.</footer>
            </body>
            </html>"#]],
    );
    let tells = async |path: &str| {
        let page = world.get(path).await;
        let text = page.body_text();
        let env = text.split("json\">").nth(1).and_then(|rest| rest.split('<').next());
        format!("{} {}{}", page.status, env.unwrap_or_default(), page.header("location"))
    };
    let expected = [
        (
            "/d-0000000001.awsapps.com/start/",
            expect![[r#"200 OK {"partition":"aws","region":"eu-west-1"}"#]],
        ),
        (
            "/d-0000000001.awsapps.com",
            expect![[r#"200 OK {"partition":"aws","region":"eu-west-1"}"#]],
        ),
        (
            "/solo.awsapps.com/start",
            expect![[r#"200 OK {"partition":"aws","region":"us-east-1"}"#]],
        ),
        (
            "/empty.awsapps.com/start",
            expect!["302 Found https://us-east-1.signin.aws/platform/login"],
        ),
        (
            "/ssoins-0000000000000001.portal.eu-central-1.app.aws/",
            expect![[r#"200 OK {"partition":"aws","region":"eu-central-1"}"#]],
        ),
        (
            "/start.us-gov-home.awsapps.com/directory/onramp",
            expect![[r#"200 OK {"partition":"aws-us-gov","region":"us-gov-west-1"}"#]],
        ),
        (
            "/start.home.awsapps.cn/directory/onramp",
            expect![[r#"200 OK {"partition":"aws-cn","region":"cn-north-1"}"#]],
        ),
        (
            "/ssoins-0000000000000002.eusc-de-east-1.portal.amazonaws.eu/",
            expect![[r#"200 OK {"partition":"aws-eusc","region":"eusc-de-east-1"}"#]],
        ),
        ("/acme.awsapps.com/start", expect!["404 Not Found "]),
        ("/identitycenter.amazonaws.com/ssoins-0000000000000003", expect!["404 Not Found "]),
    ];
    for (path, expect) in expected {
        expect.assert_eq(&tells(path).await);
    }
}

#[tokio::test]
async fn links_hold_wherever_the_router_is_nested() {
    let world = World::new();
    let link = async |router: axum::Router, path: &str| {
        use tower::ServiceExt as _;
        let request = axum::http::Request::get(path).body(axum::body::Body::empty()).unwrap();
        let body = router.oneshot(request).await.unwrap().into_body();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        text.split("stylesheet\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let nested = axum::Router::new().nest("/idc", world.fake.router());
    assert_eq!(link(world.fake.router(), "/device").await, "approval.css");
    assert_eq!(link(nested.clone(), "/idc/device").await, "approval.css");
    assert_eq!(link(nested, "/idc/solo.awsapps.com/start/").await, "../../approval.css");
}
