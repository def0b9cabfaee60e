//! A merge into any text changes what it names, once, and is read back.
#![no_main]

mod input;

use input::{Input, promises};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Input { choices: [form, profile, ..], text } = Input::of(bytes);
    promises::a_merge_is_read_back(&text, &input::entry([form, profile]));
});
