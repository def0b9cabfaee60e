//! A long text: looked through bit by bit, typed in by parts.

use super::{CORP, with_choice};
use crate::app::effect::Effect;
use crate::app::event::{Alarm, Event, TidyEvent};
use crate::app::testing::{Page, key};
use crate::app::tidy::config_text::ConfigText;
use crate::app::tidy::draft::ToDo;

/// Profiles with a remark, some hundred kilobytes of them.
fn long() -> String {
    let profile = |number| {
        format!(
            "[profile p{number:04}]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = R{number}\n"
        )
    };
    format!("{CORP}nonsense\n{}", (0..4000).map(profile).collect::<String>())
}

/// Whether something is still to be worked out, or typed, in the model.
fn wakes(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::WakeAt(_, Alarm::Tidy)))
}

#[test]
fn a_long_text_is_looked_through_bit_by_bit() {
    let mut page = Page::open("#/config");
    let effects = page.tidy(TidyEvent::ConfigPasted(ConfigText::new(long())));
    let draft = |page: &Page| {
        let draft = page.model().tidy.draft();
        (draft.to_do(), draft.overview().profiles(), draft.findings().len())
    };
    assert!(wakes(&effects));
    assert_eq!((draft(&page), page.config() == long()), ((ToDo::Everything, 0, 0), true));
    assert!(wakes(&page.send(Event::Woke(Alarm::Tidy))));
    assert_eq!(draft(&page), (ToDo::Findings, 4000, 0));
    assert!(!wakes(&page.send(Event::Woke(Alarm::Tidy))));
    assert_eq!(draft(&page), (ToDo::Nothing, 4000, 1));

    // What was there before stands until the new is there, and is not to be acted on.
    let before = page.config();
    page.tidy(TidyEvent::RemoveClicked("p0001".into()));
    assert_eq!(draft(&page), (ToDo::Everything, 4000, 1));
    page.tidy(TidyEvent::FixClicked(0));
    page.send(Event::Woke(Alarm::Tidy));
    page.send(Event::Woke(Alarm::Tidy));
    assert_eq!(draft(&page), (ToDo::Nothing, 3999, 1));
    page.tidy(TidyEvent::FixClicked(0));
    page.tidy(TidyEvent::UndoClicked);
    page.tidy(TidyEvent::UndoClicked);
    assert_eq!(page.config(), before);
    assert!(!page.model().tidy.can_undo());
}

#[test]
fn what_is_typed_into_a_part_of_a_long_text_counts_after_a_pause() {
    let mut page = Page::pasted(&long());
    page.tidy(TidyEvent::LineEntered("9000".to_owned()));
    let part = page.model().tidy.boxed().to_owned();
    let (before, after) =
        long().split_once(&part).map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    assert_eq!(before.lines().count(), 8999);
    assert!(part.len() < long().len() / 4 && !after.is_empty());
    let typed = format!("# mine\n{part}");
    page.types("#");
    page.types(&typed);
    assert_eq!((page.config() == long(), page.model().tidy.boxed()), (true, &*typed));
    page.send(Event::Woke(Alarm::Tidy));
    assert_eq!(page.config(), format!("{before}{typed}{after}"));
    assert_eq!(page.model().tidy.boxed(), typed);
    // Whatever else is done counts it at once.
    page.types(&part);
    page.tidy(TidyEvent::RemoveClicked("p0000".into()));
    assert_eq!(page.config().len(), long().len() - "[profile p0000]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = R0\n".len());
    page.tidy(TidyEvent::UndoClicked);
    page.tidy(TidyEvent::UndoClicked);
    assert!(page.config() == long());
}

#[test]
fn what_waits_is_merged_into_a_long_text_when_it_is_looked_through() {
    let mut page = with_choice(&[key("000000000042", "Admin")]);
    page.send(Event::MergeIntoConfigClicked);
    page.tidy(TidyEvent::ConfigPasted(ConfigText::new(long())));
    page.send(Event::Woke(Alarm::Tidy));
    assert!(page.config() == long());
    page.send(Event::Woke(Alarm::Tidy));
    assert!(page.config().starts_with(&long()) && page.model().tidy.waiting().entries().is_empty());
}
