//! A long text: what is typed counts after a pause; a very long one is not typed into.

use super::*;
use crate::effect::Timer;

/// Profiles, some hundred kilobytes of them.
fn long(profiles: usize) -> String {
    let profile = |number| {
        format!(
            "[profile p{number:04}]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = R{number}\n"
        )
    };
    format!("{CORP}nonsense\n{}", (0..profiles).map(profile).collect::<String>())
}

#[test]
fn what_is_typed_into_a_long_text_counts_after_a_pause() {
    let text = long(2000);
    let mut page = Screen::pasted(&text);
    let typed = format!("# mine\n{text}");
    page.types(&format!("#\n{text}"));
    page.types(&typed);
    assert!(matches!(page.asked.last(), Some(Effect::WakeAt(_, Timer::ConfigPause))));
    assert_eq!((page.config() == text, &**page.state.box_text().expose()), (true, &*typed));
    page.send(Msg::PauseOver);
    assert!(page.config() == typed);
    // Whatever else is done counts it at once.
    page.types(&text);
    page.send(Msg::RemoveClicked("p0000".into()));
    let removed =
        "[profile p0000]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = R0\n";
    assert_eq!(page.config().len(), text.len() - removed.len());
    page.send(Msg::UndoClicked);
    assert!(page.config() == text);
}

#[test]
fn a_very_long_text_is_read_only_and_can_be_replaced() {
    let text = long(13_000);
    let mut page = Screen::pasted(&text);
    assert!(page.state.is_read_only());
    let shown = page.state.box_text();
    assert!(text.starts_with(&**shown.expose()));
    assert_eq!(shown.expose().lines().count(), 500);
    page.types("x");
    page.send(Msg::PauseOver);
    assert!(page.config() == text);
    page.send(Msg::RemoveClicked("p0001".into()));
    assert_eq!(page.state.draft.overview.profiles, 12_999);
    page.send(pasted("[profile a]\n"));
    assert!(!page.state.is_read_only());
}
