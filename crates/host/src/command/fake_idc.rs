//! `onramp fake-idc`: only the simulated Identity Center.
//!
//! Not here: what it simulates, which is a crate of its own.

use super::serve::listen;
use super::{CommandError, serve_all};
use crate::cli::FakeIdcArgs;
use crate::metrics::Metrics;
use crate::server::{ListenAddress, raise_descriptor_limit, shutdown_on_signal};
use onramp_fake_idc::{FakeIdc, Settings};

pub(super) async fn run(args: FakeIdcArgs) -> Result<(), CommandError> {
    if !args.listen.ip().is_loopback() && !args.allow_remote_clients {
        return Err(CommandError::FakeIdcOffLoopback { address: args.listen });
    }
    let capacity = raise_descriptor_limit();
    let listener = listen(&ListenAddress::Port(args.listen), None).await?;
    let approval_base = listener.url().to_owned();
    let router = FakeIdc::new(Settings { approval_base, ..args.organisation }).router();
    let shutdown = shutdown_on_signal().map_err(CommandError::System)?;
    serve_all(vec![(router, listener)], capacity, &Metrics::default(), &shutdown).await
}
