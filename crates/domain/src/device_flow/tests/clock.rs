//! A clock that is set forward or back while something is waited for.

use super::story::{Story, token};
use crate::aws::ErrorKind;
use crate::device_flow::{FlowState, Input};
use expect_test::expect;

const AN_HOUR: i64 = 3600;

#[test]
fn set_back_it_delays_no_poll() {
    Story::with_code(Some(5))
        .ring()
        .polled(Err(ErrorKind::AuthorizationPending))
        .set_clock(-AN_HOUR)
        .ring()
        .polled(Err(ErrorKind::AuthorizationPending))
        .ring()
        .polled(Err(ErrorKind::AuthorizationPending))
        .check(expect![[r#"
            5s     code ABCD-EFGH for 595s every 5s; poll in eu-west-1
            5s     code ABCD-EFGH for 595s every 5s; wake at 10s
            -3590s code ABCD-EFGH for 590s every 5s; poll in eu-west-1
            -3590s code ABCD-EFGH for 590s every 5s; wake at -3585s
            -3585s code ABCD-EFGH for 585s every 5s; poll in eu-west-1
            -3585s code ABCD-EFGH for 585s every 5s; wake at -3580s
        "#]]);
}

#[test]
fn set_back_it_delays_no_poll_on_coming_back() {
    Story::with_code(Some(5))
        .ring()
        .polled(Err(ErrorKind::AuthorizationPending))
        .set_clock(-AN_HOUR)
        .wait(1)
        .input(Input::CameBack)
        .ring()
        .check(expect![[r#"
            5s     code ABCD-EFGH for 595s every 5s; poll in eu-west-1
            5s     code ABCD-EFGH for 595s every 5s; wake at 10s
            -3594s code ABCD-EFGH for 590s every 5s; wake at -3589s
            -3589s code ABCD-EFGH for 585s every 5s; poll in eu-west-1
        "#]]);
}

#[test]
fn set_forward_it_ends_no_code_that_aws_still_knows() {
    let mut story = Story::with_code(Some(5));
    story
        .ring()
        .polled(Err(ErrorKind::AuthorizationPending))
        .set_clock(AN_HOUR)
        .ring()
        .polled(Err(ErrorKind::AuthorizationPending))
        .ring()
        .check(expect![[r#"
            5s     code ABCD-EFGH for 595s every 5s; poll in eu-west-1
            5s     code ABCD-EFGH for 595s every 5s; wake at 10s
            3610s  code ABCD-EFGH for 0s every 5s; poll in eu-west-1
            3610s  code ABCD-EFGH for 590s every 5s; wake at 3615s
            3615s  code ABCD-EFGH for 585s every 5s; poll in eu-west-1
        "#]]);
    story
        .polled(Err(ErrorKind::ExpiredToken))
        .check_last(expect!["3615s  failed: Expired, Some(ExpiredToken)"]);
}

#[test]
fn a_code_that_is_pending_for_ever_ends_with_the_time_that_was_waited() {
    let mut story = Story::with_code(Some(5));
    let mut polls = 0;
    story.ring();
    while let FlowState::AwaitingApproval(_) = story.flow.state() {
        polls += 1;
        if polls % 20 == 0 {
            story.set_clock(if polls % 40 == 0 { AN_HOUR } else { -AN_HOUR });
        }
        story.polled(Err(ErrorKind::AuthorizationPending));
        if let FlowState::AwaitingApproval(_) = story.flow.state() {
            story.ring();
            // It ends as soon as the last answer is there.
            assert!(matches!(story.flow.state(), FlowState::AwaitingApproval(_)));
        }
    }
    assert!((119..=122).contains(&polls), "{polls}");
}

#[test]
fn the_region_is_in_doubt_after_a_minute_of_waiting() {
    let mut story = Story::with_code(Some(5));
    story.set_clock(-AN_HOUR);
    for _ in 0..12 {
        story.ring().polled(Err(ErrorKind::AuthorizationPending));
    }
    let FlowState::AwaitingApproval(code) = story.flow.state() else { panic!() };
    assert!(code.may_be_the_wrong_region(story.now));
}

#[test]
fn set_forward_it_ends_no_code_between_two_polls() {
    Story::with_code(Some(50))
        .ring()
        .polled(Err(ErrorKind::AuthorizationPending))
        .set_clock(480)
        .input(Input::CameBack)
        .polled(Err(ErrorKind::AuthorizationPending))
        .ring()
        .polled(Err(ErrorKind::AuthorizationPending))
        .ring()
        .ring()
        .check(expect![[r#"
            50s    code ABCD-EFGH for 550s every 50s; poll in eu-west-1
            50s    code ABCD-EFGH for 550s every 50s; wake at 100s
            530s   code ABCD-EFGH for 70s every 50s; poll in eu-west-1
            530s   code ABCD-EFGH for 70s every 50s; wake at 580s
            580s   code ABCD-EFGH for 20s every 50s; poll in eu-west-1
            580s   code ABCD-EFGH for 20s every 50s; wake at 600s
            600s   code ABCD-EFGH for 0s every 50s; wake at 630s
            630s   code ABCD-EFGH for 0s every 50s; poll in eu-west-1
        "#]]);
}

#[test]
fn a_starting_call_is_tried_again_in_time() {
    Story::new().sign_in().not_registered(ErrorKind::Unreachable).set_clock(-AN_HOUR).ring().check(
        expect![[r#"
            0s     registering; register in eu-west-1
            0s     registering, Unreachable x1; wake at 1s
            -3599s registering, Unreachable x1; register in eu-west-1
        "#]],
    );
}

#[test]
fn a_token_is_refreshed_in_time() {
    let mut story = Story::with_session(Some("hush-refresh-1"));
    story.set_clock(-2 * AN_HOUR).ring().refreshed(Err(ErrorKind::Unreachable));
    story.set_clock(-AN_HOUR).ring().refreshed(Ok(token(None))).check(expect![[r#"
        -3899s signed in until 3601s; refresh with token 1
        -3899s signed in until 3601s, Unreachable x1; wake at -3897s
        -7497s signed in until 3601s, Unreachable x1; refresh with token 1
        -7497s signed in until -3897s; wake at -4197s
    "#]]);
}
