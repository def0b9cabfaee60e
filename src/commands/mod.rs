//! The commands that a person runs, for the shell they use.

mod shell;

mod put_in_place;

mod save;

pub use put_in_place::backup_name;
pub use save::LONGEST_BLOCK;
pub use shell::CommandShell;
