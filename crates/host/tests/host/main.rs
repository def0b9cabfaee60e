//! The host from outside: its real router, and the real program.

mod address;
mod any_request;
mod attacks;
mod config;
mod crowd;
mod demo;
mod deploy;
mod docs;
#[cfg(unix)]
mod gates;
#[cfg(unix)]
mod listening;
mod locks;
mod log;
mod names;
mod page;
mod program;
mod proxy;
mod real_mode;
mod refusals;
mod region_lookup;
mod relay;
mod running;
mod support;
mod watch;
