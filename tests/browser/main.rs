//! What touches the browser, in a real one: calls, clock, timers, clipboard, files, addresses, and the page itself.
//!
//! No network: a stand-in for `fetch` answers, and what it was asked is compared. Natively there is
//! nothing to run.
#![cfg(target_arch = "wasm32")]

mod calls;
mod document;
mod faults;
mod flow;
mod folder;
mod host;
mod large_list;
mod page;
mod timers;
mod waiting;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
