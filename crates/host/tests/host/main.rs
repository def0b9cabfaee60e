//! The host from outside: its real router, and the real program.

mod config;
mod demo;
mod log;
mod names;
mod page;
mod program;
mod proxy;
mod refusals;
mod region_lookup;
mod relay;
mod running;
mod support;
