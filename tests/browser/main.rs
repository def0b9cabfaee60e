//! What touches the browser, in a real one: calls, clock, alarms, clipboard, files, addresses, and the page itself.
//!
//! Not here: the network. A stand-in for `fetch` answers, and what it was asked is compared. Natively there is
//! nothing to run.
#![cfg(target_arch = "wasm32")]

mod alarms;
mod cache_files;
mod calls;
mod document;
mod faults;
mod flow;
mod folder;
mod host;
mod large_list;
mod page;
mod waiting;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
