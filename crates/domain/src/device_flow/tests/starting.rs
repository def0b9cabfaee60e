//! Registering and asking for a code: what is tried again, and what each refusal comes to.

use super::story::{Story, code, portal};
use crate::aws::{ErrorKind, RelayRefusal};
use crate::device_flow::FlowState;
use expect_test::expect;

#[test]
fn a_registration_that_aws_forgot_is_made_anew_once() {
    Story::new()
        .sign_in()
        .registered()
        .not_authorized(ErrorKind::InvalidClient)
        .registered()
        .authorized(code(Some(1)))
        .ring()
        .polled(Err(ErrorKind::InvalidClient))
        .check(expect![[r#"
            0s     registering; register in eu-west-1
            0s     authorizing; authorize in eu-west-1
            0s     registering; register in eu-west-1
            0s     authorizing; authorize in eu-west-1
            0s     code ABCD-EFGH for 600s every 1s; wake at 1s
            1s     code ABCD-EFGH for 599s every 1s; poll in eu-west-1
            1s     failed: ClientRefused, Some(InvalidClient)
        "#]]);
}

#[test]
fn a_registration_that_ends_under_a_code_brings_another_code_and_says_so() {
    Story::with_code(Some(1))
        .ring()
        .polled(Err(ErrorKind::InvalidClient))
        .registered()
        .authorized(code(Some(1)))
        .check(expect![[r#"
            1s     code ABCD-EFGH for 599s every 1s; poll in eu-west-1
            1s     registering; register in eu-west-1
            1s     authorizing; authorize in eu-west-1
            1s     new code ABCD-EFGH for 600s every 1s; wake at 2s
        "#]]);
}

#[test]
fn starting_is_tried_four_times() {
    Story::new()
        .sign_in()
        .not_registered(ErrorKind::Unreachable)
        .ring()
        .not_registered(ErrorKind::ServerError)
        .ring()
        .registered()
        .not_authorized(ErrorKind::ServerError)
        .ring()
        .not_authorized(ErrorKind::ServerError)
        .ring()
        .not_authorized(ErrorKind::ServerError)
        .ring()
        .not_authorized(ErrorKind::Throttled)
        .check(expect![[r#"
            0s     registering; register in eu-west-1
            0s     registering, Unreachable x1; wake at 1s
            1s     registering, Unreachable x1; register in eu-west-1
            1s     registering, ServerError x2; wake at 3s
            3s     registering, ServerError x2; register in eu-west-1
            3s     authorizing; authorize in eu-west-1
            3s     authorizing, ServerError x1; wake at 4s
            4s     authorizing, ServerError x1; authorize in eu-west-1
            4s     authorizing, ServerError x2; wake at 6s
            6s     authorizing, ServerError x2; authorize in eu-west-1
            6s     authorizing, ServerError x3; wake at 10s
            10s    authorizing, ServerError x3; authorize in eu-west-1
            10s    failed: NoAnswer, Some(Throttled)
        "#]]);
}

#[test]
fn each_refusal_of_the_start_has_its_own_exit() {
    for (kind, name) in [
        (ErrorKind::InvalidRequest, "WrongPlace"),
        (ErrorKind::InvalidScope, "ClientRefused"),
        (ErrorKind::NoRelay, "NoRelay"),
        (ErrorKind::Relay(RelayRefusal::NotOffered), "Refused"),
        (ErrorKind::Forbidden, "Refused"),
        (ErrorKind::BadRequest, "Unexpected"),
    ] {
        let mut story = Story::new();
        story.sign_in().registered().not_authorized(kind);
        let FlowState::Failed { portal: at, failure } = story.flow.state() else {
            panic!("{kind:?}")
        };
        assert!(format!("{failure:?}").starts_with(name), "{failure:?}");
        assert_eq!(*at, portal("eu-west-1"));
    }
}
