//! The keyboard, for people who have no mouse.

use crate::page::Page;
use crate::role::Role;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
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
        let has_focus = async |element: Element| {
            let script = "return document.activeElement === arguments[0]";
            self.client.execute(script, vec![json!(element)]).await
        };
        for pressed in 0..MOST_TABS {
            if self.with(role, name, has_focus).await == json!(true) {
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
        self.elsewhere(async || {
            let write = format!("document.activeElement.value = {}", json!(text));
            self.script(&format!("{write}; document.activeElement.select()")).await;
            self.shortcut('c').await;
        })
        .await;
        self.shortcut('v').await;
    }

    pub(crate) async fn shortcut(&self, letter: char) {
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

/// Holds Control and presses A: selects everything in a field; and erases it.
pub(crate) fn erase() -> String {
    let (modifier, release) = (char::from(modifier()), char::from(Key::Null));
    format!("{modifier}a{release}{}", char::from(Key::Backspace))
}

fn modifier() -> Key {
    if cfg!(target_os = "macos") { Key::Meta } else { Key::Control }
}
