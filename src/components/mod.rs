//! Parts that several screens draw, in the design's markup. They decide nothing: what they show is in their props.

mod callout;
mod code_block;
mod command;
mod copy_button;
mod files;
mod fold;
mod highlight;
mod icon;
mod local_time;
mod paste_area;
mod region_select;
mod shell_select;
mod step;
mod text_field;

#[cfg(test)]
mod tests;

pub use callout::{Callout, Tone};
pub use code_block::CodeBlock;
pub use command::Command;
pub use copy_button::{CopyButton, CopyLook};
pub use files::{FileButton, WhereFilesAre};
pub use fold::Fold;
pub use icon::{Glyph, icon, mark, small_icon};
pub use local_time::{LocalTime, TimeForm};
pub use paste_area::{PasteArea, PasteScope};
pub use region_select::{Choice, RegionSelect, Select, SelectLook};
pub use shell_select::ShellSelect;
pub use step::{Step, StepState, Steps};
pub use text_field::{FieldError, TextField};
