//! Any text is read, and fixes of its problems make nothing worse.
#![no_main]

mod input;

use input::{Input, promises};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::fixes::fixes_are_safe(&Input::of(bytes).text));
