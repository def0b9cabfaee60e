//! Parts that several screens draw, in the design's markup. They decide nothing: what they show is in what they are given. A part is a
//! component where it has hooks or a redraw to skip; else a function.

mod button;
mod callout;
mod code_block;
mod command;
mod copy_button;
mod diff;
mod files;
mod fold;
mod highlight;
mod icon;
mod local_time;
mod paste_area;
mod qr_code;
mod region_select;
mod shell_select;
mod small_print;
mod step;
mod text_field;

#[cfg(test)]
mod tests;

pub use button::{actions, any_button, button, click, named_button};
pub use callout::{Tone, callout, note};
pub use code_block::code_block;
pub use command::command;
pub use copy_button::{COPY, copy_button};
pub use diff::{diff, diff_line};
pub use files::{file_button, where_files_are};
pub use fold::{fold, fold_of, open_fold, open_fold_of};
pub use icon::{Glyph, icon, mark, small_icon};
pub use local_time::{TimeForm, local_time};
pub use paste_area::{PasteArea, PasteScope, paste_area};
pub use qr_code::qr_code;
pub use region_select::{Choice, Select, SelectLook, region_select, select};
pub use shell_select::shell_select;
pub use small_print::{fact, paragraph, quiet, small_print};
pub use step::{StepState, road, step};
pub use text_field::{TextField, field_error, text_field};
