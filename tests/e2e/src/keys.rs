//! The keyboard, for people who have no mouse.

use crate::page::Page;
use crate::role::Role;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::json;

/// A key without a character of its own, or with a meaning of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// To the next control.
    Tab,
    /// Follows or sends.
    Enter,
    /// Presses or ticks.
    Space,
    /// To the next choice.
    Down,
    /// To the choice before.
    Up,
    /// To the control beside.
    Right,
    /// To the search field.
    Slash,
}

impl Press {
    fn character(self) -> char {
        match self {
            Press::Tab => Key::Tab.into(),
            Press::Enter => Key::Enter.into(),
            Press::Space => ' ',
            Press::Down => Key::Down.into(),
            Press::Up => Key::Up.into(),
            Press::Right => Key::Right.into(),
            Press::Slash => '/',
        }
    }
}

/// More controls than any screen has.
const MOST_TABS: usize = 200;

impl Page {
    /// Presses a key, wherever the focus is.
    pub async fn key(&self, key: Press) {
        self.keys(&key.character().to_string()).await;
    }

    /// Presses a key while Shift is held.
    pub async fn shift_key(&self, key: Press) {
        let (shift, value) = (char::from(Key::Shift), key.character());
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: shift })
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Up { value: shift });
        self.client.perform_actions(keys).await.expect("the browser takes keys");
    }

    /// Writes a text, wherever the focus is.
    pub async fn type_text(&self, text: &str) {
        self.keys(text).await;
    }

    /// Presses Tab until the focus is on the only element with this role and name; says how often.
    ///
    /// # Panics
    /// When Tab does not lead there.
    pub async fn tab_to(&self, role: Role, name: &str) -> usize {
        let element = self.find(role, name).await;
        for pressed in 0..MOST_TABS {
            let script = "return document.activeElement === arguments[0]";
            let there = self.client.execute(script, vec![json!(element)]).await;
            if there.expect("the element is still there") == json!(true) {
                return pressed;
            }
            self.key(Press::Tab).await;
        }
        panic!("Tab does not lead to {} {name:?}", role.name());
    }

    /// Holds Control and presses Z: takes back what was written last, wherever the focus is.
    pub async fn undo(&self) {
        self.shortcut('z').await;
    }

    /// Copies a text elsewhere and pastes it wherever the focus is, by keyboard.
    pub async fn paste_by_keyboard(&self, text: &str) {
        let ours = self.client.window().await.expect("the page has a window");
        let tab = self.client.new_window(true).await.expect("a tab can be opened");
        self.client.switch_to_window(tab.handle).await.expect("the new tab is there");
        let add = "const area = document.createElement('textarea');
            document.body.append(area);
            area.value = arguments[0];
            area.select();";
        self.client.execute(add, vec![json!(text)]).await.expect("an empty tab can be written in");
        self.shortcut('c').await;
        self.client.close_window().await.expect("the new tab is still there");
        self.client.switch_to_window(ours).await.expect("the page is still there");
        self.shortcut('v').await;
    }

    async fn shortcut(&self, letter: char) {
        let modifier = char::from(modifier());
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: modifier })
            .then(KeyAction::Down { value: letter })
            .then(KeyAction::Up { value: letter })
            .then(KeyAction::Up { value: modifier });
        self.client.perform_actions(keys).await.expect("the browser takes keys");
    }

    async fn keys(&self, text: &str) {
        let keys = text.chars().fold(KeyActions::new("keyboard".to_owned()), |keys, value| {
            keys.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.client.perform_actions(keys).await.expect("the browser takes keys");
    }
}

/// Holds Control and presses V: pastes.
pub(crate) fn paste() -> String {
    format!("{}v{}", char::from(modifier()), char::from(Key::Null))
}

/// Holds Control and presses A: selects everything in a field; and erases it.
pub(crate) fn erase() -> String {
    let (modifier, release) = (char::from(modifier()), char::from(Key::Null));
    format!("{modifier}a{release}{}", char::from(Key::Backspace))
}

fn modifier() -> Key {
    if cfg!(target_os = "macos") { Key::Meta } else { Key::Control }
}
