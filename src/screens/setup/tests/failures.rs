//! Every way in which a sign-in fails: what is said, and what can be pressed.

use super::check;
use crate::testing::Page;
use crate::testing::setup::{no_relay, refusal, refused};
use expect_test::{Expect, expect};
use onramp_domain::aws::model::ErrorBody;
use onramp_domain::aws::{CallError, Operation};
use onramp_domain::device_flow::{FlowState, Input};

/// What is said and offered, without the details.
#[track_caller]
fn check_failure(page: &Page, expect: Expect) {
    assert!(matches!(page.model.setup.flow.state(), FlowState::Failed { .. }));
    let brief = |alert: String| {
        let lines = alert.lines().take_while(|line| *line != "  group").skip(1);
        let lines = lines.map(|line| line.trim().trim_start_matches("heading "));
        lines.collect::<Vec<_>>().join("\n").replace("\nbutton ", " | ") + "\n"
    };
    check(page, |page| brief(page.all("alert")), expect);
}

/// The registration ends so, as often as it is tried.
fn registering(error: &CallError) -> Page {
    let mut page = Page::open("");
    page.sign_in();
    page.refuse_registration(error.clone());
    while let FlowState::Starting(_) = page.model.setup.flow.state() {
        page.wake();
        page.refuse_registration(error.clone());
    }
    page
}

/// The poll ends so.
fn polling(error: CallError) -> Page {
    let mut page = Page::with_code();
    page.refuse_poll(error);
    page
}

fn relays(status: u16) -> CallError {
    relays_for(Operation::RegisterClient, status, "not from here")
}

fn relays_for(operation: Operation, status: u16, reason: &str) -> CallError {
    let body = ErrorBody {
        error: Some("onramp_relay".to_owned()),
        reason: Some(reason.to_owned()),
        ..ErrorBody::default()
    };
    refused(operation, status, &body)
}

/// Every poll ends so, until the code has expired.
fn waiting_in_vain(error: &CallError) -> Page {
    let mut page = Page::with_code();
    while let FlowState::AwaitingApproval(_) = page.model.setup.flow.state() {
        page.refuse_poll(error.clone());
    }
    page
}

#[test]
fn the_code_expired() {
    let page = waiting_in_vain(&refusal(Operation::CreateToken, 400, "authorization_pending"));
    check_failure(
        &page,
        expect![[r#"
            "The code has expired"
            A code lasts about ten minutes. Get a new one and approve it at AWS. | "Get a new code" | "Edit start URL or region"
        "#]],
    );
    let page = waiting_in_vain(&CallError::unreachable(Operation::CreateToken));
    check_failure(
        &page,
        expect![[r#"
            "The code has expired"
            We couldn't ask AWS in time whether you had approved it. Check your connection, then get a new code. | "Get a new code" | "Edit start URL or region"
        "#]],
    );
}

#[test]
fn a_poll_is_refused() {
    let refusal = |code| polling(refusal(Operation::CreateToken, 400, code));
    check_failure(
        &refusal("expired_token"),
        expect![[r#"
            "The code has expired"
            A code lasts about ten minutes. Get a new one and approve it at AWS. | "Get a new code" | "Edit start URL or region"
        "#]],
    );
    check_failure(
        &refusal("access_denied"),
        expect![[r#"
            "AWS says no to this sign-in"
            Someone chose Deny access, or the wrong person was signed in. You can try again right away, and choose Allow access. If the code at AWS wasn't the one you saw here, denying was right: someone may have sent you their code. | "Try again" | "Edit start URL or region"
        "#]],
    );
    check_failure(
        &refusal("invalid_grant"),
        expect![[r#"
            "AWS no longer takes this code"
            It was used already, or you approved it while this page couldn't reach AWS. Get a new code and approve that one. | "Get a new code" | "Edit start URL or region"
        "#]],
    );
    let key = ErrorBody {
        error: Some("access_denied".to_owned()),
        reason: Some("KMS_AccessDeniedException".to_owned()),
        ..ErrorBody::default()
    };
    check_failure(
        &polling(refused(Operation::CreateToken, 400, &key)),
        expect![[r#"
            "Your organization's key refused the sign-in"
            Your organization encrypts Identity Center with a key of its own, and that key can't be used right now. Show the details to whoever looks after AWS. Trying again helps once the key works. | "Try again" | "Edit start URL or region"
        "#]],
    );
}

#[test]
fn the_start_url_or_the_region_is_wrong() {
    let mut page = Page::open("");
    page.sign_in();
    page.register();
    let attempt = page.authorization();
    let wrong = refusal(Operation::StartDeviceAuthorization, 400, "invalid_request");
    page.flow(Input::Authorized(attempt, Err(wrong)));
    check_failure(
        &page,
        expect![[r#"
            "AWS doesn't know this start URL in this region"
            Either the start URL has a typo, or the SSO region is another one. Compare both with your guide. The address of your portal's sign-in page starts with the region, like https://eu-west-1.signin.aws. If your start URL has your company's name in it, try the one that begins with d-. | "Try again" | "Edit start URL or region"
        "#]],
    );
}

#[test]
fn the_registration_is_refused() {
    let operation = Operation::RegisterClient;
    let refusal = |status, code| registering(&refusal(operation, status, code));
    check_failure(
        &refusal(400, "invalid_client_metadata"),
        expect![[r#"
            "AWS refused to register this page"
            That's not your fault. Show the details to whoever runs this page. | "Try again" | "Edit start URL or region"
        "#]],
    );
    check_failure(
        &refusal(500, "server_error"),
        expect![[r#"
            "No answer from AWS"
            AWS had an internal error, several times in a row. Try again in a moment. | "Try again" | "Edit start URL or region"
        "#]],
    );
    check_failure(
        &refusal(429, "slow"),
        expect![[r#"
            "No answer from AWS"
            There are too many requests right now. Wait a minute and try again. | "Try again" | "Edit start URL or region"
        "#]],
    );
    check_failure(
        &refusal(400, "new_error"),
        expect![[r#"
            "AWS gave an answer we don't know"
            Try again. If it stays like this, show the details to whoever runs this page. | "Try again" | "Edit start URL or region"
        "#]],
    );
    check_failure(
        &registering(&no_relay(operation)),
        expect![[r#"
            "This page has no relay to AWS"
            A browser may not call AWS's sign-in directly, so this page's host has to pass the calls on, and it doesn't. Tell whoever runs it. “Check a token” and “Tidy my config” work all the same. | "Try again" | "Edit start URL or region"
        "#]],
    );
    check_failure(
        &registering(&relays(403)),
        expect![[r#"
            "The call was refused on its way to AWS"
            This page's relay takes calls from its own page only. Open the page at the address your company gave you, not a copy or a frame of it. | "Try again" | "Edit start URL or region"
        "#]],
    );
    check_failure(
        &registering(&relays(404)),
        expect![[r#"
            "The call was refused on its way to AWS"
            This page's relay doesn't know the region or the call. Check the SSO region. If it's right, ask whoever runs this page to update it. | "Try again" | "Edit start URL or region"
        "#]],
    );
    check_failure(
        &registering(&relays(502)),
        expect![[r#"
            "No answer from AWS"
            The relay couldn't reach AWS. Try again in a moment. | "Try again" | "Edit start URL or region"
        "#]],
    );
    check_failure(
        &registering(&CallError::unreachable(operation)),
        expect![[r#"
            "No answer from AWS"
            We couldn't reach this page's relay. Check that you're online, and on the VPN if your company has one. Then try again. | "Try again" | "Edit start URL or region"
        "#]],
    );
    let network = refused(operation, 403, &ErrorBody::default());
    check_failure(
        &registering(&network),
        expect![[r#"
            "The call was refused on its way to AWS"
            Your organization may allow sign-ins from some networks only, and this page's relay isn't in one of them. Show the details to whoever runs this page. | "Try again" | "Edit start URL or region"
        "#]],
    );
}

#[test]
fn the_host_allows_only_some() {
    let refused =
        |status, reason| registering(&relays_for(Operation::RegisterClient, status, reason));
    check_failure(
        &refused(403, "region_not_allowed"),
        expect![[r#"
            "The call was refused on its way to AWS"
            Whoever runs this page lets it sign in to some regions only, and this isn't one of them. Check the SSO region. If it's right, ask them to add it. | "Try again" | "Edit start URL or region"
        "#]],
    );
    check_failure(
        &refused(403, "start_url_not_allowed"),
        expect![[r#"
            "The call was refused on its way to AWS"
            Whoever runs this page lets it sign in at some start URLs only, and this isn't one of them. Check the start URL. If it's right, ask them to add it. | "Try again" | "Edit start URL or region"
        "#]],
    );
    check_failure(
        &refused(403, "call_not_allowed"),
        expect![[r#"
            "The call was refused on its way to AWS"
            This page's relay didn't take the call. Show the details to whoever runs this page. | "Try again" | "Edit start URL or region"
        "#]],
    );
    check_failure(
        &refused(429, "rate_limited"),
        expect![[r#"
            "No answer from AWS"
            There are too many requests right now. Wait a minute and try again. | "Try again" | "Edit start URL or region"
        "#]],
    );
    let mut page = Page::with_code();
    page.refuse_poll(relays_for(Operation::CreateToken, 429, "rate_limited"));
    check(
        &page,
        |page| page.all("status").lines().take(1).collect(),
        expect![
            "status: We're asked to slow down, so it may take a little longer until we see your approval."
        ],
    );
}

#[test]
fn awss_own_words_are_under_details() {
    let page = registering(&refusal(Operation::RegisterClient, 400, "new_error"));
    check(
        &page,
        |page| page.all("alert"),
        expect![[r#"
        alert
          heading "AWS gave an answer we don't know"
          Try again. If it stays like this, show the details to whoever runs this page.
          button "Try again"
          button "Edit start URL or region"
          group
            button "Details"
            code
              | call: RegisterClient
              | meaning: the request was not understood
              | status: 400
              | error: new_error
              | AWS request id: r-1
            button "Copy"
    "#]],
    );
}
