//! One file a middleware. Their order is [`crate::router`]'s.

mod allowed_hosts;
mod client;
mod panic;
mod rate_limit;
mod request_log;
mod same_origin;
mod security_headers;

pub(crate) use allowed_hosts::require_allowed_host;
pub(crate) use client::{Peer, identify_client};
pub(crate) use panic::answer_panic;
pub use panic::log_panics;
pub use rate_limit::RateLimits;
pub(crate) use rate_limit::{RateLimiter, limit_rate};
pub(crate) use request_log::{RequestLog, log_request};
pub(crate) use same_origin::require_same_origin;
pub(crate) use security_headers::add_security_headers;
