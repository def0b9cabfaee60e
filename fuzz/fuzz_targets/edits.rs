//! Edits one after another go on the same rows.
#![no_main]

mod input;

use input::{Input, promises};
use onramp_domain::config::{Editor, SignInForm};
use onramp_domain::lint::lint;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Input { choices, text } = Input::of(bytes);
    let steps = choices.map(|choice| move |editor: &mut Editor| step(editor, choice));
    let steps = steps.each_ref().map(|step| step as &dyn Fn(&mut Editor));
    promises::edits::edits_go_on_the_same_rows(&text, &steps);
});

/// One of the edits that the page offers.
fn step(editor: &mut Editor, choice: u8) {
    let name = input::name(choice >> 2);
    match choice % 4 {
        0 => editor.merge(&[input::entry([choice >> 5, choice >> 2])]),
        1 => {
            editor.fix_all_safe(&lint(editor.document(), None));
        }
        2 => {
            let session = input::session_name(choice >> 5);
            let _ = editor.convert([name], SignInForm::Session(&session));
        }
        _ => editor.remove_profiles(&[name]),
    }
}
