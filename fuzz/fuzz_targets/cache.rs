//! Any text, taken for cache files, has an answer or an error for each of its pieces.
#![no_main]

mod input;

use chrono::DateTime;
use input::promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (time, text) = bytes.split_first_chunk().unwrap_or((&[0; 4], &[]));
    let now = DateTime::from_timestamp(u32::from_be_bytes(*time).into(), 0).expect("a moment");
    promises::cache_file::any_text_is_answered(&String::from_utf8_lossy(text), now);
});
