//! The screen before its code is there, and with a text too long for the box.

use super::super::{check, draw};
use super::pasted;
use crate::app::event::{Alarm, Event};
use crate::app::piece::Arrival;
use crate::app::testing::Page;
use expect_test::expect;

#[test]
fn until_its_piece_is_here_that_is_said_and_a_failure_can_be_tried_again() {
    check(
        Page::open("#/config").without_piece(Arrival::Coming),
        |page| page.all("main"),
        expect![[r#"
        main
          heading "Tidy my config"
          Loading this part of the page…
    "#]],
    );
    check(
        Page::open("#/config").without_piece(Arrival::Failed),
        |page| page.all("main"),
        expect![[r#"
        main
          heading "Tidy my config"
          alert
            This part of the page did not load. Your connection may be gone, or a new version of the page may just have been published: then reload it.
            button "Try again"
    "#]],
    );
}

#[test]
fn of_a_long_config_a_part_is_in_the_box_and_all_in_the_new_config() {
    let long = "[profile a]\nregion = eu-west-1\n".to_owned() + &"# more\n".repeat(20_000);
    let mut page = pasted(&long);
    page.send(Event::Woke(Alarm::Tidy));
    page.send(Event::Woke(Alarm::Tidy));
    let html = draw(page);
    assert_eq!(html.matches("<span class=\"strip\">").count(), 41);
    assert!(html.matches("# more").count() < 30_000, "the box has all of it");
    assert!(html.contains("lines 1 to 4,678 of 20,002 are in the box"), "{}", html.len());
}
