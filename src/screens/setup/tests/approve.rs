//! Step two: the code and the link.

use super::check;
use crate::app::Msg as AppMsg;
use crate::host_config::HostConfig;
use crate::testing::setup::refusal;
use crate::testing::{Outline, Page};
use chrono::TimeDelta;
use expect_test::{Expect, expect};
use onramp_domain::aws::{CallError, Operation};
use onramp_domain::host_config::Demo;

/// A code that is to be approved at this address: what is said of it, and whether there is a link.
#[track_caller]
fn check_address(mut page: Page, uri: &str, expect: Expect) {
    page.sign_in();
    page.register();
    page.authorize_at(uri);
    let link = |page: &Outline| {
        page.all("link").lines().filter(|line| line.contains("Open AWS")).collect::<String>()
    };
    check(&page, |page| page.all("alert") + &link(page), expect);
}

#[test]
fn aws_is_asked_for_a_code() {
    let mut page = Page::open("");
    page.sign_in();
    check(
        &page,
        |page| page.all("main"),
        expect![[r#"
        main
          listitem
            Connect , done:
            acme.awsapps.com · Europe (Ireland)
            button "Edit where you connect"
          listitem (current step)
            Approve Step 2 of 4
            region "Approve the sign-in at AWS"
              heading "Approve the sign-in at AWS"
              Asking AWS for a code…
              button "Cancel"
          listitem: Choose Pick accounts and roles
          listitem: Use it Save, log in, test
    "#]],
    );
}

#[test]
fn a_code_waits_for_its_approval() {
    check(
        &Page::with_code(),
        |page| page.all("main"),
        expect![[r#"
            main
              listitem
                Connect , done:
                acme.awsapps.com · Europe (Ireland)
                button "Edit where you connect"
              listitem (current step)
                Approve Step 2 of 4
                region "Approve the sign-in at AWS"
                  heading "Approve the sign-in at AWS"
                  AWS opens in a new tab. Check that it shows this code, then choose Allow access . This page continues by itself.
                  Your code
                  group "Your code"
                    ABCD-EFGH
                  button "Copy code"
                  link "Open AWS to approve"
                  Opens acme.awsapps.com
                  status: Waiting for you at AWS…
                  timer: 10:00 left
                  progressbar "Time left for this code" = "600/600"
                  group
                    button "Approve on your phone"
                    Scan this with your phone's camera. It opens the same page at AWS.
                    Compare the code there with the one above. Never approve a code that you didn't ask for: whoever did gets your access.
                  group
                    button "Does AWS show an error?"
                    Your sign-in is still waiting, and nothing is lost.
                    group
                      button "“Invalid grant” or “Invalid code”"
                      AWS doesn't know this code because the region is wrong. To find yours, open your portal: the address of its sign-in page starts with it, like https://eu-west-1.signin.aws.
                      combobox "SSO region" = "Choose a region"
                      You tried Europe (Ireland).
                      button "Try this region"
                    group
                      button "“Something doesn't compute”"
                      Your company uses AWS's other addresses. We can start again with those.
                      button "Try the other addresses"
                    group
                      button "The code looks different"
                      Close that tab. Someone else may have started that sign-in.
                      button "Get a new code"
                  button "Cancel"
              listitem: Choose Pick accounts and roles
              listitem: Use it Save, log in, test
        "#]],
    );
}

#[test]
fn what_aws_says_is_asked_by_itself_after_a_minute() {
    let asks = |page: &Page| {
        let html = crate::testing::draw(page.html());
        let (before, _) = html.split_once("Does AWS show an error?").expect("its summary");
        before.rsplit_once("<details").is_some_and(|(_, details)| details.contains("open"))
    };
    let mut page = Page::with_code();
    check(&page, |page| page.all("alert"), expect![[""]]);
    assert!(!asks(&page));
    page.pass(TimeDelta::seconds(60));
    check(
        &page,
        |page| page.all("alert"),
        expect![[r#"
            alert
              Does AWS show an error?
              Your sign-in is still waiting, and nothing is lost.
        "#]],
    );
    assert!(asks(&page));
}

#[test]
fn the_address_is_judged_before_there_is_a_link_to_it() {
    check_address(
        Page::open(""),
        "https://sign-in.evil.example/device",
        expect![[r#"
        alert: AWS sends you to sign-in.evil.example, and we don't know that as one of AWS's addresses. Open it only if you know that name.
        link "Open AWS to approve""#]],
    );
    check_address(
        Page::open(""),
        "http://acme.awsapps.com/start/#/device",
        expect![[r#"
        alert: The address we got for the approval doesn't look like one of AWS's, so we don't open it. Choose Cancel, and tell whoever runs this page.
    "#]],
    );
    check_address(
        Page::open(""),
        "http://127.0.0.1:1/approve",
        expect![[r#"
        alert: The address we got for the approval doesn't look like one of AWS's, so we don't open it. Choose Cancel, and tell whoever runs this page.
    "#]],
    );
    let mut page = Page::open("");
    let demo = Demo { approval_origin: "http://127.0.0.1:1".to_owned(), ..Demo::default() };
    let config = HostConfig { demo: Some(demo), ..HostConfig::default() };
    page.send(AppMsg::HostConfigFetched(Ok(Some(Box::new(config)))));
    check_address(page, "http://127.0.0.1:1/approve", expect![[r#"link "Open AWS to approve""#]]);
}

#[test]
fn what_keeps_us_from_asking_is_said_and_passes() {
    let mut page = Page::with_code();
    page.refuse_poll(CallError::unreachable(Operation::CreateToken));
    check(
        &page,
        |page| page.all("status"),
        expect![[r#"
        status: We can't reach this page's relay right now and keep trying. Your code is still good.
        status: Your code is ABCD-EFGH. Open AWS to approve it.
    "#]],
    );
    page.refuse_poll(refusal(Operation::CreateToken, 400, "authorization_pending"));
    check(
        &page,
        |page| page.all("status"),
        expect![[r#"
        status: Waiting for you at AWS…
        status: Your code is ABCD-EFGH. Open AWS to approve it.
    "#]],
    );
}

#[test]
fn a_code_that_replaces_another_says_so() {
    let mut page = Page::with_code();
    page.refuse_poll(refusal(Operation::CreateToken, 401, "invalid_client"));
    page.register();
    page.authorize();
    check(
        &page,
        |page| page.all("alert"),
        expect![[r#"
        alert: AWS needed a new code. The one you saw before no longer works. Use this one.
    "#]],
    );
}

#[test]
fn a_long_wait_is_met_with_patience() {
    let mut page = Page::with_code();
    page.pass(TimeDelta::minutes(5));
    let waiting = |page: &Outline| {
        let main = page.all("main");
        let lines = main.lines().map(str::trim);
        lines
            .filter(|line| line.contains("aiting") || line.contains("left"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    check(
        &page,
        waiting,
        expect![[r#"
            status: Still waiting. Take your time.
            timer: 5:00 left
            progressbar "Time left for this code" = "300/600"
            Your sign-in is still waiting, and nothing is lost."#]],
    );
}
