//! Any text is a document that keeps every byte.
#![no_main]

mod input;
#[allow(dead_code, reason = "each target checks some of the promises")]
#[path = "../../crates/domain/tests/promises/mod.rs"]
mod promises;

use input::Input;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::every_byte_is_kept(&Input::of(bytes).text));
