//! Any bytes on a connection are answered by the host in its real mode, and nobody but AWS is called for them.
#![no_main]

#[path = "../../crates/host/tests/host/any_request.rs"]
mod any_request;
#[allow(dead_code, reason = "the host's own tests need the rest")]
#[path = "../../crates/host/tests/host/support.rs"]
mod support;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    any_request::only_aws_is_called(&any_request::request_of(bytes));
});
