//! The host from outside: its real router, and the real program.

mod config;
mod log;
mod names;
mod page;
mod program;
mod refusals;
mod region_lookup;
mod relay;
mod support;
