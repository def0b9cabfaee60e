//! The session: refreshed in time, after a refusal, or not at all; and its ends.

use super::story::{Story, failure, token};
use crate::aws::ErrorKind;
use crate::aws::Operation;
use crate::aws::model::LogoutResponse;
use crate::device_flow::Input;
use crate::entry::{Format, SsoSession};
use crate::names::{ConfigValue, Scopes, SessionName};
use expect_test::expect;

#[test]
fn a_token_is_refreshed_five_minutes_before_its_end_and_the_refresh_token_kept() {
    Story::with_session(Some("hush-refresh-1"))
        .ring()
        .refreshed(Ok(token(None)))
        .ring()
        .refreshed(Ok(token(Some("hush-refresh-2"))))
        .ring()
        .check(expect![[r#"
            3301s  signed in until 3601s; refresh with token 1
            3301s  signed in until 6901s; wake at 6601s
            6601s  signed in until 6901s; refresh with token 1
            6601s  signed in until 10201s; wake at 9901s
            9901s  signed in until 10201s; refresh with token 2
        "#]]);
}

#[test]
fn without_the_means_to_refresh_a_session_ends_with_its_token() {
    for none in [None, Some("")] {
        Story::with_session(none).ring().check(expect![[r#"
            3601s  signed out, expired, None
        "#]]);
    }
}

#[test]
fn a_refresh_refused_for_good_ends_the_session() {
    Story::with_session(Some("hush-refresh-1"))
        .ring()
        .refreshed(Err(ErrorKind::InvalidGrant))
        .check(expect![[r#"
            3301s  signed in until 3601s; refresh with token 1
            3301s  signed out, session ended, Some(InvalidGrant)
        "#]]);
}

#[test]
fn a_registration_that_ended_lets_the_token_live_out_its_time() {
    let mut story = Story::with_session(Some("hush-refresh-1"));
    story.ring().refreshed(Err(ErrorKind::InvalidClient));
    assert!(!story.session().refreshes_itself());
    story.ring().sign_in().check(expect![[r#"
        3301s  signed in until 3601s; refresh with token 1
        3301s  signed in until 3601s; wake at 3601s
        3601s  signed out, expired, None
        3601s  registering; register in eu-west-1
    "#]]);
}

#[test]
fn a_refresh_without_network_is_tried_until_the_tokens_end() {
    let mut story = Story::with_session(Some("hush-refresh-1"));
    while story.flow.session().is_some() {
        story.ring();
        story.refreshed(Err(ErrorKind::Unreachable));
    }
    story.check(expect![[r#"
        3301s  signed in until 3601s; refresh with token 1
        3301s  signed in until 3601s, Unreachable x1; wake at 3303s
        3303s  signed in until 3601s, Unreachable x1; refresh with token 1
        3303s  signed in until 3601s, Unreachable x2; wake at 3307s
        3307s  signed in until 3601s, Unreachable x2; refresh with token 1
        3307s  signed in until 3601s, Unreachable x3; wake at 3315s
        3315s  signed in until 3601s, Unreachable x3; refresh with token 1
        3315s  signed in until 3601s, Unreachable x4; wake at 3331s
        3331s  signed in until 3601s, Unreachable x4; refresh with token 1
        3331s  signed in until 3601s, Unreachable x5; wake at 3361s
        3361s  signed in until 3601s, Unreachable x5; refresh with token 1
        3361s  signed in until 3601s, Unreachable x6; wake at 3391s
        3391s  signed in until 3601s, Unreachable x6; refresh with token 1
        3391s  signed in until 3601s, Unreachable x7; wake at 3421s
        3421s  signed in until 3601s, Unreachable x7; refresh with token 1
        3421s  signed in until 3601s, Unreachable x8; wake at 3451s
        3451s  signed in until 3601s, Unreachable x8; refresh with token 1
        3451s  signed in until 3601s, Unreachable x9; wake at 3481s
        3481s  signed in until 3601s, Unreachable x9; refresh with token 1
        3481s  signed in until 3601s, Unreachable x10; wake at 3511s
        3511s  signed in until 3601s, Unreachable x10; refresh with token 1
        3511s  signed in until 3601s, Unreachable x11; wake at 3541s
        3541s  signed in until 3601s, Unreachable x11; refresh with token 1
        3541s  signed in until 3601s, Unreachable x12; wake at 3571s
        3571s  signed in until 3601s, Unreachable x12; refresh with token 1
        3571s  signed in until 3601s, Unreachable x13; wake at 3601s
        3601s  signed in until 3601s, Unreachable x13; refresh with token 1
        3601s  signed out, expired, Some(Unreachable)
    "#]]);
}

#[test]
fn a_token_slept_over_is_refreshed_on_coming_back() {
    let mut story = Story::with_session(Some("hush-refresh-1"));
    story
        .wait(60)
        .input(Input::CameBack)
        .wait(5 * 3600)
        .input(Input::CameBack)
        .refreshed(Err(ErrorKind::Unreachable))
        .ring()
        .refreshed(Ok(token(None)))
        .check(expect![[r#"
            61s    signed in until 3601s
            18061s signed in until 3601s; refresh with token 1
            18061s signed in until 3601s, Unreachable x1; wake at 18063s
            18063s signed in until 3601s, Unreachable x1; refresh with token 1
            18063s signed in until 21663s; wake at 21363s
        "#]]);
}

#[test]
fn what_the_cli_has_too_is_refreshed_by_the_cli() {
    let mut story = Story::with_session(Some("hush-refresh-1"));
    let session = SsoSession {
        name: SessionName::parse("corp").unwrap(),
        start_url: ConfigValue::parse("https://corp.awsapps.com/start/").unwrap(),
        region: ConfigValue::parse("eu-west-1").unwrap(),
        scopes: Scopes::default(),
    };
    let token = |format| story.session().cli_token(&session, format).expose().to_owned();
    expect![[r#"{"startUrl": "https://corp.awsapps.com/start/", "region": "eu-west-1", "accessToken": "hush-access", "expiresAt": "2027-01-15T09:00:01Z", "clientId": "client", "clientSecret": "hush-client", "registrationExpiresAt": "2027-04-15T08:00:00Z", "refreshToken": "hush-refresh-1"}"#]].assert_eq(&token(Format::SsoSession));
    assert!(!token(Format::Legacy).contains("hush-refresh-1"));
    story.input(Input::GivenToCli).ring().check(expect![[r#"
        1s     signed in until 3601s; wake at 3601s
        3601s  signed out, expired, None
    "#]]);
}

#[test]
fn a_refused_token_is_refreshed_once() {
    let mut story = Story::with_session(Some("hush-refresh-1"));
    let first = story.session().token_number();
    story.input(Input::TokenRefused(first)).input(Input::TokenRefused(first));
    story.refreshed(Ok(token(None)));
    let second = story.session().token_number();
    story.input(Input::TokenRefused(first));
    story.input(Input::TokenRefused(second)).check(expect![[r#"
        1s     signed in until 3601s; refresh with token 1
        1s     signed in until 3601s
        1s     signed in until 3601s; wake at 3301s
        1s     signed in until 3601s
        1s     signed out, session ended, None
    "#]]);
}

#[test]
fn a_token_refused_while_it_is_refreshed_in_good_time_is_refused_once_too() {
    let mut story = Story::with_session(Some("hush-refresh-1"));
    let first = story.session().token_number();
    story.ring().input(Input::TokenRefused(first)).refreshed(Ok(token(None)));
    let second = story.session().token_number();
    story.input(Input::TokenRefused(second)).check(expect![[r#"
        3301s  signed in until 3601s; refresh with token 1
        3301s  signed in until 3601s
        3301s  signed in until 6901s; wake at 6601s
        3301s  signed out, session ended, None
    "#]]);
}

#[test]
fn a_later_refusal_after_a_refresh_in_good_time_is_another_matter() {
    let mut story = Story::with_session(Some("hush-refresh-1"));
    let number = story.session().token_number();
    story.input(Input::TokenRefused(number)).refreshed(Ok(token(None)));
    story.ring().refreshed(Ok(token(None)));
    let number = story.session().token_number();
    story.input(Input::TokenRefused(number)).check(expect![[r#"
        1s     signed in until 3601s; refresh with token 1
        1s     signed in until 3601s; wake at 3301s
        3301s  signed in until 3601s; refresh with token 1
        3301s  signed in until 6901s; wake at 6601s
        3301s  signed in until 6901s; refresh with token 1
    "#]]);
}

#[test]
fn a_refused_token_that_can_not_be_refreshed_ends_the_session() {
    let mut story = Story::with_session(None);
    let number = story.session().token_number();
    story.input(Input::TokenRefused(number)).check(expect![[r#"
        1s     signed out, session ended, None
    "#]]);
    let mut story = Story::with_session(Some("hush-refresh-1"));
    let number = story.session().token_number();
    story.input(Input::TokenRefused(number));
    story.refreshed(Err(ErrorKind::InvalidClient)).check(expect![[r#"
        1s     signed in until 3601s; refresh with token 1
        1s     signed out, session ended, Some(InvalidClient)
    "#]]);
}

#[test]
fn signing_out_tells_aws_and_says_whether_it_heard() {
    let logout = |answer| {
        let mut story = Story::with_session(None);
        let before = story.asked();
        story.input(Input::SignOut);
        let asked = story.asked();
        // Answers to an earlier session's.
        story.input(Input::LoggedOut(before, Ok(LogoutResponse)));
        let unheard = failure(Operation::Logout, ErrorKind::Unreachable);
        story.input(Input::LoggedOut(before, Err(unheard)));
        story.input(Input::LoggedOut(asked, answer));
        story
    };
    logout(Ok(LogoutResponse)).check(expect![[r#"
        1s     signed out, Asked; log out in eu-west-1
        1s     signed out, Asked
        1s     signed out, Asked
        1s     signed out, Confirmed
    "#]]);
    logout(Err(failure(Operation::Logout, ErrorKind::Unauthorized))).check(expect![[r#"
        1s     signed out, Asked; log out in eu-west-1
        1s     signed out, Asked
        1s     signed out, Asked
        1s     signed out, Confirmed
    "#]]);
    logout(Err(failure(Operation::Logout, ErrorKind::Unreachable))).check(expect![[r#"
        1s     signed out, Asked; log out in eu-west-1
        1s     signed out, Asked
        1s     signed out, Asked
        1s     signed out, Unconfirmed
    "#]]);
}

#[test]
fn a_short_lived_token_is_refreshed_in_its_last_quarter() {
    let mut story = Story::with_code(Some(1));
    let short =
        crate::aws::model::CreateTokenResponse { expires_in: Some(60), ..token(Some("hush")) };
    story.ring().polled(Ok(short)).check(expect![[r#"
        1s     code ABCD-EFGH for 599s every 1s; poll in eu-west-1
        1s     signed in until 61s; wake at 46s
    "#]]);
}
