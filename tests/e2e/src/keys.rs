//! The keys that have no character of their own, as WebDriver writes them.

use fantoccini::key::Key;

/// Holds Control and presses V: pastes.
pub(crate) fn paste() -> String {
    let modifier = if cfg!(target_os = "macos") { Key::Meta } else { Key::Control };
    format!("{}v{}", char::from(modifier), char::from(Key::Null))
}
