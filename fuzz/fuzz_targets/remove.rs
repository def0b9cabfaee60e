//! A removal from any text leaves nothing of the profile and all of the others.
#![no_main]

mod input;
#[allow(dead_code, reason = "each target checks one of the promises")]
#[path = "../../crates/domain/tests/promises/mod.rs"]
mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some((name, text)) = bytes.split_first() {
        let name = input::NAMES[usize::from(*name) % input::NAMES.len()];
        promises::a_removal_leaves_the_others(&input::text_of(text), name);
    }
});
