//! AWS as a sign-in sees it: regions and their hosts, the seven operations, what they are asked and what they answer.

mod partition;

mod region;

mod endpoint;

mod operation;

mod request;

pub mod model;

pub mod error;

pub use endpoint::{Endpoint, EndpointFamily, Service};
pub use error::{
    Answer, CallError, Denial, ErrorKind, RelayRefusal, Reply, ReplyBody, Retry, classify,
};
pub use operation::{Method, Operation, TOKEN_HEADER, relay_prefix};
pub use partition::Partition;
pub use region::{Region, UnknownRegion};
pub use request::{Access, CALL_TIMEOUT_SECONDS, Query, Request, RequestBody};
