//! Word that a sign-in ends, for a person who is elsewhere.

use super::{REFRESHED, REGISTRATION, TOKEN};
use crate::app::effect::Effect;
use crate::app::event::{Alarm, Event, TokenEvent};
use crate::app::testing::{Page, brief};
use crate::app::token::{NoticeWords, Notifying, Permission};
use chrono::TimeDelta;
use expect_test::{Expect, expect};
use onramp_domain::cache::Owner;

const WORDS: NoticeWords = NoticeWords { soon: "soon", ended: "ended", session: "Session" };

/// A page with these files, on which "Tell me" was pressed and this was answered.
fn asked(files: &[(&str, &str)], answer: Permission) -> Page {
    let mut page = Page::open("#/token");
    page.drop_files(files);
    let effects = page.token(TokenEvent::NotifyClicked(WORDS));
    assert_eq!(brief(&effects), "AskToNotify");
    page.token(TokenEvent::NotifyAnswered(answer));
    page
}

/// What is told as time passes, a line a step.
#[track_caller]
fn check(page: &mut Page, minutes: &[i64], expect: Expect) {
    let step = |minutes: &i64| {
        page.now += TimeDelta::minutes(*minutes);
        let effects = page.send(Event::Woke(Alarm::Second));
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
    let mut page = asked(&[("a.json", TOKEN)], Permission::Granted);
    page.send(Event::WentAway);
    check(
        &mut page,
        &[40, 5, 1, 10, 4, 1],
        expect![[r#"
            10:40: 
            10:45: 
            10:46: soon ()
            10:56: 
            11:00: ended ()
            11:01: "#]],
    );
}

#[test]
fn after_a_sleep_only_the_end_is_told() {
    let file = Owner::Session("corp".to_owned()).file_name();
    let mut page = asked(&[(&file, TOKEN), ("b.json", REGISTRATION)], Permission::Granted);
    page.send(Event::WentAway);
    check(
        &mut page,
        &[600, 1],
        expect![[r#"
            20:00: ended (Session corp)
            20:01: "#]],
    );
}

#[test]
fn a_person_who_is_there_is_not_told_and_what_they_saw_is_not_told_later() {
    let mut page = asked(&[("a.json", TOKEN)], Permission::Granted);
    check(&mut page, &[50], expect!["10:50: "]);
    page.send(Event::WentAway);
    check(
        &mut page,
        &[1, 10],
        expect![[r#"
            10:51: 
            11:01: ended ()"#]],
    );
    page.send(Event::CameBack);
    check(&mut page, &[60], expect!["12:01: "]);
}

#[test]
fn what_the_cli_refreshes_is_not_told() {
    let mut page = asked(&[("a.json", &REFRESHED.replace("T09", "T10"))], Permission::Granted);
    page.send(Event::WentAway);
    check(
        &mut page,
        &[20, 20],
        expect![[r#"
        10:20: 
        10:40: "#]],
    );
}

#[test]
fn without_permission_nothing_is_told_and_it_can_be_asked_for_again() {
    for (answer, expected) in [
        (Permission::Denied, Notifying::Denied),
        (Permission::Unsupported, Notifying::Unsupported),
        (Permission::Unanswered, Notifying::Off),
    ] {
        let mut page = asked(&[("a.json", TOKEN)], answer);
        assert_eq!(page.model().token.notifying(), expected);
        page.send(Event::WentAway);
        check(&mut page, &[120], expect!["12:00: "]);
        assert_eq!(brief(&page.token(TokenEvent::NotifyClicked(WORDS))), "AskToNotify");
    }
}

#[test]
fn a_second_press_turns_it_off_and_so_does_clear() {
    let mut page = asked(&[("a.json", TOKEN)], Permission::Granted);
    assert_eq!(brief(&page.token(TokenEvent::NotifyClicked(WORDS))), "");
    assert_eq!(page.model().token.notifying(), Notifying::Off);
    let mut page = asked(&[("a.json", TOKEN)], Permission::Granted);
    page.token(TokenEvent::ClearClicked);
    assert_eq!(page.model().token.notifying(), Notifying::Off);
    page.token(TokenEvent::NotifyAnswered(Permission::Granted));
    assert_eq!(page.model().token.notifying(), Notifying::Off);
}

#[test]
fn a_browser_that_can_not_show_it_after_all_is_unsupported() {
    let mut page = asked(&[("a.json", TOKEN)], Permission::Granted);
    page.token(TokenEvent::NotifyAnswered(Permission::Unsupported));
    assert_eq!(page.model().token.notifying(), Notifying::Unsupported);
}

#[test]
fn leaving_the_screen_ends_it() {
    let mut page = asked(&[("a.json", TOKEN)], Permission::Granted);
    page.send(Event::AddressChanged(crate::app::route::Route::parse("", "#/help")));
    page.send(Event::WentAway);
    check(&mut page, &[600], expect!["20:00: "]);
}
