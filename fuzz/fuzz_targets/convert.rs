//! A profile that is converted signs in where it did.
#![no_main]

mod input;

use input::{Input, promises};
use onramp_domain::config::SignInForm;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Input { choices: [form, profile, session, _], text } = Input::of(bytes);
    let session = input::session_name(session);
    let form = match form % 3 {
        0 => SignInForm::Session(&session),
        1 => SignInForm::Legacy,
        _ => SignInForm::Both(&session),
    };
    promises::edits::a_conversion_keeps_the_sign_in(&text, input::name(profile), form);
});
