//! From nobody to a session, and every way in which that fails.

use super::story::{Story, code, failure, portal, registration, start, token};
use crate::aws::Operation;
use crate::aws::{CallError, Denial, ErrorKind, RelayRefusal};
use crate::device_flow::{FlowState, Input};
use chrono::TimeDelta;
use expect_test::expect;

#[test]
fn a_sign_in_registers_asks_for_a_code_and_polls() {
    Story::new()
        .sign_in()
        .registered()
        .authorized(code(Some(1)))
        .ring()
        .polled(Err(ErrorKind::AuthorizationPending))
        .ring()
        .polled(Ok(token(Some("hush-refresh-1"))))
        .check(expect![[r#"
            0s     registering; register in eu-west-1
            0s     authorizing; authorize in eu-west-1
            0s     code ABCD-EFGH for 600s every 1s; wake at 1s
            1s     code ABCD-EFGH for 599s every 1s; poll in eu-west-1
            1s     code ABCD-EFGH for 599s every 1s; wake at 2s
            2s     code ABCD-EFGH for 598s every 1s; poll in eu-west-1
            2s     signed in until 3602s; wake at 3302s
        "#]]);
}

#[test]
fn each_call_says_what_aws_wants_to_know() {
    let mut story = Story::new();
    let mut sent = story.sign_in().sent();
    sent += &story.registered().sent();
    sent += &story.authorized(code(Some(1))).ring().sent();
    sent += &story.polled(Ok(token(Some("hush-refresh-1")))).ring().sent();
    sent += &story.refreshed(Ok(token(None))).input(Input::SignOut).sent();
    expect![[r#"
        POST /aws/eu-west-1/oidc/client/register token None
        {"clientName":"Onramp","clientType":"public","scopes":["sso:account:access"]}
        POST /aws/eu-west-1/oidc/device_authorization token None
        {"clientId":"client","clientSecret":"hush-client","startUrl":"https://acme.awsapps.com/start"}
        POST /aws/eu-west-1/oidc/token token None
        {"clientId":"client","clientSecret":"hush-client","grantType":"urn:ietf:params:oauth:grant-type:device_code","deviceCode":"hush-device"}
        POST /aws/eu-west-1/oidc/token token None
        {"clientId":"client","clientSecret":"hush-client","grantType":"refresh_token","refreshToken":"hush-refresh-1"}
        POST /aws/eu-west-1/portal/logout token Some("hush-access")

    "#]].assert_eq(&sent);
}

#[test]
fn slow_down_adds_five_seconds_for_good() {
    Story::with_code(None)
        .ring()
        .polled(Err(ErrorKind::SlowDown))
        .ring()
        .polled(Err(ErrorKind::AuthorizationPending))
        .ring()
        .polled(Err(ErrorKind::SlowDown))
        .check(expect![[r#"
            5s     code ABCD-EFGH for 595s every 5s; poll in eu-west-1
            5s     code ABCD-EFGH for 595s every 10s; wake at 15s
            15s    code ABCD-EFGH for 585s every 10s; poll in eu-west-1
            15s    code ABCD-EFGH for 585s every 10s; wake at 25s
            25s    code ABCD-EFGH for 575s every 10s; poll in eu-west-1
            25s    code ABCD-EFGH for 575s every 15s; wake at 40s
        "#]]);
}

#[test]
fn a_lost_network_backs_off_says_so_and_goes_on() {
    Story::with_code(Some(2))
        .ring()
        .polled(Err(ErrorKind::Unreachable))
        .ring()
        .polled(Err(ErrorKind::ServerError))
        .ring()
        .polled(Err(ErrorKind::Relay(RelayRefusal::Upstream)))
        .ring()
        .polled(Err(ErrorKind::Throttled))
        .ring()
        .polled(Err(ErrorKind::AuthorizationPending))
        .ring()
        .check(expect![[r#"
            2s     code ABCD-EFGH for 598s every 2s; poll in eu-west-1
            2s     code ABCD-EFGH for 598s every 2s, Unreachable x1; wake at 6s
            6s     code ABCD-EFGH for 594s every 2s, Unreachable x1; poll in eu-west-1
            6s     code ABCD-EFGH for 594s every 2s, ServerError x2; wake at 14s
            14s    code ABCD-EFGH for 586s every 2s, ServerError x2; poll in eu-west-1
            14s    code ABCD-EFGH for 586s every 2s, Relay(Upstream) x3; wake at 30s
            30s    code ABCD-EFGH for 570s every 2s, Relay(Upstream) x3; poll in eu-west-1
            30s    code ABCD-EFGH for 570s every 2s, Throttled x4; wake at 60s
            60s    code ABCD-EFGH for 540s every 2s, Throttled x4; poll in eu-west-1
            60s    code ABCD-EFGH for 540s every 2s; wake at 62s
            62s    code ABCD-EFGH for 538s every 2s; poll in eu-west-1
        "#]]);
}

#[test]
fn any_answer_ends_what_stood_in_the_way() {
    Story::with_code(Some(1))
        .ring()
        .polled(Err(ErrorKind::Unreachable))
        .ring()
        .polled(Err(ErrorKind::SlowDown))
        .ring()
        .polled(Err(ErrorKind::Unreachable))
        .ring()
        .polled(Err(ErrorKind::AuthorizationPending))
        .check(expect![[r#"
            1s     code ABCD-EFGH for 599s every 1s; poll in eu-west-1
            1s     code ABCD-EFGH for 599s every 1s, Unreachable x1; wake at 3s
            3s     code ABCD-EFGH for 597s every 1s, Unreachable x1; poll in eu-west-1
            3s     code ABCD-EFGH for 597s every 6s; wake at 9s
            9s     code ABCD-EFGH for 591s every 6s; poll in eu-west-1
            9s     code ABCD-EFGH for 591s every 6s, Unreachable x1; wake at 21s
            21s    code ABCD-EFGH for 579s every 6s, Unreachable x1; poll in eu-west-1
            21s    code ABCD-EFGH for 579s every 6s; wake at 27s
        "#]]);
}

#[test]
fn a_wait_that_is_asked_for_is_kept() {
    let mut story = Story::with_code(Some(1));
    story.ring();
    let error = CallError {
        retry_after: Some(40),
        ..failure(Operation::CreateToken, ErrorKind::Throttled)
    };
    story.input(Input::Polled(story.asked(), Err(error))).check(expect![[r#"
        1s     code ABCD-EFGH for 599s every 1s; poll in eu-west-1
        1s     code ABCD-EFGH for 599s every 1s, Throttled x1; wake at 41s
    "#]]);
}

#[test]
fn a_code_runs_out_while_polls_are_answered() {
    let mut story = Story::with_code(Some(1));
    for _ in 0..599 {
        story.ring().polled(Err(ErrorKind::AuthorizationPending));
    }
    story.check_last(expect!["599s   code ABCD-EFGH for 1s every 1s; wake at 600s"]);
}

#[test]
fn a_code_runs_out_between_two_polls() {
    let mut story = Story::with_code(Some(7));
    for _ in 0..85 {
        story.ring().polled(Err(ErrorKind::AuthorizationPending));
    }
    story.ring().check_last(expect!["600s   failed: Expired, None"]);
}

#[test]
fn a_long_sleep_is_one_tick_and_one_last_poll_decides() {
    let mut story = Story::with_code(Some(1));
    story.wait(8 * 3600).ring();
    story.polled(Err(ErrorKind::ExpiredToken)).check(expect![[r#"
        28800s code ABCD-EFGH for 0s every 1s; poll in eu-west-1
        28800s failed: Expired, Some(ExpiredToken)
    "#]]);
    let mut story = Story::with_code(Some(1));
    story.wait(8 * 3600).ring();
    story.polled(Err(ErrorKind::Unreachable)).check(expect![[r#"
        28800s code ABCD-EFGH for 0s every 1s; poll in eu-west-1
        28800s failed: Expired, Some(Unreachable)
    "#]]);
    let mut story = Story::with_code(Some(1));
    story.wait(8 * 3600).ring();
    story.polled(Ok(token(None))).check(expect![[r#"
        28800s code ABCD-EFGH for 0s every 1s; poll in eu-west-1
        28800s signed in until 32400s; wake at 32400s
    "#]]);
}

#[test]
fn a_new_code_needs_no_new_registration_in_the_same_place() {
    let mut story = Story::with_code(Some(1));
    story
        .ring()
        .polled(Err(ErrorKind::ExpiredToken))
        .input(Input::TryAgain)
        .authorized(code(Some(1)))
        .input(Input::TryAgain)
        .input(Input::SignIn(portal("us-east-1")))
        .check(expect![[r#"
            1s     code ABCD-EFGH for 599s every 1s; poll in eu-west-1
            1s     failed: Expired, Some(ExpiredToken)
            1s     authorizing; authorize in eu-west-1
            1s     code ABCD-EFGH for 600s every 1s; wake at 2s
            1s     authorizing; authorize in eu-west-1
            1s     registering; register in us-east-1
        "#]]);
}

#[test]
fn an_old_registration_is_not_used_any_more() {
    let mut story = Story::with_code(Some(1));
    story.input(Input::Cancel).wait(89 * 86_400 + 1).sign_in().check(expect![[r#"
        0s     signed out, Cancelled
        7689601sregistering; register in eu-west-1
    "#]]);
}

#[test]
fn denial_waits_for_the_person() {
    Story::with_code(Some(1))
        .ring()
        .polled(Err(ErrorKind::AccessDenied(Denial::Person)))
        .wait(60)
        .input(Input::CameBack)
        .input(Input::TryAgain)
        .check(expect![[r#"
            1s     code ABCD-EFGH for 599s every 1s; poll in eu-west-1
            1s     failed: Denied, Some(AccessDenied(Person))
            61s    failed: Denied, Some(AccessDenied(Person))
            61s    authorizing; authorize in eu-west-1
        "#]]);
}

#[test]
fn a_code_used_elsewhere_is_not_valid() {
    Story::with_code(Some(1)).ring().polled(Err(ErrorKind::InvalidGrant)).check(expect![[r#"
        1s     code ABCD-EFGH for 599s every 1s; poll in eu-west-1
        1s     failed: CodeNotValid, Some(InvalidGrant)
    "#]]);
}

#[test]
fn coming_back_polls_at_once_but_never_within_the_interval_and_never_twice() {
    Story::with_code(Some(5))
        .wait(2)
        .input(Input::CameBack)
        .wait(4)
        .input(Input::CameBack)
        .input(Input::CameBack)
        .polled(Err(ErrorKind::Unreachable))
        .wait(1)
        .input(Input::CameBack)
        .ring()
        .check(expect![[r#"
            2s     code ABCD-EFGH for 598s every 5s; wake at 5s
            6s     code ABCD-EFGH for 594s every 5s; poll in eu-west-1
            6s     code ABCD-EFGH for 594s every 5s
            6s     code ABCD-EFGH for 594s every 5s, Unreachable x1; wake at 16s
            7s     code ABCD-EFGH for 593s every 5s, Unreachable x1; wake at 11s
            11s    code ABCD-EFGH for 589s every 5s, Unreachable x1; poll in eu-west-1
        "#]]);
}

#[test]
fn an_alarm_that_rings_early_is_set_again() {
    let mut story = Story::with_code(Some(5));
    story.now -= TimeDelta::milliseconds(500);
    let (early, at) = story.alarm();
    story.input(Input::Woke(early)).check(expect![[r#"
        0s     code ABCD-EFGH for 595s every 5s; poll in eu-west-1
    "#]]);
    assert_eq!(story.alarm(), (early, at));
}

#[test]
fn late_answers_and_old_alarms_change_nothing() {
    let mut story = Story::new();
    let first = story.sign_in().asked();
    story.input(Input::Cancel).sign_in();
    story.input(Input::Registered(first, Ok(registration())));
    story.registered().authorized(code(Some(1))).ring();
    let poll = story.asked();
    story.input(Input::Cancel).input(Input::Polled(poll, Ok(token(None)))).check(expect![[r#"
        0s     registering; register in eu-west-1
        0s     signed out, Cancelled
        0s     registering; register in eu-west-1
        0s     registering
        0s     authorizing; authorize in eu-west-1
        0s     code ABCD-EFGH for 600s every 1s; wake at 1s
        1s     code ABCD-EFGH for 599s every 1s; poll in eu-west-1
        1s     signed out, Cancelled
        1s     signed out, Cancelled
    "#]]);
}

#[test]
fn pressing_twice_asks_once_and_another_region_begins_anew() {
    Story::new().sign_in().sign_in().input(Input::SignIn(portal("us-east-1"))).registered().check(
        expect![[r#"
            0s     registering; register in eu-west-1
            0s     registering
            0s     registering; register in us-east-1
            0s     authorizing; authorize in us-east-1
        "#]],
    );
}

#[test]
fn after_a_minute_the_region_is_in_doubt() {
    let story = Story::with_code(Some(1));
    let FlowState::AwaitingApproval(code) = story.flow.state() else { panic!() };
    assert!(!code.may_be_the_wrong_region(start() + TimeDelta::seconds(59)));
    assert!(code.may_be_the_wrong_region(start() + TimeDelta::seconds(60)));
    assert!(!code.may_be_the_wrong_region(start() - TimeDelta::days(1)));
}

#[test]
fn the_address_is_given_as_aws_gave_it() {
    let uri = "https://acme.awsapps.com/start/#/device".to_owned();
    let complete = format!("{uri}?user_code=ABCD-EFGH");
    let mut story = Story::new();
    let response = crate::aws::model::StartDeviceAuthorizationResponse {
        verification_uri_complete: Some(complete.clone()),
        ..code(None)
    };
    story.sign_in().registered().authorized(response);
    let FlowState::AwaitingApproval(code) = story.flow.state() else { panic!() };
    assert_eq!(code.verification_uri(), uri);
    assert_eq!(code.verification_uri_complete(), Some(complete.as_str()));
    assert_eq!(*code.portal(), portal("eu-west-1"));
}
