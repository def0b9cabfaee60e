//! One file a middleware. Their order is [`crate::router`]'s.

mod host_check;
mod own_page;
mod request_log;
mod security_headers;

pub(crate) use host_check::require_own_host;
pub(crate) use own_page::require_own_page;
pub(crate) use request_log::{RequestLog, log_request};
pub(crate) use security_headers::{SecurityHeaders, add_security_headers};
