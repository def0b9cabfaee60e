//! What AWS IAM Identity Center and the AWS CLI's files are, as plain data and pure functions.
//!
//! Not here: input and output, a clock, random numbers, the browser, Yew. Time comes in as an argument, answers come
//! in as values, and what is to be done next goes out as a value; so the whole crate runs natively in a unit test.
//!
//! In reading order:
//!
//! - [`aws`]: partitions, regions and their hosts; the seven operations, their JSON, and how they fail.
//! - [`portal`]: what people paste as a start URL, written one way; the hosts that are AWS's; the region a page names.
//! - [`names`]: account id, role name, session name, profile name, scopes; parsed at the edge, right ever after.
//! - [`secret`]: text that must not be printed.
//! - [`search`]: the one rule for all searching.
//! - [`sort`]: sorting, compiled once.
//! - [`entry`]: what is to be written for one profile.
//! - [`block`]: the text for a new config file, as the AWS CLI writes it.
//! - [`config`]: the config file, read as the CLI reads it and changed line by line.
//! - [`lint`]: what is wrong with a config file, and what would put it right.
//! - [`changes`]: a config against what a portal lists.
//! - [`attempt`]: the number that tells a late answer from a new one.
//! - [`device_flow`]: signing in (RFC 8628), as a state machine without I/O.
//! - [`listing`]: all accounts and their roles under a throttle, as a state machine without I/O.
//! - [`profile_name`]: profile names made from a template, distinct and working in every SDK.
//! - [`cache_file`]: what a pasted cache file of the AWS CLI is, and when it expires.
//! - [`cli_message`]: error messages of the AWS CLI and of programs that use its sign-ins.
//! - [`host_config`]: what the company that hosts a page has set.
//! - [`redact()`]: a text without its secrets.

// What unit tests share with the tests beside the crate names it as those do.
#[cfg(test)]
extern crate self as onramp_domain;

pub mod aws;

pub mod portal;

pub mod names;

pub mod secret;

pub mod search;

pub mod sort;

pub mod entry;

pub mod block;

pub mod config;

pub mod lint;

pub mod changes;

pub mod attempt;

pub mod device_flow;

pub mod listing;

pub mod profile_name;

pub mod cache_file;

pub mod cli_message;

pub mod cli_version;

pub mod host_config;

mod redact;

mod edit_distance;

pub use aws::{EndpointFamily, Partition, Region, Service};
pub use entry::Entry;
pub use host_config::HostConfig;
pub use names::{AccountId, ProfileName, RoleName, SessionName};
pub use portal::{PortalHost, StartUrl, region_in_page};
pub use redact::{redact, redact_line};
pub use secret::Secret;
