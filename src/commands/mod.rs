//! The commands that a person runs, for the shell they use.

mod shell;

mod put_in_place;

pub use put_in_place::backup_name;
pub use shell::CommandShell;
