//! Access portals: start URLs as people paste them, the hosts that are AWS's, and what their pages say.

mod address;

mod host_kind;

mod look_alike;

mod paste;

mod start_url;

mod same_portal;

mod host;

mod region_in_page;

pub mod verification;

pub use host::PortalHost;
pub use region_in_page::region_in_page;
pub use same_portal::same_portal;
pub use start_url::{PortalKind, StartUrl, StartUrlError};
