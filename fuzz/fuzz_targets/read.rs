//! Any text is read, and fixes of its problems make nothing worse.
#![no_main]

mod input;
#[allow(dead_code, reason = "each target checks some of the promises")]
#[path = "../../crates/domain/tests/promises/mod.rs"]
mod promises;

use input::Input;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::fixes::fixes_are_safe(&Input::of(bytes).text));
