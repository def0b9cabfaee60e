//! Onramp's page: from a start URL to a working AWS CLI profile, in the browser.
//!
//! - `app`: the root component, what it knows and how it routes messages.
//! - `screens`: one folder a screen, each with its state, messages, update, view and text.
//! - `components`: parts that several screens draw.
//! - `shell`: does what `update` asks for. The only place that touches the browser.
//! - `effect`, `shared`, `route`, `host_config`, `file_text`, `numbers`, `commands`: plain data in between.
//! - `saving`: into the folder `~/.aws`, step by step.
//!
//! A message goes to `update`, which changes the state and gives effects; the shell runs the effects and sends
//! messages, `view` draws the state.

#![allow(
    missing_docs,
    unreachable_pub,
    reason = "a page and no library: what is public here is so for main.rs and for the tests in a browser"
)]

mod app;

mod screens;

mod components;

mod shell;

mod effect;

mod shared;

mod route;

mod host_config;

mod file_text;

mod saving;

mod numbers;

pub mod commands;

#[cfg(test)]
mod testing;

pub use app::{App, AppProps, Early, Msg};
pub use effect::{
    ClipboardRefused, CopyId, Effect, ElementId, FolderAnswer, FolderError, FolderId, FolderMode,
    FolderRequest, Permission, Timer,
};
pub use file_text::{FileError, FileText, ReadFile};
pub use host_config::{HostConfig, HostConfigUnreadable};
pub use route::{Route, Screen};
pub use screens::config::Msg as ConfigMsg;
pub use screens::setup::Msg as SetupMsg;
pub use screens::token::Msg as TokenMsg;
pub use shell::{Shell, now, read_early};
