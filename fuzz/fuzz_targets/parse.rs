//! Any text is a document that keeps every byte.
#![no_main]

mod input;

use input::{Input, promises};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::every_byte_is_kept(&Input::of(bytes).text));
