//! Every way in which a sign-in fails: what is said, and what can be pressed.

use crate::app::event::Event;
use crate::app::testing::{Page, no_relay, refusal, refused};
use crate::ui::tests::check;
use chrono::TimeDelta;
use expect_test::{Expect, expect};
use onramp_domain::answer::CallError;
use onramp_domain::call::Call;
use onramp_domain::device_flow::{FlowState, Input};
use onramp_domain::wire::ErrorBody;

/// What is said and offered, without the details.
#[track_caller]
fn check_failure(page: Page, expect: Expect) {
    assert!(matches!(page.model().center.flow(), FlowState::Failed(_)));
    let brief = |alert: String| {
        alert
            .lines()
            .take_while(|line| *line != "  group")
            .fold(String::new(), |text, line| text + line.trim().trim_start_matches("alert") + "\n")
    };
    check(page, |page| brief(page.all("alert")).trim_start().to_owned(), expect);
}

/// The registration ended so.
fn registering(error: CallError) -> Page {
    let mut page = Page::open("");
    page.sign_in();
    page.refuse_registration(error);
    page
}

/// The poll ended so.
fn polling(error: CallError) -> Page {
    let mut page = Page::with_code();
    page.refuse_poll(error);
    page
}

/// The registration ends so, as often as it is tried.
fn registering_in_vain(error: impl Fn() -> CallError) -> Page {
    let mut page = registering(error());
    while let FlowState::Registering(_) = page.model().center.flow() {
        page.ring();
        page.refuse_registration(error());
    }
    page
}

fn relays(call: Call, status: u16) -> CallError {
    let body = ErrorBody {
        error: Some("onramp_relay".to_owned()),
        reason: Some("not from here".to_owned()),
        ..ErrorBody::default()
    };
    refused(call, status, &body)
}

#[test]
fn the_code_ran_out() {
    let mut page = Page::with_code();
    page.now += TimeDelta::minutes(10);
    page.refuse_poll(refusal(Call::CreateToken, 400, "authorization_pending"));
    check_failure(
        page,
        expect![[r#"
            heading "The code has run out"
            A code holds for about ten minutes. Get a new one and approve it at AWS.
            button "Get a new code"
            button "Change where"
        "#]],
    );
    check_failure(
        polling(refusal(Call::CreateToken, 400, "expired_token")),
        expect![[r#"
            heading "The code has run out"
            A code holds for about ten minutes. Get a new one and approve it at AWS.
            button "Get a new code"
            button "Change where"
        "#]],
    );
}

#[test]
fn somebody_denied() {
    let page = || polling(refusal(Call::CreateToken, 400, "access_denied"));
    check_failure(
        page(),
        expect![[r#"
            heading "The sign-in was denied"
            Somebody pressed “Deny access” at AWS. If it was you and by mistake, try again and press “Allow access”.
            button "Try again"
            button "Change where"
        "#]],
    );
    check(
        page(),
        |page| page.after("alert"),
        expect![[r#"
              Did the code at AWS differ from the one here? Then denying was right: somebody may have sent you their code.
            contentinfo
              Tokens stay in this tab's memory and are gone when you close it.
              link "Help"
        "#]],
    );
}

#[test]
fn the_organisations_key_refused() {
    let body = ErrorBody {
        error: Some("access_denied".to_owned()),
        reason: Some("KMS_AccessDeniedException".to_owned()),
        ..ErrorBody::default()
    };
    check_failure(
        polling(refused(Call::CreateToken, 400, &body)),
        expect![[r#"
            heading "Your organisation's key refused the sign-in"
            Identity Center is encrypted with a key of your organisation's that can't be used right now. Whoever looks after AWS can mend that; show them the details.
            button "Try again"
            button "Change where"
        "#]],
    );
}

#[test]
fn the_start_url_or_the_region_is_wrong() {
    let mut page = Page::open("");
    page.sign_in();
    page.register();
    let attempt = page.authorization();
    let wrong = refusal(Call::StartDeviceAuthorization, 400, "invalid_request");
    page.send(Event::Flow(Input::Authorized(attempt, Err(wrong))));
    check_failure(
        page,
        expect![[r#"
            heading "AWS does not know this start URL in this region"
            Either the start URL has a typo, or the SSO region is another. Compare both with your guide; the region also stands at the top right of your AWS access portal. If your start URL has a name of your company's in it, try the form that begins with d-.
            button "Change where"
            button "Try again"
        "#]],
    );
}

#[test]
fn the_code_is_not_valid_any_more() {
    check_failure(
        polling(refusal(Call::CreateToken, 400, "invalid_grant")),
        expect![[r#"
            heading "AWS does not take the code any more"
            It was used already, or your approval came while this page could not reach AWS. Get a new code and approve it once more.
            button "Get a new code"
            button "Change where"
        "#]],
    );
}

#[test]
fn aws_refused_the_client() {
    let error = refusal(Call::RegisterClient, 400, "invalid_client_metadata");
    check_failure(
        registering(error),
        expect![[r#"
            heading "AWS refused to register this page"
            That is no fault of yours. Show the details to whoever hosts this page.
            button "Try again"
            button "Change where"
        "#]],
    );
}

#[test]
fn there_is_no_relay() {
    check_failure(
        registering(no_relay(Call::RegisterClient)),
        expect![[r#"
            heading "This page has no relay to AWS"
            Browsers may not call AWS's sign-in directly, so the host of this page has to pass the calls on, and it doesn't. Tell whoever hosts it. “Check a token” works all the same.
            button "Try again"
            button "Change where"
        "#]],
    );
}

#[test]
fn the_relay_or_a_network_refused() {
    check_failure(
        registering(relays(Call::RegisterClient, 403)),
        expect![[r#"
            heading "The call was refused on its way to AWS"
            This page's relay takes calls from its own page only. Open the page at the address your company gave you, not through a copy or a frame.
            button "Try again"
            button "Change where"
        "#]],
    );
    check_failure(
        registering(relays(Call::RegisterClient, 404)),
        expect![[r#"
            heading "The call was refused on its way to AWS"
            This page's relay does not know the region or the call. Check the SSO region; if it is right, ask whoever hosts this page to update it.
            button "Try again"
            button "Change where"
        "#]],
    );
    check_failure(
        registering(refused(Call::RegisterClient, 403, &ErrorBody::default())),
        expect![[r#"
            heading "The call was refused on its way to AWS"
            Your organisation may allow sign-ins from some networks only, and this page's relay is not in one of them. Show the details to whoever hosts this page.
            button "Try again"
            button "Change where"
        "#]],
    );
}

#[test]
fn nobody_answered() {
    let call = Call::RegisterClient;
    check_failure(
        registering_in_vain(|| CallError::unreachable(call)),
        expect![[r#"
            heading "No answer from AWS"
            The page could not reach its relay. Check that you are online, and on the VPN if your company has one; then try again.
            button "Try again"
            button "Change where"
        "#]],
    );
    check_failure(
        registering_in_vain(|| relays(call, 502)),
        expect![[r#"
            heading "No answer from AWS"
            The relay could not reach AWS. Try again in a moment.
            button "Try again"
            button "Change where"
        "#]],
    );
    check_failure(
        registering_in_vain(|| refusal(call, 500, "server_error")),
        expect![[r#"
            heading "No answer from AWS"
            AWS had an internal error, several times in a row. Try again in a moment.
            button "Try again"
            button "Change where"
        "#]],
    );
    check_failure(
        registering_in_vain(|| refusal(call, 429, "slow")),
        expect![[r#"
            heading "No answer from AWS"
            AWS gets too many requests just now. Wait a minute and try again.
            button "Try again"
            button "Change where"
        "#]],
    );
}

#[test]
fn something_else_came() {
    let page = || registering(refusal(Call::RegisterClient, 400, "new_error"));
    check_failure(
        page(),
        expect![[r#"
            heading "AWS answered something unexpected"
            Try again. If it stays, show the details to whoever hosts this page.
            button "Try again"
            button "Change where"
        "#]],
    );
    check(
        page(),
        |page| page.all("alert"),
        expect![[r#"
            alert
              heading "AWS answered something unexpected"
              Try again. If it stays, show the details to whoever hosts this page.
              button "Try again"
              button "Change where"
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
