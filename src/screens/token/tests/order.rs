//! In which order answers stand.

use super::{CREDENTIALS, CUT_OFF, REFRESHED, REGISTRATION, TOKEN, dropped};
use crate::testing::Page;
use chrono::TimeDelta;

/// The files' names in the order in which they are shown.
fn order(page: &Page) -> Vec<&str> {
    let sorted = page.checked().sorted(page.now);
    sorted.into_iter().filter_map(|(_, answer)| answer.name.as_deref()).collect()
}

#[test]
fn what_works_comes_first_and_what_has_ended_last_whatever_it_is() {
    let tool = r#"{"issuerUrl":"u","accessToken":"SECRET","expiresAt":"2026-11-24T10:30:00Z"}"#;
    let credentials = CREDENTIALS.replace("T11:00", "T10:45");
    let mut page = dropped(&[
        ("broken", CUT_OFF),
        ("ended-registration", &REGISTRATION.replace("2027", "2026")),
        ("registration", REGISTRATION),
        ("credentials", &credentials),
        ("later", &TOKEN.replace("T11:", "T18:")),
        ("ended", &TOKEN.replace("T11:", "T09:")),
        ("ended-credentials", &credentials.replace("T10:", "T09:")),
        ("ended-before", &TOKEN.replace("T11:", "T08:")),
        ("tool", tool),
        ("refreshed", REFRESHED),
        ("soon", TOKEN),
    ]);
    let rest = ["credentials", "registration", "broken"];
    let ended = ["ended", "ended-before", "ended-credentials", "ended-registration"];
    let works = ["soon", "later", "refreshed", "tool"];
    assert_eq!(order(&page), [&works[..], &rest, &ended].concat());
    page.pass(TimeDelta::minutes(59));
    let ended_since = ["ended", "ended-before", "tool", "credentials", "ended-credentials"];
    assert_eq!(
        order(&page),
        [
            &["soon", "later", "refreshed", "registration", "broken"][..],
            &ended_since,
            &["ended-registration"]
        ]
        .concat()
    );
    page.pass(TimeDelta::minutes(1));
    assert_eq!(order(&page)[..3], ["later", "refreshed", "registration"]);
    assert_eq!(order(&page)[4], "soon");
}

#[test]
fn files_that_end_at_once_stay_as_they_came() {
    let mut page = dropped(&[("b", TOKEN), ("a", TOKEN), ("c", TOKEN)]);
    assert_eq!(order(&page), ["b", "a", "c"]);
    page.pass(TimeDelta::hours(2));
    assert_eq!(order(&page), ["b", "a", "c"]);
}
