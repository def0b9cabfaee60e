//! The sign-in, told step by step.

mod story;

mod signing_in;
mod starting;

mod signed_in;

mod clock;

mod always;
