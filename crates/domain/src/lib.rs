//! What AWS IAM Identity Center and the AWS CLI's files are, as plain data and pure functions.
//!
//! Not here: input and output, a clock, random numbers, the browser, Yew. Time comes in as an argument, answers come
//! in as values, and what is to be done next goes out as a value; so the whole crate runs natively in a unit test.
//!
//! In reading order:
//!
//! - [`region`]: partitions, regions, the two endpoint families and the hosts they make. The one table.
//! - [`call`]: the seven calls the product makes, and so the only ones a relay forwards.
//! - [`names`]: account id, role name, session name, profile name, scopes; parsed at the edge, right ever after.
//! - [`secret`]: text that must not be printed.
//! - [`json`]: what a parser of JSON hands over, and objects written as JSON.
//! - [`letters`]: lower case and words of any script.
//! - [`wire`]: the calls' requests and answers as they stand in JSON.
//! - `address`, `aws_host`: a strict reader of https addresses, and what their hosts are. Private to the crate.
//! - [`start_url`]: what people paste as a start URL, written one way.
//! - [`portal_host`], [`region_in_page()`]: the hosts a relay may ask for the region, and reading their answer.
//! - [`verification`]: whether the address to approve a sign-in at is one of AWS's.
//! - [`entry`]: what is to be written for one profile.
//! - [`block`]: the text for a new config file, as the AWS CLI writes it.
//! - [`config`]: the config file, read as the CLI reads it and changed line by line.
//! - [`answer`]: what a call ended in; how a refusal is told from another.
//! - [`attempt`]: the number that tells a late answer from a new one.
//! - [`device_flow`]: signing in (RFC 8628), as a state machine without I/O.
//! - [`listing`]: all accounts and their roles under a throttle, as a state machine without I/O.
//! - [`profile_names`]: profile names made from a template, distinct and working in every SDK.
//! - [`cache`]: what a pasted cache file of the AWS CLI is, and until when it holds.

pub mod region;

pub mod call;

pub mod names;

pub mod secret;

pub mod json;

pub mod letters;

pub mod wire;

mod address;

mod aws_host;

pub mod start_url;

pub mod portal_host;

mod region_in_page;

pub mod verification;

pub mod entry;

pub mod block;

pub mod config;

pub mod answer;

pub mod attempt;

pub mod device_flow;

pub mod listing;

pub mod profile_names;

pub mod cache;

pub use entry::Entry;
pub use names::{AccountId, ProfileName, RoleName, SessionName};
pub use portal_host::PortalHost;
pub use region::{EndpointFamily, Partition, Region, Service};
pub use region_in_page::region_in_page;
pub use secret::Secret;
pub use start_url::StartUrl;
