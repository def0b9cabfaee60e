//! A removal from any text leaves nothing of the profile and all of the others.
#![no_main]

mod input;

use input::{Input, promises};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Input { choices: [_, profile, ..], text } = Input::of(bytes);
    promises::a_removal_leaves_the_others(&text, input::name(profile));
});
