//! Word that a sign-in ends, for a person who looks elsewhere.

use super::super::msg::Msg;
use super::super::state::Notifications;
use super::{REFRESHED, REGISTRATION, TOKEN, dropped};
use crate::app;
use crate::effect::{Effect, Permission, Timer};
use crate::testing::{Page, brief};
use chrono::TimeDelta;
use expect_test::{Expect, expect};
use onramp_domain::cache_file::Owner;

/// A page with these files, on which "Tell me" was pressed and this was answered.
fn asked(files: &[(&str, &str)], answer: Permission) -> Page {
    let mut page = dropped(files);
    let effects = page.token(Msg::NotifyClicked);
    assert_eq!(brief(&effects), "AskToNotify");
    page.token(Msg::NotifyAnswered(answer));
    page
}

/// What is told as time passes, a line a step.
#[track_caller]
fn check(page: &mut Page, minutes: &[i64], expect: Expect) {
    let step = |minutes: &i64| {
        page.now += TimeDelta::minutes(*minutes);
        let effects = page.send(app::Msg::Woke(Timer::SignInEnds));
        let told = effects.iter().filter_map(|effect| match effect {
            Effect::Notify { title, body } => Some(format!("{title} ({body})")),
            _ => None,
        });
        let time = page.now.time().to_string();
        format!("{}: {}", &time[..5], told.collect::<Vec<_>>().join(", "))
    };
    expect.assert_eq(&minutes.iter().map(step).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_person_who_is_away_is_told_once_of_each() {
    let corp = &Owner::Session("corp".to_owned()).file_name();
    let refreshed = &REFRESHED.replace("T09", "T10");
    for (files, minutes, expect) in [
        (
            &[("a.json", TOKEN)][..],
            &[40, 5, 1, 10, 4, 1][..],
            expect![[r#"
                10:40: 
                10:45: 
                10:46: Your AWS sign-in ends soon ()
                10:56: 
                11:00: Your AWS sign-in has ended ()
                11:01: "#]],
        ),
        // After a sleep only the end is told.
        (
            &[(corp, TOKEN), ("b.json", REGISTRATION)],
            &[600, 1],
            expect![[r#"
                20:00: Your AWS sign-in has ended (Session corp)
                20:01: "#]],
        ),
        // What the CLI refreshes is not.
        (
            &[("a.json", refreshed)],
            &[20, 20],
            expect![[r#"
                10:20: 
                10:40: "#]],
        ),
    ] {
        let mut page = asked(files, Permission::Granted);
        page.send(app::Msg::WentAway);
        check(&mut page, minutes, expect);
    }
}

#[test]
fn it_goes_on_on_another_screen_where_this_one_does_not_tell() {
    let file = Owner::Session("corp".to_owned()).file_name();
    let mut page = asked(&[(&file, TOKEN)], Permission::Granted);
    page.go("#/help");
    check(
        &mut page,
        &[50, 10],
        expect![[r#"
            10:50: Your AWS sign-in ends soon (Session corp)
            11:00: Your AWS sign-in has ended (Session corp)"#]],
    );
}

#[test]
fn a_person_who_is_there_is_not_told_and_what_they_saw_is_not_told_later() {
    let mut page = asked(&[("a.json", TOKEN)], Permission::Granted);
    check(&mut page, &[50], expect!["10:50: "]);
    page.send(app::Msg::WentAway);
    check(
        &mut page,
        &[1, 10],
        expect![[r#"
            10:51: 
            11:01: Your AWS sign-in has ended ()"#]],
    );
    page.send(app::Msg::CameBack);
    check(&mut page, &[60], expect!["12:01: "]);
}

#[test]
fn without_permission_nothing_is_told_and_it_can_be_asked_for_again() {
    for (answer, expected) in [
        (Permission::Denied, Notifications::Denied),
        (Permission::Unsupported, Notifications::Unsupported),
        (Permission::Unanswered, Notifications::Off),
    ] {
        let mut page = asked(&[("a.json", TOKEN)], answer);
        assert_eq!(page.checked().notifications, expected);
        page.send(app::Msg::WentAway);
        check(&mut page, &[120], expect!["12:00: "]);
        assert_eq!(brief(&page.token(Msg::NotifyClicked)), "AskToNotify");
    }
}

#[test]
fn a_second_press_turns_it_off_and_so_does_clear() {
    let mut page = asked(&[("a.json", TOKEN)], Permission::Granted);
    assert_eq!(brief(&page.token(Msg::NotifyClicked)), "");
    assert_eq!(page.checked().notifications, Notifications::Off);
    let mut page = asked(&[("a.json", TOKEN)], Permission::Granted);
    page.token(Msg::ClearClicked);
    assert_eq!(page.checked().notifications, Notifications::Off);
    page.token(Msg::NotifyAnswered(Permission::Granted));
    assert_eq!(page.checked().notifications, Notifications::Off);
}

#[test]
fn a_browser_that_can_not_show_it_after_all_is_unsupported() {
    let mut page = asked(&[("a.json", TOKEN)], Permission::Granted);
    page.token(Msg::NotifyAnswered(Permission::Unsupported));
    assert_eq!(page.checked().notifications, Notifications::Unsupported);
}

#[test]
fn what_was_watched_before_is_still_watched_beside_new_files() {
    let mut page = asked(&[("a.json", TOKEN)], Permission::Granted);
    page.go("#/help");
    page.go("#/token");
    page.drop_files(&[("b.json", &TOKEN.replace("T11", "T12"))]);
    page.send(app::Msg::WentAway);
    check(
        &mut page,
        &[60, 60],
        expect![[r#"
            11:00: Your AWS sign-in has ended ()
            12:00: Your AWS sign-in has ended ()"#]],
    );
}

#[test]
fn a_sign_in_that_was_renewed_by_a_login_ends_once() {
    let corp = &Owner::Session("corp".to_owned()).file_name();
    let renewed = &TOKEN.replace("T11", "T12");
    for files in [[TOKEN, renewed], [renewed, TOKEN]] {
        let mut page = asked(&[(corp, files[0])], Permission::Granted);
        page.token(Msg::SearchEntered("corp".to_owned()));
        page.drop_files(&[(corp, files[1])]);
        page.send(app::Msg::WentAway);
        check(
            &mut page,
            &[60, 60],
            expect![[r#"
                11:00: 
                12:00: Your AWS sign-in has ended (Session corp)"#]],
        );
    }
}

#[test]
fn the_page_wakes_at_least_once_a_minute_and_no_longer_than_there_is_something_to_come() {
    let mut page = asked(&[("a.json", TOKEN)], Permission::Granted);
    let mut wakes = 0;
    while let Some(at) = wake(&mut page) {
        assert!(at > page.now && at <= page.now + TimeDelta::minutes(1), "{at}");
        page.now = at;
        page.send(app::Msg::Woke(Timer::SignInEnds));
        wakes += 1;
    }
    assert_eq!((page.now.to_string().as_str(), wakes), ("2026-11-24 11:00:01 UTC", 61));
    page.token(Msg::NotifyClicked);
    assert_eq!(brief(&page.send(app::Msg::Woke(Timer::SignInEnds))), "");
}

/// When the page asked to be woken.
fn wake(page: &mut Page) -> Option<chrono::DateTime<chrono::Utc>> {
    let at = page.asked.iter().rev().find_map(|effect| match effect {
        Effect::WakeAt(at, Timer::SignInEnds) => Some(*at),
        _ => None,
    });
    page.asked.clear();
    at
}
