//! Parts that several screens draw, in the design's markup. They decide nothing: what they show is in what they are
//! given. A part is a component where it has hooks or a redraw to skip; else a function.

mod button;
mod code;
mod files;
mod highlight;
mod icon;
mod local_time;
mod paragraph;
mod paste_area;
mod qr_code;
mod region_select;
mod shell_select;
mod step;
mod text_field;

#[cfg(test)]
mod tests;

pub use button::{COPY, actions, any_button, button, click, copy_button, named_button};
pub use code::{code_block, command, diff, diff_line};
pub use files::{file_button, where_files_are};
pub use icon::{Glyph, icon, mark, small_icon};
pub use local_time::{TimeForm, local_time};
pub use paragraph::{
    Tone, callout, fact, fold, fold_of, note, open_fold, open_fold_of, paragraph, quiet,
    small_print,
};
pub use paste_area::{PasteArea, PasteScope, paste_area};
pub use qr_code::qr_code;
pub use region_select::{Select, SelectLook, SelectOption, region_select, select};
pub use shell_select::shell_select;
pub use step::{StepState, road, step};
pub use text_field::{TextField, field_error, text_field};
