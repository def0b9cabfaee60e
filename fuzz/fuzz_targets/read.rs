//! Any text is read, and every remark on it has a fix that is safe or none.
#![no_main]

mod input;
#[allow(dead_code, reason = "each target checks some of the promises")]
#[path = "../../crates/domain/tests/promises/mod.rs"]
mod promises;

use input::Input;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::fixes_are_safe(&Input::of(bytes).text));
