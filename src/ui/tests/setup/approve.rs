//! Step two: the code and the link.

use crate::app::event::Event;
use crate::app::site::{DemoFile, SiteFile};
use crate::app::testing::{Page, refusal};
use crate::ui::tests::check;
use chrono::TimeDelta;
use expect_test::{Expect, expect};
use onramp_domain::answer::CallError;
use onramp_domain::call::Call;

#[track_caller]
fn check_step(page: Page, expect: Expect) {
    check(page, |page| page.all("main"), expect);
}

/// A code that is to be approved at this address.
fn at_address(uri: &str) -> Page {
    let mut page = Page::open("");
    page.sign_in();
    page.register();
    page.authorize_at(uri);
    page
}

#[test]
fn aws_is_asked_for_a_code() {
    let mut page = Page::open("");
    page.sign_in();
    check_step(
        page,
        expect![[r#"
            main
              heading "Set up the AWS CLI"
              listitem: Where
              listitem (current step): Approve
              listitem: Choose and copy
              heading "Approve the sign-in at AWS"
              Asking AWS for a code…
              button "Cancel"
        "#]],
    );
}

#[test]
fn a_code_waits_for_its_approval() {
    check_step(
        Page::with_code(),
        expect![[r#"
            main
              heading "Set up the AWS CLI"
              listitem: Where
              listitem (current step): Approve
              listitem: Choose and copy
              heading "Approve the sign-in at AWS"
              Your code
              status "Your code"
                ABCD-EFGH
              button "Copy code"
              link "Open AWS to approve"
              Opens acme.awsapps.com
              listitem: Press the button. AWS opens in a new tab; sign in there as you always do.
              listitem: AWS shows a code. Check that it is the one above; if it isn't, close that tab and press Cancel here.
              listitem: AWS asks whether to allow “Onramp” to access your data: press “Allow access”, close that tab and come back. This page goes on by itself.
              button "Cancel"
              timer: The code holds for 10:00
              group
                button "AWS shows an error?"
                heading "Does AWS show “Invalid grant” or “Invalid code”?"
                Then the SSO region is wrong. You find the right one in your AWS access portal: at the top right, or in the address bar of its sign-in page, which begins with the region, like https://eu-west-1.signin.aws.
                button "Change the region"
                heading "Does AWS show “Something doesn't compute”?"
                Then your company uses AWS's other addresses. One press starts again with those.
                button "Try the other addresses"
        "#]],
    );
}

#[test]
fn after_a_minute_the_region_is_asked_about() {
    let mut page = Page::with_code();
    page.pass(TimeDelta::seconds(60));
    check(
        page,
        |page| page.all("alert"),
        expect![[r#"
            alert
              heading "Does AWS show “Invalid grant” or “Invalid code”?"
              Then the SSO region is wrong. You find the right one in your AWS access portal: at the top right, or in the address bar of its sign-in page, which begins with the region, like https://eu-west-1.signin.aws.
              button "Change the region"
              heading "Does AWS show “Something doesn't compute”?"
              Then your company uses AWS's other addresses. One press starts again with those.
              button "Try the other addresses"
        "#]],
    );
}

#[test]
fn an_address_that_is_not_known_as_awss_is_shown_with_a_warning() {
    let page = at_address("https://sign-in.evil.example/device");
    check(
        page,
        |page| page.all("alert") + &page.all("link"),
        expect![[r#"
            alert: AWS sends you to sign-in.evil.example, which this page does not know as one of AWS's. Open it only if you know that name.
            link "Skip to the content"
            link "Onramp"
            link "Set up" (current page)
            link "Check a token"
            link "Tidy my config"
            link "Open AWS to approve"
            link "Help"
        "#]],
    );
}

#[test]
fn an_address_that_is_not_https_gets_no_link() {
    let page = at_address("http://acme.awsapps.com/start/#/device");
    check(
        page,
        |page| page.all("alert") + &page.all("link"),
        expect![[r#"
            alert: The address that came for the approval does not look like AWS's, so there is no link to it. Press Cancel, and tell whoever hosts this page.
            link "Skip to the content"
            link "Onramp"
            link "Set up" (current page)
            link "Check a token"
            link "Tidy my config"
            link "Help"
        "#]],
    );
}

#[test]
fn a_demos_own_page_is_expected() {
    let mut page = Page::open("");
    let demo = DemoFile { approval_origin: "http://127.0.0.1:1".to_owned(), ..DemoFile::default() };
    page.send(Event::SiteGot(Ok(Some(SiteFile { demo: Some(demo), ..SiteFile::default() }))));
    page.sign_in();
    page.register();
    page.authorize_at("http://127.0.0.1:1/approve");
    check(
        page,
        |page| page.all("alert") + &page.all("link"),
        expect![[r#"
            link "Skip to the content"
            link "Onramp"
            link "Set up" (current page)
            link "Check a token"
            link "Tidy my config"
            link "Open AWS to approve"
            link "Help"
        "#]],
    );
}

#[test]
fn trouble_in_between_is_said_and_passes() {
    let mut page = Page::with_code();
    page.refuse_poll(CallError::unreachable(Call::CreateToken));
    check(
        page,
        |page| page.all("status"),
        expect![[r#"
            status "Your code"
              ABCD-EFGH
            status: The page can't reach its relay just now. It keeps trying; your code stays good.
            status: Your code is ABCD-EFGH. Open AWS to approve it.
        "#]],
    );
}

#[test]
fn a_code_that_takes_the_place_of_another_says_so() {
    let mut page = Page::with_code();
    page.refuse_poll(refusal(Call::CreateToken, 401, "invalid_client"));
    page.register();
    page.authorize();
    check(
        page,
        |page| page.all("alert"),
        expect![[r#"
            alert: AWS needed a new code. The one you saw before is void; use this one.
        "#]],
    );
}
