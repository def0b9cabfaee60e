//! Time on "Check a token": a held clock, so that nothing is waited for.

use super::{drop_files, open};
use onramp_e2e::{Page, Role, assert_shows, until, with_demo};

const BEGIN: &str = "2026-11-24T10:00:00Z";
/// Ends twenty minutes later; the file of the session `corp`.
const FILE: (&str, &str) = (
    "ee0bfd2552fbd840c02cc48b6e823320543c450f.json",
    r#"{"startUrl": "https://solo.awsapps.com/start", "region": "us-east-1", "accessToken": "SECRET-ACCESS", "expiresAt": "2026-11-24T10:20:00Z"}"#,
);

/// What is left, as it is read out.
async fn shows(page: &Page, state: &str, left: &str) {
    until(left, async || {
        let said = "return document.querySelector('article [role=timer]')?.ariaLabel ?? ''";
        (page.script(said).await == left).then_some(())
    })
    .await;
    page.wait_for_text(Role::Article, state).await;
}

#[tokio::test]
async fn a_count_down_reaches_zero_and_the_state_changes_without_a_reload() {
    with_demo(&[], async |page| {
        page.hold_the_clock(BEGIN).await;
        open(page).await;
        page.script("window.sameLoad = true").await;
        drop_files(page, &[FILE]).await;
        shows(page, "Signed in", "20 min 0 s left").await;
        page.pass_seconds(1).await;
        shows(page, "Signed in", "19 min 59 s left").await;
        page.pass_seconds(300).await;
        shows(page, "Ends soon", "14 min 59 s left").await;
        page.pass_seconds(14 * 60 + 58).await;
        shows(page, "Ends soon", "1 s left").await;
        page.pass_seconds(1).await;
        shows(page, "Log in again", "ended 0 s ago").await;
        page.wait_for_text(Role::Article, "aws sso login --sso-session corp").await;
        assert_eq!(page.script("return window.sameLoad").await, true);
    })
    .await;
}

#[tokio::test]
async fn after_a_sleep_the_count_down_is_right_at_once() {
    with_demo(&[], async |page| {
        page.hold_the_clock(BEGIN).await;
        open(page).await;
        drop_files(page, &[FILE]).await;
        shows(page, "Signed in", "20 min 0 s left").await;
        // The clock goes on, and no timer rings.
        page.sleep_seconds(2 * 3600).await;
        shows(page, "Log in again", "ended 1 h 40 min ago").await;
    })
    .await;
}

#[tokio::test]
async fn a_person_elsewhere_is_told_when_a_sign_in_ends() {
    with_demo(&[], async |page| {
        page.allow_notifications().await;
        page.hold_the_clock(BEGIN).await;
        open(page).await;
        drop_files(page, &[FILE]).await;
        page.press(Role::Button, "Tell me when it ends").await;
        page.wait_for_text(Role::Article, "Your browser tells you").await;
        page.hide().await;
        page.pass_seconds(301).await;
        assert_shows!(page.notices().await, ["Your AWS sign-in ends soon (Session corp)"]);
        page.pass_seconds(15 * 60).await;
        assert_shows!(page.notices().await[1..], ["Your AWS sign-in has ended (Session corp)"]);
        page.show().await;
        page.pass_seconds(60).await;
        assert_shows!(page.notices().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_person_on_another_screen_is_told_when_a_sign_in_ends() {
    with_demo(&[], async |page| {
        page.allow_notifications().await;
        page.hold_the_clock(BEGIN).await;
        open(page).await;
        drop_files(page, &[FILE]).await;
        page.press(Role::Button, "Tell me when it ends").await;
        page.wait_for_text(Role::Article, "Your browser tells you").await;
        page.press(Role::Link, "Tidy my config").await;
        page.find(Role::Textbox, "Your config").await;
        page.pass_seconds(20 * 60 + 1).await;
        let notices = [
            "Your AWS sign-in ends soon (Session corp)",
            "Your AWS sign-in has ended (Session corp)",
        ];
        assert_shows!(page.notices().await, notices);
        page.press(Role::Link, "Check a token").await;
        page.find(Role::Region, "Result").await;
        assert_shows!(page.names(Role::Article).await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_says_no_is_said() {
    with_demo(&[], async |page| {
        page.deny_notifications().await;
        page.hold_the_clock(BEGIN).await;
        open(page).await;
        drop_files(page, &[FILE]).await;
        page.press(Role::Button, "Tell me when it ends").await;
        page.wait_for_text(Role::Article, "Your browser doesn't let this page tell you").await;
    })
    .await;
}

#[tokio::test]
async fn a_reminder_is_a_calendars_file() {
    with_demo(&[], async |page| {
        let downloads = page.downloads().await;
        page.hold_the_clock(BEGIN).await;
        open(page).await;
        drop_files(page, &[FILE]).await;
        page.press(Role::Button, "Remind me before it ends").await;
        let file = downloads.bytes_of("aws-sign-in.ics").await;
        let file = String::from_utf8(file).expect("it is text");
        for line in [
            "BEGIN:VCALENDAR",
            "DTSTAMP:20261124T100000Z",
            "DTSTART:20261124T102000Z",
            "SUMMARY:AWS sign-in ends: aws sso login --sso-session corp",
            "END:VCALENDAR",
        ] {
            assert!(file.split("\r\n").any(|found| found == line), "no {line} in {file:?}");
        }
    })
    .await;
}
