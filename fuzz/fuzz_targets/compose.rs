//! Edits one after another, put together, are those edits.
#![no_main]

mod input;
#[allow(dead_code, reason = "each target checks some of the promises")]
#[path = "../../crates/domain/tests/promises/mod.rs"]
mod promises;

use input::Input;
use onramp_domain::config::{
    Document, Plan, SignInForm, plan_convert, plan_merge, plan_remove, remarks,
};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Input { choices, text } = Input::of(bytes);
    let steps = choices.map(|choice| move |document: &Document| step(document, choice));
    let steps = steps.each_ref().map(|step| step as &dyn Fn(&Document) -> Plan);
    promises::edits::edits_together_are_the_edits(&text, &steps);
});

/// One of the edits that the page offers; where it can't be done, a removal.
fn step(document: &Document, choice: u8) -> Plan {
    let name = input::name(choice >> 2);
    let other = match choice % 4 {
        0 => Some(plan_merge(document, [&input::entry([choice >> 5, choice >> 2])])),
        1 => remarks(document, None).iter().find_map(|remark| remark.fix()),
        2 => {
            let session = input::session_name(choice >> 5);
            plan_convert(document, [name], SignInForm::Session(&session)).ok()
        }
        _ => None,
    };
    other.unwrap_or_else(|| plan_remove(document, name))
}
